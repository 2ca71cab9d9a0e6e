/**
 * Time and length of a way in one number, so that comparing keys compares by time first, then by length, and
 * adding keys adds both. Exact: 26 bits of tenths of a second (77 days) and 27 of decimetres (13,400 km).
 */
const lengthRoom = 2 ** 27;

export const wayKey = (ds: number, dm: number): number => ds * lengthRoom + dm;
export const keyDs = (key: number): number => Math.floor(key / lengthRoom);
export const keyDm = (key: number): number => key - Math.floor(key / lengthRoom) * lengthRoom;
