import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { haversineKm } from '../../../../src/core/geo.ts';
import { toGaussKruger } from '../../../../src/core/io/gaussKruger.ts';
import { fixLog } from '../../../../src/core/io/tables/fixLog.ts';
import { importTables, type TableOptions } from '../../../../src/core/io/tables/importTables.ts';
import { kindFields, type TableKind, tableKinds } from '../../../../src/core/io/tables/kinds.ts';
import { headerSignature, mapColumns, rankKinds } from '../../../../src/core/io/tables/mapColumns.ts';
import { rememberColumns } from '../../../../src/core/io/tables/pipeline/choices.ts';
import { at, countyOf, roster, truePoint } from './luxi.ts';
import { asGuessed, type Cells, csvText, encode } from './writeTables.ts';

const importCells = (cells: Cells, changes: Partial<TableOptions> = {}, county: string | null = 'luxi') => {
  const known = county === null ? null : countyOf(county);
  const result = importTables([{ name: 'a.csv', bytes: encode(csvText(cells), 'utf-8') }], known, {
    ...asGuessed,
    ...changes,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { table: result.value[0]!, issues: result.issues, codes: result.issues.map(({ code }) => code) };
};
const headersOf = (texts: readonly string[]) => texts.map((text, index) => ({ index, text, parts: [text] }));

describe('the registry of columns', () => {
  it.each(tableKinds)(
    '%s: its own Chinese headers are told apart and told to be of that kind',
    (kind: TableKind) => {
      const headers = headersOf(kindFields[kind].map(({ zh }) => zh));
      const best = rankKinds(headers, '')[0]!;
      expect(best.kind).toBe(kind);
      expect(best.unused).toEqual([]);
      for (const { fieldKey, header, score } of best.matches) {
        expect(kindFields[kind].find(({ key }) => key === fieldKey)!.zh).toBe(header.text);
        expect(score).toBe(1);
      }
    },
  );

  it('remembers a table by its headers in any order', () => {
    const texts = ['乡镇', '行政村', '经度', '纬度'];
    expect(headerSignature(headersOf(texts.toReversed()))).toBe(headerSignature(headersOf(texts)));
    expect(headerSignature(headersOf([...texts, '电话']))).not.toBe(headerSignature(headersOf(texts)));
  });

  it('follows a mapping that was corrected before', () => {
    const cells = roster().map((row, index) => (index === 0 ? row.with(at.delivery, '数字甲') : row));
    const headers = headersOf(cells[0]!.map(String));
    const suggested = mapColumns('stations', headers);
    const corrected = {
      ...suggested,
      matches: [
        ...suggested.matches,
        { fieldKey: 'deliveryParcelsPerDay', header: headers[at.delivery]!, score: 1 },
      ],
      unused: [],
    };
    const { table } = importCells(cells, {
      remembered: new Map([[headerSignature(headers), rememberColumns(corrected)]]),
    });
    expect(table.kind === 'stations' && table.rows[0]!.deliveryParcelsPerDay).toBe(20);
    expect(importCells(cells).codes).toContain('table.columnUnused');
  });
});

describe('coordinate systems', () => {
  it('keeps the original and converts once: a table that says WGS-84 is left alone', () => {
    const cells = roster().map((row, index) => [...row, index === 0 ? '坐标系' : 'WGS-84']);
    const { table } = importCells(cells);
    if (table.kind !== 'stations') throw new Error(table.kind);
    for (const [index, { lonLat, original }] of table.rows.entries()) {
      expect(lonLat).toEqual(truePoint(index));
      expect(original).toEqual({
        first: String(truePoint(index)[0]),
        second: String(truePoint(index)[1]),
        system: 'wgs84',
      });
    }
    expect(table.crs).toBe('wgs84');
  });

  it('warns where a stated system contradicts the points', () => {
    const { table, codes } = importCells([
      ['泸溪县站点（百度坐标）', ...Array.from({ length: 7 }, () => null)],
      ...roster(),
    ]);
    expect(table.crs).toBe('bd09');
    expect(codes).toContain('coord.systemContradicted');
  });

  it('does as asked without judging', () => {
    const { table, codes } = importCells(roster(), { system: 'gcj02' });
    expect(table.crs).toBe('gcj02');
    expect(codes.filter((code) => code.startsWith('coord.'))).toEqual([]);
  });

  it('says that it assumes where nothing can be compared', () => {
    const { table, codes } = importCells(roster(), {}, null);
    expect([table.crs, table.acceptedCount]).toEqual(['wgs84', 12]);
    expect(codes).toEqual(expect.arrayContaining(['table.unmatched', 'coord.systemAssumed']));
  });

  it('lets roads decide where too few places are known', () => {
    // Two villages only, given in GCJ-02; the "roads" run through their true points.
    const cells = roster()
      .slice(0, 3)
      .map((row, index) => {
        if (index === 0) return row;
        const [lon, lat] = gcoord.transform(
          [...truePoint(index - 1)] as [number, number],
          gcoord.WGS84,
          gcoord.GCJ02,
        );
        return row.with(at.lon, lon).with(at.lat, lat);
      });
    const distanceToRoadM = (lonLat: readonly [number, number]): number =>
      1000 * Math.min(haversineKm(lonLat, truePoint(0)), haversineKm(lonLat, truePoint(1)));
    const { table } = importCells(cells, { distanceToRoadM });
    expect(
      table.systemChoice!.evidence.map(({ roadDistanceM }) => Math.round(roadDistanceM! / 1000)),
    ).toEqual([1, 0, 1]);
  });
});

it('reads what a common library writes', async () => {
  const written = await writeXlsxFile(
    roster().map((row) => row.map((value) => (value === null ? null : { value: value as string | number }))),
  ).toBuffer();
  const result = importTables(
    [{ name: 'a.xlsx', bytes: new Uint8Array(written) }],
    countyOf('luxi'),
    asGuessed,
  );
  expect(result.ok && result.value.map(({ acceptedCount, crs }) => [acceptedCount, crs])).toEqual([
    [12, 'wgs84'],
  ]);
});

it('turns volumes into parcels per day by the length of their period', () => {
  const { table } = importCells([
    ['乡镇', '月份', '派件量', '揽件量'],
    ['达岚镇', '2024-02', 2900, 290],
    ['潭溪镇', '2024年', 3650, 365],
  ]);
  // 2,900 in the 29 days of February 2024; 3,650 in a year of 365 days.
  expect(
    table.kind === 'volumes' && table.rows.map(({ deliveryParcelsPerDay }) => deliveryParcelsPerDay),
  ).toEqual([100, 10]);
});

it('keeps a log of every repair with the original and the new value', () => {
  const cells = roster();
  cells[1]![at.delivery] = '２０件';
  cells[2]![at.township] = '同上';
  cells[3]![at.village] = '覃木阳';
  const { issues } = importCells(cells);
  expect(fixLog(issues)).toEqual([
    { table: 'a.csv', row: 3, column: '乡镇', code: 'cell.sameAsAbove', from: '同上', to: '达岚镇' },
    { table: 'a.csv', row: 2, column: '日均进件', code: 'cell.repaired', from: '２０件', to: '20' },
    { table: 'a.csv', row: 4, column: '行政村', code: 'place.variant', from: '覃木阳', to: '覃木阳村' },
  ]);
});

it('refuses a file that would stop a PC, and says why', () => {
  const result = importTables([{ name: 'a.csv', bytes: new Uint8Array(60_000_001) }], null, asGuessed);
  expect(result.ok).toBe(false);
  expect(result.issues).toMatchObject([{ code: 'file.tooLarge', params: { sizeMb: 60, limitMb: 60 } }]);
});

describe('metres', () => {
  const metres = (meridianDeg: number, zone = 0): Cells =>
    roster().map((cells, index) => {
      if (index === 0) return cells;
      const { eastingM, northingM } = toGaussKruger(truePoint(index - 1), meridianDeg);
      return cells.with(at.lon, zone * 1_000_000 + eastingM).with(at.lat, northingM);
    });
  const distancesM = ({ table }: ReturnType<typeof importCells>) =>
    (table.kind === 'stations' ? table.rows : []).map(({ lonLat, row }) =>
      lonLat === null ? Number.POSITIVE_INFINITY : 1000 * haversineKm(lonLat, truePoint(row - 2)),
    );

  it('without a zone number lie in the zone of the county, or under the meridian that is given', () => {
    expect(Math.max(...distancesM(importCells(metres(111))))).toBeLessThan(0.01);
    // Six degrees wide: 108 E instead of 111 E puts everything some 300 km to the west.
    expect(Math.min(...distancesM(importCells(metres(108))))).toBeGreaterThan(200_000);
    expect(Math.max(...distancesM(importCells(metres(108), { meridianDeg: 108 })))).toBeLessThan(0.01);
  });

  it('of a county nobody knows the place of need a meridian', () => {
    const unknown = importCells(metres(111), {}, null);
    expect(unknown.codes.filter((code) => code === 'coord.zoneUnknown')).toHaveLength(12);
    expect(Math.min(...distancesM(unknown))).toBe(Number.POSITIVE_INFINITY);
    const told = importCells(metres(111), { meridianDeg: 111 }, null);
    expect(told.codes).not.toContain('coord.zoneUnknown');
    expect(Math.max(...distancesM(told))).toBeLessThan(0.01);
  });

  it('with a zone number follow it, unless another meridian is given', () => {
    expect(Math.max(...distancesM(importCells(metres(111, 37), {}, null)))).toBeLessThan(0.01);
    // A zone number that is wrong: the metres are under 108 E.
    expect(Math.max(...distancesM(importCells(metres(108, 37), { meridianDeg: 108 })))).toBeLessThan(0.01);
  });
});
