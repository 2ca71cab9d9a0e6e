import type { Scenario } from '../src/core/model/scenario.ts';
import { completeRoads } from '../src/core/network/completeRoads.ts';
import { type DrawnRoad, drawRoad } from '../src/core/network/edit/drawRoad.ts';
import { type PackedRoads, packRoads, unpackRoads } from '../src/core/network/packedRoads.ts';
import type { ProxyPoint } from '../src/core/network/proxyNetwork.ts';
import { proxyPoints } from '../src/core/network/travelMatrix.ts';
import { toEnd } from '../src/core/toEnd.ts';
import type { CompletedAnswer } from './protocol.ts';

/** What the importer does with roads; works without a worker too. */

/** One network for all scenarios of a county: its gaps are filled between every place that any of them has. */
export function completePackedRoads(
  packedRoads: PackedRoads,
  scenarios: readonly Scenario[],
): CompletedAnswer {
  const first = scenarios[0];
  if (!first) return { packedRoads, addedCount: 0 };
  const points = new Map<string, ProxyPoint>();
  for (const scenario of scenarios) {
    for (const point of proxyPoints(scenario)) {
      const key = `${point.lonLat[0]} ${point.lonLat[1]}`;
      if (!points.has(key)) points.set(key, { ...point, id: points.has(point.id) ? key : point.id });
    }
  }
  const byId = new Map([...points.values()].map((point) => [point.id, point]));
  const { network, addedRoadIds } = completeRoads(
    toEnd(unpackRoads(packedRoads)),
    [...byId.values()],
    first.travel,
  );
  return { packedRoads: toEnd(packRoads(network)), addedCount: addedRoadIds.length };
}

export const drawOnPackedRoads = (packedRoads: PackedRoads, drawn: DrawnRoad): PackedRoads =>
  toEnd(packRoads(drawRoad(toEnd(unpackRoads(packedRoads)), drawn)));
