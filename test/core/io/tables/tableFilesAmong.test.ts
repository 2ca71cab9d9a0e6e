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
  expect([...tableFilesAmong([workbook, shapes, earth], decode)]).toEqual([workbook]);
});

it('gives a list of points to the roads beside it, else to the tables', () => {
  const points = text('点.csv', 'id,name,lon,lat\n1,甲村,108,35.8\n');
  const roads = text('边.csv', '起点,终点,里程\n1,2,12.5\n');
  expect([...tableFilesAmong([points], decode)]).toEqual([points]);
  expect([...tableFilesAmong([points, roads], decode)]).toEqual([]);
});
