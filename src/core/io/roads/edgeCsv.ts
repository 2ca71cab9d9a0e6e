import { issue } from '../../issues.ts';
import { type CsvTable, parseCsv } from '../csv.ts';
import type { MapFile, ReportIssue } from '../mapFiles/mapFile.ts';
import { utf8Text } from '../textDecoding.ts';
import { isExpresswayWord } from './osmTags.ts';
import type { RawRoads, RawWay, RoadFormat } from './roadFile.ts';
import { oneWayOfWord, roadClassOfWord } from './roadWords.ts';

/** Headers of a road table; lengths in km, or in metres where the header says so. */
const columns = {
  from: ['from', '起点', 'from_id', 'source_id'],
  to: ['to', '终点', 'to_id', 'target_id'],
  km: ['km', 'length_km', '长度(公里)', '里程(公里)', '里程', '公里'],
  metres: ['m', 'length_m', '长度(米)'],
  roadClass: ['class', 'road_class', 'highway', '等级', '道路等级', '技术等级'],
  oneWay: ['oneway', 'one_way', '单向'],
  name: ['name', '路名', '名称'],
  fromLon: ['from_lon', '起点经度'],
  fromLat: ['from_lat', '起点纬度'],
  toLon: ['to_lon', '终点经度'],
  toLat: ['to_lat', '终点纬度'],
} as const;
type Column = keyof typeof columns;

/** A table of roads: from, to and km (or both ends' coordinates); class, one-way and name if there are any. */
export const edgeCsv: RoadFormat = {
  key: 'edgeCsv',
  matches: (start) => {
    const header = utf8Text(start).split(/\r?\n/, 1)[0] ?? '';
    const found = indexColumns(header.split(',').map((cell) => cell.trim()));
    return found.from >= 0 && found.to >= 0;
  },
  *read(file, report) {
    const table = parseCsv(utf8Text(file.bytes));
    yield 0.5;
    return readRows(file, table, report);
  },
};

function indexColumns(headers: readonly string[]): Record<Column, number> {
  const lower = headers.map((header) => header.toLowerCase());
  const found = {} as Record<Column, number>;
  for (const column of Object.keys(columns) as Column[]) {
    found[column] = lower.findIndex((header) => (columns[column] as readonly string[]).includes(header));
  }
  return found;
}

function readRows(file: MapFile, table: CsvTable, report: ReportIssue): RawRoads | null {
  const at = indexColumns(table.headers);
  const hasPositions = [at.fromLon, at.fromLat, at.toLon, at.toLat].every((index) => index >= 0);
  if (at.km < 0 && at.metres < 0 && !hasPositions) {
    report(
      issue('table.columnMissing', { column: columns.km[0], file: file.name }, { table: file.name, row: 1 }),
    );
    return null;
  }
  const names: string[] = [];
  const pointOf = new Map<string, number>();
  const lons: number[] = [];
  const lats: number[] = [];
  const ways: RawWay[] = [];
  for (const { row, cells } of table.rows) {
    const cell = (column: Column): string => (at[column] < 0 ? '' : (cells[at[column]] ?? '').trim());
    const fault = (code: 'cell.required' | 'cell.notANumber' | 'cell.outOfRange', column: Column): void =>
      report(
        issue(
          code,
          { value: cell(column) },
          { table: file.name, row, column: table.headers[at[column]] ?? '' },
        ),
      );
    const addPoint = (name: string, lonColumn: Column, latColumn: Column): number => {
      let point = pointOf.get(name);
      if (point === undefined) {
        point = names.push(name) - 1;
        pointOf.set(name, point);
        lons.push(Number.NaN);
        lats.push(Number.NaN);
      }
      if (Number.isNaN(lons[point]!) && cell(lonColumn) !== '' && cell(latColumn) !== '') {
        lons[point] = Number(cell(lonColumn));
        lats[point] = Number(cell(latColumn));
      }
      return point;
    };
    const missing = (['from', 'to'] as const).find((column) => cell(column) === '');
    if (missing) {
      fault('cell.required', missing);
      continue;
    }
    const lengthColumn: Column = cell('km') === '' && at.metres >= 0 ? 'metres' : 'km';
    const text = cell(lengthColumn);
    const length = Number(text) / (lengthColumn === 'metres' ? 1000 : 1);
    if (text === '' && !hasPositions) fault('cell.required', lengthColumn);
    else if (Number.isNaN(length)) fault('cell.notANumber', lengthColumn);
    else if (length < 0 || length > 2000) fault('cell.outOfRange', lengthColumn);
    else {
      const word = cell('roadClass');
      const roadClass = roadClassOfWord(word);
      if (!roadClass && word !== '') {
        report(issue('road.unknownClass', { word }, { table: file.name, row }));
      }
      ways.push({
        id: `row${row}`,
        points: [addPoint(cell('from'), 'fromLon', 'fromLat'), addPoint(cell('to'), 'toLon', 'toLat')],
        // A table without classes is one of through roads; an unknown word is taken for the slowest class.
        roadClass: roadClass ?? (word === '' ? 'township' : 'village'),
        oneWay: oneWayOfWord(cell('oneWay')),
        name: cell('name'),
        ref: '',
        lengthKm: text === '' ? null : length,
        isFerry: false,
        ...(isExpresswayWord(word) ? { isExpressway: true } : {}),
      });
    }
  }
  return {
    source: file.name,
    licence: '',
    lon: Float64Array.from(lons),
    lat: Float64Array.from(lats),
    pointId: (point) => names[point]!,
    ways,
    places: [],
    topology: 'surveyed',
    crs: null,
  };
}
