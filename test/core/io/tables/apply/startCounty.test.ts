import { describe, expect, it } from 'vitest';
import { applyToNewCounty } from '../../../../../src/core/io/tables/pipeline/applyTables.ts';
import { issuesOf } from '../../../../../src/core/io/tables/pipeline/checkTables.ts';
import { toEnd } from '../../../../../src/core/toEnd.ts';
import { check, csvFile, defaults, open, unknownCounty } from '../pipeline/steps.ts';
import type { Cells } from '../writeTables.ts';

const choice = { name: '', terrain: 'hills', depot: null } as const;
const start = (...files: Parameters<typeof open>) => {
  const checked = check(open(...files));
  return { checked, result: toEnd(applyToNewCounty(checked, choice, defaults())) };
};
/** 县, 经度 and 纬度 are columns 0, 5 and 6. */
const without = (...columns: number[]): Cells =>
  unknownCounty().map((row) => row.filter((_cell, index) => !columns.includes(index)));

describe('a roster that cannot be a county', () => {
  it('without coordinates is told so in the check, and as the only reason after it', () => {
    const { checked, result } = start(csvFile('roster.csv', without(5, 6)));
    const told = { code: 'roster.noPoints', params: { table: 'roster.csv' }, at: { table: 'roster.csv' } };
    expect(issuesOf(checked)[0]).toMatchObject(told);
    expect(result.ok).toBe(false);
    expect(result.issues).toMatchObject([told]);
  });

  it('without a name is told so in the check', () => {
    const { checked, result } = start(csvFile('roster.csv', without(0)));
    expect(checked.county.name.zh).toBe('');
    expect(issuesOf(checked)[0]).toMatchObject({ code: 'roster.noName' });
    expect(result.issues).toMatchObject([{ code: 'roster.noName' }]);
  });

  it('has the name of its title or its file', () => {
    expect(start(csvFile('石桥县站点.csv', without(0))).checked.county.name.zh).toBe('石桥县');
    const titled: Cells = [['2025年青石县村级站点台账'], ...without(0)];
    expect(start(csvFile('roster.csv', titled)).checked.county.name.zh).toBe('青石县');
  });
});

describe('what is told of a county made of tables', () => {
  const codesOf = (...files: Parameters<typeof open>) => {
    const { result } = start(...files);
    return result.issues.map(({ code }) => code).filter((code) => code.startsWith('roster.'));
  };

  it('is that its vehicles and couriers are assumed, where no table brought any', () => {
    const codes = codesOf(csvFile('roster.csv', unknownCounty()));
    expect(codes).toEqual(expect.arrayContaining(['roster.defaultsUsed', 'roster.fleetAssumed']));
    expect(codes).toContain('roster.couriersAssumed');
  });

  it('is not that they are assumed where a table brought them', () => {
    const codes = codesOf(
      csvFile('roster.csv', unknownCounty()),
      csvFile('vehicles.csv', [
        ['车型', '数量', '载重'],
        ['微面', 3, 700],
      ]),
      csvFile('volumes.csv', [
        ['快递品牌', '乡镇', '月份', '派件量', '揽件量'],
        ['中通', '青山镇', '2024-04', 9000, 900],
        ['圆通', '青山镇', '2024-04', 3000, 300],
      ]),
    );
    expect(codes).not.toContain('roster.fleetAssumed');
    expect(codes).not.toContain('roster.couriersAssumed');
  });

  it('credits nobody else for points and names that are its own', () => {
    const { result } = start(csvFile('roster.csv', unknownCounty()));
    expect(result.ok && result.value.county.credits).toEqual([
      { text: { zh: '点位与名称：roster.csv', en: 'Points and names: roster.csv' }, licence: '' },
    ]);
  });
});
