import { issue } from '../../issues.ts';
import type { MapFile, ReportIssue } from '../mapFiles/mapFile.ts';
import { wgs84Degrees } from '../mapFiles/statedCrs.ts';
import { isPlaceTag, readWayTags } from './osmTags.ts';
import { listBlocks, openBlock, type PbfBlock, visitBlock } from './pbfBlocks.ts';
import { createPointTable } from './pointTable.ts';
import type { FoundPlace, RawRoads, RawWay, RoadFormat } from './roadFile.ts';

export const osmLicence = 'ODbL 1.0, © OpenStreetMap contributors';

/** Protocol buffers of OpenStreetMap. Read twice, ways before nodes, so that only points of roads are kept. */
export const osmPbf: RoadFormat = {
  key: 'osmPbf',
  matches: (start) => hasText(start, 6, 'OSMHeader'),
  *read(file, report) {
    try {
      const blocks = listBlocks(file.bytes);
      if (blocks) {
        const data = blocks.filter(({ type }) => type === 'OSMData');
        return yield* readBlocks(file, data, report);
      }
      report(issue('file.truncated', { file: file.name }));
    } catch {
      report(issue('file.notReadable', { file: file.name }));
    }
    return null;
  },
};

export function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function* readBlocks(
  file: MapFile,
  blocks: readonly PbfBlock[],
  report: ReportIssue,
): Generator<number, RawRoads> {
  const points = createPointTable();
  const ways: RawWay[] = [];
  for (const [index, block] of blocks.entries()) {
    visitBlock(openBlock(file.bytes, block), {
      way: (way) => {
        const tags = readWayTags(way.tag);
        if (!tags) return;
        if (tags.isFerry)
          report(issue('road.ferry', { name: tags.name }, { entity: 'road', id: `w${way.id}` }));
        ways.push({ id: `w${way.id}`, points: way.refs.map(points.add), lengthKm: null, ...tags });
      },
    });
    yield (0.5 * index) / blocks.length;
  }
  const lon = new Float64Array(points.count).fill(Number.NaN);
  const lat = new Float64Array(points.count).fill(Number.NaN);
  const places: FoundPlace[] = [];
  for (const [index, block] of blocks.entries()) {
    visitBlock(openBlock(file.bytes, block), {
      node: (node) => {
        const point = points.find(node.id);
        if (point >= 0) {
          lon[point] = node.lon;
          lat[point] = node.lat;
        }
        if (!isPlaceTag(node.tag('place'))) return;
        const name = node.tag('name:zh') ?? node.tag('name') ?? '';
        if (name !== '') places.push({ id: `n${node.id}`, name, lonLat: [node.lon, node.lat] });
      },
    });
    yield 0.5 + (0.5 * index) / blocks.length;
  }
  return {
    source: file.name,
    licence: osmLicence,
    lon,
    lat,
    pointId: (point) => `n${points.idOf(point)}`,
    ways,
    places,
    topology: 'surveyed',
    crs: wgs84Degrees,
  };
}
