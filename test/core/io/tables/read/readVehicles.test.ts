import { describe, expect, it } from 'vitest';
import { issuesOf } from '../../../../../src/core/io/tables/pipeline/checkTables.ts';
import type { VehicleRow } from '../../../../../src/core/io/tables/read/rowTypes.ts';
import { check, csvFile, open } from '../pipeline/steps.ts';

/** One van with a cell under a header, and what is told of it. */
const read = (header: string, cell: number | string) => {
  const cells = [
    ['车型', '数量', header],
    ['微面', 2, cell],
  ];
  const checked = check(open(csvFile('v.csv', cells)), { choices: { 'v.csv': { kind: 'vehicles' } } });
  const [row] = checked.tables[0]!.imported!.rows as readonly VehicleRow[];
  const codes = issuesOf(checked).flatMap(({ code }) =>
    /^(vehicle|cell)\./.test(code) && code !== 'cell.repaired' ? [code] : [],
  );
  return { row: row!, codes };
};

describe('energy of a vehicle', () => {
  it.each([
    ['油耗', 12],
    ['油耗', 8],
    ['油耗', '10升/百公里'],
    ['油耗', '8.5L'],
    ['百公里油耗', 8],
    ['油耗(L/100km)', 8],
    ['百公里电耗(度)', 1.5],
  ])('%s %s is no yuan per km: refused in words', (header, cell) => {
    const { row, codes } = read(header, cell);
    expect(row.energyYuanPerKm).toBeNull();
    expect(codes).toEqual(['vehicle.energyPer100Km']);
  });

  it.each([
    ['油电耗(元/公里)', 0.65, 0.65, []],
    ['油耗', 0.65, 0.65, []],
    ['油耗', '0.65元/公里', 0.65, []],
    // 65 yuan per 100 km are 0.65 per km.
    ['百公里油费(元)', 65, 0.65, ['cell.unitConverted']],
    ['油电耗(元/公里)', 5, 5, ['vehicle.energyHigh']],
  ])('%s %s is %d yuan per km', (header, cell, yuan, told) => {
    const { row, codes } = read(header, cell);
    expect(row.energyYuanPerKm).toBe(yuan);
    expect(codes).toEqual(told);
  });
});

describe("a driver's wage", () => {
  it.each([
    // 4,500 yuan a month over 26 days are 173 a day.
    ['司机工资', 4500, []],
    ['司机工资(元/日)', 200, []],
    // 180 a month are 7 a day; 4,500 a day are a month's.
    ['司机工资', 180, ['vehicle.wageDoubtful']],
    ['司机工资(元/日)', 4500, ['vehicle.wageDoubtful']],
  ])('%s %d', (header, cell, told) => {
    expect(read(header, cell).codes).toEqual(told);
  });
});
