/** Shares of well and badly formed sequences among the bytes above 127, read as UTF-8. */
function countUtf8(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const following = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
    let isGood = following >= 0 && lead < 0xf5;
    for (let step = 1; step <= following; step++)
      isGood &&= at + step < bytes.length && (bytes[at + step]! & 0xc0) === 0x80;
    if (lead >= 0x80) isGood ? good++ : bad++;
    at += isGood ? following + 1 : 1;
  }
  return { good, bad };
}

/**
 * Whether bytes are UTF-8 rather than another encoding of Chinese. A few broken ones (cut or pasted together) must not
 * turn all of it into wrong characters.
 */
export function looksLikeUtf8(bytes: Uint8Array): boolean {
  const { good, bad } = countUtf8(bytes);
  return bad === 0 || bad * 20 < good;
}
