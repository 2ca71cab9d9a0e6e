/**
 * Stable content hashes for caches and for "is this result still about this scenario?".
 * Two lanes of 32-bit FNV-1a (Fowler, Noll, Vo) with different offsets; not a cryptographic digest.
 */
const fnvPrime = 0x01000193;
const laneOffsets = [0x811c9dc5, 0x2f0b4c47] as const;

function fnv1a(text: string, offset: number): number {
  let state = offset;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    state = Math.imul(state ^ (code & 0xff), fnvPrime);
    state = Math.imul(state ^ (code >>> 8), fnvPrime);
  }
  return state >>> 0;
}

/** Unsigned 32-bit hash of a text, for example to seed a random stream by a village code. */
export const hashText = (text: string): number => fnv1a(text, laneOffsets[0]);

/** JSON with object keys in alphabetical order, so that equal documents have equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) => {
    if (nested === null || typeof nested !== 'object' || Array.isArray(nested)) return nested;
    const source = nested as Record<string, unknown>;
    const sorted: Record<string, unknown> = {};
    for (const key of Object.keys(source).sort()) sorted[key] = source[key];
    return sorted;
  });
}

/** Hash of a plain document as 16 hexadecimal digits. */
export function hashDocument(value: unknown): string {
  const text = stableJson(value);
  return laneOffsets.map((offset) => fnv1a(text, offset).toString(16).padStart(8, '0')).join('');
}

/** Hash of typed arrays by their bytes, as 16 hexadecimal digits: for what is too large to become text. */
export function hashArrays(arrays: readonly (Int32Array | Float64Array | Uint8Array)[]): string {
  return laneOffsets
    .map((offset) => {
      let state: number = offset;
      for (const array of arrays) {
        state = Math.imul(state ^ array.byteLength, fnvPrime);
        for (const byte of new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
          state = Math.imul(state ^ byte, fnvPrime);
      }
      return (state >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
