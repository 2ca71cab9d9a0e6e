import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';

const matrix = aMatrix(
  ['depot', 'A', 'B', 'C'],
  [
    ['depot', 'A', 10, 20],
    ['A', 'B', 10, 20],
    ['B', 'C', 10, 20],
  ],
);
const county = (deliveries: readonly number[], change: Partial<Scenario> = {}): Scenario =>
  aScenario(
    ['A', 'B', 'C'].map((id, index) => ({ id, delivery: deliveries[index]! })),
    change,
  );
function solved(scenario: Scenario): Plan {
  return toEnd(assignLines(scenario, matrix, { seed: 1, iterations: 100 }));
}
const reasons = (plan: Plan) => plan.unserved.map(({ stationId, reason }) => [stationId, reason]);
const van = (capacity: number) => aVehicleType('van', { count: 2000, capacityParcels: graded(capacity) });

describe('figures that are beyond any county', () => {
  it('leave out a station that more vehicles than anybody has would not empty, and serve the others', () => {
    // Vans of 10 parcels: 501 of them for A, four for B.
    const scenario = county([5001, 40, 5], { vehicleTypes: [van(10)] });
    expect(reasons(solved(scenario))).toEqual([['A', 'capacity']]);
    expect(reasons(solved(county([1e300, 40, 5], { vehicleTypes: [van(10)] })))).toEqual([['A', 'capacity']]);
  });

  it('come to an end where no vehicle carries anything: stations without parcels are served', () => {
    const scenario = county([0, 40, 5], { vehicleTypes: [van(0)] });
    const plan = solved(scenario);
    expect(reasons(plan)).toEqual([
      ['B', 'capacity'],
      ['C', 'capacity'],
    ]);
    expect(plan.lines.map(({ stopIds }) => stopIds)).toEqual([['A']]);
  });

  it('count vehicles for more than the search counts to as unlimited', () => {
    const boundless = { ...van(1e10), rangeKm: 1e9 };
    const plan = solved(county([50, 40, 5], { vehicleTypes: [boundless] }));
    expect(plan.lines.map(({ stopIds }) => stopIds.length)).toEqual([3]);
  });

  it('give a line that carries nothing no load factor', () => {
    const scenario = county([50, 40, 5], { vehicleTypes: [van(0)] });
    const { lines } = evaluatePlan(scenario, matrix, aPlan([aLine('L', ['A', 'B', 'C'])]));
    expect(lines[0]!.loadFactorShare).toBe(0);
  });
});

it('a hub that hangs on another hub leaves its stations without a line, and says so', () => {
  const scenario = aScenario(
    [
      { id: 'A', role: 'townshipStation', delivery: 5 },
      { id: 'B', role: 'townshipStation', delivery: 5, hubId: 'A' },
      { id: 'C', delivery: 5, hubId: 'B' },
    ],
    { shape: 'hub', vehicleTypes: [van(100)] },
  );
  const plan = solved(scenario);
  expect(reasons(plan)).toEqual([['C', 'unreachable']]);
  const codes = checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan)).map(
    ({ code }) => code,
  );
  expect(codes).not.toContain('station.forgotten');
});
