import { describe, expect, it } from 'vitest';
import { handPlanOf } from '../../../src/core/evaluate/handPlan.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aPlan, aScenario, aVehicleType } from '../../builders.ts';

const scenario = aScenario([
  { id: 'A', delivery: 10 },
  { id: 'B', delivery: 10 },
  { id: 'C', delivery: 10 },
]);
const { lines, duties } = aPlan([aLine('L1', ['A', 'gone', 'B']), aLine('L2', ['gone'])]);
const withHand = { ...scenario, handPlan: { lines, duties, moved: [] } };

describe('lines settled by hand', () => {
  it('leave out what is gone and list what they do not call at', () => {
    const plan = handPlanOf(withHand)!;
    expect(plan.lines.map(({ stopIds }) => stopIds)).toEqual([['A', 'B']]);
    expect(plan.duties.flatMap(({ trips }) => trips.map(({ lineId }) => lineId))).toEqual(['L1']);
    expect(plan.unserved).toEqual([{ stationId: 'C', reason: 'byHand', params: {} }]);
    expect(handPlanOf({ ...withHand, vehicleTypes: [aVehicleType('truck')] })!.lines).toEqual([]);
    expect(handPlanOf(scenario)).toBeNull();
  });

  it('are what a run evaluates, without solving', () => {
    const report = toEnd(runScenario(withHand, { seed: 1, iterations: 10 }));
    expect(report.plan.lines.map(({ stopIds }) => stopIds)).toEqual([['A', 'B']]);
    expect(report.faults.filter(({ code }) => code === 'figure.differs')).toEqual([]);
  });
});
