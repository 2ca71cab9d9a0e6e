import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import { asId, type CourierId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { addCourier, removeCourier, writeCouriers } from '../../../src/state/tables/courierTable.ts';
import { isRefusal } from '../../../src/state/tables/tableEdit.ts';
import { countyOf } from '../../core/io/tables/luxi.ts';

const withShares = (shares: readonly number[]): Scenario => ({
  ...countyOf('heshui').scenarios[0]!,
  couriers: shares.map((value, index) => ({
    id: asId<CourierId>(`c${index}`),
    name: { zh: `快递甲${index}`, en: `Courier ${index}` },
    volumeShare: { value, grade: 'assumption', source: 'test' },
  })),
});
const sharesOf = ({ couriers }: Scenario): number[] =>
  couriers.map(({ volumeShare }) => Number(volumeShare.value.toFixed(9)));

const paste = (scenario: Scenario, texts: Readonly<Record<string, string>>) =>
  writeCouriers(
    scenario,
    Object.entries(texts).map(([rowId, text]) => ({ rowId, columnKey: 'share', text })),
  );

describe('shares of couriers', () => {
  it('one that is typed leaves the others in proportion', () => {
    // 0.4 is left for 0.3 and 0.2: 0.24 and 0.16.
    const { scenario, written } = paste(withShares([0.5, 0.3, 0.2]), { c0: '60' });
    expect([written, sharesOf(scenario)]).toEqual([1, [0.6, 0.24, 0.16]]);
    // Had the others nothing, they share alike.
    expect(sharesOf(paste(withShares([1, 0, 0]), { c0: '60' }).scenario)).toEqual([0.6, 0.2, 0.2]);
  });

  it('a pasted column is taken as it is, not one after the other', () => {
    expect(sharesOf(paste(withShares([0.5, 0.3, 0.2]), { c0: '20', c1: '30%', c2: '50' }).scenario)).toEqual([
      0.2, 0.3, 0.5,
    ]);
    // Part of it: 0.5 is left for the third.
    expect(sharesOf(paste(withShares([0.5, 0.3, 0.2]), { c0: '20', c1: '30' }).scenario)).toEqual([
      0.2, 0.3, 0.5,
    ]);
    // Rounded to whole per cent, 99 in all is too little, 99.9 is brought to 100: 33.3 / 99.9.
    expect(
      sharesOf(paste(withShares([0.5, 0.3, 0.2]), { c0: '33.3', c1: '33.3', c2: '33.3' }).scenario),
    ).toEqual([0.333333333, 0.333333333, 0.333333333]);
  });

  it('what does not add up to 100 % changes nothing and says the sum', () => {
    const before = withShares([0.5, 0.3, 0.2]);
    for (const texts of [
      { c0: '20', c1: '30', c2: '40' },
      { c0: '60', c1: '30', c2: '0' },
    ]) {
      const { scenario, written, refused } = paste(before, texts);
      expect(scenario).toBe(before);
      expect([written, refused.map(({ refusal, text }) => `${refusal} ${text}`)]).toEqual([
        0,
        ['notWhole 90', 'notWhole 90', 'notWhole 90'],
      ]);
    }
    expect(paste(before, { c0: '60', c1: '50' }).refused.map(({ text }) => text)).toEqual(['110', '110']);
    expect(paste(withShares([1]), { c0: '50' }).refused).toHaveLength(1);
  });

  it('a text that is no share is refused by itself; names and sources are names and sources', () => {
    const { scenario, written, refused } = writeCouriers(withShares([0.5, 0.3, 0.2]), [
      { rowId: 'c0', columnKey: 'name', text: '甲' },
      { rowId: 'c1', columnKey: 'share', text: 'many' },
      { rowId: 'c1', columnKey: 'name', text: '' },
      { rowId: 'c2', columnKey: 'source', text: 'x' },
    ]);
    expect(written).toBe(1);
    expect(scenario.couriers[0]!.name.zh).toBe('甲');
    expect(refused.map(({ refusal }) => refusal)).toEqual(['required', 'readOnly', 'notANumber']);
    expect(sharesOf(scenario)).toEqual([0.5, 0.3, 0.2]);
  });
});

describe('couriers that come and go', () => {
  it('a new one takes its share from the others in proportion', () => {
    const added = addCourier(withShares([0.5, 0.3, 0.2]), { name: '新快递', share: '20%' });
    if (isRefusal(added)) throw new Error(added.refusal);
    // The others keep 80 %: 0.5 x 0.8, 0.3 x 0.8, 0.2 x 0.8.
    expect(sharesOf(added.scenario)).toEqual([0.4, 0.24, 0.16, 0.2]);
    expect(added.scenario.couriers.at(-1)).toMatchObject({ id: added.rowId, name: { zh: '新快递' } });
    const saved = writeScenarioFile(added.scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' });
    expect(readScenarioFile(saved).ok).toBe(true);
  });

  it('one that goes leaves its share to the others in proportion, one that had all to all alike', () => {
    // 0.3 and 0.2 of what is left, 0.5: 0.6 and 0.4.
    expect(sharesOf(removeCourier(withShares([0.5, 0.3, 0.2]), 'c0') as Scenario)).toEqual([0.6, 0.4]);
    expect(sharesOf(removeCourier(withShares([1, 0, 0]), 'c0') as Scenario)).toEqual([0.5, 0.5]);
  });

  it('are refused with a reason: no name, a name that is there, no share, a share above 100 %, the last one', () => {
    const three = withShares([0.5, 0.3, 0.2]);
    const refusalOf = (texts: Readonly<Record<string, string>>): string | null => {
      const answer = addCourier(three, texts);
      return isRefusal(answer) ? answer.refusal : null;
    };
    expect(refusalOf({ share: '10' })).toBe('required');
    expect(refusalOf({ name: '快递甲1', share: '10' })).toBe('nameTaken');
    expect(refusalOf({ name: '新快递' })).toBe('notANumber');
    expect(refusalOf({ name: '新快递', share: '120' })).toBe('outOfRange');
    expect(removeCourier(withShares([1]), 'c0')).toEqual({ refusal: 'lastCourier', text: '快递甲0' });
  });
});
