import type { EdgeTable } from './edgeTable.ts';
import { impassable } from './edgeTable.ts';

/**
 * Compressed sparse rows: the arcs leaving node n are firstArc[n] .. firstArc[n + 1] - 1.
 * A two-way edge gives two arcs, a one-way edge one; impassable directions are not there.
 */
export interface Csr {
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly firstArc: Int32Array;
  readonly head: Int32Array;
  /** Tenths of a second, at least 1. */
  readonly durationDs: Int32Array;
  readonly lengthDm: Int32Array;
  /** Edge of the table times 2, plus 1 where the arc runs against it. */
  readonly direction: Int32Array;
  readonly maxDurationDs: number;
}

/** Compiles an edge table; arcs of a node stand in the order of their edges, so equal tables give equal arrays. */
export function compileCsr(edges: EdgeTable): Csr {
  const { nodeCount, edgeCount, from, to, forwardDs, backwardDs } = edges;
  const firstArc = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (from[edge]! === to[edge]!) continue;
    if (forwardDs[edge]! !== impassable) firstArc[from[edge]! + 1]!++;
    if (backwardDs[edge]! !== impassable) firstArc[to[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) firstArc[node + 1]! += firstArc[node]!;
  const arcCount = firstArc[nodeCount]!;
  const fill = firstArc.slice(0, nodeCount);
  const head = new Int32Array(arcCount);
  const durationDs = new Int32Array(arcCount);
  const lengthDm = new Int32Array(arcCount);
  const direction = new Int32Array(arcCount);
  let maxDurationDs = 1;
  const put = (tail: number, tip: number, ds: number, edge: number, isBackward: number): void => {
    if (ds === impassable || tail === tip) return;
    const arc = fill[tail]!++;
    head[arc] = tip;
    durationDs[arc] = ds;
    lengthDm[arc] = edges.lengthDm[edge]!;
    direction[arc] = edge * 2 + isBackward;
    if (ds > maxDurationDs) maxDurationDs = ds;
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    put(from[edge]!, to[edge]!, forwardDs[edge]!, edge, 0);
    put(to[edge]!, from[edge]!, backwardDs[edge]!, edge, 1);
  }
  return { nodeCount, arcCount, firstArc, head, durationDs, lengthDm, direction, maxDurationDs };
}
