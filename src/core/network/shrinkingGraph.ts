import type { Csr } from './csr.ts';
import { wayKey } from './wayKey.ts';

/**
 * The graph that contraction works on: every node has a block of entries, one per neighbour, in shared arrays.
 * Entry e of node u holds the cheapest way u -> tip[e] in outKey and tip[e] -> u in inKey (Infinity: none), and
 * what each is made of: a contracted middle node, or ~direction of an edge of the CSR's table.
 */
export interface ShrinkingGraph {
  tip: Int32Array;
  outKey: Float64Array;
  inKey: Float64Array;
  outVia: Int32Array;
  inVia: Int32Array;
  readonly start: Int32Array;
  readonly size: Int32Array;
  /** Joins u -> w by a way of this key if it has none as cheap. */
  improve(u: number, w: number, key: number, via: number): void;
  /** Takes node `gone` out of the entries of `u`. */
  drop(u: number, gone: number): void;
}

export function createShrinkingGraph(csr: Csr): ShrinkingGraph {
  const { nodeCount, firstArc, head } = csr;
  const start = new Int32Array(nodeCount);
  const size = new Int32Array(nodeCount);
  const room = new Int32Array(nodeCount);
  const degree = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    for (let arc = firstArc[node]!; arc < firstArc[node + 1]!; arc++) {
      degree[node]!++;
      degree[head[arc]!]!++;
    }
  }
  let used = 0;
  for (let node = 0; node < nodeCount; node++) {
    start[node] = used;
    // Two-way arcs share an entry, so half of the arcs is the usual need; the rest is room for shortcuts.
    room[node] = degree[node]! + 2;
    used += room[node]!;
  }
  let capacity = Math.max(16, used * 2);

  const graph: ShrinkingGraph = {
    tip: new Int32Array(capacity),
    outKey: new Float64Array(capacity),
    inKey: new Float64Array(capacity),
    outVia: new Int32Array(capacity),
    inVia: new Int32Array(capacity),
    start,
    size,
    improve(u, w, key, via) {
      const forward = entryOf(u, w);
      if (key < graph.outKey[forward]!) {
        graph.outKey[forward] = key;
        graph.outVia[forward] = via;
      }
      const backward = entryOf(w, u);
      if (key < graph.inKey[backward]!) {
        graph.inKey[backward] = key;
        graph.inVia[backward] = via;
      }
    },
    drop(u, gone) {
      const first = start[u]!;
      const last = first + size[u]! - 1;
      for (let entry = first; entry <= last; entry++) {
        if (graph.tip[entry] !== gone) continue;
        copyEntry(last, entry);
        size[u]!--;
        return;
      }
    },
  };
  const copyEntry = (from: number, to: number): void => {
    graph.tip[to] = graph.tip[from]!;
    graph.outKey[to] = graph.outKey[from]!;
    graph.inKey[to] = graph.inKey[from]!;
    graph.outVia[to] = graph.outVia[from]!;
    graph.inVia[to] = graph.inVia[from]!;
  };
  const entryOf = (u: number, w: number): number => {
    const first = start[u]!;
    const end = first + size[u]!;
    for (let entry = first; entry < end; entry++) if (graph.tip[entry] === w) return entry;
    if (size[u] === room[u]) moveBlock(u);
    const entry = start[u]! + size[u]!;
    size[u]!++;
    graph.tip[entry] = w;
    graph.outKey[entry] = Infinity;
    graph.inKey[entry] = Infinity;
    return entry;
  };
  const moveBlock = (u: number): void => {
    const wider = room[u]! * 2;
    if (used + wider > capacity) growArrays(used + wider);
    const first = start[u]!;
    for (let offset = 0; offset < size[u]!; offset++) copyEntry(first + offset, used + offset);
    start[u] = used;
    room[u] = wider;
    used += wider;
  };
  const growArrays = (needed: number): void => {
    capacity = Math.ceil(Math.max(needed, capacity * 1.5));
    graph.tip = larger(graph.tip, new Int32Array(capacity));
    graph.outKey = larger(graph.outKey, new Float64Array(capacity));
    graph.inKey = larger(graph.inKey, new Float64Array(capacity));
    graph.outVia = larger(graph.outVia, new Int32Array(capacity));
    graph.inVia = larger(graph.inVia, new Int32Array(capacity));
  };
  for (let node = 0; node < nodeCount; node++) {
    for (let arc = firstArc[node]!; arc < firstArc[node + 1]!; arc++) {
      const key = wayKey(csr.durationDs[arc]!, csr.lengthDm[arc]!);
      graph.improve(node, head[arc]!, key, ~csr.direction[arc]!);
    }
  }
  return graph;
}

function larger<Column extends Int32Array | Float64Array>(old: Column, fresh: Column): Column {
  fresh.set(old);
  return fresh;
}
