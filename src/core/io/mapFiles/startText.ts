import { strFromU8 } from 'fflate';

/** The first bytes of a text file, letter by letter, without a byte order mark. */
export const startText = (start: Uint8Array): string =>
  strFromU8(start[0] === 0xef && start[1] === 0xbb ? start.subarray(3) : start, true);
