import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { timetableTable } from '../../../src/core/io/export/planTables.ts';
import { writeGpx } from '../../../src/core/io/export/writeTracks.ts';
import { asId, type VehicleTypeId } from '../../../src/core/model/ids.ts';
import type { LineRules } from '../../../src/core/model/lineRules.ts';
import { villageStartIds } from '../../../src/core/model/openLines.ts';
import type { Plan, PlannedLine } from '../../../src/core/model/plan.ts';
import type { LinePath } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import type { SimulationSettings } from '../../../src/core/model/simulation.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { createRandom } from '../../../src/core/random.ts';
import { incumbentLines } from '../../../src/core/run/incumbentLines.ts';
import { DayLogger } from '../../../src/core/sim/dayLog.ts';
import { runReplication } from '../../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';
import { county, matrix as road, van } from './twoVillages.ts';

/** The road to two villages, but downhill to the depot it is quicker: B to depot 15 km in 25 min. */
const matrix = withLeg(road, [2, 0], { km: 15, min: 25 });

/** One direction of a pair of places with figures of its own. */
function withLeg(
  tables: TravelMatrix,
  [from, to]: readonly [number, number],
  { km, min }: { readonly km: number; readonly min: number },
): TravelMatrix {
  const cell = from * tables.stationIds.length + to;
  const lengthM = tables.lengthM.slice();
  const durationS = tables.durationS.slice();
  lengthM[cell] = km * 1000;
  durationS[cell] = min * 60;
  return { ...tables, lengthM, durationS };
}

const starts = county({ startsAtVillage: true });

function solve(scenario: Scenario, roads = matrix): Plan {
  const search = assignLines(scenario, roads, { seed: 1, iterations: 2_000 });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** One crew drives the lines one after the other. */
const oneCrew = (lines: readonly PlannedLine[]): Plan => ({
  ...aPlan(lines),
  duties: [
    {
      vehicleTypeId: asId<VehicleTypeId>('van'),
      trips: lines.map(({ id }) => ({ lineId: id, roundIndex: 0 })),
    },
  ],
});
const figuresIn = (faults: ReturnType<typeof checkPlan>) => faults.map(({ params }) => params.figure);

describe('lines that start at a village', () => {
  it('drive in before loading, instead of back in the evening', () => {
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const closed = evaluatePlan(county(), matrix, plan);
    const home = evaluatePlan(starts, matrix, plan);
    // Both: 10 + 5 + 15 = 30 km; 20 + 10 + 25 min driving, 30 min at stops, 30 min loading = 115 min = 57.5 yuan.
    for (const { lineKmPerDay, duties, totalYuanPerDay } of [closed, home]) {
      expect(lineKmPerDay).toBe(30);
      expect(duties[0]!.paidMin).toBe(115);
      expect(totalYuanPerDay).toBeCloseTo(100 + 30 + 57.5, 9);
    }
    // Closed: loading from 7:00, left at 7:30, through with B at 8:30, back at 8:55.
    expect(closed.duties[0]).toMatchObject({ startClockMin: 420, endClockMin: 535 });
    // From B at 6:35, at the depot at 7:00, and home at B at 8:30.
    expect(home.duties[0]).toMatchObject({ startClockMin: 395, endClockMin: 510 });
    expect(home.lines[0]!.trips[0]).toMatchObject({
      morning: { startClockMin: 395, endClockMin: 420 },
      returnClockMin: 510,
      returnLegKm: 15,
      returnLegMin: 25,
      lengthKm: 30,
      drivingMin: 55,
    });
    expect(home.times).toEqual(closed.times);
  });

  it('are off unless asked for, are for villages only, and go before lines that end there', () => {
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    expect(evaluatePlan(county({ startsAtVillage: false }), matrix, plan)).toEqual(
      evaluatePlan(county(), matrix, plan),
    );
    const both = county({ startsAtVillage: true, endsAtVillage: true });
    expect(evaluatePlan(both, matrix, plan)).toEqual(evaluatePlan(starts, matrix, plan));
    const trunk = aPlan([aLine('L', ['A', 'B'], { kind: 'trunk' })]);
    expect(evaluatePlan(starts, matrix, trunk)).toEqual(evaluatePlan(county(), matrix, trunk));
  });

  it('count overtime and the range of the vehicle with the drive in the morning', () => {
    const tight = county(
      { startsAtVillage: true },
      {
        vehicleTypes: [{ ...van, rangeKm: 29 }],
        dutyRules: { ...county().dutyRules, wageBasis: 'hour', shiftMin: graded(100) },
      },
    );
    const home = evaluatePlan(tight, matrix, aPlan([aLine('L', ['A', 'B'])]));
    expect(home.duties[0]!.overtimeMin).toBe(15);
    expect(home.violations.map(({ code, params }) => [code, params.lengthKm])).toEqual([
      ['range.exceeded', 30],
    ]);
  });

  it('take the rest the way back brings before loading, so that no delivery moves', () => {
    const times = county().dutyRules;
    const dutyRules = { ...times, breakAfterDrivingMin: graded(40), breakMin: graded(20) };
    const rested = (rules: LineRules) =>
      evaluatePlan(
        { ...county(rules), dutyRules: { ...dutyRules, wageBasis: 'hour' } },
        matrix,
        aPlan([aLine('L', ['A', 'B'])]),
      );
    const [closed, home] = [rested({}), rested({ startsAtVillage: true })];
    // 55 min of driving, a rest of 20 min after 40: out takes 30, so it falls into the way back.
    expect(closed.duties[0]!.paidMin).toBe(135);
    expect(home.duties[0]!.paidMin).toBe(135);
    expect(home.lines[0]!.trips[0]!.morning).toEqual({ startClockMin: 375, endClockMin: 420 });
    expect(home.lines[0]!.trips[0]!.visits).toEqual(closed.lines[0]!.trips[0]!.visits);
  });

  it('bring the vehicle back between the trips of a day; the first morning leg comes from the last village', () => {
    const plan = oneCrew([aLine('L1', ['A']), aLine('L2', ['B'], { departureClockMin: [600] })]);
    const home = evaluatePlan(starts, matrix, plan);
    // A and back 20 km, B (15 km) and in from there (15 km); loading of the first trip begins at 7:00.
    expect(home.lineKmPerDay).toBe(50);
    expect(home.lines[0]!.trips[0]).toMatchObject({ returnLegKm: 10, returnClockMin: 450 + 55 });
    expect(home.lines[0]!.trips[0]!.morning).toBeUndefined();
    expect(home.lines[1]!.trips[0]!.morning).toEqual({ startClockMin: 395, endClockMin: 420 });
    // Through with B at 10:00 + 30 + 15 min; the wait from 8:25 to 9:30 is the driver's own.
    expect(home.duties[0]).toMatchObject({ startClockMin: 395, endClockMin: 645, paidMin: 250 - 65 });
    expect(checkPlan(starts, matrix, plan, home)).toEqual([]);
  });

  it('keep the vehicle with their driver: on alternate days it serves nobody else', () => {
    const days = { kind: 'everyNDays', n: 2 } as const;
    const lines = ['A', 'B'].map((id, phase) => aLine(`L${id}`, [id], { serviceDays: days, phase }));
    const plan = aPlan(lines);
    expect(evaluatePlan(county(), matrix, plan).vehicleCount).toBe(1);
    const home = evaluatePlan(starts, matrix, plan);
    expect(home.vehicleCount).toBe(2);
    expect(checkPlan(starts, matrix, plan, home)).toEqual([]);
  });

  it('are drawn by the solver at the cost the evaluation finds', () => {
    const plan = solve(starts);
    expect(plan.quality.objectiveYuanPerDay).toBeCloseTo(187.5, 9);
    expect(evaluatePlan(starts, matrix, plan).totalYuanPerDay).toBeCloseTo(187.5, 9);
  });

  it('the checker finds a plan that claims another morning', () => {
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const published = evaluatePlan(starts, matrix, plan);
    expect(checkPlan(starts, matrix, plan, published)).toEqual([]);
    // As if nobody drove in: 15 km and 25 min less.
    const forged = evaluatePlan(county({ endsAtVillage: true }), matrix, plan);
    expect(figuresIn(checkPlan(starts, matrix, plan, forged))).toEqual(
      expect.arrayContaining(['totalYuanPerDay', 'lineKmPerDay', 'dutyStartClockMin']),
    );
    // As if the way back were driven in the evening: the sums are the same, the crew's morning is not.
    const evening = evaluatePlan(county(), matrix, plan);
    expect(figuresIn(checkPlan(starts, matrix, plan, evening))).toEqual(['dutyStartClockMin']);
    expect(figuresIn(checkPlan(county(), matrix, plan, published))).toEqual(['dutyStartClockMin']);
  });
});

describe('the simulation of lines that start at a village', () => {
  const plan = aPlan([aLine('L', ['A', 'B'])]);
  const plain: SimulationSettings = { ...noVariance(defaultSimulationSettings('plain')), days: 14 };

  function run(scenario: Scenario, settings: SimulationSettings, of = plan) {
    return toEnd(simulate(scenario, matrix, of, settings));
  }
  function legsOfDay(settings: SimulationSettings) {
    const model = buildSimulationModel(starts, matrix, plan, settings);
    const log = new DayLogger(model, 3);
    runReplication(model, 0, { log, isChecking: true });
    const { fromPlace, toPlace, departMin, arriveMin } = log.toLog(0).legs;
    return Array.from(fromPlace, (from, row) => [from, toPlace[row], departMin[row], arriveMin[row]]);
  }

  it('without chance drives the same kilometres at the same cost, the same parcels in time', () => {
    const closed = run(county(), plain);
    const home = run(starts, plain);
    expect(home.lineKmPerDay.mean).toBeCloseTo(30, 9);
    expect(home.totalYuanPerDay.mean).toBeCloseTo(187.5, 6);
    expect(home.times.meanH).toEqual(closed.times.meanH);
  });

  it('drives in before loading and nothing after the last stop', () => {
    // Places: depot -1, A 0, B 1. In from B at 6:35; out at 7:30; B reached at 8:15 and left at 8:30 no more.
    const legs = legsOfDay(plain);
    expect(legs.map(([from, to]) => [from, to])).toEqual([
      [1, -1],
      [-1, 0],
      [0, 1],
    ]);
    expect(legs[0]![2]).toBeCloseTo(395, 6);
    expect(legs[0]![3]).toBeCloseTo(420, 6);
    expect(legs[1]![2]).toBeCloseTo(450, 6);
  });

  it('a slow morning delays loading and everything after it', () => {
    // Bad weather every day, half the speed: from B 50 min instead of 25, so that it leaves at 7:55.
    const legs = legsOfDay({
      ...plain,
      badWeatherDayShare: graded(1),
      badWeatherSpeedFactor: graded(0.5),
    });
    expect(legs[0]![3]).toBeCloseTo(395 + 50, 6);
    expect(legs[1]![2]).toBeCloseTo(395 + 50 + 30, 6);
    expect(legs[1]![3]).toBeCloseTo(395 + 50 + 30 + 40, 6);
  });

  it('outbound parcels ride in with it the next morning', () => {
    const withPickups = (rules: LineRules): Scenario => {
      const base = county(rules);
      return { ...base, demands: base.demands.map((demand) => ({ ...demand, pickupParcelsPerDay: 4 })) };
    };
    const [closed, home] = [run(withPickups({}), plain), run(withPickups({ startsAtVillage: true }), plain)];
    // A day later, by the same outbound trunk.
    expect(home.outbound.meanH.mean - closed.outbound.meanH.mean).toBeCloseTo(24, 6);
  });

  it('several trips and rests agree with the evaluation too', () => {
    const rules = county().dutyRules;
    const scenario: Scenario = {
      ...starts,
      dutyRules: { ...rules, wageBasis: 'hour', breakAfterDrivingMin: graded(40), breakMin: graded(20) },
    };
    const two = oneCrew([aLine('L1', ['A']), aLine('L2', ['B'], { departureClockMin: [600] })]);
    const expected = evaluatePlan(scenario, matrix, two);
    const found = run(scenario, plain, two);
    expect(found.totalYuanPerDay.mean).toBeCloseTo(expected.totalYuanPerDay, 6);
    expect(found.lineKmPerDay.mean).toBeCloseTo(expected.lineKmPerDay, 9);
  });
});

describe('lines that start at a village in tables and tracks', () => {
  const plan = aPlan([aLine('L', ['A', 'B'])]);

  it('have the drive in the morning as their first row and no return', () => {
    const rowsOf = (scenario: Scenario): readonly (readonly unknown[])[] =>
      timetableTable(scenario, plan, evaluatePlan(scenario, matrix, plan)).rows.map((row) => row.slice(2, 6));
    expect(rowsOf(starts)).toEqual([
      [0, 'B', '', '06:35'],
      [1, 'depot', '07:00', '07:30'],
      [2, 'A', '07:50', '08:05'],
      [3, 'B', '08:15', '08:30'],
    ]);
    expect(rowsOf(county()).at(-1)).toEqual([3, 'depot', '08:55', '']);
    expect(rowsOf(county({ endsAtVillage: true })).at(-1)).toEqual([2, 'B', '08:15', '08:30']);
  });

  it('are drawn from the village on', () => {
    const line = plan.lines[0]!;
    const legs = (
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const
    ).map(([from, to]) => ({
      coordinates: [[from, 0] as const, [to, 0] as const],
      isEstimated: false,
    }));
    const track = (path: LinePath): string[] =>
      [...writeGpx(starts, line, path).matchAll(/<trkpt lat="0.000000" lon="(\d)/gu)].map(([, lon]) => lon!);
    expect(track({ lineId: line.id, legs }).join('')).toBe('011220');
    expect(track({ lineId: line.id, legs, startsAtVillage: true }).join('')).toBe('200112');
    // Only lines all of whose trips stay out.
    expect([...villageStartIds(starts, plan)]).toEqual([line.id]);
    expect([...villageStartIds(county(), plan)]).toEqual([]);
  });

  it('the lines being found are drawn without a way back only where they end at a village', () => {
    const rows = new Map(matrix.stationIds.map((id, row) => [id, row]));
    const comesBack = (rules: LineRules) => [...incumbentLines(county(rules), plan, rows, 1).comesBack];
    expect(comesBack({})).toEqual([1]);
    expect(comesBack({ endsAtVillage: true })).toEqual([0]);
    expect(comesBack({ startsAtVillage: true })).toEqual([1]);
  });
});

describe('whatever the roads and the plan', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  /** Every direction of its own length and time. */
  function roadsOf(seed: number): TravelMatrix {
    const random = createRandom(seed);
    const all = ['depot', ...ids];
    const base = aMatrix(
      all,
      all.flatMap((from, at) => all.slice(at + 1).map((to) => [from, to, 1, 1] as const)),
    );
    return all.reduce(
      (roads, _from, from) =>
        all.reduce((next, _to, to) => {
          const km = 5 + random.nextInt(60);
          return from === to ? next : withLeg(next, [from, to], { km, min: 2 * km + random.nextInt(30) });
        }, roads),
      base,
    );
  }

  it('kilometres and paid minutes are those of closed lines, and no delivery moves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.shuffledSubarray(ids, { minLength: ids.length }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (seed, order, cut, isOneCrew) => {
          const roads = roadsOf(seed);
          const base = aScenario(
            ids.map((id) => ({ id, delivery: 12, pickup: 3 })),
            { vehicleTypes: [{ ...van, count: 5 }] },
          );
          const lines = [
            aLine('L1', order.slice(0, cut), { departureClockMin: [450] }),
            aLine('L2', order.slice(cut), { departureClockMin: [isOneCrew ? 1100 : 480] }),
          ];
          const plan = isOneCrew ? oneCrew(lines) : aPlan(lines);
          const scenario: Scenario = {
            ...base,
            policy: { ...base.policy, lineRules: { startsAtVillage: true } },
          };
          const closed = evaluatePlan(base, roads, plan);
          const home = evaluatePlan(scenario, roads, plan);
          // Only of plans that can be driven: a crew that is to leave before it is back ends its day with either trip.
          fc.pre(closed.duties.every(({ overlapMin }) => overlapMin === 0));
          expect(home.lineKmPerDay).toBe(closed.lineKmPerDay);
          home.duties.forEach((duty, index) => {
            // A crew that has waited an hour between its trips has still waited it: the trips between are the same.
            expect(duty.paidMin).toBeCloseTo(closed.duties[index]!.paidMin, 9);
            expect(duty.startClockMin).toBeLessThan(closed.duties[index]!.startClockMin);
          });
          expect(home.times).toEqual(closed.times);
          expect(home.lines.map(({ trips }) => trips.map(({ visits }) => visits))).toEqual(
            closed.lines.map(({ trips }) => trips.map(({ visits }) => visits)),
          );
          const faults = checkPlan(scenario, roads, plan, home).map(({ code }) => code);
          expect(faults).not.toContain('figure.differs');
        },
      ),
      { numRuns: 60 },
    );
  });
});
