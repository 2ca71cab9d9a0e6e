import { beforeAll, describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import type { Claim } from '../../../src/core/model/county.ts';
import type { Plan, PlannedLine } from '../../../src/core/model/plan.ts';
import type { Scenario, Station } from '../../../src/core/model/scenario.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { addBus, removeBus, writeBus } from '../../../src/state/tables/busTable.ts';
import { addClaim, removeClaim, writeClaim } from '../../../src/state/tables/claimTable.ts';
import { addPlanLine, removePlanLine, settled, writePlanLine } from '../../../src/state/tables/planTable.ts';
import { stationWords, stopsText } from '../../../src/state/tables/stationWords.ts';
import { isRefusal, type WriteCell } from '../../../src/state/tables/tableEdit.ts';
import { addTodaysLine, removeTodaysLine, writeTodaysLine } from '../../../src/state/tables/todaysTable.ts';
import { countyOf } from '../../core/io/tables/luxi.ts';

const base = countyOf('heshui').scenarios[0]!;
const villages = base.stations.filter(({ role }) => role === 'villageStation');
const names = (stations: readonly Station[]): string => stations.map(({ name }) => name).join('、');

/** Writes texts one after the other; a refusal fails the test. */
function written(
  write: WriteCell,
  scenario: Scenario,
  rowId: string,
  cells: Readonly<Record<string, string>>,
): Scenario {
  let next = scenario;
  for (const [key, text] of Object.entries(cells)) {
    const answer = write(next, rowId, key, text);
    if (isRefusal(answer)) throw new Error(`${key} ${text}: ${answer.refusal} ${answer.text}`);
    next = answer;
  }
  return next;
}
const refusalOf = (
  write: WriteCell,
  scenario: Scenario,
  rowId: string,
  key: string,
  text: string,
): string | null => {
  const answer = write(scenario, rowId, key, text);
  return isRefusal(answer) ? answer.refusal : null;
};
const taken = <Answer extends object>(answer: Answer): Exclude<Answer, { refusal: unknown }> => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refusal} ${answer.text}`);
  return answer as Exclude<Answer, { refusal: unknown }>;
};
const canBeSaved = (scenario: Scenario): boolean =>
  readScenarioFile(writeScenarioFile(scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' })).ok;

describe('names of stations in tables', () => {
  it('every one that is shown can be typed back, in all three counties', () => {
    for (const id of ['heshui', 'luxi', 'yanling'])
      for (const scenario of countyOf(id).scenarios) {
        const { word, find } = stationWords(scenario);
        const all = [scenario.depot, ...scenario.stations];
        expect(
          all.filter((station) => find(word(station.id))?.id !== station.id).map(({ name }) => name),
        ).toEqual([]);
      }
  });

  it('a village without a station of its own stands for the one that serves it', () => {
    const merged = villages.find(({ servesPlaceIds }) => servesPlaceIds.length > 1)!;
    const other = merged.servesPlaceIds.find((id) => id !== merged.placeId)!;
    const place = base.places.find(({ id }) => id === other)!;
    expect(stationWords(base).find(place.name)?.id).toBe(merged.id);
  });
});

describe('lines of today', () => {
  const [a, b, c, d] = villages as [Station, Station, Station, Station];
  const added = taken(addTodaysLine(base, { line: '东线', stops: names([a, b]) }));
  const both = taken(addTodaysLine(added.scenario, { line: '', stops: names([c, d]) }));

  it('are added, changed and deleted, and the scenario can be saved all the while', () => {
    expect(both.rowId).toBe('L1');
    const next = written(writeTodaysLine, both.scenario, '东线', {
      vehicle: base.vehicleTypes[1]!.name.en,
      departures: '13:30, 7:30',
      days: '周一、周四',
      firstDay: '1',
      stops: `${base.depot.name}、${names([b, a])}`,
      line: '东一线',
    });
    expect(next.todaysPlan!.lines[0]).toMatchObject({
      id: '东一线',
      vehicleTypeId: base.vehicleTypes[1]!.id,
      departureClockMin: [450, 810],
      serviceDays: { kind: 'weekdays', days: [0, 3] },
      phase: 1,
      stopIds: [b.id, a.id],
    });
    // Two rounds of the first line, the second's as many as the policy has departures.
    const trips = next.todaysPlan!.duties.flatMap((duty) => duty.trips);
    expect(trips.filter(({ lineId }) => lineId === '东一线')).toHaveLength(2);
    expect(canBeSaved(next)).toBe(true);
    const without = removeTodaysLine(removeTodaysLine(next, '东一线'), 'L1');
    expect(without).toEqual(base);
  });

  it('a station on two lines is shared by both, and is whole again when it is on one', () => {
    const shared = written(writeTodaysLine, both.scenario, 'L1', { stops: names([c, d, a]) });
    expect(shared.todaysPlan!.lines.map(({ stopShares }) => stopShares)).toEqual([
      [0.5, 1],
      [1, 1, 0.5],
    ]);
    const back = written(writeTodaysLine, shared, 'L1', { stops: names([c, d]) });
    expect(back.todaysPlan).toEqual(both.scenario.todaysPlan);
  });

  it('refuse what cannot be', () => {
    const of = (key: string, text: string) => refusalOf(writeTodaysLine, both.scenario, '东线', key, text);
    expect(of('stops', `${a.name}、无此村`)).toBe('noStation');
    expect(of('stops', names([a, b, a]))).toBe('stopTwice');
    expect(of('stops', '')).toBe('required');
    expect(of('vehicle', '飞艇')).toBe('noVehicle');
    expect(of('departures', 'soon')).toBe('notAClock');
    expect(of('departures', '')).toBe('notAClock');
    expect(of('days', '有空就去')).toBe('notDays');
    expect(of('firstDay', '9')).toBe('outOfWholeRange');
    expect(of('origin', a.name)).toBe('noStation');
    expect(of('line', 'L1')).toBe('nameTaken');
    expect(of('line', '')).toBe('required');
    expect(of('stopCount', '3')).toBe('readOnly');
  });
});

describe('buses', () => {
  const [a, b, c] = villages as [Station, Station, Station];
  const added = taken(addBus(base, { line: '合水—太白', stops: names([a, b]) }, null));
  const write = writeBus(null);

  it('lines, stops, times, room and fare are written', () => {
    // Without a matrix ten minutes from stop to stop.
    expect(added.scenario.busLines!.at(-1)!.calls.map(({ offsetMin }) => offsetMin)).toEqual([10, 20]);
    const next = written(write, added.scenario, added.rowId, {
      line: '合水—老城',
      operator: '合水客运',
      departures: '7:10 9:40 14:00',
      days: '每日',
      offsets: '12、30分钟',
      access: '3',
      boxes: '×2',
      fare: '0.25',
    });
    expect(next.busLines!.at(-1)).toMatchObject({
      name: '合水—老城',
      operator: '合水客运',
      runs: [{ departureClockMin: 430 }, { departureClockMin: 580 }, { departureClockMin: 840 }],
      calls: [
        { stationId: a.id, offsetMin: 12, accessMin: 3 },
        { stationId: b.id, offsetMin: 30, accessMin: 3 },
      ],
      spareParcelsPerRun: { value: 120, grade: 'user' },
      yuanPerParcel: { value: 0.25, grade: 'user' },
    });
    // A stop put between two others lies halfway in time; the others keep their minutes.
    const longer = written(write, next, added.rowId, { stops: names([a, c, b]) });
    expect(longer.busLines!.at(-1)!.calls.map(({ offsetMin, accessMin }) => [offsetMin, accessMin])).toEqual([
      [12, 3],
      [21, 0],
      [30, 3],
    ]);
    expect(canBeSaved(longer)).toBe(true);
    expect(removeBus(longer, added.rowId)).toEqual(base);
  });

  it('refuse what cannot be', () => {
    const of = (key: string, text: string) => refusalOf(write, added.scenario, added.rowId, key, text);
    expect(of('offsets', '12')).toBe('notAsMany');
    expect(of('offsets', '30、12')).toBe('timesGoBack');
    expect(of('offsets', '12、半小时')).toBe('notANumber');
    expect(of('access', '1、2、3')).toBe('notAsMany');
    expect(of('departures', '25:00')).toBe('notAClock');
    expect(of('boxes', '-3')).toBe('outOfRange');
    expect(of('boxes', '1e308')).toBe('outOfRange');
    expect(of('fare', '免费')).toBe('notANumber');
    expect(of('stops', '无此村')).toBe('noStation');
    expect(
      refusalOf(
        write,
        taken(addBus(added.scenario, { line: 'B', stops: a.name }, null)).scenario,
        added.rowId,
        'line',
        'B',
      ),
    ).toBe('nameTaken');
    expect(isRefusal(addBus(base, { line: '', stops: a.name }, null))).toBe(true);
  });
});

describe('claims', () => {
  const claim: Claim = {
    id: 'X-1',
    document: '自评报告',
    asOf: '2024',
    kind: 'share',
    subject: '村覆盖率',
    valueText: '100',
    value: 100,
    unit: '%',
    note: '',
  };
  it('value, unit and source are written; a range has words and no number', () => {
    const put = (key: string, text: string) => writeClaim([claim], '0', key, text);
    expect(put('value', '81.25%')).toEqual([{ ...claim, valueText: '81.25%', value: 81.25 }]);
    const { value: _, ...words } = claim;
    expect(put('value', '1-3')).toEqual([{ ...words, valueText: '1-3' }]);
    expect(put('unit', '个')).toEqual([{ ...claim, unit: '个' }]);
    expect(put('document', '验收报告 2025')).toEqual([{ ...claim, document: '验收报告 2025' }]);
    expect(put('value', '')).toMatchObject({ refusal: 'required' });
    expect(put('subject', '')).toMatchObject({ refusal: 'required' });
    expect(put('asNumber', '3')).toMatchObject({ refusal: 'readOnly' });
  });

  it('come and go', () => {
    const added = taken(
      addClaim([claim], { subject: '乡镇站', value: '12', unit: '个', document: '统计表' }),
    );
    expect(added.claims[1]).toMatchObject({ id: 'U-2', subject: '乡镇站', value: 12 });
    expect(removeClaim(added.claims, added.rowId)).toEqual([claim]);
    expect(addClaim([claim], { subject: '乡镇站' })).toMatchObject({ refusal: 'required' });
  });
});

describe('lines of the plan', () => {
  const scenario = countyOf('luxi').scenarios[0]!;
  let plan: Plan;
  let hand: Scenario;
  const solve = (of: Scenario) => {
    const run = runScenario(of, { seed: 1, iterations: 20, baselineIterations: 20 });
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
    }
  };
  const lines = (of: Scenario): readonly PlannedLine[] => of.handPlan!.lines;
  /** Two lines from the same place with two stops each at least. */
  let one: PlannedLine;
  let two: PlannedLine;
  beforeAll(() => {
    plan = solve(scenario).plan;
    hand = settled(scenario, plan);
    const long = plan.lines.filter(({ stopIds, stopShares }) => stopIds.length > 1 && !stopShares);
    one = long[0]!;
    two = long.find((line) => line !== one && line.originId === one.originId)!;
  });

  it('another order of stops is driven as typed, and audited without a fault', () => {
    const reversed = [...one.stopIds].reverse();
    const next = written(writePlanLine, hand, one.id, { stops: stopsText(scenario, reversed) });
    const report = solve(next);
    expect(report.plan.lines.find(({ id }) => id === one.id)!.stopIds).toEqual(reversed);
    expect(report.faults).toEqual([]);
    expect(canBeSaved(next)).toBe(true);
  });

  it('a station typed into another line leaves its own; one left out is on none', () => {
    const moved = two.stopIds[0]!;
    const next = written(writePlanLine, hand, one.id, {
      stops: stopsText(scenario, [...one.stopIds, moved]),
    });
    expect(lines(next).find(({ id }) => id === one.id)!.stopIds).toEqual([...one.stopIds, moved]);
    expect(lines(next).find(({ id }) => id === two.id)!.stopIds).toEqual(two.stopIds.slice(1));
    expect(next.handPlan!.moved).toEqual([{ stationId: moved, lineId: one.id }]);
    const less = written(writePlanLine, next, one.id, { stops: stopsText(scenario, one.stopIds) });
    const report = solve(less);
    expect(report.plan.unserved.map(({ stationId }) => stationId)).toContain(moved);
    expect(report.faults).toEqual([]);
  });

  it('another vehicle takes the trips out of a duty it does not drive', () => {
    const other = scenario.vehicleTypes.find(({ id }) => id !== one.vehicleTypeId)!;
    const next = written(writePlanLine, hand, one.id, { vehicle: other.name.zh });
    for (const duty of next.handPlan!.duties)
      if (duty.trips.some(({ lineId }) => lineId === one.id)) {
        expect(duty.vehicleTypeId).toBe(other.id);
        expect(duty.trips.every(({ lineId }) => lineId === one.id)).toBe(true);
      }
    const count = (of: Scenario) => of.handPlan!.duties.flatMap(({ trips }) => trips).length;
    expect(count(next)).toBe(count(hand));
  });

  it('a new line takes its stations along, and a deleted one leaves them on none', () => {
    const added = taken(addPlanLine(hand, { stops: stopsText(scenario, [one.stopIds[0]!]) }));
    expect(lines(added.scenario).find(({ id }) => id === added.rowId)!.stopIds).toEqual([one.stopIds[0]]);
    expect(lines(added.scenario).find(({ id }) => id === one.id)!.stopIds).toEqual(one.stopIds.slice(1));
    const gone = taken(removePlanLine(added.scenario, added.rowId));
    expect(solve(gone).plan.unserved.map(({ stationId }) => stationId)).toEqual(
      expect.arrayContaining([one.stopIds[0]]),
    );
  });

  it('locks hold against the table too', () => {
    const of = (held: Scenario, line: PlannedLine, key: string, text: string) =>
      refusalOf(writePlanLine, held, line.id, key, text);
    const whole = written(writePlanLine, hand, one.id, { lock: 'line' });
    expect(whole.handPlan).toBe(hand.handPlan);
    expect(of(whole, one, 'departures', '9:00')).toBe('lineLocked');
    expect(of(whole, two, 'stops', stopsText(scenario, [...two.stopIds, one.stopIds[0]!]))).toBe('locked');
    const ordered = written(writePlanLine, hand, one.id, { lock: 'sequence' });
    expect(of(ordered, one, 'stops', stopsText(scenario, [...one.stopIds].reverse()))).toBe('orderLocked');
    expect(written(writePlanLine, whole, one.id, { lock: 'free' }).locks).toBeUndefined();
    expect(of(hand, one, 'lock', 'maybe')).toBe('unknownWord');
    expect(of(hand, one, 'tripKm', '5')).toBe('readOnly');
    const elsewhere = scenario.stations.find(({ hubId }) => (hubId ?? scenario.depot.id) !== one.originId);
    if (elsewhere)
      expect(of(hand, one, 'stops', stopsText(scenario, [...one.stopIds, elsewhere.id]))).toBe('otherHub');
  });
});
