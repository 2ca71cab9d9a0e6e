import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { tableFilesAmong } from '../../../../src/core/io/tables/tableFilesAmong.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const zipped = (name: string, ...entries: string[]) => ({
  name,
  bytes: zipSync(Object.fromEntries(entries.map((entry) => [entry, strToU8('x')]))),
});
const text = (name: string, content: string) => ({ name, bytes: strToU8(content) });

it('tells workbooks from archives of roads, both of them zipped', () => {
  const workbook = zipped('台账.xlsx', '[Content_Types].xml', 'xl/workbook.xml');
  const shapes = zipped('道路.zip', '农村公路/LX.SHP', '农村公路/LX.dbf');
  const earth = zipped('奥维.kmz', 'doc.kml');
  const heights = zipped('高程.zip', 'N35E108.hgt');
  expect([...tableFilesAmong([workbook, shapes, earth, heights], decode)]).toEqual([workbook]);
});

it('takes a map of points, with a line here and there, for stations', () => {
  const kml = (points: number, lines: number) =>
    text('奥维.kml', `<kml>${'<Point/>'.repeat(points)}${'<LineString/>'.repeat(lines)}</kml>`);
  const isTable = (file: ReturnType<typeof text>) => tableFilesAmong([file], decode).has(file);
  expect([kml(80, 2), kml(3, 1), kml(2, 1), kml(80, 200), kml(0, 1)].map(isTable)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  // A driver's way and where he stopped on it.
  expect(isTable(text('线路.gpx', `<gpx>${'<wpt/>'.repeat(20)}<trk/></gpx>`))).toBe(false);
});

it('takes a map of points alone for stations, but not beside roads', () => {
  const pins = text('标签.kml', '<kml><Placemark><Point/></Placemark></kml>');
  const ways = text('轨迹.gpx', '<gpx><trk/></gpx>');
  const [points, lines] = [1, 3].map((type) => {
    const bytes = new Uint8Array(100);
    bytes.set([0, 0, 0x27, 0x0a]);
    bytes[32] = type;
    return bytes;
  });
  const [shape, table] = [{ name: '村点.shp', bytes: points! }, text('村点.dbf', 'x')];
  const zip = { name: '点.zip', bytes: zipSync({ '村点.shp': points! }) };
  expect([...tableFilesAmong([pins, table, shape, zip], decode)]).toEqual([pins, table, shape, zip]);
  expect([...tableFilesAmong([pins, ways], decode)]).toEqual([]);
  const alone = text('名录.dbf', 'x');
  expect([...tableFilesAmong([alone, ways], decode)]).toEqual([alone]);
  expect([...tableFilesAmong([{ name: '路.shp', bytes: lines! }, text('路.dbf', 'x')], decode)]).toEqual([]);
});

it('gives a list of points to the roads beside it, else to the tables', () => {
  const points = text('点.csv', 'id,name,lon,lat\n1,甲村,108,35.8\n');
  const roads = text('边.csv', '起点,终点,里程\n1,2,12.5\n');
  expect([...tableFilesAmong([points], decode)]).toEqual([points]);
  expect([...tableFilesAmong([points, roads], decode)]).toEqual([]);
});
