import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { busBreakEvenParcelsPerDay } from '../../../src/core/cost/busBreakEven.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { planLines } from '../../../src/core/levels/planNetwork.ts';
import type { BusLine } from '../../../src/core/model/buses.ts';
import { asId, type BusLineId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { graded } from '../../builders.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const options = { seed: 1, iterations: 300, choices: 100 };

const bus = (spare: number): BusLine => ({
  id: asId<BusLineId>('1'),
  name: '1 路',
  operator: '',
  calls: [
    { stationId: stationId('a1'), offsetMin: 90, accessMin: 5 },
    { stationId: stationId('a2'), offsetMin: 110, accessMin: 20 },
  ],
  runs: [{ departureClockMin: 480 }, { departureClockMin: 840 }],
  serviceDays: { kind: 'daily' },
  spareParcelsPerRun: graded(spare),
  yuanPerParcel: graded(0.2),
});

function county(spare: number | null, use: 'first' | 'cheaper' = 'first'): Scenario {
  const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
  return smallCounty({
    shape: 'direct',
    policy: { ...policy, buses: { use, maxAccessMin: 10 } },
    ...(spare === null ? {} : { busLines: [bus(spare)] }),
  });
}

describe('parcels on buses', () => {
  const matrix = smallMatrix();
  const planned = (scenario: Scenario) => {
    const plan = toEnd(planLines(scenario, matrix, options));
    return { plan, evaluation: evaluatePlan(scenario, matrix, plan) };
  };

  it('ride whole where there is room, pay their fare and need no duty', () => {
    const scenario = county(60);
    const { plan, evaluation } = planned(scenario);
    const onBus = plan.lines.filter(({ kind }) => kind === 'bus');
    // a1 has 40 parcels a day, all of them ready by 08:00; a2 lies 20 minutes from the road, too far.
    expect(onBus.map(({ stopIds, stopShares }) => [stopIds, stopShares])).toEqual([[['a1'], undefined]]);
    expect(evaluation.costYuanPerDay.C8).toBeCloseTo(8, 9); // 40 x 0.20
    expect(plan.lines.some((line) => line.kind !== 'bus' && line.stopIds.includes(stationId('a1')))).toBe(
      false,
    );
    // Bus at 08:00, 90 minutes, 5 on foot: 09:35; parcels of the 06:00 wave are 3 h 35 min old.
    const times = evaluation.stopTimes.find((entry) => entry.stationId === 'a1')!;
    expect(times.lineId).toBe(onBus[0]!.id);
    expect(evaluation.times.points.some(({ hours }) => Math.abs(hours - 215 / 60) < 1e-9)).toBe(true);
    expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  });

  it('ride in part where there is not, the van takes the rest', () => {
    const scenario = county(15);
    const { plan, evaluation } = planned(scenario);
    // Two runs of 15 carry 30 of 40: three eighths each, a quarter goes by van.
    const onBus = plan.lines.filter(({ kind }) => kind === 'bus');
    expect(onBus.map(({ stopShares }) => stopShares)).toEqual([[0.375], [0.375]]);
    const van = plan.lines.find((line) => line.kind !== 'bus' && line.stopIds.includes(stationId('a1')))!;
    expect(van.stopShares![van.stopIds.indexOf(stationId('a1'))]).toBeCloseTo(0.25, 9);
    expect(evaluation.costYuanPerDay.C8).toBeCloseTo(6, 9); // 30 x 0.20
    expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  });

  it('are as if there were no buses when no box is spare, whatever their calls, hours and days', () => {
    const call = fc.record({
      id: fc.constantFrom('a1', 'a2', 'b1', 'b2'),
      offsetMin: fc.integer({ min: 20, max: 200 }),
      accessMin: fc.integer({ min: 0, max: 15 }),
    });
    const line = fc.record({
      calls: fc.uniqueArray(call, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
      hours: fc.uniqueArray(fc.integer({ min: 6, max: 18 }), { minLength: 1, maxLength: 3 }),
      everyNDays: fc.constantFrom(1, 2),
      yuanPerParcel: fc.constantFrom(0, 0.2, 5),
    });
    // Without a bus line the rule for buses has nothing to say.
    const without = planned(county(null));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const busLines = lines.map(
          ({ calls, hours, everyNDays, yuanPerParcel }, index): BusLine => ({
            ...bus(0),
            id: asId<BusLineId>(`${index + 1}`),
            calls: [...calls]
              .sort((a, b) => a.offsetMin - b.offsetMin)
              .map(({ id, ...times }) => ({ stationId: stationId(id), ...times })),
            runs: hours.map((hour) => ({ departureClockMin: 60 * hour })),
            serviceDays: everyNDays === 1 ? { kind: 'daily' } : { kind: 'everyNDays', n: everyNDays },
            yuanPerParcel: graded(yuanPerParcel),
          }),
        );
        const withNone = planned({ ...county(null), busLines });
        expect(withNone.plan).toEqual(without.plan);
        expect(withNone.evaluation).toEqual(without.evaluation);
      }),
      { numRuns: 20, seed: 6 },
    );
  });

  it('ride where that is cheaper, never at a loss', () => {
    const without = planned(county(null, 'cheaper')).evaluation.totalYuanPerDay;
    expect(planned(county(60, 'cheaper')).evaluation.totalYuanPerDay).toBeLessThanOrEqual(without + 1e-6);
  });

  it('are found out on runs that do not exist, or crowd out passengers', () => {
    const scenario = county(60);
    const { plan } = planned(scenario);
    const late = {
      ...plan,
      lines: plan.lines.map((line) => (line.kind === 'bus' ? { ...line, departureClockMin: [500] } : line)),
    };
    const codes = (at: Scenario, faulty: typeof plan) =>
      checkPlan(at, matrix, faulty, evaluatePlan(at, matrix, faulty)).map(({ code }) => code);
    expect(codes(scenario, late)).toEqual(['bus.noRun']);
    expect(codes({ ...scenario, busLines: [bus(39)] }, plan)).toEqual(['bus.exceedsRoom']);
  });

  it('leave whole stations to a hub or to the bus', () => {
    const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
    const base = smallCounty({ policy: { ...policy, buses: { use: 'first', maxAccessMin: 30 } } });
    const scenario: Scenario = {
      ...base,
      busLines: [bus(60)],
      stations: base.stations.map((station) =>
        station.role === 'villageStation'
          ? { ...station, hubId: stationId(station.id.startsWith('a') ? 'H1' : 'H2') }
          : station,
      ),
    };
    const plan = toEnd(assignLines(scenario, matrix, options));
    // Both villages of the first township ride on the bus: its hub is not needed any more.
    expect(plan.lines.some(({ originId }) => originId === 'H1')).toBe(false);
    expect(checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan))).toEqual([]);
  });

  it('break even with a van line at 1,320 parcels a day', () => {
    expect(busBreakEvenParcelsPerDay(60 + 12 + 192, 0.2)).toBeCloseTo(1320, 9);
  });
});
