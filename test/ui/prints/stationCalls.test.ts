import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { daysInWords } from '../../../src/ui/prints/daysInWords.ts';
import { printLines } from '../../../src/ui/prints/printLines.ts';
import { callsByTownship } from '../../../src/ui/prints/stationCalls.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';

const reportOf = (scenario: Scenario, matrix: TravelMatrix, plan: Plan): Report =>
  ({ scenario, plan, matrix, evaluation: evaluatePlan(scenario, matrix, plan) }) as unknown as Report;

/** A trunk to the hub on all days, and a branch from it to a and b on alternate ones; c is on no line. */
const drafts = [
  { id: 'hub', role: 'townshipStation' as const, delivery: 20 },
  { id: 'a', hubId: 'hub', delivery: 10, pickup: 1 },
  { id: 'b', hubId: 'hub', delivery: 6, openClockMin: 720 },
  { id: 'c', delivery: 3 },
];
const plain = aScenario(drafts, {
  shape: 'hub',
  serviceTimes: {
    loadingMin: graded(20),
    townshipDwellMin: graded(15),
    villageDwellMin: graded(10),
    urbanDwellMin: graded(0),
    handlingSecPerParcel: graded(0),
    hubHandoverMin: graded(30),
  },
});
/** a and b lie in the township the hub stands in; c in none. */
const scenario: Scenario = {
  ...plain,
  places: plain.places.map((place) =>
    place.name === 'a' || place.name === 'b' ? { ...place, parentId: plain.places[0]!.id } : place,
  ),
};
const matrix = aMatrix(
  ['depot', 'hub', 'a', 'b', 'c'],
  [
    ['depot', 'hub', 30, 60],
    ['hub', 'a', 15, 30],
    ['hub', 'b', 15, 30],
    ['a', 'b', 10, 20],
    ['depot', 'c', 5, 10],
  ],
);
const trunk = aLine('trunk', ['hub'], { kind: 'trunk', departureClockMin: [450] });
const branch = aLine('branch', ['a', 'b'], {
  kind: 'branch',
  originId: scenario.stations[0]!.id,
  departureClockMin: [600],
  serviceDays: { kind: 'everyNDays', n: 2 },
  phase: 1,
});
const report = reportOf(scenario, matrix, aPlan([trunk, branch]));

describe('callsByTownship', () => {
  it('tells when each line comes, township by township, and which station none calls at', () => {
    const townships = callsByTownship(report);
    expect(townships.map(({ township, stations }) => [township, stations.map(({ name }) => name)])).toEqual([
      ['hub', ['hub', 'a', 'b']],
      ['', ['c']],
    ]);
    const clocks = townships.flatMap(({ stations }) =>
      stations.map(({ calls }) =>
        calls.map((call) => [call.lineIndex, call.fromClockMin, call.untilClockMin]),
      ),
    );
    // Hub 450 + 60 = 510; a 600 + 30 = 630; b 630 + 10 at a + 20 = 660.
    expect(clocks).toEqual([[[0, 510, 510]], [[1, 630, 630]], [[1, 660, 660]], []]);
  });

  it('counts what the station hands over and collects itself', () => {
    const [hub, a] = callsByTownship(report)[0]!.stations;
    expect([hub!.deliveryParcelsPerDay, a!.deliveryParcelsPerDay, a!.pickupParcelsPerDay]).toEqual([
      20, 10, 1,
    ]);
  });

  it('gives the hour a vehicle has waited for, where stops are made while the station is open', () => {
    const waiting = reportOf(
      { ...scenario, policy: { ...scenario.policy, lineRules: { visitsWhileOpen: true } } },
      matrix,
      aPlan([trunk, branch]),
    );
    const b = callsByTownship(waiting)[0]!.stations[2]!;
    // There at 660, open from 720 on.
    expect(b.calls.map(({ fromClockMin }) => fromClockMin)).toEqual([720]);
  });

  it('names the other places a station takes parcels for', () => {
    const [hub, a, b, c] = scenario.stations;
    const shared = { ...a!, servesPlaceIds: [...a!.servesPlaceIds, ...c!.servesPlaceIds] };
    const merged = { ...scenario, stations: [hub!, shared, b!] };
    const rows = callsByTownship(reportOf(merged, matrix, aPlan([trunk, branch])))[0]!.stations;
    // a's own 10 and c's 3.
    expect(rows.map((row) => [row.name, row.alsoServes, row.deliveryParcelsPerDay])).toEqual([
      ['hub', [], 20],
      ['a', ['c'], 13],
      ['b', [], 6],
    ]);
  });

  it('leaves out a candidate for a hub that has no parcels and no line', () => {
    const idle = { ...scenario.stations[3]!, servesPlaceIds: [] };
    const without = { ...scenario, stations: [...scenario.stations.slice(0, 3), idle] };
    const names = callsByTownship(reportOf(without, matrix, aPlan([trunk, branch]))).flatMap(({ stations }) =>
      stations.map(({ name }) => name),
    );
    expect(names).toEqual(['hub', 'a', 'b']);
  });
});

describe('printLines', () => {
  it('names the duty of each line and what else it drives', () => {
    const one = aPlan([trunk, { ...branch, serviceDays: { kind: 'daily' }, phase: 0 }]);
    const shared: Plan = {
      ...one,
      duties: [
        {
          vehicleTypeId: one.duties[0]!.vehicleTypeId,
          trips: [
            { lineId: trunk.id, roundIndex: 0 },
            { lineId: branch.id, roundIndex: 0 },
          ],
        },
      ],
    };
    expect(printLines(reportOf(scenario, matrix, shared)).map(({ duties }) => duties)).toEqual([
      [{ dutyIndex: 0, otherLineIndexes: [1] }],
      [{ dutyIndex: 0, otherLineIndexes: [0] }],
    ]);
  });
});

describe('what differs by day', () => {
  it('is told of lines that bring more on some days, and of no others', () => {
    // On Mondays and Wednesdays: five days' parcels on the one, two days' on the other; the trunk brings one day's daily.
    const lines = [trunk, { ...branch, serviceDays: { kind: 'weekdays' as const, days: [0, 2] }, phase: 0 }];
    const [ofTrunk, ofBranch] = printLines(reportOf(scenario, matrix, aPlan(lines)));
    expect(ofBranch!.evaluation.trips.map(({ visits }) => visits[0]!.deliveryParcels)).toEqual([50, 20]);
    expect([ofTrunk!.differsByDay, ofBranch!.differsByDay]).toEqual([false, true]);
  });
});

describe('daysInWords', () => {
  const t = ((key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`) as never;
  it('says which days', () => {
    expect(daysInWords({ serviceDays: { kind: 'daily' }, phase: 0 }, t)).toBe('lines.daily');
    expect(daysInWords({ serviceDays: { kind: 'weekdays', days: [4, 0] }, phase: 0 }, t)).toBe(
      'levels.weekdays.monprints.andlevels.weekdays.fri',
    );
    // Phase 1: the first of its days is day 1, a Tuesday.
    expect(daysInWords(branch, t)).toBe(
      'prints.from{"rhythm":"lines.alternate","day":"levels.weekdays.tue"}',
    );
  });
});
