import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { rolesOf } from '../../../src/core/io/sortFiles.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const text = (name: string, content: string) => ({ name, bytes: strToU8(content) });
const roles = (...files: { name: string; bytes: Uint8Array }[]) => rolesOf(files, decode);

it('tells projects, tables and roads apart, brought together', () => {
  const project = text(
    '合水.cuntong.json',
    '{"format":"cuntong-project","formatVersion":3,"county":{"type":"x"}}',
  );
  const scenario = text('方案.json', '{ "format": "cuntong-scenario" }');
  const roster = text('台账.csv', '乡镇,行政村,经度,纬度\n太白镇,莲花寺村,108.6,36.1\n');
  const lines = text(
    '路.geojson',
    '{"type":"FeatureCollection","features":[{"geometry":{"type":"LineString"}}]}',
  );
  const overpass = text('a.json', '{"version":0.6,"elements":[]}');
  const workbook = { name: 'a.xlsx', bytes: zipSync({ 'xl/workbook.xml': strToU8('x') }) };
  expect(roles(project, scenario, roster, lines, overpass, workbook)).toEqual([
    'project',
    'project',
    'table',
    'road',
    'road',
    'table',
  ]);
});

it('knows an evidence pack by what is in it, whatever it is called', () => {
  const pack = { 'manifest.json': strToU8('{}'), 'project.cuntong.json': strToU8('{}') };
  expect(roles({ name: '下载.zip', bytes: zipSync(pack) })).toEqual(['evidence']);
  // Others have a manifest too.
  expect(roles({ name: '下载.zip', bytes: zipSync({ 'manifest.json': strToU8('{}') }) })).toEqual(['table']);
});

it('gives the points of a map to the tables, and JSON that nobody knows to the reader of our own files', () => {
  const points = text(
    '点.geojson',
    '{"type":"FeatureCollection","features":[{"geometry":{"type":"Point"}}]}',
  );
  expect(roles(points)).toEqual(['table']);
  expect(roles(text('别的.json', '{"name":"别的程序","version":1}'))).toEqual(['project']);
  // Named so that it is not read: too large to be looked at.
  expect(roles({ name: '甘肃.osm.pbf', bytes: new Uint8Array() })).toEqual(['road']);
  expect(roles()).toEqual([]);
});
