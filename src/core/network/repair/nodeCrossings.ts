import Flatbush from 'flatbush';
import type { LonLat } from '../../geo.ts';
import type { RoadNetwork } from '../../model/scenario.ts';
import { lonDifference, pointBetween } from '../localPlane.ts';
import { readShapes } from '../roadShapes.ts';
import { cutRoadsAt, type RoadCut } from './cutRoads.ts';
import type { Repair, Repaired } from './repair.ts';

/** Stretches looked at between two reports of progress. */
const stretchesPerReport = 20_000;
/** Crossings nearer to the end of a stretch than this share are at its end: shared points, not crossings. */
const endShare = 1e-9;

/** Gives lines that cross without a common point a node there, as drawn road files need. Yields the share done. */
export function* nodeCrossings(
  network: RoadNetwork,
  skipKeys: ReadonlySet<string>,
): Generator<number, Repaired> {
  const shapes = readShapes(network);
  const stretchRoad: number[] = [];
  const stretchPoint: number[] = [];
  for (let road = 0; road < network.roads.length; road++) {
    for (let point = shapes.firstPoint[road]!; point < shapes.firstPoint[road + 1]! - 1; point++) {
      if (Number.isNaN(shapes.lon[point]! + shapes.lon[point + 1]!)) continue;
      stretchRoad.push(road);
      stretchPoint.push(point);
    }
  }
  if (stretchRoad.length === 0) return { network, repairs: [] };
  const corners = (point: number): [number, number, number, number] => {
    const lonA = shapes.lon[point]!;
    const lonB = lonA + lonDifference(lonA, shapes.lon[point + 1]!);
    const latA = shapes.lat[point]!;
    const latB = shapes.lat[point + 1]!;
    return [Math.min(lonA, lonB), Math.min(latA, latB), Math.max(lonA, lonB), Math.max(latA, latB)];
  };
  const index = new Flatbush(stretchRoad.length);
  for (const point of stretchPoint) index.add(...corners(point));
  index.finish();

  const cuts = new Map<string, RoadCut[]>();
  const repairs: Repair[] = [];
  const crossingCount = new Map<string, number>();
  const addCut = (road: number, cut: RoadCut): void => {
    const { id } = network.roads[road]!;
    const known = cuts.get(id);
    if (known) known.push(cut);
    else cuts.set(id, [cut]);
  };
  for (let stretch = 0; stretch < stretchRoad.length; stretch++) {
    if (stretch % stretchesPerReport === 0) yield stretch / stretchRoad.length;
    const point = stretchPoint[stretch]!;
    const others = index.search(...corners(point), (other) => other > stretch).sort((a, b) => a - b);
    for (const other of others) {
      const hit = crossing(shapes, point, stretchPoint[other]!);
      if (!hit) continue;
      const road = stretchRoad[stretch]!;
      const otherRoad = stretchRoad[other]!;
      const ids = [network.roads[road]!.id, network.roads[otherRoad]!.id];
      const pair = ids.join(' ');
      const number = (crossingCount.get(pair) ?? 0) + 1;
      crossingCount.set(pair, number);
      const key = `crossing ${pair} ${number}`;
      if (skipKeys.has(key)) continue;
      const node = { id: key, lonLat: hit.lonLat };
      addCut(road, { stretch: point - shapes.firstPoint[road]!, share: hit.share, node });
      addCut(otherRoad, {
        stretch: stretchPoint[other]! - shapes.firstPoint[otherRoad]!,
        share: hit.otherShare,
        node,
      });
      repairs.push({ key, code: 'road.crossingNoded', lonLat: hit.lonLat, roadIds: ids, lengthM: 0 });
    }
  }
  return { network: cutRoadsAt(network, cuts), repairs };
}

/** Where two stretches cross inside both; null where they do not, touch at an end or run side by side. */
function crossing(
  shapes: { readonly lon: Float64Array; readonly lat: Float64Array },
  a: number,
  b: number,
): { share: number; otherShare: number; lonLat: LonLat } | null {
  const x0 = shapes.lon[a]!;
  const y0 = shapes.lat[a]!;
  const ax = lonDifference(x0, shapes.lon[a + 1]!);
  const ay = shapes.lat[a + 1]! - y0;
  const x1 = lonDifference(x0, shapes.lon[b]!);
  const y1 = shapes.lat[b]! - y0;
  const bx = lonDifference(shapes.lon[b]!, shapes.lon[b + 1]!);
  const by = shapes.lat[b + 1]! - shapes.lat[b]!;
  const cross = ax * by - ay * bx;
  if (cross === 0) return null;
  const share = (x1 * by - y1 * bx) / cross;
  const otherShare = (x1 * ay - y1 * ax) / cross;
  const isInside = (value: number): boolean => value > endShare && value < 1 - endShare;
  if (!isInside(share) || !isInside(otherShare)) return null;
  const lonLat = pointBetween([x0, y0], [shapes.lon[a + 1]!, shapes.lat[a + 1]!], share);
  return { share, otherShare, lonLat };
}
