import { type Issue, issue } from '../../issues.ts';
import type { DecodeText, TableFile, TextEncodingName } from './sheet.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

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

/** UTF-16 without a mark: nearly every other byte of Latin text and digits is zero. */
function utf16WithoutMark(bytes: Uint8Array): TextEncodingName | null {
  const sample = Math.min(bytes.length, 4096) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) evenZeros++;
    if (bytes[at + 1] === 0) oddZeros++;
  }
  const enough = Math.max(2, sample / 20);
  if (oddZeros >= enough && evenZeros * 10 < oddZeros) return 'utf-16le';
  return evenZeros >= enough && oddZeros * 10 < evenZeros ? 'utf-16be' : null;
}

/**
 * Text of a table file: byte order mark, else UTF-16 by its zeros, else strict UTF-8, else GB 18030.
 * Statistics come last on purpose: they take short Chinese tables for Western ones.
 */
export function decodeBytes(
  file: TableFile,
  decode: DecodeText,
  report: (found: Issue) => void,
): DecodedText {
  const { bytes } = file;
  const answer = (encoding: TextEncodingName, skip: number): DecodedText => {
    const body = skip > 0 ? bytes.subarray(skip) : bytes;
    const strict = decode(body, encoding, true);
    const text = strict ?? decode(body, encoding, false) ?? '';
    if (strict === null) report(issue('file.badBytes', { file: file.name, encoding }));
    if (encoding !== 'utf-8') report(issue('file.encodingFound', { file: file.name, encoding }));
    return { text: text.replace(/^\ufeff/, ''), encoding };
  };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return answer('utf-8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return answer('utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return answer('utf-16be', 2);
  const wide = utf16WithoutMark(bytes);
  if (wide) return answer(wide, 0);
  const { good, bad } = countUtf8(bytes);
  // A few broken bytes in a UTF-8 file (cut or pasted together) must not turn all of it into wrong characters.
  return answer(bad === 0 || bad * 20 < good ? 'utf-8' : 'gb18030', 0);
}
