import { describe, expect, it } from 'vitest';
import type { StationRow } from '../../../../src/core/io/tables/read/rowTypes.ts';
import { countyOf, truePoint, villages } from './luxi.ts';
import { check, csvFile, open } from './pipeline/steps.ts';
import type { Cells } from './writeTables.ts';

const county = countyOf('luxi');
const upright: Cells = [
  ['乡镇', '行政村', '站点名称', '经度', '纬度', '日均进件(件/日)'],
  ...villages.slice(0, 5).map(([township, village], index) => {
    const [lon, lat] = truePoint(index);
    return [township, village, `${village}服务站`, lon, lat, 20 + index];
  }),
];
const turned = (cells: Cells): Cells => cells[0]!.map((_, column) => cells.map((row) => row[column] ?? null));
const rowsOf = (cells: Cells) => {
  const opened = open(csvFile('a.csv', cells));
  const [table] = check(opened, { county }).tables;
  const rows = (table?.imported?.rows ?? []) as readonly StationRow[];
  return {
    opened,
    codes: [...opened.issues, ...(table?.issues ?? [])].map(({ code }) => code),
    rows: rows.map(({ row: _, ...rest }) => rest),
  };
};

describe('a table that lies on its side', () => {
  it('reads as the same stations, and says that it was turned', () => {
    const plain = rowsOf(upright);
    const sideways = rowsOf(turned(upright));
    expect(plain.rows).toHaveLength(5);
    expect(plain.codes).not.toContain('table.turned');
    expect(sideways.rows).toEqual(plain.rows);
    expect(sideways.codes).toContain('table.turned');
    // The second station stands in the file's third column.
    expect(sideways.opened.tables[0]!.sheet.rows[2]!.row).toBe(3);
  });

  it('also with a title above and numbers before the names', () => {
    const numbered: Cells = turned(upright).map((row, index) => [index + 1, ...row]);
    const sideways = rowsOf([['泸溪县村级站点表'], ...numbered]);
    expect(sideways.rows).toEqual(rowsOf(upright).rows);
    expect(sideways.codes).toContain('table.turned');
  });

  it('is not seen in an upright table whose first column holds words that could be names of columns', () => {
    const { codes } = rowsOf([
      ['指标', '数值', '单位'],
      ['站点', 12, '个'],
      ['线路', 8, '条'],
      ['车辆', 5, '辆'],
    ]);
    expect(codes).not.toContain('table.turned');
  });

  it('without names in any row or column, the cause is that there is no header', () => {
    const { codes } = rowsOf([
      ['甲', 1, 2],
      ['乙', 3, 4],
      ['丙', 5, 6],
    ]);
    expect(codes).toContain('table.noHeader');
    expect(codes).not.toContain('table.turned');
  });
});
