import { importRoads as readRoads } from '../src/core/io/roads/importRoads.ts';
import type { RoadFile } from '../src/core/io/roads/roadFile.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import { completeRoads } from '../src/core/network/completeRoads.ts';
import { type DrawnRoad, drawRoad } from '../src/core/network/edit/drawRoad.ts';
import { type PackedRoads, packRoads, unpackRoads } from '../src/core/network/packedRoads.ts';
import type { ProxyPoint } from '../src/core/network/proxyNetwork.ts';
import { proxyPoints } from '../src/core/network/travelMatrix.ts';
import { toEnd } from '../src/core/toEnd.ts';
import type { CompletedAnswer, RoadImportAnswer, RoadImportRequest } from './protocol.ts';

/** What the importer does with roads; works without a worker too. */

/** Yields the share done (0 to 1). */
export function* importRoadFiles(request: RoadImportRequest): Generator<number, RoadImportAnswer> {
  const { coordinateSystem, countyLonDeg, clip, skipKeys } = request;
  const imported = yield* readRoads(request.files.map(asUtf8), {
    coordinateSystem,
    countyLonDeg,
    clip,
    repair: null,
    skipKeys: new Set(skipKeys),
  });
  const { network, counts, repairs, places, issues } = imported;
  const packedRoads = network && network.roads.length > 0 ? yield* quietly(packRoads(network)) : null;
  return { packedRoads, counts, repairs, places, issues };
}

/** Chinese office programs write tables in GB 18030; anything that is not UTF-8 is taken for it. */
function asUtf8(file: RoadFile): RoadFile {
  if (!/\.(csv|txt)$/i.test(file.name)) return file;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    return file;
  } catch {
    const bytes = new TextEncoder().encode(new TextDecoder('gb18030').decode(file.bytes));
    return { name: file.name, bytes };
  }
}

function* quietly<Value>(work: Generator<number, Value>): Generator<number, Value> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield 1;
  }
}

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
