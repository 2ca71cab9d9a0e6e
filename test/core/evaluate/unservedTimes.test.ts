import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { TimeDistribution } from '../../../src/core/model/evaluation.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario } from '../../builders.ts';

/** 30 minutes to each village and between them. */
const matrix = aMatrix(
  ['depot', 'V', 'W', 'X'],
  [
    ['depot', 'V', 10, 30],
    ['V', 'W', 10, 30],
    ['W', 'X', 10, 30],
  ],
);
const unserved = (plan: Plan, ...ids: string[]): Plan => ({
  ...plan,
  unserved: ids.map((id) => ({ stationId: asId<StationId>(id), reason: 'capacity', params: {} })),
});
const certain = { ...noVariance(defaultSimulationSettings('plain')), days: 7, replications: 1 };

/** The same figures from evaluation and simulation; the check has nothing against them. */
function both(scenario: Scenario, plan: Plan): TimeDistribution {
  const evaluation = evaluatePlan(scenario, matrix, plan);
  const { times } = toEnd(simulate(scenario, matrix, plan, certain));
  for (const key of [
    'meanH',
    'medianH',
    'worstH',
    'shareWithin24h',
    'shareWithin48h',
    'shareWithin2CalendarDays',
    'villageShareWithin48h',
  ] as const) {
    const expected = evaluation.times[key];
    if (Number.isNaN(expected)) expect(times[key].mean, key).toBeNaN();
    else expect(times[key].mean, key).toBeCloseTo(expected, 9);
  }
  expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  return evaluation.times;
}

describe('parcels that no line brings', () => {
  it('are late in every share, not out of its denominator', () => {
    const scenario = aScenario([
      { id: 'V', delivery: 10 },
      { id: 'W', delivery: 90 },
    ]);
    const times = both(scenario, unserved(aPlan([aLine('L', ['V'])]), 'W'));
    // The 10 parcels of V arrive within 2 hours, the 90 of W never: 10 of 100; one village of two.
    expect(times.shareWithin24h).toBeCloseTo(0.1, 12);
    expect(times.shareWithin48h).toBeCloseTo(0.1, 12);
    expect(times.shareWithin2CalendarDays).toBeCloseTo(0.1, 12);
    expect(times.villageShareWithin48h).toBe(0.5);
    expect(times.parcelsPerDay).toBe(100);
    expect(times.villageCount).toBe(2);
    // Hours are those of the parcels that arrive: born 06:00, driven 07:30 to 08:00.
    expect(times.worstH).toBeCloseTo(2, 9);
  });

  it('keep their village late where part of them is brought', () => {
    const scenario = aScenario([{ id: 'V', delivery: 100 }]);
    const times = both(scenario, unserved(aPlan([aLine('L', ['V'], { stopShares: [0.4] })]), 'V'));
    expect(times.shareWithin48h).toBeCloseTo(0.4, 12);
    expect(times.villageShareWithin48h).toBe(0);
  });

  it('leave shares of 0 and no hours where nothing is brought at all', () => {
    const scenario = aScenario([{ id: 'V', delivery: 100 }]);
    const times = both(scenario, unserved(aPlan([]), 'V'));
    expect(times.shareWithin48h).toBe(0);
    expect(times.worstH).toBeNaN();
    expect(times.meanH).toBeNaN();
    expect(evaluatePlan(scenario, matrix, unserved(aPlan([]), 'V')).yuanPerParcel).toBeNaN();
  });
});

describe('a village without inbound parcels', () => {
  it('has no county-to-village time: neither the longest nor a share', () => {
    const scenario = aScenario([{ id: 'V', delivery: 50 }, { id: 'W', pickup: 5 }, { id: 'X' }]);
    const plan = aPlan([aLine('L', ['V', 'W', 'X'])]);
    const times = both(scenario, plan);
    // V at 08:00, two hours after 06:00; W and X, at 08:30 and 09:00, get nothing.
    expect(times.worstH).toBeCloseTo(2, 9);
    expect(times.villageCount).toBe(1);
    expect(evaluatePlan(scenario, matrix, plan).stopTimes.map(({ stationId }) => stationId)).toEqual(['V']);
  });

  it('is no figure at all where there is no other', () => {
    const times = both(aScenario([{ id: 'V', pickup: 5 }]), aPlan([aLine('L', ['V'])]));
    for (const key of ['medianH', 'worstH', 'meanH', 'shareWithin48h', 'villageShareWithin48h'] as const)
      expect(times[key], key).toBeNaN();
  });
});
