import { MinHeap } from './minHeap.ts';
import type { ShrinkingGraph } from './shrinkingGraph.ts';

/** Looks for ways round a node that is about to be contracted. */
export interface WitnessSearch {
  /** Searches from `source` without `avoided`, up to `limitKey` and `settleLimit` nodes. */
  run(source: number, avoided: number, limitKey: number, settleLimit: number): void;
  /** Key of the best way found to a node; Infinity where none was found. */
  keyTo(node: number): number;
}

export function createWitnessSearch(graph: ShrinkingGraph, nodeCount: number): WitnessSearch {
  const heap = new MinHeap();
  const key = new Float64Array(nodeCount);
  const round = new Int32Array(nodeCount);
  let currentRound = 0;
  return {
    run(source, avoided, limitKey, settleLimit) {
      const { tip, outKey, start, size } = graph;
      currentRound++;
      heap.size = 0;
      key[source] = 0;
      round[source] = currentRound;
      heap.push(source, 0);
      let settled = 0;
      while (heap.size > 0) {
        const nodeKey = heap.minKey();
        if (nodeKey > limitKey) return;
        const node = heap.pop();
        if (nodeKey > key[node]!) continue;
        if (++settled > settleLimit) return;
        const end = start[node]! + size[node]!;
        for (let entry = start[node]!; entry < end; entry++) {
          const other = tip[entry]!;
          const onward = nodeKey + outKey[entry]!;
          if (onward > limitKey || other === avoided) continue;
          if (round[other] === currentRound && onward >= key[other]!) continue;
          round[other] = currentRound;
          key[other] = onward;
          heap.push(other, onward);
        }
      }
    },
    keyTo: (node) => (round[node] === currentRound ? key[node]! : Infinity),
  };
}
