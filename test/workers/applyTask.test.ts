import { expect, it } from 'vitest';
import { toEnd } from '../../src/core/toEnd.ts';
import { applyChecked } from '../../workers/applyTask.ts';
import { countyOf } from '../core/io/tables/luxi.ts';
import { check, csvFile, open } from '../core/io/tables/pipeline/steps.ts';

const apply = (cells: Parameters<typeof csvFile>[1]) => {
  const county = countyOf('luxi');
  const opened = open(csvFile('合同价.csv', cells));
  return toEnd(
    applyChecked(check(opened, { county }), opened.tables, {
      target: { kind: 'county', isRosterComplete: false },
      edits: {},
      scenarios: county.scenarios,
      claims: [],
      terrain: county.terrain,
      defaultTexts: {},
    }),
  );
};

it("hands on what the couriers' contract prices come to", () => {
  const answer = apply([
    ['快递公司', '合同单价', '单位'],
    ['甲快递', 2, '元/件'],
    ['乙快递', 3, '元/件'],
  ]);
  // Couriers the scenario does not know count alike: (2 + 3) / 2.
  expect(answer.contractYuanPerParcel).toBe(2.5);
  expect(answer.issues.map(({ code }) => code)).toContain('rate.contractPrices');
});

it('hands on none where a table holds other prices', () => {
  const answer = apply([
    ['费用项目', '单价', '单位'],
    ['派费', 0.4, '元/件'],
  ]);
  expect(answer.contractYuanPerParcel).toBeNull();
  expect(answer.changes.ratesChanged).toBe(1);
});
