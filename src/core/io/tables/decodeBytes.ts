import { type Issue, issue } from '../../issues.ts';
import type { DecodeText, TextEncodingName } from '../textDecoding.ts';
import { looksLikeUtf8 } from '../utf8.ts';
import type { TableFile } from './sheet.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
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
  return answer(looksLikeUtf8(bytes) ? 'utf-8' : 'gb18030', 0);
}
