import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import { asId, type CourierId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { isRefusal } from '../../../src/state/tables/tableEdit.ts';
import { addCourier, removeCourier } from '../../../src/state/tables/valueTables.ts';
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
