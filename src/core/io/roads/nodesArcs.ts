import { issue } from '../../issues.ts';
import type { ReportIssue } from '../mapFiles/mapFile.ts';
import { wgs84Degrees } from '../mapFiles/statedCrs.ts';
import { utf8Text } from '../textDecoding.ts';
import type { RawRoads, RawWay, RoadFormat } from './roadFile.ts';
import { isTar, readTar } from './tarArchive.ts';

/** An archive with NAME.nodes (lon, lat) and NAME.arcs (from, to; numbered from 0): one-way segments. */
export const nodesArcs: RoadFormat = {
  key: 'nodesArcs',
  matches: isTar,
  *read(file, report) {
    const files = readTar(file.bytes);
    if (!files) {
      report(issue('file.truncated', { file: file.name }));
      return null;
    }
    const nodes = files.find(({ name }) => name.endsWith('.nodes'));
    const arcs = files.find(({ name }) => name.endsWith('.arcs'));
    if (!nodes || !arcs) {
      report(issue('file.unknownFormat', { file: file.name }));
      return null;
    }
    const coordinates = numberRows(utf8Text(nodes.bytes));
    yield 0.5;
    return arcRoads(file.name, coordinates, numberRows(utf8Text(arcs.bytes)), report);
  },
};

const numberRows = (text: string): number[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/).map(Number));

/** Arcs that run both ways become one two-way road. */
function arcRoads(
  source: string,
  coordinates: readonly (readonly number[])[],
  arcs: readonly (readonly number[])[],
  report: ReportIssue,
): RawRoads {
  const all = new Set(arcs.map(([from, to]) => `${from} ${to}`));
  const done = new Set<string>();
  const ways: RawWay[] = [];
  for (const [index, [from, to]] of arcs.entries()) {
    const isKnown = coordinates[from!] !== undefined && coordinates[to!] !== undefined;
    if (!isKnown) {
      report(
        issue('row.unknownReference', { reference: `${from} ${to}` }, { table: source, row: index + 1 }),
      );
    }
    if (!isKnown || from === to || done.has(`${from} ${to}`)) continue;
    const isTwoWay = all.has(`${to} ${from}`);
    done.add(`${from} ${to}`);
    if (isTwoWay) done.add(`${to} ${from}`);
    ways.push({
      id: `a${index}`,
      points: [from!, to!],
      roadClass: 'township',
      oneWay: isTwoWay ? 0 : 1,
      name: '',
      ref: '',
      lengthKm: null,
      isFerry: false,
    });
  }
  return {
    source,
    licence: '',
    lon: Float64Array.from(coordinates, ([lon]) => lon ?? Number.NaN),
    lat: Float64Array.from(coordinates, ([, lat]) => lat ?? Number.NaN),
    pointId: String,
    ways,
    places: [],
    topology: 'surveyed',
    crs: wgs84Degrees,
  };
}
