import { MinHeap } from './minHeap.ts';
import type { ShrinkingGraph } from './shrinkingGraph.ts';

/** Looks for ways round a node that is about to be contracted. */
export interface WitnessSearch {
  /** Begins a search from `source`; its targets are asked for next. */
  begin(source: number): void;
  /** A node to be reached without the avoided one, at this key at most. */
  want(target: number, key: number): void;
  /**
   * Searches without `avoided`, up to `limitKey` and `settleLimit` nodes; ends as soon as every wanted node has a way,
   * which in the dense core that is left at the end is soon.
   */
  run(avoided: number, limitKey: number, settleLimit: number): void;
  /** Whether a way as cheap as wanted was found to this target. */
  hasWay(target: number): boolean;
}

export function createWitnessSearch(graph: ShrinkingGraph, nodeCount: number): WitnessSearch {
  const heap = new MinHeap();
  const key = new Float64Array(nodeCount);
  const round = new Int32Array(nodeCount);
  const wantedKey = new Float64Array(nodeCount);
  /** The round in which a node is wanted and not yet reached. */
  const wantedRound = new Int32Array(nodeCount);
  let currentRound = 0;
  let wantedCount = 0;
  return {
    begin(source) {
      currentRound++;
      wantedCount = 0;
      heap.size = 0;
      key[source] = 0;
      round[source] = currentRound;
      heap.push(source, 0);
    },
    want(target, limit) {
      wantedKey[target] = limit;
      wantedRound[target] = currentRound;
      wantedCount++;
    },
    run(avoided, limitKey, settleLimit) {
      const { tip, outKey, start, size } = graph;
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
          if (wantedRound[other] === currentRound && onward <= wantedKey[other]!) {
            wantedRound[other] = 0;
            if (--wantedCount === 0) return;
          }
          heap.push(other, onward);
        }
      }
    },
    hasWay: (target) => wantedRound[target] !== currentRound,
  };
}
