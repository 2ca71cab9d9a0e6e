import type { LonLat } from '../../core/geo.ts';
import type { RoadNetwork } from '../../core/model/scenario.ts';

const roadsPerPart = 200;
const nodesPerPart = 2000;

/**
 * Roads as GeoJSON text in parts. Coordinates keep six decimals (0.1 m). A road whose end has no position cannot be
 * drawn and is left out.
 */
export function* roadsText(network: RoadNetwork | null): Generator<undefined, readonly string[]> {
  const parts = ['{"type":"FeatureCollection","features":['];
  const lonLatOf = new Map<string, LonLat>();
  for (const { id, lonLat } of network?.nodes ?? []) {
    lonLatOf.set(id, lonLat);
    if (lonLatOf.size % nodesPerPart === 0) yield;
  }
  yield;
  let features: string[] = [];
  let isFirst = true;
  const finishPart = (): void => {
    if (features.length === 0) return;
    parts.push(`${isFirst ? '' : ','}${features.join(',')}`);
    isFirst = false;
    features = [];
  };
  for (const { id, fromNodeId, toNodeId, via, isEstimated, roadClass } of network?.roads ?? []) {
    const from = lonLatOf.get(fromNodeId);
    const to = lonLatOf.get(toNodeId);
    if (!from || !to || Number.isNaN(from[0] + to[0])) continue;
    const points = [from, ...via, to].map(([lon, lat]) => `[${lon.toFixed(6)},${lat.toFixed(6)}]`);
    const properties = JSON.stringify({ roadId: id, isEstimated: isEstimated ?? false, roadClass });
    features.push(
      `{"type":"Feature","properties":${properties},"geometry":{"type":"LineString","coordinates":[${points.join(',')}]}}`,
    );
    if (features.length === roadsPerPart) {
      finishPart();
      yield;
    }
  }
  finishPart();
  parts.push(']}');
  return parts;
}
