import type { Feature, LineString } from 'geojson';
import type { LonLat } from '../../core/geo.ts';
import type { RoadClass, RoadNetwork } from '../../core/model/scenario.ts';

const roadsPerSlice = 500;
const nodesPerSlice = 2000;

export interface RoadProperties {
  readonly roadId: string;
  readonly isEstimated: boolean;
  readonly roadClass: RoadClass;
}

/** Roads as lines, a slice at a time. A road whose end has no position cannot be drawn and is left out. */
export function* roadFeatures(
  network: RoadNetwork | null,
): Generator<undefined, Feature<LineString, RoadProperties>[]> {
  const lonLatOf = new Map<string, LonLat>();
  for (const { id, lonLat } of network?.nodes ?? []) {
    lonLatOf.set(id, lonLat);
    if (lonLatOf.size % nodesPerSlice === 0) yield;
  }
  const features: Feature<LineString, RoadProperties>[] = [];
  for (const { id, fromNodeId, toNodeId, via, isEstimated, roadClass } of network?.roads ?? []) {
    const from = lonLatOf.get(fromNodeId);
    const to = lonLatOf.get(toNodeId);
    if (!from || !to || Number.isNaN(from[0] + to[0])) continue;
    const coordinates = [from, ...via, to].map(([lon, lat]) => [lon, lat]);
    features.push({
      type: 'Feature',
      properties: { roadId: id, isEstimated: isEstimated ?? false, roadClass },
      geometry: { type: 'LineString', coordinates },
    });
    if (features.length % roadsPerSlice === 0) yield;
  }
  return features;
}
