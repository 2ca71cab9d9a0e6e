import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aMatrix, aScenario, aVehicleType, graded } from '../../builders.ts';

/** Two townships of 60 parcels, four hours out and back on opposite roads: no crew drives to both within a day. */
const matrix = aMatrix(
  ['depot', 'E', 'W'],
  [
    ['depot', 'E', 80, 200],
    ['depot', 'W', 80, 200],
  ],
);
const county = (truckCount: number, vanCount: number, parcels = 60): Scenario => {
  const base = aScenario(
    [
      { id: 'E', delivery: parcels },
      { id: 'W', delivery: parcels },
    ],
    {
      vehicleTypes: [
        aVehicleType('truck', {
          count: truckCount,
          capacityParcels: graded(100),
          fixedYuanPerDay: graded(300),
          driverYuanPerDay: graded(200),
        }),
        aVehicleType('van', {
          count: vanCount,
          capacityParcels: graded(40),
          fixedYuanPerDay: graded(100),
          driverYuanPerDay: graded(200),
        }),
      ],
    },
  );
  return { ...base, policy: { ...base.policy, allowSeveralTripsPerDuty: true } };
};
const drawn = (scenario: Scenario): Plan =>
  toEnd(assignLines(scenario, matrix, { seed: 1, iterations: 6000 }));
const duties = ({ duties: all }: Plan): string[] => all.map(({ vehicleTypeId }) => vehicleTypeId).toSorted();
const shortOf = (scenario: Scenario, plan: Plan): unknown[] => {
  const evaluation = evaluatePlan(scenario, matrix, plan);
  expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  return evaluation.violations
    .filter(({ code }) => code === 'fleet.exceeded')
    .map(({ params }) => [params.vehicleTypeId, params.neededVehicles, params.availableVehicles]);
};

describe('a fleet that suffices only if a station is served in parts', () => {
  it('is used: the second truck there is not, and vans are idle', () => {
    // 60 parcels fit one truck of 100, or two vans of 40: one truck and two vans for both townships.
    const scenario = county(1, 3);
    const plan = drawn(scenario);
    expect(duties(plan)).toEqual(['truck', 'van', 'van']);
    expect(plan.unserved).toEqual([]);
    expect(shortOf(scenario, plan)).toEqual([]);
  });

  it('leaves stations whole where there are trucks enough', () => {
    // Two trucks cost 1000 yuan a day, a truck and two vans 1100.
    expect(duties(drawn(county(2, 3)))).toEqual(['truck', 'truck']);
  });

  it('says what is missing where parts help nothing: one van is too few for either township', () => {
    const scenario = county(1, 1);
    const plan = drawn(scenario);
    expect(plan.unserved).toEqual([]);
    expect(shortOf(scenario, plan)).toEqual([['truck', 2, 1]]);
  });

  it('draws nothing twice where idle vehicles hold every station whole', () => {
    // 30 parcels fit a van: the search had that choice already.
    const scenario = county(1, 3, 30);
    expect(shortOf(scenario, drawn(scenario))).toEqual([]);
  });
});
