import FlatQueue from 'flatqueue';
import type { LonLat } from '../geo.ts';
import { type RoadNetwork, roadClasses } from '../model/scenario.ts';
import { type RoadShapes, readShapes } from '../network/roadShapes.ts';
import { buildRoadIndex, type RoadIndex, type Snap } from '../network/snap.ts';
import type { Km, Metres } from '../units.ts';
import { metresBetween } from './fixes.ts';

/** A way over the roads between two fixes. */
export interface RoadWay {
  readonly lengthKm: Km;
  /** In the order of `roadClasses`. */
  readonly kmByClass: Float64Array;
  /** Kilometres weighted by how much longer the climb makes them take: / lengthKm = the factor of the whole way. */
  readonly climbedKm: Km;
  /** On roads somebody has given a speed of their own. */
  readonly ownSpeedKm: Km;
}

export interface RoadWays {
  readonly index: RoadIndex;
  /** Shortest way between two points of a track; null where one is off the roads or the way is much longer than straight. */
  between(from: LonLat, to: LonLat): RoadWay | null;
}

/** A fix farther off than this is not on that road: lanes, the receiver and the drawing of the road together. */
const onRoadM: Metres = 40;
/** A way this much longer than straight is not the one driven: the fix lies on a road beside it. */
const windingFactor = 1.8;
const slackKm: Km = 0.1;

/**
 * Matches a track to surveyed roads, closed ones and both directions of one-way roads included: what was driven is a fact.
 * Between two fixes a minute apart the shortest way is as good as certain, so no model of likelihoods is needed.
 */
export function prepareRoadWays(network: RoadNetwork): RoadWays {
  const shapes = readShapes(network);
  const index = buildRoadIndex(shapes);
  const isUsable = (road: number): boolean => network.roads[road]!.isEstimated !== true;
  const roadsAt = roadsAtNodes(shapes, network, isUsable);
  return {
    index: { nearest: (lonLat, limitM) => index.nearest(lonLat, limitM, isUsable) },
    between(from, to) {
      const start = index.nearest(from, onRoadM, isUsable);
      const end = start && index.nearest(to, onRoadM, isUsable);
      if (!start || !end) return null;
      const limitKm = (windingFactor * metresBetween(from, to)) / 1000 + slackKm;
      return shortestWay(network, shapes, roadsAt, start, end, limitKm);
    },
  };
}

interface RoadsAtNodes {
  readonly first: Int32Array;
  readonly roads: Int32Array;
}

function roadsAtNodes(
  shapes: RoadShapes,
  network: RoadNetwork,
  isUsable: (road: number) => boolean,
): RoadsAtNodes {
  const first = new Int32Array(network.nodes.length + 1);
  const used = [...network.roads.keys()].filter(isUsable);
  for (const road of used) {
    first[shapes.fromNode[road]! + 1]!++;
    first[shapes.toNode[road]! + 1]!++;
  }
  for (let node = 0; node < network.nodes.length; node++) first[node + 1]! += first[node]!;
  const next = first.slice();
  const roads = new Int32Array(first[network.nodes.length]!);
  for (const road of used) {
    roads[next[shapes.fromNode[road]!]!++] = road;
    roads[next[shapes.toNode[road]!]!++] = road;
  }
  return { first, roads };
}

/** Part of a road, driven from one share of its length to another. */
interface Part {
  readonly road: number;
  readonly fromShare: number;
  readonly toShare: number;
}
interface Reached {
  readonly km: Km;
  readonly part: Part;
  /** Node before; null = the start. */
  readonly before: number | null;
}

function shortestWay(
  network: RoadNetwork,
  shapes: RoadShapes,
  roadsAt: RoadsAtNodes,
  start: Snap,
  end: Snap,
  limitKm: Km,
): RoadWay | null {
  const kmOf = ({ road, fromShare, toShare }: Part): Km =>
    Math.abs(toShare - fromShare) * network.roads[road]!.lengthKm;
  const direct: Part = { road: start.roadIndex, fromShare: start.share, toShare: end.share };
  if (start.roadIndex === end.roadIndex && kmOf(direct) <= limitKm) return wayOf(network, [direct]);

  const reached = new Map<number, Reached>();
  const queue = new FlatQueue<number>();
  const reach = (node: number, km: Km, part: Part, before: number | null): void => {
    if (km > limitKm || km >= (reached.get(node)?.km ?? Number.POSITIVE_INFINITY)) return;
    reached.set(node, { km, part, before });
    queue.push(node, km);
  };
  for (const [node, toShare] of endsOf(shapes, start.roadIndex)) {
    const part = { road: start.roadIndex, fromShare: start.share, toShare };
    reach(node, kmOf(part), part, null);
  }
  const entries = endsOf(shapes, end.roadIndex).map(([node, fromShare]) => {
    const part = { road: end.roadIndex, fromShare, toShare: end.share };
    return { node, part, km: kmOf(part) };
  });
  let best: { readonly km: Km; readonly node: number; readonly part: Part } | null = null;
  while (queue.length > 0) {
    const km = queue.peekValue()!;
    const node = queue.pop()!;
    if (km > reached.get(node)!.km) continue;
    if (best && km >= best.km) break;
    for (const entry of entries)
      if (entry.node === node && km + entry.km <= Math.min(limitKm, best?.km ?? limitKm))
        best = { km: km + entry.km, node, part: entry.part };
    for (let at = roadsAt.first[node]!; at < roadsAt.first[node + 1]!; at++) {
      const road = roadsAt.roads[at]!;
      const isForward = shapes.fromNode[road] === node;
      const part = isForward ? { road, fromShare: 0, toShare: 1 } : { road, fromShare: 1, toShare: 0 };
      reach(isForward ? shapes.toNode[road]! : shapes.fromNode[road]!, km + kmOf(part), part, node);
    }
  }
  if (!best) return null;
  const parts: Part[] = [best.part];
  for (let node: number | null = best.node; node !== null; ) {
    const { part, before }: Reached = reached.get(node)!;
    parts.push(part);
    node = before;
  }
  return wayOf(network, parts);
}

const endsOf = (shapes: RoadShapes, road: number): (readonly [node: number, share: number])[] => [
  [shapes.fromNode[road]!, 0],
  [shapes.toNode[road]!, 1],
];

function wayOf(network: RoadNetwork, parts: readonly Part[]): RoadWay {
  const kmByClass = new Float64Array(roadClasses.length);
  let [lengthKm, climbedKm, ownSpeedKm] = [0, 0, 0];
  for (const { road, fromShare, toShare } of parts) {
    const { lengthKm: roadKm, roadClass, climb, speedKmPerH } = network.roads[road]!;
    const km = Math.abs(toShare - fromShare) * roadKm;
    lengthKm += km;
    kmByClass[roadClasses.indexOf(roadClass)]! += km;
    climbedKm += km * ((toShare >= fromShare ? climb?.forward : climb?.backward) ?? 1);
    if (speedKmPerH !== undefined) ownSpeedKm += km;
  }
  return { lengthKm, kmByClass, climbedKm, ownSpeedKm };
}
