import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../src/core/geo.ts';
import { type ExportSource, exportFiles, exportTables } from '../../../../src/core/io/export/exportFiles.ts';
import { guardText } from '../../../../src/core/io/export/guardText.ts';
import { writeCsv } from '../../../../src/core/io/export/writeCsv.ts';
import { columnName, writeXlsx } from '../../../../src/core/io/export/writeXlsx.ts';
import { importAsIs, importRoads } from '../../../../src/core/io/roads/importRoads.ts';
import { issue } from '../../../../src/core/issues.ts';
import { runScenario } from '../../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { decodeText } from '../../../../src/decodeText.ts';
import { countyOf } from '../tables/luxi.ts';
import { open } from '../tables/pipeline/steps.ts';

const county = countyOf('heshui');
const scenario = county.scenarios[0]!;
const report = toEnd(runScenario(scenario, { seed: 1, iterations: 300 }));
const source: ExportSource = {
  scenario,
  report,
  claims: county.claims,
  issues: [issue('cell.notANumber', { value: '=1+1' }, { table: 'a.csv', row: 3, column: '件量' })],
  words: { kpi: (key) => `name of ${key}`, issue: ({ code }) => ({ cause: code, action: 'do' }) },
};
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('tables that go out', () => {
  it('are all there', () => {
    expect(exportTables(source).map(({ key }) => key)).toEqual([
      'stations',
      'lines',
      'timetable',
      'vehicles',
      'volumes',
      'rates',
      'claims',
      'kpis',
      'issues',
    ]);
  });

  it('hold every station, line, call, figure and place', () => {
    const table = (key: string) => exportTables(source).find((each) => each.key === key)!;
    expect(table('stations').rows).toHaveLength(1 + scenario.stations.length);
    expect(table('lines').rows).toHaveLength(report.plan.lines.length);
    const calls = report.plan.lines.reduce(
      (sum, line) => sum + line.departureClockMin.length * (line.stopIds.length + 2),
      0,
    );
    expect(table('timetable').rows).toHaveLength(calls);
    expect(table('kpis').rows).toHaveLength(report.kpis.length);
    expect(table('issues').rows[0]).toEqual([
      'cell.notANumber',
      '错误',
      'a.csv',
      3,
      '件量',
      '=1+1',
      'cell.notANumber',
      'do',
    ]);
  });

  it('guard texts that a spreadsheet would run, and numbers not', () => {
    for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx'])
      expect(guardText(text)).toBe(`'${text}`);
    for (const text of ['-5', '+3.2', '村', "'=1", '1=1', '']) expect(guardText(text)).toBe(text);
  });

  it('CSV: byte order mark, quotes where needed, texts guarded', () => {
    const csv = writeCsv({
      key: 'issues',
      sheetName: '表',
      headers: ['名称', '数'],
      rows: [
        ['a,b "c"\nd', -5],
        ['=1+1', null],
        [' x', true],
      ],
    });
    expect(csv).toBe(`\ufeff名称,数\r\n"a,b ""c""\nd",-5\r\n'=1+1,\r\n" x",true\r\n`);
  });

  it('XLSX: formula-like texts are text cells, bytes repeat, and the workbook opens', () => {
    const table = {
      key: 'issues',
      sheetName: '表<1>',
      headers: ['名称', '数'],
      rows: [['=1+1&', -5] as const, ['@x', Number.NaN] as const],
    } as const;
    const bytes = writeXlsx([table]);
    expect(writeXlsx([table])).toEqual(bytes);
    const sheet = textOf(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('t="inlineStr" s="2"><is><t xml:space="preserve">=1+1&amp;</t>');
    const [opened] = open({ name: 'a.xlsx', bytes }).tables;
    expect(opened!.sheet.name).toBe('表<1>');
    expect(opened!.sheet.rows.map(({ cells }) => cells)).toEqual([['名称', '数'], ['=1+1&', -5], ['@x']]);
  });

  it('names columns beyond Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('lines on the map', () => {
  it('GeoJSON follows the roads from stop to stop', () => {
    const [lines, network] = exportFiles(source, 'geojson');
    const { features } = JSON.parse(textOf(lines!.bytes)) as {
      features: { geometry: { type: string; coordinates: never }; properties: Record<string, unknown> }[];
    };
    const drawn = features.filter(({ properties }) => properties.kind === 'line');
    expect(drawn).toHaveLength(report.plan.lines.length);
    expect(features).toHaveLength(drawn.length + 1 + scenario.stations.length);
    for (const { geometry, properties } of drawn) {
      const line = report.plan.lines.find(({ id }) => id === properties.id)!;
      const legs = geometry.coordinates as [number, number][][];
      expect(legs).toHaveLength(line.stopIds.length + 1);
      const start = legs[0]![0]!;
      expect(haversineKm(start, scenario.depot.lonLat)).toBeLessThan(0.5);
      // Every leg goes on where the last one ended.
      for (let leg = 1; leg < legs.length; leg++)
        expect(haversineKm(legs[leg]![0]!, legs[leg - 1]!.at(-1)!)).toBeLessThan(0.001);
    }
    const roads = { name: 'a.geojson', bytes: network!.bytes };
    const back = toEnd(
      importRoads([roads], { ...importAsIs, decode: decodeText, coordinateSystem: 'wgs84', clip: null }),
    );
    expect(back.network!.roads.length).toBeGreaterThanOrEqual(report.roads.roads.length);
  });

  it.each(['gpx', 'kml'] as const)('%s: one file for each line, names escaped', (format) => {
    const odd = { ...scenario, depot: { ...scenario.depot, name: 'A & <B>' } };
    const files = exportFiles({ ...source, scenario: odd }, format);
    expect(files).toHaveLength(report.plan.lines.length);
    for (const [index, { bytes, name }] of files.entries()) {
      const text = textOf(bytes);
      const line = report.plan.lines[index]!;
      expect(name).toContain(`.${format}`);
      expect(text).toContain('A &amp; &lt;B&gt;');
      const places = text.match(format === 'gpx' ? /<wpt /g : /<Point>/g)!;
      expect(places).toHaveLength(line.stopIds.length + 1);
      const points =
        format === 'gpx'
          ? text.match(/<trkpt /g)!.length
          : /<coordinates>([^<]*)<\/coordinates><\/LineString>/.exec(text)![1]!.split(' ').length;
      const path = report.linePaths.find(({ lineId }) => lineId === line.id)!;
      expect(points).toBe(path.legs.reduce((sum, leg) => sum + leg.coordinates.length, 0));
    }
  });
});
