import { beforeAll, describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { withCouriers } from '../../../src/core/model/couriers.ts';
import type { Saving } from '../../../src/core/model/report.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { runBaselines } from '../../../src/core/run/runBaselines.ts';
import { type BeforeRow, type Befores, runBefores } from '../../../src/core/run/runBefores.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

const county = readCounty(readCountyFiles('heshui'));
if (!county.ok) throw new Error('heshui does not read');
const scenario = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;
const options = { seed: 1, iterations: 150 };

describe('a saving', () => {
  it('cannot be written down without its baseline and service level', () => {
    // @ts-expect-error only savingAgainst makes one
    const bare: Saving = { share: 0.2, yuanPerParcel: 0.5, baseline: 'B1' };
    expect(bare.share).toBe(0.2);
  });
});

describe('the befores of Heshui', () => {
  let befores: Befores;
  const row = (baseline: string, basis: 'actual' | 'equal'): BeforeRow =>
    befores.rows[
      ['B1', 'B2', 'B3', 'contract'].indexOf(baseline) + (basis === 'equal' ? befores.rows.length / 2 : 0)
    ]!;
  beforeAll(() => {
    const { matrix, roads } = travelMatrix(scenario);
    const plan = toEnd(assignLines({ ...scenario, roads }, matrix, options));
    const contract = { yuanPerParcel: 3, reaches: 'village' as const };
    befores = toEnd(runBefores(scenario, plan, { ...options, contract }));
  }, 60_000);

  it('show actual and equal service side by side, each with what it hangs on', () => {
    expect(
      befores.rows.map(({ saving, hangsOn }) => [saving.baseline, saving.service.basis, hangsOn]),
    ).toEqual([
      ['B1', 'actual', 'courierCount'],
      ['B2', 'actual', 'operatorCount'],
      ['B3', 'equal', 'fictitiousService'],
      ['contract', 'equal', 'contractPrice'],
      ['B1', 'equal', 'courierCount'],
      ['B2', 'equal', 'operatorCount'],
      ['B3', 'equal', 'fictitiousService'],
      ['contract', 'equal', 'contractPrice'],
    ]);
    expect(row('B1', 'equal').saving.service).toEqual({
      basis: 'equal',
      before: 'township',
      after: 'township',
    });
    expect(row('B1', 'actual').saving.service).toEqual({
      basis: 'actual',
      before: 'township',
      after: 'village',
    });
  });

  it('order as domain knowledge says: the same operation scores from a loss to most of the cost', () => {
    const share = (baseline: string, basis: 'actual' | 'equal') => row(baseline, basis).saving.share;
    // B3 above B1 above B2; leaving out the village leg always looks better than paying for it.
    expect(share('B3', 'actual')).toBeGreaterThan(share('B1', 'actual'));
    expect(share('B1', 'actual')).toBeGreaterThan(share('B2', 'actual'));
    expect(share('B1', 'equal')).toBeGreaterThan(share('B1', 'actual'));
    expect(share('B2', 'equal')).toBeGreaterThan(share('B2', 'actual'));
    expect(share('B3', 'actual')).toBeGreaterThan(0.4);
    // The contract: 3.0 yuan before against the plan's price.
    const contract = row('contract', 'actual');
    expect(contract.saving.share).toBeCloseTo(1 - contract.afterYuanPerParcel / 3, 12);
    expect(contract.bridge).toBeNull();
  });

  it('bridge every computed "before" by cause, to the last digit', () => {
    for (const { bridge, beforeYuanPerParcel, afterYuanPerParcel } of befores.rows) {
      if (!bridge) continue;
      const sum = bridge.steps.reduce((total, step) => total + step.yuanPerParcel, beforeYuanPerParcel);
      expect(sum).toBeCloseTo(afterYuanPerParcel, 9);
    }
  });

  it('show what villagers pay while parcels stop at the township, apart', () => {
    expect(row('B1', 'actual').socialBefore!.yuanPerDay).toBeGreaterThan(1000);
    // After: one village at its township's own station, and whatever a short search leaves unserved.
    const { socialBefore, socialAfter } = row('B1', 'actual');
    expect(socialAfter.stoppedShortParcelsPerDay).toBeLessThan(
      0.05 * socialBefore!.stoppedShortParcelsPerDay,
    );
    expect(row('B1', 'equal').socialAfter.yuanPerDay).toBe(row('B1', 'equal').socialBefore!.yuanPerDay);
    expect(row('B3', 'actual').socialBefore!.stoppedShortParcelsPerDay).toBeLessThan(20);
  });

  it('hang on the number of operators: the more of them before, the greater the saving', () => {
    const yuan = [2, 3, 4, 5, 6].map((operatorCount) => {
      const [pooled] = toEnd(runBaselines(scenario, ['B2'], { ...options, operatorCount }));
      return pooled!.evaluation.yuanPerParcel;
    });
    expect(yuan.at(-1)!).toBeGreaterThan(yuan[0]! * 1.2);
    // With as many operators as couriers B2 is B1.
    expect(yuan.at(-1)!).toBeCloseTo(row('B1', 'actual').beforeYuanPerParcel, 1);
  }, 60_000);
});

describe('withCouriers', () => {
  it('changes number and shares, which add up to 1', () => {
    const three = withCouriers(scenario, [2, 1, 1]);
    expect(three.couriers.map(({ volumeShare }) => volumeShare.value)).toEqual([0.5, 0.25, 0.25]);
    expect(three.couriers[0]!.id).toBe(scenario.couriers[0]!.id);
    const eight = withCouriers(scenario, new Array<number>(8).fill(1));
    expect(new Set(eight.couriers.map(({ id }) => id)).size).toBe(8);
    expect(eight.couriers.every(({ volumeShare }) => volumeShare.grade === 'user')).toBe(true);
  });
});
