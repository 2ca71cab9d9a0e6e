import Flatbush from 'flatbush';
import type { LonLat } from '../geo.ts';
import { boxDegrees, lonDifference, nearestOnSegment, pointBetween } from './localPlane.ts';
import { pointOf, type RoadShapes, stretchesKm } from './roadShapes.ts';

/** Where a place meets the road network. */
export interface Snap {
  readonly roadIndex: number;
  /** Share of the road's length from its first node, 0 to 1. */
  readonly share: number;
  readonly lonLat: LonLat;
  /** Straight from the place to the road. */
  readonly distanceM: number;
}

export interface RoadIndex {
  /** Nearest point of any road that `isAllowed` lets pass, within `limitM`; null where there is none. */
  nearest(lonLat: LonLat, limitM: number, isAllowed?: (roadIndex: number) => boolean): Snap | null;
}

const firstRadiusM = 250;

/** Index over the stretches of all roads, for finding the nearest road (not only the nearest node). */
export function buildRoadIndex(shapes: RoadShapes): RoadIndex {
  const roadCount = shapes.firstPoint.length - 1;
  const stretchRoad: number[] = [];
  const stretchStart: number[] = [];
  for (let road = 0; road < roadCount; road++) {
    for (let point = shapes.firstPoint[road]!; point < shapes.firstPoint[road + 1]! - 1; point++) {
      const sum = shapes.lon[point]! + shapes.lat[point]! + shapes.lon[point + 1]! + shapes.lat[point + 1]!;
      if (Number.isNaN(sum)) continue;
      stretchRoad.push(road);
      stretchStart.push(point);
    }
  }
  if (stretchRoad.length === 0) return { nearest: () => null };
  const index = new Flatbush(stretchRoad.length);
  for (const point of stretchStart) {
    const lonA = shapes.lon[point]!;
    const lonB = lonA + lonDifference(lonA, shapes.lon[point + 1]!);
    const latA = shapes.lat[point]!;
    const latB = shapes.lat[point + 1]!;
    index.add(Math.min(lonA, lonB), Math.min(latA, latB), Math.max(lonA, lonB), Math.max(latA, latB));
  }
  index.finish();

  const candidates = (lonLat: LonLat, radiusM: number): number[] => {
    const box = boxDegrees(lonLat[1], radiusM);
    const found: number[] = [];
    // A stretch over the antimeridian lies beyond +-180 degrees in the index.
    for (const shift of [0, 360, -360]) {
      const lon = lonLat[0] + shift;
      if (lon + box.lon < index.minX || lon - box.lon > index.maxX) continue;
      const hits = index.search(lon - box.lon, lonLat[1] - box.lat, lon + box.lon, lonLat[1] + box.lat);
      for (const hit of hits) found.push(hit);
    }
    return found;
  };

  const nearest: RoadIndex['nearest'] = (lonLat, limitM, isAllowed) => {
    if (Number.isNaN(lonLat[0] + lonLat[1])) return null;
    for (let radiusM = Math.min(firstRadiusM, limitM); ; radiusM = Math.min(radiusM * 2, limitM)) {
      let best = -1;
      let bestShare = 0;
      let bestM = radiusM;
      for (const stretch of candidates(lonLat, radiusM)) {
        if (isAllowed && !isAllowed(stretchRoad[stretch]!)) continue;
        const point = stretchStart[stretch]!;
        const hit = nearestOnSegment(lonLat, pointOf(shapes, point), pointOf(shapes, point + 1));
        if (hit.distanceM > bestM || (hit.distanceM === bestM && best >= 0 && stretch > best)) continue;
        best = stretch;
        bestShare = hit.share;
        bestM = hit.distanceM;
      }
      if (best >= 0) return snapOn(shapes, stretchRoad[best]!, stretchStart[best]!, bestShare, bestM);
      if (radiusM >= limitM) return null;
    }
  };
  return { nearest };
}

function snapOn(
  shapes: RoadShapes,
  roadIndex: number,
  point: number,
  shareOfStretch: number,
  distanceM: number,
): Snap {
  const stretches = stretchesKm(shapes, roadIndex);
  const position = point - shapes.firstPoint[roadIndex]!;
  let beforeKm = 0;
  let totalKm = 0;
  for (const [offset, km] of stretches.entries()) {
    if (offset < position) beforeKm += km;
    totalKm += km;
  }
  const share = totalKm === 0 ? 0 : (beforeKm + stretches[position]! * shareOfStretch) / totalKm;
  const lonLat = pointBetween(pointOf(shapes, point), pointOf(shapes, point + 1), shareOfStretch);
  return { roadIndex, share: Math.min(1, Math.max(0, share)), lonLat, distanceM };
}
