import type { Csr } from './csr.ts';
import { MinHeap } from './minHeap.ts';
import { createShrinkingGraph, type ShrinkingGraph } from './shrinkingGraph.ts';
import { createWitnessSearch } from './witnessSearch.ts';

/**
 * Contraction hierarchy (Geisberger, Sanders, Schultes, Vetter 2012): every node has a place in an order, and
 * shortcuts make it enough to search from both ends towards more important nodes. Plain arrays: can be kept.
 */
export interface Hierarchy {
  readonly nodeCount: number;
  /** Place of each node in the order; 0 is the most important. */
  readonly placeOf: Int32Array;
  /** Ways from place p to more important places: firstUp[p] .. firstUp[p + 1] - 1. */
  readonly firstUp: Int32Array;
  readonly upTip: Int32Array;
  /** Key of the way up and of the way down beside it; Infinity where there is none. */
  readonly upKey: Float64Array;
  readonly downKey: Float64Array;
  /** What it is made of: a middle place, or ~direction of an edge. */
  readonly upVia: Int32Array;
  readonly downVia: Int32Array;
}

/** Witness searches end after so many nodes; a missed witness costs a needless shortcut, never a wrong answer. */
const settleLimit = 100;
/** Nodes contracted between two reports. */
const reportEvery = 500;

/** Builds the hierarchy of a graph; yields the share of nodes done (0 to 1). */
export function* buildHierarchy(csr: Csr): Generator<number, Hierarchy> {
  const { nodeCount } = csr;
  const graph = createShrinkingGraph(csr);
  const contractor = createContractor(graph, nodeCount, isSymmetric(graph, nodeCount));
  const queue = new MinHeap(nodeCount + 1);
  const rank = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    queue.push(node, contractor.priority(node));
    if (node % reportEvery === 0) yield (0.2 * node) / nodeCount;
  }
  let done = 0;
  while (queue.size > 0) {
    const node = queue.pop();
    // Lazy update: the priority may have grown since the node was queued.
    const priority = contractor.priority(node);
    if (queue.size > 0 && priority > queue.minKey()) {
      queue.push(node, priority);
      continue;
    }
    contractor.contract(node);
    rank[node] = done++;
    if (done % reportEvery === 0) yield 0.2 + (0.8 * done) / nodeCount;
  }
  return compileHierarchy(graph, rank);
}

interface Contractor {
  /** Looks for the shortcuts that contracting `node` needs; the lower the answer the sooner it should go. */
  priority(node: number): number;
  /** Contracts the node that `priority` was last asked for. */
  contract(node: number): void;
}

function createContractor(graph: ShrinkingGraph, nodeCount: number, symmetric: boolean): Contractor {
  const witness = createWitnessSearch(graph, nodeCount);
  const level = new Int32Array(nodeCount);
  const shortcutFrom: number[] = [];
  const shortcutTo: number[] = [];
  const shortcutKey: number[] = [];
  const collect = (node: number): void => {
    shortcutFrom.length = 0;
    shortcutTo.length = 0;
    shortcutKey.length = 0;
    const { tip, outKey, inKey } = graph;
    const first = graph.start[node]!;
    const end = first + graph.size[node]!;
    for (let entry = first; entry < end; entry++) {
      const key = inKey[entry]!;
      if (key === Infinity) continue;
      const source = tip[entry]!;
      let longest = -1;
      witness.begin(source);
      for (let other = symmetric ? entry + 1 : first; other < end; other++) {
        const onward = outKey[other]!;
        if (other === entry || onward === Infinity) continue;
        witness.want(tip[other]!, key + onward);
        if (onward > longest) longest = onward;
      }
      if (longest < 0) continue;
      witness.run(node, key + longest, settleLimit);
      for (let other = symmetric ? entry + 1 : first; other < end; other++) {
        if (other === entry || outKey[other] === Infinity || witness.hasWay(tip[other]!)) continue;
        shortcutFrom.push(source);
        shortcutTo.push(tip[other]!);
        shortcutKey.push(key + outKey[other]!);
      }
    }
  };
  return {
    priority(node) {
      collect(node);
      const added = shortcutFrom.length * (symmetric ? 2 : 1);
      const removed = graph.size[node]! * 2;
      return level[node]! + (removed === 0 ? 0 : (4 * added) / removed) + (added - removed) / 4;
    },
    contract(node) {
      const first = graph.start[node]!;
      for (let entry = first; entry < first + graph.size[node]!; entry++) {
        const neighbour = graph.tip[entry]!;
        graph.drop(neighbour, node);
        level[neighbour] = Math.max(level[neighbour]!, level[node]! + 1);
      }
      for (let index = 0; index < shortcutFrom.length; index++) {
        graph.improve(shortcutFrom[index]!, shortcutTo[index]!, shortcutKey[index]!, node);
        if (symmetric) graph.improve(shortcutTo[index]!, shortcutFrom[index]!, shortcutKey[index]!, node);
      }
    },
  };
}

function isSymmetric(graph: ShrinkingGraph, nodeCount: number): boolean {
  for (let node = 0; node < nodeCount; node++) {
    for (let entry = graph.start[node]!; entry < graph.start[node]! + graph.size[node]!; entry++) {
      if (graph.outKey[entry] !== graph.inKey[entry]) return false;
    }
  }
  return true;
}

/** The entries a node had when it was contracted lead to the more important nodes. */
function compileHierarchy(graph: ShrinkingGraph, rank: Int32Array): Hierarchy {
  const nodeCount = rank.length;
  const placeOf = rank.map((place) => nodeCount - 1 - place);
  const nodeAt = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) nodeAt[placeOf[node]!] = node;
  const firstUp = new Int32Array(nodeCount + 1);
  for (let place = 0; place < nodeCount; place++) {
    firstUp[place + 1] = firstUp[place]! + graph.size[nodeAt[place]!]!;
  }
  const arcCount = firstUp[nodeCount]!;
  const upTip = new Int32Array(arcCount);
  const upKey = new Float64Array(arcCount);
  const downKey = new Float64Array(arcCount);
  const upVia = new Int32Array(arcCount);
  const downVia = new Int32Array(arcCount);
  const placedVia = (via: number): number => (via < 0 ? via : placeOf[via]!);
  for (let place = 0; place < nodeCount; place++) {
    let arc = firstUp[place]!;
    const node = nodeAt[place]!;
    for (let entry = graph.start[node]!; entry < graph.start[node]! + graph.size[node]!; entry++, arc++) {
      upTip[arc] = placeOf[graph.tip[entry]!]!;
      upKey[arc] = graph.outKey[entry]!;
      downKey[arc] = graph.inKey[entry]!;
      upVia[arc] = placedVia(graph.outVia[entry]!);
      downVia[arc] = placedVia(graph.inVia[entry]!);
    }
  }
  return { nodeCount, placeOf, firstUp, upTip, upKey, downKey, upVia, downVia };
}
