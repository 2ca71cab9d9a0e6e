import type { DecodeText } from './core/io/textDecoding.ts';

/** Text of bytes in an encoding, by the engine's own decoder, which core does without; null where they are no such text. */
export const decodeText: DecodeText = (bytes, encoding, isStrict) => {
  try {
    return new TextDecoder(encoding, { fatal: isStrict, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
};
