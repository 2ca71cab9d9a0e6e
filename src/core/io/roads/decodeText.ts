import { strFromU8 } from 'fflate';

/** Text of a table file. GB 18030 has become UTF-8 before. */
export const decodeText = (bytes: Uint8Array): string => strFromU8(bytes).replace(/^\uFEFF/, '');
