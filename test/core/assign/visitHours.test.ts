import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { withoutRests, withRests } from '../../../src/core/assign/visitHours.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { timetableTable } from '../../../src/core/io/export/planTables.ts';
import type { Evaluation } from '../../../src/core/model/evaluation.ts';
import {
  asId,
  type BusLineId,
  type LineId,
  type StationId,
  type VehicleTypeId,
} from '../../../src/core/model/ids.ts';
import type { LineRules } from '../../../src/core/model/lineRules.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Policy, Scenario } from '../../../src/core/model/scenario.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { createRandom } from '../../../src/core/random.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import {
  aLine,
  aMatrix,
  aPlan,
  aScenario,
  aVehicleType,
  graded,
  type StationDraft,
  someRates,
} from '../../builders.ts';
import { leastCost } from './everyPlan.ts';

/**
 * A road from the depot: A after 10 km (20 min), B 5 km (10 min) beyond. A vehicle-day costs 100 yuan, a kilometre
 * 1 yuan, an hour of the driver 30 yuan (240 for a shift of 480 min), loading takes 30 min, every stop 15 min. Lines
 * leave at 7:30.
 */
const matrix = aMatrix(
  ['depot', 'A', 'B'],
  [
    ['depot', 'A', 10, 20],
    ['A', 'B', 5, 10],
  ],
);
const van = aVehicleType('van', {
  fixedYuanPerDay: graded(100),
  energyYuanPerKm: graded(1),
  driverYuanPerDay: graded(240),
});

function county(stations: readonly StationDraft[], rules: LineRules, policy: Partial<Policy> = {}): Scenario {
  const base = aScenario(stations, { vehicleTypes: [van] });
  return {
    ...base,
    serviceTimes: { ...base.serviceTimes, loadingMin: graded(30), villageDwellMin: graded(15) },
    dutyRules: { ...base.dutyRules, wageBasis: 'hour' },
    rates: someRates({ overtimeWageFactor: 1.5 }),
    policy: { ...base.policy, lineRules: rules, ...policy },
  };
}

const open = { visitsWhileOpen: true };
const aAndB = (hours: Pick<StationDraft, 'openClockMin' | 'closeClockMin'>): StationDraft[] => [
  { id: 'A', delivery: 10 },
  { id: 'B', delivery: 10, ...hours },
];

function solve(scenario: Scenario, roads: TravelMatrix = matrix, iterations = 2000): Plan {
  const search = assignLines(scenario, roads, { seed: 1, iterations });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const visitsOf = (evaluation: Evaluation) =>
  evaluation.lines.flatMap(({ trips }) => trips.flatMap(({ visits }) => visits));

describe('stops made only while the station is open', () => {
  it('wait for the opening, on duty and paid, without a kilometre or a minute of driving more', () => {
    // B opens at 9:00. Leave 7:30, A 7:50 to 8:05, B 8:15: 45 min of waiting, 9:00 to 9:15, back at 9:45.
    const stations = aAndB({ openClockMin: 540, closeClockMin: 1080 });
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const plain = evaluatePlan(county(stations, {}), matrix, plan);
    const waiting = evaluatePlan(county(stations, open), matrix, plan);
    const [, atB] = waiting.lines[0]!.trips[0]!.visits;
    expect(atB).toMatchObject({ arrivalClockMin: 495, waitMin: 45, departureClockMin: 555 });
    expect(waiting.lines[0]!.trips[0]!.returnClockMin).toBe(585);
    // 30 loading + 60 driving + 30 at stops + 45 waiting = 165 min; 120 without.
    expect([plain.duties[0]!.paidMin, waiting.duties[0]!.paidMin]).toEqual([120, 165]);
    expect(waiting.lines[0]!.trips[0]!.drivingMin).toBe(60);
    expect(waiting.lineKmPerDay).toBe(plain.lineKmPerDay);
    // 100 + 30 km + 165 min at 0.5 yuan.
    expect(waiting.totalYuanPerDay).toBeCloseTo(212.5, 9);
    // Parcels for B are available at 9:00 either way.
    expect(waiting.times).toEqual(plain.times);
    expect(waiting.violations).toEqual([]);
    expect(checkPlan(county(stations, open), matrix, plan, waiting)).toEqual([]);
    expect(checkPlan(county(stations, open), matrix, plan, plain).map(({ params }) => params.figure)).toEqual(
      expect.arrayContaining(['totalYuanPerDay']),
    );
    const { headers, rows } = timetableTable(county(stations, open), plan, waiting);
    const waits = headers.indexOf('等候(分钟)');
    expect(rows.map((row) => row[waits])).toEqual([null, 0, 45, null]);
  });

  it('name what comes after closing, in the evaluation and in the check', () => {
    // B closes at 8:10; the line is there at 8:15.
    const scenario = county(aAndB({ openClockMin: 420, closeClockMin: 490 }), open);
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const published = evaluatePlan(scenario, matrix, plan);
    expect(published.violations).toEqual([
      {
        code: 'station.closed',
        lineId: asId<LineId>('L'),
        params: { stationId: 'B', arrivalClockMin: 495, openClockMin: 420, closeClockMin: 490 },
      },
    ]);
    expect(checkPlan(scenario, matrix, plan, published)).toEqual([
      {
        code: 'visit.closed',
        params: { line: 'L', id: 'B', clockMin: 495, openClockMin: 420, closeClockMin: 490 },
      },
    ]);
  });

  it('are reached by the solver in another order, at the cost the evaluation finds', () => {
    // B first: there at 8:00, A on the way back at 8:25.
    const scenario = county(aAndB({ openClockMin: 420, closeClockMin: 490 }), open);
    const plan = solve(scenario);
    expect(plan.lines.map(({ stopIds }) => stopIds)).toEqual([['B', 'A']]);
    const published = evaluatePlan(scenario, matrix, plan);
    expect(plan.quality.objectiveYuanPerDay).toBeCloseTo(published.totalYuanPerDay, 9);
    expect(checkPlan(scenario, matrix, plan, published)).toEqual([]);
  });

  it('are left out where even a line of their own is late, with the hours that would serve them', () => {
    // B closes at 7:52, the first vehicle is there at 8:00: 8 min late, in steps of five 10 min.
    const scenario = county(aAndB({ openClockMin: 420, closeClockMin: 472 }), open);
    const plan = solve(scenario);
    expect(plan.unserved).toEqual([
      {
        stationId: 'B',
        reason: 'hours',
        params: { closeClockMin: 472, openUntilClockMin: 480, leaveEarlierMin: 10 },
      },
    ]);
    const until = (closeClockMin: number) => county(aAndB({ openClockMin: 420, closeClockMin }), open);
    expect(solve(until(480)).unserved).toEqual([]);
    expect(solve({ ...scenario, policy: { ...scenario.policy, departureClockMin: [440] } }).unserved).toEqual(
      [],
    );
    expect(solve(county(aAndB({ openClockMin: 420, closeClockMin: 472 }), {})).unserved).toEqual([]);
  });

  it('that are locked stay, and the evaluation and the check say what they miss', () => {
    const late = county(aAndB({ openClockMin: 420, closeClockMin: 490 }), open);
    const scenario: Scenario = {
      ...late,
      locks: [
        {
          keep: 'line',
          originId: asId<StationId>('depot'),
          vehicleTypeId: asId<VehicleTypeId>('van'),
          stationIds: ['A', 'B'].map((id) => asId<StationId>(id)),
        },
      ],
    };
    const plan = solve(scenario);
    const published = evaluatePlan(scenario, matrix, plan);
    expect(plan.lines.map(({ stopIds }) => stopIds)).toEqual([['A', 'B']]);
    expect(published.violations.map(({ code }) => code)).toEqual(['station.closed']);
    expect(checkPlan(scenario, matrix, plan, published).map(({ code }) => code)).toEqual(['visit.closed']);
  });

  it('must be in time for every round of the day', () => {
    // Rounds at 7:30 and 13:00. B closes at 13:25: the second round is there at 13:30.
    const rounds = { departureClockMin: [450, 780] };
    const plan = solve(county(aAndB({ openClockMin: 420, closeClockMin: 805 }), open, rounds));
    expect(plan.unserved).toEqual([
      {
        stationId: 'B',
        reason: 'hours',
        params: { closeClockMin: 805, openUntilClockMin: 810, leaveEarlierMin: 5 },
      },
    ]);
  });

  it('are not made by a bus that comes outside hours', () => {
    // The bus is at B at 7:00 + 30; B opens at 8:00: without the rule its parcels ride, with it they go by our own line.
    const stations = aAndB({ openClockMin: 480, closeClockMin: 1080 });
    const withBus = (rules: LineRules): Scenario => ({
      ...county(stations, rules, { buses: { use: 'first', maxAccessMin: 10 } }),
      busLines: [
        {
          id: asId<BusLineId>('bus'),
          name: 'bus',
          operator: 'bus',
          calls: [{ stationId: asId<StationId>('B'), offsetMin: 30, accessMin: 0 }],
          runs: [{ departureClockMin: 420 }],
          serviceDays: { kind: 'daily' },
          spareParcelsPerRun: graded(50),
          yuanPerParcel: graded(0.2),
        },
      ],
    });
    const kinds = (rules: LineRules) =>
      solve(withBus(rules)).lines.map(({ kind, stopIds }) => [kind, ...stopIds]);
    expect(kinds({})).toEqual([
      ['bus', 'B'],
      ['direct', 'A'],
    ]);
    expect(kinds(open).map(([kind]) => kind)).toEqual(['direct']);
    // Put on the bus by hand all the same, it is named: there at 7:30, half an hour too soon.
    const byHand = solve(withBus({}));
    const published = evaluatePlan(withBus(open), matrix, byHand);
    expect(
      published.violations.map(({ code, params }) => [code, params.stationId, params.arrivalClockMin]),
    ).toEqual([['station.closed', 'B', 450]]);
    expect(checkPlan(withBus(open), matrix, byHand, published).map(({ code }) => code)).toEqual([
      'visit.closed',
    ]);
  });

  it('the simulation without chance waits as long, at the same cost', () => {
    const scenario = county(aAndB({ openClockMin: 540, closeClockMin: 1080 }), open);
    const plan = aPlan([aLine('L', ['A', 'B'])]);
    const settings = { ...noVariance(defaultSimulationSettings('plain')), days: 14 };
    const simulated = toEnd(simulate(scenario, matrix, plan, settings));
    expect(simulated.totalYuanPerDay.mean).toBeCloseTo(212.5, 6);
    expect(simulated.lineKmPerDay.mean).toBeCloseTo(30, 9);
  });
});

describe('rests before a closing time', () => {
  it('are taken off the time there is', () => {
    const rule = { drivingS: 14_400, breakS: 1200 };
    // 4 h: no rest before. 4 h 10: one may fall due at 4 h, so be there within 4 h. 5 h: within 4 h 40.
    expect([14_400, 15_000, 18_000].map((latestS) => withoutRests(latestS, rule))).toEqual([
      14_400, 14_400, 16_800,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (latestS) => {
        const within = withoutRests(latestS, rule);
        expect(withRests(within, rule)).toBeLessThanOrEqual(latestS);
        expect(withRests(within + 1, rule)).toBeGreaterThan(latestS);
      }),
    );
  });
});

/** A county of random roads and hours: near villages, far ones that need a rest on the way, a hub with branch lines. */
function randomCounty(seed: number, stationCount: number, farKm: number) {
  const random = createRandom(seed);
  const ids = Array.from({ length: stationCount }, (_, index) => `v${index}`);
  const all = ['depot', ...ids];
  const roads = aMatrix(
    all,
    all.flatMap((from, index) =>
      all.slice(index + 1).map((to) => {
        const km = 3 + random.nextInt(farKm);
        return [from, to, km, 2 * km + random.nextInt(60) / 60] as const;
      }),
    ),
  );
  const stations = ids.map((id): StationDraft => {
    const openClockMin = 360 + 15 * random.nextInt(20);
    return {
      id,
      delivery: 5 + random.nextInt(200) / 10,
      pickup: random.nextInt(50) / 10,
      openClockMin,
      closeClockMin: openClockMin + 15 + 15 * random.nextInt(36),
    };
  });
  return { roads, stations, random };
}

function withWork(scenario: Scenario): Scenario {
  return {
    ...scenario,
    vehicleTypes: [{ ...van, capacityParcels: graded(60), count: 6 }],
    serviceTimes: { ...scenario.serviceTimes, handlingSecPerParcel: graded(13), hubHandoverMin: graded(20) },
  };
}

describe('every plan of the solver', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))(
    'county %i: passes the check and is nowhere outside hours',
    (seed) => {
      const { roads, stations, random } = randomCounty(seed, 9, seed % 3 === 0 ? 120 : 30);
      const hasHub = seed % 4 === 1;
      const drafts = stations.map((draft, index) => {
        if (!hasHub) return draft;
        return index === 0
          ? { ...draft, role: 'townshipStation' as const, openClockMin: 480, closeClockMin: 1080 }
          : index < 6
            ? { ...draft, hubId: 'v0' }
            : draft;
      });
      const base = withWork(
        county(
          drafts,
          [open, open, open, { ...open, startsAtVillage: true }, { ...open, endsAtVillage: true }][seed % 5]!,
          {
            departureClockMin: seed % 6 === 2 ? [420, 750] : [390 + random.nextInt(90)],
            allowSeveralTripsPerDuty: seed % 2 === 0,
          },
        ),
      );
      const scenario: Scenario = {
        ...base,
        shape: hasHub ? 'mixed' : 'direct',
        stations: base.stations.map((station) =>
          hasHub && station.id === asId<StationId>('v0')
            ? { ...station, hub: { isCandidate: true, ...(seed % 8 === 1 ? { dockCount: 1 } : {}) } }
            : station,
        ),
      };
      const plan = solve(scenario, roads, 600);
      const published = evaluatePlan(scenario, roads, plan);
      expect(checkPlan(scenario, roads, plan, published)).toEqual([]);
      expect(published.violations.filter(({ code }) => code !== 'fleet.exceeded')).toEqual([]);
      const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
      for (const visit of visitsOf(published)) {
        const { openClockMin, closeClockMin } = stationById.get(visit.stationId)!;
        const startMin = visit.arrivalClockMin + (visit.waitMin ?? 0);
        expect(startMin).toBeGreaterThanOrEqual(openClockMin - 1e-6);
        expect(startMin).toBeLessThanOrEqual(closeClockMin + 1e-6);
      }
    },
  );

  it('packs several trips into a duty as far as they are over before the first station closes', () => {
    const all = aAndB({}).map((draft) => ({ ...draft, openClockMin: 480, closeClockMin: 1080 }));
    const packed = county(all, { ...open, maxStopsPerLine: 1 }, { allowSeveralTripsPerDuty: true });
    const plan = solve(packed);
    expect(plan.duties.map(({ trips }) => trips.length)).toEqual([2]);
    const published = evaluatePlan(packed, matrix, plan);
    expect(published.violations).toEqual([]);
    expect(checkPlan(packed, matrix, plan, published)).toEqual([]);
    // A closes at 9:00, before two trips could be over: each line has a duty of its own.
    const early = all.map((draft) => (draft.id === 'A' ? { ...draft, closeClockMin: 540 } : draft));
    const apart = county(early, { ...open, maxStopsPerLine: 1 }, { allowSeveralTripsPerDuty: true });
    expect(solve(apart).duties.map(({ trips }) => trips.length)).toEqual([1, 1]);
  });
});

describe('against every plan there is', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'county %i: the solver finds the cheapest, and longer hours cost no more',
    (seed) => {
      const { roads, stations } = randomCounty(100 + seed, 5, 25);
      // Open long enough for a line of its own to reach it: everything can be served.
      const reachable = stations.map((draft) => ({
        ...draft,
        closeClockMin: Math.max(draft.closeClockMin!, 600),
      }));
      const costs = [0, 60, 240].map((longerMin) => {
        const drafts = reachable.map((draft) => ({
          ...draft,
          closeClockMin: draft.closeClockMin + longerMin,
        }));
        const scenario = withWork(county(drafts, open));
        const priced = new Map<string, number>();
        const costOf = (stopIds: readonly string[]): number => {
          const key = stopIds.join(' ');
          const known = priced.get(key);
          if (known !== undefined) return known;
          const plan = aPlan([aLine('L', stopIds, { vehicleTypeId: asId<VehicleTypeId>('van') })]);
          const { violations, lines } = evaluatePlan(scenario, roads, plan);
          const cost = violations.length > 0 ? Number.POSITIVE_INFINITY : lines[0]!.costYuanPerDay;
          priced.set(key, cost);
          return cost;
        };
        const least = leastCost(
          drafts.map(({ id }) => id),
          costOf,
        );
        const plan = solve(scenario, roads, 6000);
        expect(plan.unserved).toEqual([]);
        const published = evaluatePlan(scenario, roads, plan);
        // The solver's seconds are rounded up: a plan of hours may cost it a fen more than the evaluation says.
        expect(published.totalYuanPerDay).toBeCloseTo(least, 6);
        return published.totalYuanPerDay;
      });
      expect(costs[1]).toBeLessThanOrEqual(costs[0]! + 1e-6);
      expect(costs[2]).toBeLessThanOrEqual(costs[1]! + 1e-6);
    },
  );
});
