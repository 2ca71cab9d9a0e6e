/** Binary heap of numbered items by key, in typed arrays that grow; an item may be in it more than once. */
export class MinHeap {
  /** Number of items in the heap; set to 0 to empty it. */
  size = 0;
  private keys: Float64Array;
  private items: Int32Array;

  constructor(capacity = 256) {
    this.keys = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
  }

  push(item: number, key: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, items } = this;
    let slot = this.size++;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[slot] = keys[parent]!;
      items[slot] = items[parent]!;
      slot = parent;
    }
    keys[slot] = key;
    items[slot] = item;
  }

  /** Key of the first item; the heap is not empty. */
  minKey(): number {
    return this.keys[0]!;
  }

  /** Takes out the item with the smallest key; the heap is not empty. */
  pop(): number {
    const { keys, items } = this;
    const first = items[0]!;
    const size = --this.size;
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
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const items = new Int32Array(this.items.length * 2);
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
