import type { MapFile } from '../src/core/io/mapFiles/mapFile.ts';
import { mayBeGb18030 } from '../src/core/io/roads/decodeText.ts';
import { importRoads as readRoads } from '../src/core/io/roads/importRoads.ts';
import { packRoads } from '../src/core/network/packedRoads.ts';
import type { RoadImportAnswer, RoadImportRequest } from './protocol.ts';

/** Reading road files; loaded only when somebody has one, with all its formats. */

/** Yields the share done (0 to 1). */
export function* importRoadFiles(request: RoadImportRequest): Generator<number, RoadImportAnswer> {
  const { coordinateSystem, meridianDeg, countyLonDeg, clip, skipKeys } = request;
  const imported = yield* readRoads(request.files.map(asUtf8), {
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

/** Chinese office programs write tables in GB 18030; anything that is not UTF-8 is taken for it. */
function asUtf8(file: MapFile): MapFile {
  if (!mayBeGb18030(file.name)) return file;
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
