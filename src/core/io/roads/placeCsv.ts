import { issue } from '../../issues.ts';
import { parseCsv } from '../csv.ts';
import { utf8Text } from '../textDecoding.ts';
import type { FoundPlace, RoadFormat } from './roadFile.ts';

const headers = {
  id: ['id', 'code', '代码', '编号', '区划代码'],
  name: ['name', '名称', '地名', '村名'],
  lon: ['lon', 'lon_deg', 'lng', 'longitude', '经度', '经度(度)'],
  lat: ['lat', 'lat_deg', 'latitude', '纬度', '纬度(度)'],
} as const;

const columnsIn = (row: readonly string[]): Record<keyof typeof headers, number> => {
  const lower = row.map((header) => header.trim().toLowerCase());
  const at = (names: readonly string[]): number => lower.findIndex((header) => names.includes(header));
  return { id: at(headers.id), name: at(headers.name), lon: at(headers.lon), lat: at(headers.lat) };
};

/** A table of points: id or name, longitude, latitude. Gives positions to the nodes of a road table with those ids. */
export const placeCsv: RoadFormat = {
  key: 'placeCsv',
  matches: (start) => {
    const at = columnsIn((utf8Text(start).split(/\r?\n/, 1)[0] ?? '').split(','));
    return at.lon >= 0 && at.lat >= 0 && (at.id >= 0 || at.name >= 0);
  },
  *read(file, report) {
    const table = parseCsv(utf8Text(file.bytes));
    yield 0.5;
    const at = columnsIn(table.headers);
    const places: FoundPlace[] = [];
    for (const { row, cells } of table.rows) {
      const cell = (index: number): string => (index < 0 ? '' : (cells[index] ?? ''));
      const id = cell(at.id) || cell(at.name);
      const place = { table: file.name, row };
      if (cell(at.lon) === '' || cell(at.lat) === '') {
        report(issue('place.unlocated', { name: cell(at.name) || id }, place));
        continue;
      }
      const lon = Number(cell(at.lon));
      const lat = Number(cell(at.lat));
      const isFault = (value: number, limit: number): boolean => !(Math.abs(value) <= limit);
      if (isFault(lon, 180)) report(issue('cell.outOfRange', { value: cell(at.lon) }, place));
      else if (isFault(lat, 90)) report(issue('cell.outOfRange', { value: cell(at.lat) }, place));
      else places.push({ id, name: cell(at.name) || id, lonLat: [lon, lat] });
    }
    const none = new Float64Array(0);
    return {
      source: file.name,
      licence: '',
      lon: none,
      lat: none,
      pointId: String,
      ways: [],
      places,
      topology: 'surveyed',
      crs: null,
    };
  },
};
