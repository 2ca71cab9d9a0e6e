import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashDocument } from '../../../../../src/core/hash.ts';
import { applyTables, applyToNewCounty } from '../../../../../src/core/io/tables/pipeline/applyTables.ts';
import type { CellValue, TableFile } from '../../../../../src/core/io/tables/sheet.ts';
import { toEnd } from '../../../../../src/core/toEnd.ts';
import { countyOf, roster } from '../luxi.ts';
import { type Cells, csvText, encode, workbook } from '../writeTables.ts';
import { check, csvFile, defaults, open, unknownCounty } from './steps.ts';

/** The scenario that a roster makes of an open one; what was repaired on the way is not part of it. */
function intoOpen(...files: TableFile[]): string {
  const county = countyOf('luxi');
  const checked = check(open(...files), { county });
  const options = { isRosterComplete: false, defaults: null };
  const { fixLog: _, ...scenario } = toEnd(applyTables(county.scenarios[0]!, checked, options)).scenario;
  return hashDocument(scenario);
}
function intoNew(...files: TableFile[]): string {
  const checked = check(open(...files));
  const choice = { name: '', terrain: 'hills', depot: null } as const;
  const result = toEnd(applyToNewCounty(checked, choice, defaults('hills')));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { fixLog: _, ...scenario } = result.value.county.scenarios[0]!;
  return hashDocument(scenario);
}
/** New villages among the known ones, so that stations and places are added too. */
const someNew = (): CellValue[][] =>
  roster().map((row, index) =>
    index > 0 && index % 4 === 0 ? row.with(2, `新设${index}村`).with(3, `新设${index}站`) : row,
  );
const volumes: Cells = [
  ['快递品牌', '乡镇', '月份', '派件量', '揽件量'],
  ['中通', '达岚镇', '2024-05', 3100, 310],
  ['圆通', '达岚镇', '2024-05', 930, 93],
  ['中通', '潭溪镇', '2024-05', 1240, 124],
  ['中通', '达岚镇', '2024-06', 3300, 330],
];

const cases: readonly (readonly [name: string, cells: Cells, apply: (...files: TableFile[]) => string])[] = [
  ['a roster into an open scenario', someNew(), intoOpen],
  ['a roster into a county of its own', unknownCounty(), intoNew],
];
const order = (length: number) =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, index) => index),
    { minLength: length, maxLength: length },
  );
const runs = { numRuns: 12 };

describe.each(cases)('%s is the same scenario', (_name, cells, apply) => {
  const plain = apply(csvFile('a.csv', cells));
  const [header, ...rows] = cells;

  it('whatever the order of columns and rows', () => {
    fc.assert(
      fc.property(order(header!.length), order(rows.length), (columns, numbers) => {
        const turned = [header!, ...numbers.map((number) => rows[number]!)].map((row) =>
          columns.map((column) => row[column] ?? null),
        );
        expect(apply(csvFile('a.csv', turned))).toBe(plain);
      }),
      runs,
    );
  });

  it('with blank rows and titles', () => {
    const title = fc.constantFrom<CellValue>('花名册', '附件1', '填报单位：商务局', '2024年5月');
    fc.assert(
      fc.property(
        fc.array(title, { maxLength: 3 }),
        fc.array(fc.nat({ max: rows.length }), { maxLength: 5 }),
        (titles, blanks) => {
          const spaced: (readonly CellValue[])[] = [...cells];
          for (const blank of blanks)
            spaced.splice(
              blank + 1,
              0,
              header!.map(() => null),
            );
          const above = titles.map((text) => [text, ...header!.slice(1).map(() => null)]);
          expect(apply(csvFile('a.csv', [...above, ...spaced]))).toBe(plain);
        },
      ),
      runs,
    );
  });

  it('in every encoding, delimiter and kind of file', () => {
    for (const encoding of ['utf-8', 'utf-8-bom', 'gbk', 'utf-16le', 'utf-16be'] as const)
      for (const delimiter of [',', '\t', ';'])
        expect(apply({ name: 'a.csv', bytes: encode(csvText(cells, delimiter), encoding) })).toBe(plain);
    expect(apply({ name: 'a.csv', bytes: workbook([{ name: 'S', cells }]) })).toBe(plain);
  });
});

it('volumes beside a roster, in any order of their rows', () => {
  const [header, ...rows] = volumes;
  const plain = intoOpen(csvFile('a.csv', someNew()), csvFile('v.csv', volumes));
  expect(plain).not.toBe(intoOpen(csvFile('a.csv', someNew())));
  fc.assert(
    fc.property(order(rows.length), (numbers) => {
      const turned = [header!, ...numbers.map((number) => rows[number]!)];
      expect(intoOpen(csvFile('a.csv', someNew()), csvFile('v.csv', turned))).toBe(plain);
    }),
    runs,
  );
});
