import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { planLines, planNetwork } from '../../../src/core/levels/planNetwork.ts';
import type { Scenario, ServiceDays } from '../../../src/core/model/scenario.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aMatrix } from '../../builders.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const options = { seed: 1, iterations: 300, choices: 400 };

/** Cheapest of all hub supplies and days, each written into the scenario by hand. */
function leastByEnumeration(scenario: Scenario, matrix: TravelMatrix, worstH: number): number {
  const days: readonly ServiceDays[] = [{ kind: 'daily' }, { kind: 'everyNDays', n: 2 }];
  const supplies = [null, stationId('H1'), stationId('H2')];
  let least = Number.POSITIVE_INFINITY;
  for (const hubOfA of supplies)
    for (const hubOfB of supplies)
      for (const daysOfA of days)
        for (const daysOfB of days)
          for (const trunkDays of days) {
            const { hubs: _hubs, calendar: _calendar, ...policy } = scenario.policy;
            const settled: Scenario = {
              ...scenario,
              policy: { ...policy, serviceDays: trunkDays },
              stations: scenario.stations.map((station) => {
                if (station.role === 'townshipStation') return station;
                const isA = station.id.startsWith('a');
                return {
                  ...station,
                  hubId: isA ? hubOfA : hubOfB,
                  calendar: { kind: 'given', serviceDays: isA ? daysOfA : daysOfB },
                };
              }),
            };
            const plan = toEnd(assignLines(settled, matrix, options));
            const evaluation = evaluatePlan(settled, matrix, plan);
            if (plan.unserved.length > 0 || evaluation.violations.length > 0) continue;
            if (evaluation.times.worstH <= worstH) least = Math.min(least, evaluation.totalYuanPerDay);
          }
  return least;
}

describe('planNetwork', () => {
  it.each([
    ['a bound that daily lines keep', 45],
    ['a bound that alternate days keep', 72],
  ])('finds what enumeration finds with %s', (_name, limitH) => {
    const scenario = smallCounty({}, { timeBound: { measure: 'worst', limitH } });
    const matrix = smallMatrix();
    const { plan, priced, isLocalOptimum } = toEnd(planNetwork(scenario, matrix, options));
    const least = leastByEnumeration(scenario, matrix, limitH);
    expect(least).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(isLocalOptimum).toBe(true);
    expect(priced.yuanPerDay).toBeCloseTo(least, 6);
    expect(priced.evaluation.times.worstH).toBeLessThanOrEqual(limitH);
    expect(checkPlan(scenario, matrix, plan, priced.evaluation)).toEqual([]);
  });

  describe('days of single villages', () => {
    const options48 = {
      choice: 'chosen',
      options: [{ kind: 'daily' }, { kind: 'everyNDays', n: 2 }],
    } as const;
    // 80 % within 26 h: daily for 100 of the 150 parcels a day is enough (half of what goes on alternate days is as
    // quick), and the two large villages fit one vehicle; by townships both have to be daily.
    const bound = { measure: 'percentile', share: 0.8, limitH: 26 } as const;
    const county = (per: 'township' | 'village'): Scenario => {
      const { hubs: _hubs, ...policy } = smallCounty().policy;
      const calendar = { ...options48, per };
      return smallCounty({
        shape: 'direct',
        policy: { ...policy, calendar, timeBound: bound, allowSeveralTripsPerDuty: false },
      });
    };

    it('are the cheapest of all there are', () => {
      const matrix = smallMatrix();
      const scenario = county('village');
      const { plan, priced, settled } = toEnd(planNetwork(scenario, matrix, options));
      expect(checkPlan(scenario, matrix, plan, priced.evaluation)).toEqual([]);
      const villages = ['a1', 'a2', 'b1', 'b2'].map(stationId);
      let least = Number.POSITIVE_INFINITY;
      for (let mask = 0; mask < 16; mask++) {
        const { calendar: _calendar, ...policy } = scenario.policy;
        const made: Scenario = {
          ...scenario,
          policy,
          stations: scenario.stations.map((station) => {
            const at = villages.indexOf(station.id);
            if (at < 0) return station;
            const serviceDays: ServiceDays =
              (mask >> at) & 1 ? { kind: 'everyNDays', n: 2 } : { kind: 'daily' };
            return { ...station, calendar: { kind: 'given', serviceDays } };
          }),
        };
        const evaluation = evaluatePlan(made, matrix, toEnd(assignLines(made, matrix, options)));
        if (evaluation.violations.length === 0) least = Math.min(least, evaluation.totalYuanPerDay);
      }
      expect(priced.excess).toBe(0);
      expect(priced.yuanPerDay).toBeCloseTo(least, 6);
      const perTownship = toEnd(planNetwork(county('township'), matrix, options)).priced;
      expect(priced.yuanPerDay).toBeLessThan(perTownship.yuanPerDay - 1);
      // The villages of one township really differ.
      const daysOf = (id: string) =>
        JSON.stringify(settled.stations.find((station) => station.id === id)!.calendar);
      expect(daysOf('a1') === daysOf('a2') && daysOf('b1') === daysOf('b2')).toBe(false);
    });

    it('are found by search within 1 %, where there are too many to try', () => {
      const matrix = smallMatrix();
      const best = toEnd(planNetwork(county('village'), matrix, options)).priced.yuanPerDay;
      const searched = toEnd(planNetwork(county('village'), matrix, { ...options, choices: 12 }));
      expect(searched.choicesPriced).toBeLessThan(16);
      expect(searched.priced.excess).toBe(0);
      expect(searched.priced.yuanPerDay).toBeLessThanOrEqual(best * 1.01);
      const perTownship = toEnd(planNetwork(county('township'), matrix, options)).priced.yuanPerDay;
      expect(searched.priced.yuanPerDay).toBeLessThan(perTownship - 1);
    });

    it('keep the bounds of a village', () => {
      const scenario = county('village');
      const atMost: Scenario = {
        ...scenario,
        stations: scenario.stations.map((station) =>
          station.id === 'b1'
            ? { ...station, calendar: { kind: 'between', minVisitsPerWeek: 1, maxVisitsPerWeek: 3.5 } }
            : station,
        ),
      };
      const { plan } = toEnd(planNetwork(atMost, smallMatrix(), options));
      const line = plan.lines.find(({ stopIds }) => stopIds.includes(stationId('b1')))!;
      expect(line.serviceDays).toEqual({ kind: 'everyNDays', n: 2 });
    });
  });

  it.each([
    ['administrative', ['H1', 'H1', 'H2', 'H2']],
    // From H2 the villages of the first township are nearer here.
    ['nearest', ['H2', 'H2', 'H2', 'H2']],
  ] as const)('hangs villages on the %s hub where that is asked for', (assignment, hubs) => {
    const matrix = aMatrix(
      ['depot', 'H1', 'H2', 'a1', 'a2', 'b1', 'b2'],
      [
        ['depot', 'H1', 40, 70],
        ['depot', 'H2', 35, 60],
        ['H1', 'a1', 20, 40],
        ['H1', 'a2', 20, 40],
        ['H2', 'a1', 5, 10],
        ['H2', 'a2', 5, 10],
        ['H2', 'b1', 7, 18],
        ['H2', 'b2', 10, 24],
      ],
    );
    const scenario = smallCounty(
      { shape: 'hub' },
      {
        hubs: { choice: 'chosen', assignment, maxHubCount: null },
        calendar: { choice: 'given', options: [] },
      },
      0,
    );
    const both: Scenario = {
      ...scenario,
      stations: scenario.stations.map((station) =>
        station.role === 'townshipStation'
          ? { ...station, hub: { isCandidate: true, capacityParcelsPerDay: 400 } }
          : station,
      ),
    };
    const { plan } = toEnd(planNetwork(both, matrix, options));
    const hubOf = (id: string) => plan.lines.find(({ stopIds }) => stopIds.includes(stationId(id)))!.originId;
    const open = new Set(plan.lines.map(({ originId }) => originId));
    // Where both are open; with one open everything hangs on it.
    if (open.has(stationId('H1'))) expect(['a1', 'a2', 'b1', 'b2'].map(hubOf)).toEqual(hubs);
    else expect(['a1', 'a2', 'b1', 'b2'].map(hubOf)).toEqual(['H2', 'H2', 'H2', 'H2']);
  });

  it('chooses less often where the bound allows it', () => {
    const matrix = smallMatrix();
    const cost = (limitH: number): number => {
      const scenario = smallCounty({}, { timeBound: { measure: 'worst', limitH } });
      return toEnd(planNetwork(scenario, matrix, options)).priced.yuanPerDay;
    };
    expect(cost(72)).toBeLessThan(cost(45));
  });

  it('never pays more for more candidates where opening is free', () => {
    const leg = fc.record({ km: fc.integer({ min: 5, max: 60 }), min: fc.integer({ min: 10, max: 120 }) });
    fc.assert(
      fc.property(fc.array(leg, { minLength: 9, maxLength: 9 }), (legs) => {
        const ends = ['depot H1', 'depot H2', 'H1 a1', 'H1 a2', 'a1 a2', 'H2 b1', 'H2 b2', 'b1 b2', 'H1 H2'];
        const matrix = aMatrix(
          ['depot', 'H1', 'H2', 'a1', 'a2', 'b1', 'b2'],
          ends.map((pair, index) => {
            const [from, to] = pair.split(' ') as [string, string];
            return [from, to, legs[index]!.km, legs[index]!.min] as const;
          }),
        );
        const both = smallCounty({}, { calendar: { choice: 'given', options: [] } }, 0);
        const onlyFirst: Scenario = {
          ...both,
          stations: both.stations.map((station) =>
            station.id === 'H2' ? { ...station, hub: { isCandidate: false } } : station,
          ),
        };
        const one = toEnd(planNetwork(onlyFirst, matrix, options)).priced;
        const two = toEnd(planNetwork(both, matrix, options)).priced;
        expect(two.unservedParcels).toBeLessThanOrEqual(one.unservedParcels + 1e-6);
        expect(two.yuanPerDay).toBeLessThanOrEqual(one.yuanPerDay + 1e-6);
      }),
      { numRuns: 12, seed: 6 },
    );
  });

  it('keeps a hub within its capacity', () => {
    const scenario = smallCounty({}, { calendar: { choice: 'given', options: [] } });
    const tight: Scenario = {
      ...scenario,
      shape: 'hub',
      stations: scenario.stations.map((station) =>
        station.hub ? { ...station, hub: { isCandidate: true, capacityParcelsPerDay: 80 } } : station,
      ),
    };
    const matrix = smallMatrix();
    const { plan, priced } = toEnd(planNetwork(tight, matrix, options));
    // 150 parcels in all: one hub of 80 cannot pass them on, two can (70 and 80).
    expect(checkPlan(tight, matrix, plan, priced.evaluation)).toEqual([]);
    expect(
      new Set(plan.lines.filter(({ kind }) => kind === 'branch').map(({ originId }) => originId)).size,
    ).toBe(2);
  });

  it('repeats itself', () => {
    const scenario = smallCounty();
    const run = () => toEnd(planNetwork(scenario, smallMatrix(), options)).plan;
    expect(run()).toEqual(run());
  });

  it('leaves scenarios alone in which nothing is open', () => {
    const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
    const scenario = smallCounty({ policy, shape: 'direct' });
    expect(toEnd(planLines(scenario, smallMatrix(), options))).toEqual(
      toEnd(assignLines(scenario, smallMatrix(), options)),
    );
  });
});
