/** Binary heap of numbered items by key, in typed arrays that grow; an item may be in it more than once. */
export interface MinHeap {
  readonly size: number;
  clear(): void;
  push(item: number, key: number): void;
  /** Key of the first item; the heap is not empty. */
  minKey(): number;
  /** Takes out the item with the smallest key; the heap is not empty. */
  pop(): number;
}

export function createMinHeap(capacity = 256): MinHeap {
  let keys = new Float64Array(capacity);
  let items = new Int32Array(capacity);
  let size = 0;
  const grow = (): void => {
    const largerKeys = new Float64Array(keys.length * 2);
    const largerItems = new Int32Array(items.length * 2);
    largerKeys.set(keys);
    largerItems.set(items);
    keys = largerKeys;
    items = largerItems;
  };
  return {
    get size() {
      return size;
    },
    clear: () => {
      size = 0;
    },
    push: (item, key) => {
      if (size === keys.length) grow();
      let slot = size++;
      while (slot > 0) {
        const parent = (slot - 1) >> 1;
        if (keys[parent]! <= key) break;
        keys[slot] = keys[parent]!;
        items[slot] = items[parent]!;
        slot = parent;
      }
      keys[slot] = key;
      items[slot] = item;
    },
    minKey: () => keys[0]!,
    pop: () => {
      const first = items[0]!;
      size--;
      const key = keys[size]!;
      const item = items[size]!;
      const half = size >> 1;
      let slot = 0;
      while (slot < half) {
        let child = 2 * slot + 1;
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
        if (keys[child]! >= key) break;
        keys[slot] = keys[child]!;
        items[slot] = items[child]!;
        slot = child;
      }
      keys[slot] = key;
      items[slot] = item;
      return first;
    },
  };
}
