import type { LonLat } from '../geo.ts';
import type { RoadNetwork } from '../model/scenario.ts';
import { type Components, findComponents } from './components.ts';
import {
  createEdgeTableBuilder,
  decimetres,
  durationDs,
  type EdgeTable,
  type EdgeTableBuilder,
  impassable,
} from './edgeTable.ts';
import { type RoadShapes, readShapes } from './roadShapes.ts';
import { type DrivingConditions, isOpenTo, roadSpeedKmPerH } from './roadSpeed.ts';
import { buildRoadIndex, type RoadIndex, type Snap } from './snap.ts';

/** Roads cut where places join them. Edge e runs over the road `road[e]` from `startShare[e]` to `endShare[e]`. */
export interface TravelNetwork {
  readonly roads: RoadNetwork;
  readonly shapes: RoadShapes;
  readonly edges: EdgeTable;
  /** Road under each edge; -1 for an access link between a place and its road. */
  readonly road: Int32Array;
  readonly startShare: Float64Array;
  readonly endShare: Float64Array;
  /** Node of each place; -1 where no road is near enough. */
  readonly placeNode: Int32Array;
  readonly snaps: readonly (Snap | null)[];
  readonly places: readonly LonLat[];
}

/** Farther than this from a road, the way to it is a guess: flagged and reported. */
export const farSnapM = 500;
/** Beyond this a place is not joined at all. */
export const snapLimitM = 20_000;
/** A road of the main network is preferred to an island's while it is at most this much farther away. */
const islandDetourM = 500;
/** A place nearer than this to a road stands on it. */
const onRoadM = 1;

export interface JoiningOptions {
  /** How far from a road each place may be; absent = `snapLimitM` everywhere. */
  readonly limitM?: readonly number[];
}

/**
 * Joins places to a road network. A place off the road gets a two-way access link: straight distance times the
 * detour factor, driven at the speed of a village road. Roads that the vehicle may not use are left
 * out, and no place joins an expressway.
 */
export function buildTravelNetwork(
  roads: RoadNetwork,
  places: readonly LonLat[],
  conditions: DrivingConditions,
  { limitM }: JoiningOptions = {},
): TravelNetwork {
  const shapes = readShapes(roads);
  const index = buildRoadIndex(shapes);
  const isJoinable = (road: number): boolean =>
    roads.roads[road]!.isExpressway !== true && isOpenTo(roads.roads[road]!, conditions.vehicle);
  const components = findComponents(uncutEdges(roads, shapes, conditions));
  const snaps = places.map((lonLat, place) =>
    snapPlace(lonLat, limitM?.[place] ?? snapLimitM, isJoinable, shapes, index, components),
  );

  const cut = cutRoads(roads, shapes, conditions, snaps);
  const { builder, road, startShare, endShare } = cut;
  let nodeCount = cut.nodeCount;
  const nodeOfPoint = new Map<string, number>();
  const placeNode = new Int32Array(places.length).fill(-1);
  for (const [place, lonLat] of places.entries()) {
    const snap = snaps[place];
    if (!snap) continue;
    const roadNode = cut.snapNode[place]!;
    if (snap.distanceM <= onRoadM) {
      placeNode[place] = roadNode;
      continue;
    }
    const key = `${lonLat[0]} ${lonLat[1]}`;
    const known = nodeOfPoint.get(key);
    placeNode[place] = known ?? nodeCount;
    if (known !== undefined) continue;
    nodeOfPoint.set(key, nodeCount);
    const lengthKm = (snap.distanceM / 1000) * conditions.travel.detourFactor.value;
    const ds = durationDs(lengthKm, roadSpeedKmPerH({ roadClass: 'village' }, conditions));
    builder.add({
      from: nodeCount,
      to: roadNode,
      forwardDs: ds,
      backwardDs: ds,
      lengthDm: decimetres(lengthKm),
      isEstimated: snap.distanceM > farSnapM,
    });
    road.push(-1);
    startShare.push(0);
    endShare.push(1);
    nodeCount++;
  }
  return {
    roads,
    shapes,
    edges: builder.finish(nodeCount),
    road: Int32Array.from(road),
    startShare: Float64Array.from(startShare),
    endShare: Float64Array.from(endShare),
    placeNode,
    snaps,
    places,
  };
}

function uncutEdges(roads: RoadNetwork, shapes: RoadShapes, conditions: DrivingConditions): EdgeTable {
  return cutRoads(roads, shapes, conditions, []).builder.finish(roads.nodes.length);
}

function snapPlace(
  lonLat: LonLat,
  limitM: number,
  isJoinable: (road: number) => boolean,
  shapes: RoadShapes,
  index: RoadIndex,
  components: Components,
): Snap | null {
  const nearest = index.nearest(lonLat, limitM, isJoinable);
  if (!nearest || components.ofNode[shapes.fromNode[nearest.roadIndex]!] === 0) return nearest;
  const onMainNetwork = index.nearest(
    lonLat,
    Math.min(limitM, nearest.distanceM + islandDetourM),
    (road) => isJoinable(road) && components.ofNode[shapes.fromNode[road]!] === 0,
  );
  return onMainNetwork ?? nearest;
}

interface CutRoads {
  readonly builder: EdgeTableBuilder;
  readonly road: number[];
  readonly startShare: number[];
  readonly endShare: number[];
  readonly nodeCount: number;
  /** Node at the snap point of each place; -1 where it has none. */
  readonly snapNode: Int32Array;
}

/** Edges of all open roads, each cut at the points where places join it. */
function cutRoads(
  roads: RoadNetwork,
  shapes: RoadShapes,
  conditions: DrivingConditions,
  snaps: readonly (Snap | null)[],
): CutRoads {
  const placesOnRoad = new Map<number, number[]>();
  for (const [place, snap] of snaps.entries()) {
    if (!snap) continue;
    const onRoad = placesOnRoad.get(snap.roadIndex);
    if (onRoad) onRoad.push(place);
    else placesOnRoad.set(snap.roadIndex, [place]);
  }
  const builder = createEdgeTableBuilder();
  const road: number[] = [];
  const startShare: number[] = [];
  const endShare: number[] = [];
  const snapNode = new Int32Array(snaps.length).fill(-1);
  let nodeCount = roads.nodes.length;
  for (const [roadIndex, source] of roads.roads.entries()) {
    if (!isOpenTo(source, conditions.vehicle)) continue;
    const { lengthKm, isOneWay, isEstimated, climb } = source;
    const speedKmPerH = roadSpeedKmPerH(source, conditions);
    let node = shapes.fromNode[roadIndex]!;
    let share = 0;
    const addPart = (toNode: number, toShare: number): void => {
      const partKm = lengthKm * (toShare - share);
      const driveDs = (factor: number): number => durationDs(partKm * factor, speedKmPerH);
      builder.add({
        from: node,
        to: toNode,
        forwardDs: driveDs(climb?.forward ?? 1),
        backwardDs: isOneWay ? impassable : driveDs(climb?.backward ?? 1),
        lengthDm: decimetres(partKm),
        isEstimated: isEstimated === true,
      });
      road.push(roadIndex);
      startShare.push(share);
      endShare.push(toShare);
      node = toNode;
      share = toShare;
    };
    const onRoad = placesOnRoad.get(roadIndex) ?? [];
    onRoad.sort((a, b) => snaps[a]!.share - snaps[b]!.share || a - b);
    const tolerance = lengthKm > 0 ? onRoadM / 1000 / lengthKm : 1;
    for (const place of onRoad) {
      const snap = snaps[place]!;
      if (snap.share >= 1 - tolerance) snapNode[place] = shapes.toNode[roadIndex]!;
      else {
        if (snap.share - share > tolerance) addPart(nodeCount++, snap.share);
        snapNode[place] = node;
      }
    }
    addPart(shapes.toNode[roadIndex]!, 1);
  }
  return { builder, road, startShare, endShare, nodeCount, snapNode };
}
