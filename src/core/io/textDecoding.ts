import { strFromU8, strToU8 } from 'fflate';
import { looksLikeUtf8 } from './utf8.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Decodes bytes; null where they are no such text. Handed in by whoever has a TextDecoder. */
export type DecodeText = (bytes: Uint8Array, encoding: TextEncodingName, isStrict: boolean) => string | null;

/** Text of bytes in UTF-8, without a byte order mark. */
export const utf8Text = (bytes: Uint8Array): string => strFromU8(bytes).replace(/^\uFEFF/, '');

/** A text in UTF-8, whether it was in that or, as Chinese office programs write it, in GB 18030. */
export function asUtf8(bytes: Uint8Array, decode: DecodeText): Uint8Array {
  if (looksLikeUtf8(bytes)) return bytes;
  const text = decode(bytes, 'gb18030', false);
  return text === null ? bytes : strToU8(text);
}

/**
 * Name of an entry of a zip archive. Where the archive does not say that it is UTF-8, the library gives a letter for
 * every byte; Windows writes the bytes of GB 18030, other systems those of UTF-8.
 */
export function entryName(name: string, decode: DecodeText): string {
  if ([...name].some((letter) => letter.charCodeAt(0) > 0xff)) return name;
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  return decode(bytes, looksLikeUtf8(bytes) ? 'utf-8' : 'gb18030', false) ?? name;
}
