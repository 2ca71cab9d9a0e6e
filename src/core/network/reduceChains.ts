import { type EdgeDirection, type EdgeTable, impassable } from './edgeTable.ts';

/** A network without bends and dead ends: same times between the kept nodes, about a third of the size. */
export interface ReducedNetwork {
  readonly edges: EdgeTable;
  /** Reduced node of each node; -1 where it was taken out. */
  readonly nodeOf: Int32Array;
  /** The way of reduced edge e, first node to second: parts[firstPart[e]] .. parts[firstPart[e + 1] - 1]. */
  readonly firstPart: Int32Array;
  readonly parts: Int32Array;
}

/** Directions of the full network under a direction of the reduced one, in driving order. */
export function expandDirection(reduced: ReducedNetwork, direction: EdgeDirection): EdgeDirection[] {
  const edge = direction >> 1;
  const parts = [...reduced.parts.subarray(reduced.firstPart[edge]!, reduced.firstPart[edge + 1]!)];
  return (direction & 1) === 0 ? parts : parts.reverse().map((part) => part ^ 1);
}

/**
 * Takes out dead ends without a kept node and nodes with exactly two edges, joining those edges. `isKept` marks
 * the nodes that searches start or end at; junctions stay. Kept nodes are renumbered depth first for locality.
 */
export function reduceChains(edges: EdgeTable, isKept: Uint8Array): ReducedNetwork {
  const incidence = readIncidence(edges);
  const degree = pruneDeadEnds(edges, incidence, isKept);
  const isJunction = (node: number): boolean =>
    degree[node]! > 0 && (isKept[node] === 1 || degree[node]! !== 2);
  const nodeOf = new Int32Array(edges.nodeCount).fill(-1);
  const order: number[] = [];
  const isUsed = new Uint8Array(edges.edgeCount);
  // No more reduced edges than edges, and every edge is part of at most one.
  const from = new Int32Array(edges.edgeCount);
  const to = new Int32Array(edges.edgeCount);
  const forwardDs = new Int32Array(edges.edgeCount);
  const backwardDs = new Int32Array(edges.edgeCount);
  const lengthDm = new Int32Array(edges.edgeCount);
  const isEstimated = new Uint8Array(edges.edgeCount);
  const firstPart = new Int32Array(edges.edgeCount + 1);
  const parts = new Int32Array(edges.edgeCount);
  let edgeCount = 0;

  /** Follows the chain that leaves `start` by `firstEdge`; returns the junction it ends at, -1 where it dies out. */
  const traceChain = (start: number, firstEdge: number): number => {
    let partCount = firstPart[edgeCount]!;
    let chainForwardDs = 0;
    let chainBackwardDs = 0;
    let chainDm = 0;
    let chainIsEstimated = 0;
    let node = start;
    let edge = firstEdge;
    do {
      const isBackward = edges.from[edge]! === node ? 0 : 1;
      const along = isBackward === 1 ? edges.backwardDs[edge]! : edges.forwardDs[edge]!;
      const against = isBackward === 1 ? edges.forwardDs[edge]! : edges.backwardDs[edge]!;
      chainForwardDs =
        chainForwardDs === impassable || along === impassable ? impassable : chainForwardDs + along;
      chainBackwardDs =
        chainBackwardDs === impassable || against === impassable ? impassable : chainBackwardDs + against;
      chainDm += edges.lengthDm[edge]!;
      chainIsEstimated |= edges.isEstimated[edge]!;
      parts[partCount++] = edge * 2 + isBackward;
      isUsed[edge] = 1;
      node = isBackward === 1 ? edges.from[edge]! : edges.to[edge]!;
      edge = isJunction(node) ? -1 : otherEdge(incidence, isUsed, node);
    } while (edge >= 0);
    if (!isJunction(node)) return -1;
    if (node === start || (chainForwardDs === impassable && chainBackwardDs === impassable)) return node;
    from[edgeCount] = start;
    to[edgeCount] = node;
    forwardDs[edgeCount] = chainForwardDs;
    backwardDs[edgeCount] = chainBackwardDs;
    lengthDm[edgeCount] = chainDm;
    isEstimated[edgeCount] = chainIsEstimated;
    firstPart[++edgeCount] = partCount;
    return node;
  };

  const stack: number[] = [];
  for (let root = 0; root < edges.nodeCount; root++) {
    if (nodeOf[root]! >= 0) continue;
    if (isJunction(root)) stack.push(root);
    else if (isKept[root] === 1) nodeOf[root] = order.push(root) - 1;
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (nodeOf[node]! >= 0) continue;
      nodeOf[node] = order.push(node) - 1;
      for (let entry = incidence.first[node]!; entry < incidence.first[node + 1]!; entry++) {
        const edge = incidence.edge[entry]!;
        if (isUsed[edge] === 1) continue;
        const reached = traceChain(node, edge);
        if (reached >= 0 && nodeOf[reached]! < 0) stack.push(reached);
      }
    }
  }
  return {
    edges: {
      nodeCount: order.length,
      edgeCount,
      from: from.subarray(0, edgeCount).map((node) => nodeOf[node]!),
      to: to.subarray(0, edgeCount).map((node) => nodeOf[node]!),
      forwardDs: forwardDs.slice(0, edgeCount),
      backwardDs: backwardDs.slice(0, edgeCount),
      lengthDm: lengthDm.slice(0, edgeCount),
      isEstimated: isEstimated.slice(0, edgeCount),
    },
    nodeOf,
    firstPart: firstPart.slice(0, edgeCount + 1),
    parts: parts.slice(0, firstPart[edgeCount]!),
  };
}

/** Edges at each node, loops and roads that nobody may drive left out. */
interface Incidence {
  readonly first: Int32Array;
  readonly edge: Int32Array;
}

function readIncidence(edges: EdgeTable): Incidence {
  const { nodeCount, edgeCount, from, to, forwardDs, backwardDs } = edges;
  const first = new Int32Array(nodeCount + 1);
  const isRoad = (edge: number): boolean =>
    from[edge]! !== to[edge]! && (forwardDs[edge]! !== impassable || backwardDs[edge]! !== impassable);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isRoad(edge)) continue;
    first[from[edge]! + 1]!++;
    first[to[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) first[node + 1]! += first[node]!;
  const fill = first.slice(0, nodeCount);
  const edge = new Int32Array(first[nodeCount]!);
  for (let index = 0; index < edgeCount; index++) {
    if (!isRoad(index)) continue;
    edge[fill[from[index]!]!++] = index;
    edge[fill[to[index]!]!++] = index;
  }
  return { first, edge };
}

/** Number of edges left at each node after dead ends are taken away; 0 where the node went with one. */
function pruneDeadEnds(edges: EdgeTable, incidence: Incidence, isKept: Uint8Array): Int32Array {
  const degree = new Int32Array(edges.nodeCount);
  const isPruned = new Uint8Array(edges.nodeCount);
  for (let node = 0; node < edges.nodeCount; node++) {
    degree[node] = incidence.first[node + 1]! - incidence.first[node]!;
  }
  for (let start = 0; start < edges.nodeCount; start++) {
    let node = start;
    while (node >= 0 && degree[node] === 1 && isKept[node] !== 1) {
      isPruned[node] = 1;
      degree[node] = 0;
      let onward = -1;
      for (let entry = incidence.first[node]!; entry < incidence.first[node + 1]!; entry++) {
        const edge = incidence.edge[entry]!;
        const other = edges.from[edge]! === node ? edges.to[edge]! : edges.from[edge]!;
        if (isPruned[other] === 1) continue;
        onward = other;
        incidence.edge[entry] = -1;
        removeEdge(incidence, other, edge);
        degree[other]!--;
      }
      node = onward;
    }
  }
  compactIncidence(incidence, degree);
  return degree;
}

function removeEdge(incidence: Incidence, node: number, edge: number): void {
  for (let entry = incidence.first[node]!; entry < incidence.first[node + 1]!; entry++) {
    if (incidence.edge[entry] === edge) incidence.edge[entry] = -1;
  }
}

/** Closes the gaps that removed edges left; `first` keeps the room of each node, so shorten it to the degree. */
function compactIncidence(incidence: Incidence, degree: Int32Array): void {
  let put = 0;
  for (let node = 0; node < degree.length; node++) {
    const start = incidence.first[node]!;
    const end = incidence.first[node + 1]!;
    incidence.first[node] = put;
    if (degree[node] === 0) continue;
    for (let entry = start; entry < end; entry++) {
      if (incidence.edge[entry]! >= 0) incidence.edge[put++] = incidence.edge[entry]!;
    }
  }
  incidence.first[degree.length] = put;
}

function otherEdge(incidence: Incidence, isUsed: Uint8Array, node: number): number {
  for (let entry = incidence.first[node]!; entry < incidence.first[node + 1]!; entry++) {
    const edge = incidence.edge[entry]!;
    if (isUsed[edge] === 0) return edge;
  }
  return -1;
}
