import { importRoads as readRoads } from '../src/core/io/roads/importRoads.ts';
import { packRoads } from '../src/core/network/packedRoads.ts';
import { decodeText } from '../src/decodeText.ts';
import type { RoadImportAnswer, RoadImportRequest } from './protocol.ts';

/** Reading road files; loaded only when somebody has one, with all its formats. */

/** Yields the share done (0 to 1). */
export function* importRoadFiles(request: RoadImportRequest): Generator<number, RoadImportAnswer> {
  const { coordinateSystem, meridianDeg, countyLonDeg, clip, skipKeys } = request;
  const imported = yield* readRoads(request.files, {
    decode: decodeText,
    coordinateSystem,
    meridianDeg,
    countyLonDeg,
    clip,
    repair: null,
    skipKeys: new Set(skipKeys),
  });
  const { network, counts, repairs, places, issues } = imported;
  const packedRoads = network && network.roads.length > 0 ? yield* quietly(packRoads(network)) : null;
  return { packedRoads, counts, repairs, places, issues };
}

function* quietly<Value>(work: Generator<number, Value>): Generator<number, Value> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield 1;
  }
}
