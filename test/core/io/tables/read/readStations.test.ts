import { describe, expect, it } from 'vitest';
import { issuesOf } from '../../../../../src/core/io/tables/pipeline/checkTables.ts';
import type { StationRow } from '../../../../../src/core/io/tables/read/rowTypes.ts';
import { check, csvFile, open } from '../pipeline/steps.ts';
import type { Cells } from '../writeTables.ts';

/** One village with the parcels given, under their headers. */
const read = (
  headers: readonly string[],
  parcels: readonly (number | string)[],
  columns?: Record<string, number>,
) => {
  const cells: Cells = [
    ['县', '乡镇', '行政村', ...headers],
    ['石桥县', '青山镇', '石门村', ...parcels],
  ];
  const checked = check(open(csvFile('a.csv', cells)), {
    choices: { 'a.csv': { kind: 'stations', ...(columns ? { columns } : {}) } },
  });
  const [row] = checked.tables[0]!.imported!.rows as readonly StationRow[];
  return { row: row!, issues: issuesOf(checked) };
};

describe('parcels of a roster that are not per day', () => {
  it.each([
    // A month without a name is a twelfth of 365 days, a year is 365 days, a week 7.
    ['月派件量', 365, 12],
    ['月均件量', 365, 12],
    ['年派件量', 3650, 10],
    ['全年派件量', 3650, 10],
    ['派件量(件/月)', 365, 12],
    ['周派件量', 70, 10],
    // May has 31 days, February of 2024 has 29, January to March of 2025 have 31 + 28 + 31 = 90.
    ['5月派件量', 310, 10],
    ['2025年5月派件量', 310, 10],
    ['2024年2月派件量', 290, 10],
    ['2025年1-3月派件量', 900, 10],
    ['2024年派件量', 3650, 10],
    // Per day as they stand.
    ['日均派件量', 12, 12],
    ['2025年5月日均派件量', 12, 12],
    ['日派件量', 12, 12],
  ])('%s of %d are %d a day', (header, parcels, perDay) => {
    const { row, issues } = read([header], [parcels]);
    expect(row.deliveryParcelsPerDay).toBeCloseTo(perDay, 9);
    expect(row.pickupParcelsPerDay).toBeNull();
    const told = issues.filter(({ code }) => code === 'demand.periodDivided');
    expect(told.map(({ at }) => at)).toEqual(
      header.includes('日') ? [] : [{ table: 'a.csv', row: 1, column: header }],
    );
  });

  it('are divided too where the column is chosen by hand', () => {
    const { row } = read(['年收件量'], [12_000], { deliveryParcelsPerDay: 3 });
    expect(row.deliveryParcelsPerDay).toBeCloseTo(12_000 / 365, 9);
  });

  it('are asked about where the header says nothing of the kind', () => {
    const { row, issues } = read(['派件量'], [600]);
    expect(row.deliveryParcelsPerDay).toBe(600);
    expect(issues.map(({ code }) => code)).toContain('demand.periodAssumed');
  });

  it('have a limit by their period: a million a day', () => {
    // 20 million a year are 54,795 a day; 20 million a day are a slip.
    expect(read(['年派件量'], [20_000_000]).row.deliveryParcelsPerDay).toBeCloseTo(54_794.5, 1);
    expect(read(['日均派件量'], [20_000_000]).row.deliveryParcelsPerDay).toBeNull();
  });
});

it('says which known columns are not kept: names, phone numbers, remarks', () => {
  const { issues } = read(['负责人', '电话', '备注'], ['张三', '0743-1234567', '新']);
  const columns = issues.flatMap(({ code, params }) =>
    code === 'table.columnNotKept' ? [params.column] : [],
  );
  expect(columns.sort()).toEqual(['备注', '电话', '负责人'].sort());
});

describe('which way the parcels of a roster go', () => {
  it('is kept apart, month by month too', () => {
    const { row } = read(['月派件量', '月寄件量'], [365, 73]);
    expect([row.deliveryParcelsPerDay, row.pickupParcelsPerDay]).toEqual([12, 2.4]);
  });

  it.each(['月寄件量', '年寄件量', '日均发件量', '日均揽收量', '月揽收量', '日均出件量'])(
    '%s goes out',
    (header) => {
      const { row } = read([header], [365]);
      expect(row.deliveryParcelsPerDay).toBeNull();
      expect(row.pickupParcelsPerDay).toBeGreaterThan(0);
    },
  );

  it.each(['日均派件量', '日均收件', '日均进件量', '月进港件量'])('%s comes in', (header) => {
    expect(read([header], [365]).row.pickupParcelsPerDay).toBeNull();
  });

  it('is that of the column, whatever the group above it is called', () => {
    const cells: Cells = [
      ['县', '乡镇', '行政村', '收寄情况', null],
      [null, null, null, '日均派件量', '日均揽件量'],
      ['石桥县', '青山镇', '石门村', 20, 3],
    ];
    const [row] = check(open(csvFile('a.csv', cells))).tables[0]!.imported!.rows as readonly StationRow[];
    expect([row!.deliveryParcelsPerDay, row!.pickupParcelsPerDay]).toEqual([20, 3]);
  });
});

describe('a village of a roster without a number of parcels', () => {
  it.each(['无', '没有', 0])('%s is none, and is said unless it is a number', (cell) => {
    const { row, issues } = read(['日均派件量'], [cell]);
    expect(row.deliveryParcelsPerDay).toBe(0);
    const listed = issues.filter(({ code }) => code === 'cell.noneIsZero').map(({ at }) => at);
    expect(listed).toEqual(cell === 0 ? [] : [{ table: 'a.csv', row: 2, column: '日均派件量' }]);
  });

  it.each(['—', '待统计', '暂无', ''])('“%s” is not known, and the row is listed', (cell) => {
    const { row, issues } = read(['日均派件量'], [cell]);
    expect(row.deliveryParcelsPerDay).toBeNull();
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'demand.notGiven',
        at: { table: 'a.csv', row: 2, column: '日均派件量' },
      }),
    );
  });
});
