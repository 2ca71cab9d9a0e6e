import type { Csr } from '../../src/core/network/csr.ts';

/** The rival: Dijkstra over the same arrays with an indexed 4-ary heap and decrease-key. Times only. */
export function createHeapDijkstra(csr: Csr): { durationDs: Int32Array; run(source: number): void } {
  const { nodeCount, firstArc, head } = csr;
  const arcDs = csr.durationDs;
  const durationDs = new Int32Array(nodeCount);
  const heap = new Int32Array(nodeCount + 1);
  const slotOf = new Int32Array(nodeCount);
  let size = 0;
  const siftUp = (node: number, from: number): void => {
    let slot = from;
    const key = durationDs[node]!;
    while (slot > 0) {
      const parent = (slot - 1) >> 2;
      const other = heap[parent]!;
      if (durationDs[other]! <= key) break;
      heap[slot] = other;
      slotOf[other] = slot;
      slot = parent;
    }
    heap[slot] = node;
    slotOf[node] = slot;
  };
  const siftDown = (node: number): void => {
    let slot = 0;
    const key = durationDs[node]!;
    for (;;) {
      const first = slot * 4 + 1;
      if (first >= size) break;
      let best = first;
      const end = Math.min(first + 4, size);
      for (let child = first + 1; child < end; child++) {
        if (durationDs[heap[child]!]! < durationDs[heap[best]!]!) best = child;
      }
      const other = heap[best]!;
      if (durationDs[other]! >= key) break;
      heap[slot] = other;
      slotOf[other] = slot;
      slot = best;
    }
    heap[slot] = node;
    slotOf[node] = slot;
  };
  return {
    durationDs,
    run(source) {
      durationDs.fill(0x7fffffff);
      durationDs[source] = 0;
      size = 0;
      siftUp(source, size++);
      while (size > 0) {
        const node = heap[0]!;
        size--;
        if (size > 0) siftDown(heap[size]!);
        const ds = durationDs[node]!;
        for (let arc = firstArc[node]!; arc < firstArc[node + 1]!; arc++) {
          const tip = head[arc]!;
          const onward = ds + arcDs[arc]!;
          const known = durationDs[tip]!;
          if (onward >= known) continue;
          durationDs[tip] = onward;
          siftUp(tip, known === 0x7fffffff ? size++ : slotOf[tip]!);
        }
      }
    },
  };
}
