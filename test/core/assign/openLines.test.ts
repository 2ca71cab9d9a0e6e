import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { asId, type LineId, type VehicleTypeId } from '../../../src/core/model/ids.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { createRandom } from '../../../src/core/random.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';
import { leastCost } from './everyPlan.ts';
import { county, matrix, van } from './twoVillages.ts';

function solve(scenario: Scenario, roads = matrix): Plan {
  const search = assignLines(scenario, roads, { seed: 1, iterations: 20_000 });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

describe('lines that end at a village', () => {
  it('drive and pay no way back', () => {
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const closed = evaluatePlan(county(), matrix, plan);
    const open = evaluatePlan(county({ endsAtVillage: true }), matrix, plan);
    // Closed: 10 + 5 + 15 = 30 km, 20 + 10 + 30 min driving, 30 min at stops, 30 min loading = 120 min = 60 yuan.
    expect(closed.lineKmPerDay).toBe(30);
    expect(closed.duties[0]!.paidMin).toBe(120);
    expect(closed.totalYuanPerDay).toBeCloseTo(100 + 30 + 60, 9);
    // Open: 15 km, 30 min driving, 90 min in all = 45 yuan. Left at 7:30, through with B at 7:30 + 60 min.
    expect(open.lineKmPerDay).toBe(15);
    expect(open.duties[0]!.paidMin).toBe(90);
    expect(open.lines[0]!.trips[0]!.returnClockMin).toBe(450 + 60);
    expect(open.lines[0]!.trips[0]!.returnLegKm).toBe(0);
    expect(open.totalYuanPerDay).toBeCloseTo(100 + 15 + 45, 9);
    // Who waits how long for the parcels is the same: nothing changes before the last stop.
    expect(open.times).toEqual(closed.times);
  });

  it('are drawn by the solver to end at the far stop, at the cost the evaluation finds', () => {
    const scenario = county({ endsAtVillage: true });
    const plan = solve(scenario);
    expect(plan.lines.map((line) => line.stopIds)).toEqual([['A', 'B']]);
    expect(plan.quality.objectiveYuanPerDay).toBeCloseTo(160, 9);
    expect(evaluatePlan(scenario, matrix, plan).totalYuanPerDay).toBeCloseTo(160, 9);
    expect(plan.quality.lowerBoundYuanPerDay).toBeLessThanOrEqual(160);
  });

  it('come back where the crew must load for another trip', () => {
    const lines = [aLine('L1', ['A']), aLine('L2', ['B'], { departureClockMin: [600] })];
    const trips = lines.map(({ id }) => ({ lineId: id, roundIndex: 0 }));
    const plan: Plan = { ...aPlan(lines), duties: [{ vehicleTypeId: asId<VehicleTypeId>('van'), trips }] };
    const scenario = county({ endsAtVillage: true });
    const published = evaluatePlan(scenario, matrix, plan);
    // A and back 20 km, B one way 15 km.
    expect(published.lineKmPerDay).toBe(35);
    expect(checkPlan(scenario, matrix, plan, published)).toEqual([]);
  });

  it('are for villages only: trunk lines bring their vehicle back', () => {
    const plan = aPlan([aLine('L', ['A', 'B'], { kind: 'trunk' })]);
    expect(evaluatePlan(county({ endsAtVillage: true }), matrix, plan).lineKmPerDay).toBe(30);
  });

  it('the checker finds a plan priced as if its lines ended at the village', () => {
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const forged = evaluatePlan(county({ endsAtVillage: true }), matrix, plan);
    const figures = checkPlan(county(), matrix, plan, forged).map(({ params }) => params.figure);
    expect(figures).toEqual(expect.arrayContaining(['totalYuanPerDay', 'lineKmPerDay']));
    expect(checkPlan(county({ endsAtVillage: true }), matrix, plan, forged)).toEqual([]);
  });

  it('the simulation without chance drives the same kilometres at the same cost', () => {
    const scenario = county({ endsAtVillage: true });
    const plan = solve(scenario);
    const settings = { ...noVariance(defaultSimulationSettings('plain')), days: 14 };
    const simulated = toEnd(simulate(scenario, matrix, plan, settings));
    expect(simulated.lineKmPerDay.mean).toBeCloseTo(15, 9);
    expect(simulated.totalYuanPerDay.mean).toBeCloseTo(160, 6);
  });
});

describe('against every plan there is', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

  /** Random roads: a van that may use all of them, a cheap truck on which some pairs are longer or not to be driven. */
  function roadsOf(seed: number) {
    const random = createRandom(seed);
    const all = ['depot', ...ids];
    const legs = (detour: (km: number) => number) =>
      all.flatMap((from, index) =>
        all.slice(index + 1).map((to) => {
          const km = detour(5 + random.nextInt(30));
          return [from, to, km, 2 * km] as const;
        }),
      );
    const open = aMatrix(
      all,
      legs((km) => km),
    );
    const { stationIds: _ids, ...tables } = aMatrix(
      all,
      legs((km) => 1.4 * km),
    );
    const cutOff = all.indexOf(ids[random.nextInt(ids.length)]!);
    for (const table of [tables.lengthM, tables.durationS])
      for (let other = 0; other < all.length; other++)
        if (other !== cutOff) {
          table[cutOff * all.length + other] = 4_000_000;
          table[other * all.length + cutOff] = 4_000_000;
        }
    return { ...open, restricted: [{ ...tables, vehicleTypeId: asId<VehicleTypeId>('truck') }] };
  }

  const truck = aVehicleType('truck', {
    fixedYuanPerDay: graded(60),
    energyYuanPerKm: graded(0.5),
    driverYuanPerDay: graded(200),
    capacityParcels: graded(60),
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'roads %i: open and closed lines of two vehicle types cost the least',
    (seed) => {
      const roads = roadsOf(seed);
      const base = aScenario(
        ids.map((id) => ({ id, delivery: 15 })),
        { vehicleTypes: [{ ...van, capacityParcels: graded(45) }, truck] },
      );
      for (const endsAtVillage of [false, true]) {
        const scenario = { ...base, policy: { ...base.policy, lineRules: { endsAtVillage } } };
        const limits = { van: 3, truck: 4 };
        const costOf = (stopIds: readonly string[]): number =>
          Math.min(
            ...(['van', 'truck'] as const).map((type) => {
              if (stopIds.length > limits[type]) return Number.POSITIVE_INFINITY;
              const plan = aPlan([aLine('L', stopIds, { vehicleTypeId: asId<VehicleTypeId>(type) })]);
              const { violations, lines } = evaluatePlan(scenario, roads, plan);
              return violations.length > 0 ? Number.POSITIVE_INFINITY : lines[0]!.costYuanPerDay;
            }),
          );
        const plan = solve(scenario, roads);
        const published = evaluatePlan(scenario, roads, plan);
        expect(published.totalYuanPerDay).toBeCloseTo(leastCost(ids, costOf), 6);
        expect(plan.quality.objectiveYuanPerDay).toBeCloseTo(published.totalYuanPerDay, 1);
        expect(checkPlan(scenario, roads, plan, published)).toEqual([]);
      }
    },
  );

  it('the checker finds a line on roads its vehicle may not use', () => {
    const roads = roadsOf(1);
    const scenario = aScenario(
      ids.map((id) => ({ id, delivery: 1 })),
      { vehicleTypes: [van, truck] },
    );
    const plan = aPlan([aLine('L', ids, { vehicleTypeId: asId<VehicleTypeId>('truck') })]);
    const published = evaluatePlan(scenario, roads, plan);
    expect(published.violations.map(({ code, lineId }) => [code, lineId])).toContainEqual([
      'leg.unreachable',
      asId<LineId>('L'),
    ]);
    // Figures forged as if the truck drove where the van may.
    const { restricted: _restricted, ...unrestricted } = roads;
    const forged = evaluatePlan(scenario, unrestricted, plan);
    const codes = checkPlan(scenario, roads, plan, forged).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['trip.noRoad', 'figure.differs']));
  });
});
