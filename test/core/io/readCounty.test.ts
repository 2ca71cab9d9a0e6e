import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';

const files = readCountyFiles('heshui');
const withLine = (file: string, line: number, edit: (cells: string) => string): Record<string, string> => {
  const lines = files[file]!.split('\n');
  lines[line - 1] = edit(lines[line - 1]!);
  return { ...files, [file]: lines.join('\n') };
};
const read = (changed: Record<string, string>) => readCounty(changed);
const brief = (changed: Record<string, string>) => read(changed).issues.map(({ code, at }) => ({ code, at }));

describe('a bad row is an issue at its cell, and the others go on', () => {
  it('a longitude that is no number', () => {
    // Row 14 of places.csv is 永宁路社区居委会, which nothing else needs as a parent.
    const changed = withLine('places.csv', 14, (line) => line.replace(/,108\.\d+,/, ',一百零八,'));
    const result = read(changed);
    expect(result.issues[0]).toMatchObject({
      code: 'cell.notANumber',
      at: { table: 'places.csv', row: 14, column: 'lon_deg' },
      params: { text: '一百零八' },
    });
    expect(result.ok && result.value.places.length).toBe(121);
    // Its demand row and the stations that serve it now point nowhere, and say so.
    expect(result.issues.slice(1).every(({ code }) => code === 'row.unknownReference')).toBe(true);
    expect(result.issues.length).toBeGreaterThan(1);
  });

  it('a doubled code, an unknown word, a missing cell', () => {
    const lines = files['places.csv']!.split('\n');
    const doubled = { ...files, 'places.csv': [...lines.slice(0, -1), lines[20]!, ''].join('\n') };
    expect(brief(doubled)).toEqual([
      { code: 'row.duplicateId', at: { table: 'places.csv', row: 124, column: 'id' } },
    ]);
    const vehicle = withLine('vehicles.csv', 2, (line) => line.replace('direct;trunk', 'flying;trunk'));
    expect(brief(vehicle)).toEqual([
      { code: 'cell.unknownWord', at: { table: 'vehicles.csv', row: 2, column: 'used_for' } },
    ]);
    const demand = withLine('demand.csv', 2, (line) => line.replace(/,62\.6,/, ',,'));
    expect(brief(demand)).toEqual([
      { code: 'cell.required', at: { table: 'demand.csv', row: 2, column: 'delivery_parcels_per_day' } },
    ]);
  });

  it('a point outside the county is kept and reported', () => {
    const changed = withLine('places.csv', 14, (line) => line.replace(/,108\.\d+,/, ',109.9,'));
    const result = read(changed);
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['place.outsideCounty', 'warning'],
    ]);
    expect(result.ok && result.value.places.length).toBe(122);
  });

  it('a price in another unit', () => {
    const changed = withLine('defaults/rates.csv', 2, (line) => line.replace('yuan/parcel', 'yuan/kg'));
    const codes = brief(changed).map(({ code }) => code);
    // The row is refused, so its price is missing and there is no county to price.
    expect(codes).toEqual(['cell.unknownWord', 'cell.required']);
    expect(read(changed).ok).toBe(false);
  });

  it('service days and clocks that cannot be read', () => {
    const days = withLine('scenarios.csv', 2, (line) => line.replace('daily,daily', 'daily,weekdays 7'));
    expect(brief(days)[0]).toEqual({
      code: 'cell.unknownWord',
      at: { table: 'scenarios.csv', row: 2, column: 'branch_service_days' },
    });
    const clock = withLine('scenarios.csv', 3, (line) => line.replace('07:30;14:30', '07:30;25:00'));
    expect(brief(clock)[0]).toEqual({
      code: 'cell.unknownWord',
      at: { table: 'scenarios.csv', row: 3, column: 'departure_clocks' },
    });
  });
});

describe('what a county cannot do without', () => {
  it('a column', () => {
    const changed = { ...files, 'demand.csv': files['demand.csv']!.replace('place_id', 'place') };
    expect(brief(changed)).toEqual([{ code: 'table.columnMissing', at: { table: 'demand.csv', row: 1 } }]);
  });

  it('shares that add up', () => {
    const changed = withLine('couriers.csv', 2, (line) => line.replace('0.35', '0.3'));
    expect(read(changed).issues.map(({ code, params }) => [code, params])).toEqual([
      ['scenario.sharesDoNotAddUp', { table: 'couriers.csv' }],
    ]);
  });

  it('a boundary that is GeoJSON', () => {
    expect(brief({ ...files, 'boundary.geojson': '{' })).toEqual([
      { code: 'file.notReadable', at: undefined },
    ]);
    expect(read({ ...files, 'boundary.geojson': '{' }).ok).toBe(false);
  });

  it('any files at all', () => {
    const result = read({});
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ code }) => code)).toContain('file.empty');
  });
});

it('takes the default couriers where the county names none', () => {
  const { 'couriers.csv': _, ...without } = files;
  const result = read(without);
  expect(
    result.ok && result.value.scenarios[0]!.couriers.map(({ volumeShare }) => volumeShare.value),
  ).toEqual([0.35, 0.2, 0.15, 0.12, 0.1, 0.08]);
});

it('puts the county’s own figures before the defaults', () => {
  const result = read(files);
  expect(result.ok && result.value.scenarios[0]!.sorting.chuteCount).toBe(48);
  expect(result.ok && result.value.scenarios[0]!.travel.speedKmPerH.county.value).toBe(38);
});
