import type { LonLat } from '../geo.ts';
import {
  type Road,
  type RoadLimits,
  type RoadNetwork,
  type RoadNode,
  roadClasses,
} from '../model/scenario.ts';

/**
 * Many short texts as one: text t ends before place ends[t]. A hundred thousand strings would be copied one by one.
 * Roads put away by earlier versions have the strings themselves.
 */
export type PackedTexts = readonly string[] | { readonly text: string; readonly ends: Int32Array };

/**
 * A road network as a few flat arrays: crosses between threads as blocks of memory, where the objects themselves
 * would be copied one by one and hold the screen up. Lossless.
 */
export interface PackedRoads {
  readonly source: string;
  readonly licence: string;
  readonly nodeIds: PackedTexts;
  /** Longitude and latitude of each node in turn, degrees. */
  readonly nodeLonLat: Float64Array;
  readonly roadIds: PackedTexts;
  /** Every name once; `roadName` is the number of each road's. */
  readonly names: readonly string[];
  readonly roadName: Int32Array;
  readonly fromNode: Int32Array;
  readonly toNode: Int32Array;
  readonly lengthKm: Float64Array;
  /** Number of the class in `roadClasses`. */
  readonly roadClass: Uint8Array;
  readonly flags: Uint8Array;
  /** The points between the ends of road r are firstVia[r] .. firstVia[r + 1] - 1 of `viaLonLat`. */
  readonly firstVia: Int32Array;
  readonly viaLonLat: Float64Array;
  readonly limits: readonly (readonly [roadIndex: number, limits: RoadLimits])[];
  /** NaN where the road has none of its own. */
  readonly speedKmPerH: Float64Array;
  /** Time factors forward and backward of each road in turn; NaN where it is taken as level. */
  readonly climb: Float64Array;
}

const flag = { oneWay: 1, closed: 2, estimated: 4, surveyed: 8, expressway: 16, noExpressway: 32 } as const;
/** Roads or nodes between two chances to stop: well under a millisecond of work. */
const itemsPerStep = 500;

/** Yields the share done, so that the main thread can do it in slices. */
export function* packRoads(network: RoadNetwork): Generator<number, PackedRoads> {
  const { nodes, roads } = network;
  const nodeNumber = new Map<string, number>();
  const nodeLonLat = new Float64Array(2 * nodes.length);
  for (const [index, { id, lonLat }] of nodes.entries()) {
    nodeNumber.set(id, index);
    nodeLonLat.set(lonLat, 2 * index);
    if (index % itemsPerStep === 0) yield (0.2 * index) / nodes.length;
  }
  const numberOf = (id: string, roadId: string): number => {
    const index = nodeNumber.get(id);
    if (index === undefined) throw new Error(`invariant: road ${roadId} names unknown node ${id}`);
    return index;
  };
  const firstVia = new Int32Array(roads.length + 1);
  for (const [index, { via }] of roads.entries()) firstVia[index + 1] = firstVia[index]! + via.length;
  const viaLonLat = new Float64Array(2 * firstVia[roads.length]!);
  const fromNode = new Int32Array(roads.length);
  const toNode = new Int32Array(roads.length);
  const lengthKm = new Float64Array(roads.length);
  const roadClass = new Uint8Array(roads.length);
  const flags = new Uint8Array(roads.length);
  const roadName = new Int32Array(roads.length);
  const nameNumber = new Map<string, number>();
  const limits: [number, RoadLimits][] = [];
  const speedKmPerH = new Float64Array(roads.length).fill(Number.NaN);
  const climb = new Float64Array(2 * roads.length).fill(Number.NaN);
  for (const [index, road] of roads.entries()) {
    fromNode[index] = numberOf(road.fromNodeId, road.id);
    toNode[index] = numberOf(road.toNodeId, road.id);
    lengthKm[index] = road.lengthKm;
    roadClass[index] = roadClasses.indexOf(road.roadClass);
    flags[index] = flagsOf(road);
    const name = nameNumber.get(road.name) ?? nameNumber.size;
    nameNumber.set(road.name, name);
    roadName[index] = name;
    if (road.limits) limits.push([index, road.limits]);
    if (road.speedKmPerH !== undefined) speedKmPerH[index] = road.speedKmPerH;
    if (road.climb) climb.set([road.climb.forward, road.climb.backward], 2 * index);
    let point = 2 * firstVia[index]!;
    for (const [lon, lat] of road.via) {
      viaLonLat[point++] = lon;
      viaLonLat[point++] = lat;
    }
    if (index % itemsPerStep === 0) yield 0.2 + (0.8 * index) / roads.length;
  }
  return {
    source: network.source,
    licence: network.licence,
    nodeIds: packTexts(nodes),
    nodeLonLat,
    roadIds: packTexts(roads),
    names: [...nameNumber.keys()],
    roadName,
    fromNode,
    toNode,
    lengthKm,
    roadClass,
    flags,
    firstVia,
    viaLonLat,
    limits,
    speedKmPerH,
    climb,
  };
}

function packTexts(items: readonly { readonly id: string }[]): PackedTexts {
  const ends = new Int32Array(items.length);
  let end = 0;
  for (const [index, { id }] of items.entries()) {
    end += id.length;
    ends[index] = end;
  }
  return { text: items.map(({ id }) => id).join(''), ends };
}

export const textCount = (packed: PackedTexts): number =>
  'text' in packed ? packed.ends.length : packed.length;
const textAt = (packed: PackedTexts, index: number): string =>
  'text' in packed ? packed.text.slice(packed.ends[index - 1] ?? 0, packed.ends[index]!) : packed[index]!;

function flagsOf({ isOneWay, isClosed, isEstimated, isExpressway }: Road): number {
  const choice = (value: boolean | undefined, yes: number, no: number): number =>
    value === undefined ? 0 : value ? yes : no;
  return (
    (isOneWay ? flag.oneWay : 0) |
    (isClosed ? flag.closed : 0) |
    choice(isEstimated, flag.estimated, flag.surveyed) |
    choice(isExpressway, flag.expressway, flag.noExpressway)
  );
}

/** Yields the share done, so that the main thread can do it in slices. */
export function* unpackRoads(packed: PackedRoads): Generator<number, RoadNetwork> {
  const nodes: RoadNode[] = [];
  const { nodeLonLat, firstVia, viaLonLat } = packed;
  const nodeCount = textCount(packed.nodeIds);
  for (let index = 0; index < nodeCount; index++) {
    const id = textAt(packed.nodeIds, index);
    nodes.push({ id, lonLat: [nodeLonLat[2 * index]!, nodeLonLat[2 * index + 1]!] });
    if (index % itemsPerStep === 0) yield (0.2 * index) / nodeCount;
  }
  const limitsOf = new Map(packed.limits);
  const roads: Road[] = [];
  const roadCount = textCount(packed.roadIds);
  for (let index = 0; index < roadCount; index++) {
    const bits = packed.flags[index]!;
    const has = (bit: number): boolean => (bits & bit) !== 0;
    const via: LonLat[] = [];
    for (let point = firstVia[index]!; point < firstVia[index + 1]!; point++) {
      via.push([viaLonLat[2 * point]!, viaLonLat[2 * point + 1]!]);
    }
    const limits = limitsOf.get(index);
    const speedKmPerH = packed.speedKmPerH[index]!;
    const forward = packed.climb[2 * index]!;
    const backward = packed.climb[2 * index + 1]!;
    roads.push({
      id: textAt(packed.roadIds, index),
      fromNodeId: nodes[packed.fromNode[index]!]!.id,
      toNodeId: nodes[packed.toNode[index]!]!.id,
      lengthKm: packed.lengthKm[index]!,
      roadClass: roadClasses[packed.roadClass[index]!]!,
      isOneWay: has(flag.oneWay),
      isClosed: has(flag.closed),
      ...(has(flag.estimated | flag.surveyed) ? { isEstimated: has(flag.estimated) } : {}),
      ...(has(flag.expressway | flag.noExpressway) ? { isExpressway: has(flag.expressway) } : {}),
      ...(limits ? { limits } : {}),
      ...(Number.isNaN(speedKmPerH) ? {} : { speedKmPerH }),
      ...(Number.isNaN(forward) ? {} : { climb: { forward, backward } }),
      name: packed.names[packed.roadName[index]!]!,
      via,
    });
    if (index % itemsPerStep === 0) yield 0.2 + (0.8 * index) / roadCount;
  }
  return { source: packed.source, licence: packed.licence, nodes, roads };
}
