/** Numbers given to ids in the order of their first use: open addressing over doubles, so that 64-bit ids fit. */
export interface PointTable {
  readonly count: number;
  /** Number of an id, a new one where it has none. */
  add(id: number): number;
  /** Number of an id; -1 where it has none. */
  find(id: number): number;
  idOf(index: number): number;
}

export function createPointTable(): PointTable {
  let slots = 1 << 12;
  let slotOfId = new Int32Array(slots).fill(-1);
  let ids = new Float64Array(slots / 2);
  let count = 0;
  const slotFor = (id: number): number => {
    // Low and high words of the id mixed by odd multipliers (Fibonacci hashing).
    const mixed = Math.imul(id | 0, 0x9e3779b1) ^ Math.imul((id / 4294967296) | 0, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & (slots - 1);
    while (slotOfId[slot]! >= 0 && ids[slotOfId[slot]!] !== id) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  const grow = (): void => {
    slots *= 2;
    const moreIds = new Float64Array(slots / 2);
    moreIds.set(ids);
    ids = moreIds;
    slotOfId = new Int32Array(slots).fill(-1);
    for (let index = 0; index < count; index++) slotOfId[slotFor(ids[index]!)] = index;
  };
  return {
    get count() {
      return count;
    },
    add(id) {
      const slot = slotFor(id);
      const known = slotOfId[slot]!;
      if (known >= 0) return known;
      ids[count] = id;
      slotOfId[slot] = count++;
      if (count === ids.length) grow();
      return count - 1;
    },
    find: (id) => slotOfId[slotFor(id)]!,
    idOf: (index) => ids[index]!,
  };
}
