import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { addedStations, changedStations } from '../../../src/core/levels/changedStations.ts';
import { planLines } from '../../../src/core/levels/planNetwork.ts';
import type { StabilityPolicy } from '../../../src/core/model/networkPolicy.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aPlan, graded } from '../../builders.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const options = { seed: 1, iterations: 400 };

/** Today the two townships are mixed up: every line drives to both. */
const clumsy = aPlan([aLine('T1', ['a1', 'b1']), aLine('T2', ['b2', 'a2'])]);
const today = { lines: clumsy.lines, duties: clumsy.duties };

function county(stability: Partial<StabilityPolicy>): Scenario {
  const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
  return smallCounty({
    shape: 'direct',
    todaysPlan: today,
    policy: {
      ...policy,
      allowSeveralTripsPerDuty: false,
      stability: { mode: 'free', maxChangedStations: null, yuanPerChangedStation: 0, ...stability },
    },
  });
}

describe('changedStations', () => {
  it('counts stations that change line and driver, whatever lines are called', () => {
    const renamed = aPlan([aLine('X', ['b1', 'a1']), aLine('Y', ['a2', 'b2'])]);
    expect(changedStations(today, renamed)).toEqual([]);
    // a1 and b1 stay together; a2 joins them.
    const moved = aPlan([aLine('X', ['a1', 'b1', 'a2']), aLine('Y', ['b2'])]);
    expect(changedStations(today, moved)).toEqual([
      { stationId: 'a2', isOtherLine: true, isOtherDriver: true, areOtherDays: false },
    ]);
  });
  it('counts other days', () => {
    const alternate = aPlan([
      aLine('T1', ['a1', 'b1'], { serviceDays: { kind: 'everyNDays', n: 2 } }),
      aLine('T2', ['b2', 'a2']),
    ]);
    expect(
      changedStations(today, alternate).map(({ stationId: id, areOtherDays }) => [id, areOtherDays]),
    ).toEqual([
      ['a1', true],
      ['b1', true],
    ]);
  });
});

describe('addedStations', () => {
  it('names those that none of today’s lines calls at and the plan does', () => {
    // Of a1, a2, b1, b2 today's lines leave b2 out, as a line table may.
    const lacking = aPlan([aLine('T1', ['a1', 'b1']), aLine('T2', ['a2'])]);
    const scenario = { ...county({}), todaysPlan: { lines: lacking.lines, duties: lacking.duties } };
    expect(addedStations(scenario, clumsy)).toEqual(['b2']);
    expect(addedStations(scenario, lacking)).toEqual([]);
    expect(addedStations(county({}), clumsy)).toEqual([]);
    expect(changedStations(scenario.todaysPlan, clumsy)).toEqual([]);
  });

  it('are put onto lines that are not to change, which are not today’s plan itself then', () => {
    const lacking = aPlan([aLine('T1', ['a1', 'b1']), aLine('T2', ['a2'])]);
    const scenario = {
      ...county({ maxChangedStations: 0 }),
      todaysPlan: { lines: lacking.lines, duties: lacking.duties },
    };
    const plan = toEnd(planLines(scenario, smallMatrix(), options));
    expect(plan.unserved).toEqual([]);
    expect(addedStations(scenario, plan)).toEqual(['b2']);
  });
});

describe('planStable', () => {
  const matrix = smallMatrix();
  const planned = (scenario: Scenario) => {
    const plan = toEnd(planLines(scenario, matrix, options));
    const evaluation = evaluatePlan(scenario, matrix, plan);
    expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
    return { plan, yuan: evaluation.totalYuanPerDay, changed: changedStations(today, plan).length };
  };

  it('returns the plan of today when nothing may change', () => {
    const { plan } = planned(county({ maxChangedStations: 0 }));
    expect(plan.lines).toEqual(today.lines);
    expect(plan.duties).toEqual(today.duties);
  });

  it('returns any plan of today as it is when nothing may change, wasteful orders too', () => {
    // The four stations in any order, cut into lines anywhere: 150 parcels, vans of 200.
    const order = fc.shuffledSubarray(['a1', 'a2', 'b1', 'b2'], { minLength: 4 });
    const cuts = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(order, cuts, (ids, isCut) => {
        const lines: string[][] = [[]];
        ids.forEach((id, index) => {
          lines.at(-1)!.push(id);
          if (isCut[index]) lines.push([]);
        });
        const drawn = aPlan(lines.map((stops, index) => aLine(`T${index + 1}`, stops)));
        const scenario = county({ maxChangedStations: 0 });
        const roomy: Scenario = {
          ...scenario,
          vehicleTypes: scenario.vehicleTypes.map((type) => ({ ...type, capacityParcels: graded(200) })),
          todaysPlan: { lines: drawn.lines, duties: drawn.duties },
        };
        const plan = toEnd(planLines(roomy, matrix, options));
        expect(plan.lines).toEqual(drawn.lines);
        expect(plan.duties).toEqual(drawn.duties);
        expect(plan.unserved).toEqual([]);
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  it('keeps the bound on changes and is cheaper the more may change', () => {
    const none = planned(county({ maxChangedStations: 0 }));
    const free = planned(county({}));
    const one = planned(county({ maxChangedStations: 1 }));
    expect(one.changed).toBeLessThanOrEqual(1);
    expect(free.changed).toBeGreaterThan(1);
    expect(free.yuan).toBeLessThan(none.yuan);
    expect(one.yuan).toBeLessThanOrEqual(none.yuan + 1e-6);
    const { stability: _stability, ...policy } = county({}).policy;
    const fresh = { ...county({}), policy };
    const unbound = evaluatePlan(fresh, matrix, toEnd(assignLines(fresh, matrix, options)));
    expect(free.yuan).toBeLessThanOrEqual(unbound.totalYuanPerDay + 1e-6);
  });

  it('changes nothing that costs more than it saves', () => {
    expect(planned(county({ yuanPerChangedStation: 10_000 })).changed).toBe(0);
  });

  it('keeps lines and puts in the new station only', () => {
    const half = aPlan([aLine('T1', ['a1', 'b1']), aLine('T2', ['b2'])]);
    const scenario = {
      ...county({ mode: 'keepLines', maxChangedStations: 0 }),
      todaysPlan: { lines: half.lines, duties: half.duties },
    };
    const plan = toEnd(planLines(scenario, matrix, options));
    expect(plan.unserved).toEqual([]);
    expect(changedStations(scenario.todaysPlan, plan)).toEqual([]);
    const first = plan.lines.find(({ stopIds }) => stopIds.includes(stationId('a1')))!;
    const at = first.stopIds.indexOf(stationId('a1'));
    expect(first.stopIds[at + 1]).toBe('b1');
  });

  it('opens no further line for a new station where the number of lines is settled', () => {
    // 75 parcels to a vehicle: 70 and 60 are on their lines already, the new village of 20 fits neither.
    const tight = aPlan([aLine('T1', ['a1', 'a2']), aLine('T2', ['b1'])]);
    const base = county({ mode: 'keepLines' });
    const scenario: Scenario = {
      ...base,
      todaysPlan: { lines: tight.lines, duties: tight.duties },
      policy: { ...base.policy, lineCount: { min: 2, max: 2 } },
      vehicleTypes: base.vehicleTypes.map((type) => ({
        ...type,
        capacityParcels: { ...type.capacityParcels, value: 75 },
      })),
    };
    const plan = toEnd(planLines(scenario, matrix, options));
    expect(plan.lines).toHaveLength(2);
    expect(plan.unserved.map(({ stationId: id, reason }) => [id, reason])).toEqual([['b2', 'lineCount']]);
  });

  it('keeps drivers and frees the order of their stops', () => {
    const crooked = aPlan([aLine('T1', ['a1', 'b1', 'a2', 'b2'])]);
    const scenario = {
      ...county({ mode: 'keepDrivers' }),
      todaysPlan: { lines: crooked.lines, duties: crooked.duties },
    };
    const plan = toEnd(
      planLines(
        {
          ...scenario,
          vehicleTypes: scenario.vehicleTypes.map((type) => ({
            ...type,
            capacityParcels: { ...type.capacityParcels, value: 400 },
          })),
        },
        matrix,
        options,
      ),
    );
    expect(plan.lines).toHaveLength(1);
    // The townships one after the other: no third way between them.
    expect(plan.lines[0]!.stopIds.map((id) => id[0])).toSatisfy((towns: string[]) =>
      ['aabb', 'bbaa'].includes(towns.join('')),
    );
  });
});
