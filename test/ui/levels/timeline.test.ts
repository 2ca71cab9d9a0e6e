import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { handoverLinks } from '../../../src/ui/levels/handoverLinks.ts';
import { timeAxis } from '../../../src/ui/levels/timeAxis.ts';
import { timelineOf } from '../../../src/ui/levels/timeline.ts';
import { stripDays, tripTimes } from '../../../src/ui/levels/tripTimes.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';

/** The parts of a report these views read. */
const reportOf = (scenario: Scenario, matrix: TravelMatrix, plan: Plan): Report =>
  ({ scenario, plan, matrix, evaluation: evaluatePlan(scenario, matrix, plan) }) as unknown as Report;

/** Depot to the hub 60 minutes; hub to a 30, hub to b 30. Loading 20, a stop 10 at villages and 15 at the hub, hand-over 30. */
const scenario = aScenario(
  [
    { id: 'hub', role: 'townshipStation' },
    { id: 'a', hubId: 'hub', delivery: 10, closeClockMin: 600 },
    { id: 'b', hubId: 'hub', delivery: 10 },
  ],
  {
    shape: 'hub',
    serviceTimes: {
      loadingMin: graded(20),
      townshipDwellMin: graded(15),
      villageDwellMin: graded(10),
      urbanDwellMin: graded(0),
      handlingSecPerParcel: graded(0),
      hubHandoverMin: graded(30),
    },
  },
);
const matrix = aMatrix(
  ['depot', 'hub', 'a', 'b'],
  [
    ['depot', 'hub', 30, 60],
    ['hub', 'a', 15, 30],
    ['hub', 'b', 15, 30],
  ],
);
const hubId = scenario.stations[0]!.id;
const alternate = { kind: 'everyNDays', n: 2 } as const;
const branch = (id: string, stop: string, departure: number, phase: number) =>
  aLine(id, [stop], {
    kind: 'branch',
    originId: hubId,
    departureClockMin: [departure],
    serviceDays: alternate,
    phase,
  });
const plan = aPlan([
  aLine('T', ['hub'], { kind: 'trunk', departureClockMin: [480] }),
  branch('A', 'a', 600, 0),
  branch('B', 'b', 580, 1),
]);
const report = reportOf(scenario, matrix, plan);

describe('the duty chart', () => {
  it('lays a trip out minute by minute', () => {
    const { rows, fromClockMin, toClockMin } = timelineOf(report, [0], 'duty');
    // Loading 460-480, drive to 540, at the hub to 555, back at 615: hours 7:00 to 12:00 (A is back 670).
    expect(rows[0]!.bars[0]!.pieces.map(({ kind, fromMin, toMin }) => [kind, fromMin, toMin])).toEqual([
      ['loading', 460, 480],
      ['driving', 480, 540],
      ['dwell', 540, 555],
      ['driving', 555, 615],
    ]);
    expect([fromClockMin, toClockMin]).toEqual([420, 720]);
  });

  it('begins with the drive from the village where the vehicle stood, and ends there', () => {
    const lineRules = { startsAtVillage: true };
    const starts = { ...scenario, policy: { ...scenario.policy, lineRules } };
    const [, rowA] = timelineOf(reportOf(starts, matrix, plan), [0], 'duty').rows;
    // From a at 550 to load at 580; leaves at 600, at a from 630 to 640: nothing after that.
    expect(rowA!.bars[0]!.pieces.map(({ kind, fromMin, toMin }) => [kind, fromMin, toMin])).toEqual([
      ['driving', 550, 580],
      ['loading', 580, 600],
      ['driving', 600, 630],
      ['dwell', 630, 640],
    ]);
    expect(rowA!.bars[0]!.driveIn).toMatchObject({ fromId: 'a', startClockMin: 550, endClockMin: 580 });
    expect(rowA!.dutyDays[0]).toMatchObject({ startClockMin: 550, endClockMin: 640, paidMin: 90, waits: [] });
  });

  it('shows how long a vehicle waits for a station to open', () => {
    const early: Scenario = {
      ...scenario,
      stations: scenario.stations.map((station) =>
        station.id === hubId ? { ...station, openClockMin: 550 } : station,
      ),
      policy: { ...scenario.policy, lineRules: { visitsWhileOpen: true } },
    };
    const { rows } = timelineOf(reportOf(early, matrix, plan), [0], 'duty');
    // There at 540, open at 550: waiting 10, at the hub to 565, back at 625.
    expect(rows[0]!.bars[0]!.pieces.map(({ kind, fromMin, toMin }) => [kind, fromMin, toMin])).toEqual([
      ['loading', 460, 480],
      ['driving', 480, 540],
      ['waiting', 540, 550],
      ['dwell', 550, 565],
      ['driving', 565, 625],
    ]);
  });

  it('shows alternate-day lines only on their days', () => {
    const rowsOn = (day: number) => timelineOf(report, [day], 'line').rows.map((row) => row.index);
    expect(rowsOn(0)).toEqual([0, 1]);
    expect(rowsOn(1)).toEqual([0, 2]);
    // Thirteen days on, the cycle of two having gone round six and a half times.
    expect(rowsOn(13)).toEqual([0, 2]);
    expect(tripTimes(report).cycle).toBe(2);
    expect(stripDays(2)).toBe(14);
    expect(stripDays(1)).toBe(7);
  });

  it('marks a stop reached after closing time', () => {
    // A leaves 600 and reaches a at 630; it closed at 600.
    const [, rowA] = timelineOf(report, [0], 'line').rows;
    expect(rowA!.bars[0]!.pieces.filter((piece) => piece.isLate).map((piece) => piece.fromMin)).toEqual([
      630,
    ]);
  });

  it('tells paid waits from the driver’s own and where overtime begins', () => {
    const long = {
      ...scenario,
      dutyRules: { ...scenario.dutyRules, shiftMin: graded(200) },
    };
    const twice: Plan = {
      ...plan,
      lines: [aLine('T', ['hub'], { kind: 'trunk', departureClockMin: [480, 660] })],
      duties: [
        {
          vehicleTypeId: plan.duties[0]!.vehicleTypeId,
          trips: [0, 1].map((roundIndex) => ({ lineId: plan.lines[0]!.id, roundIndex })),
        },
      ],
    };
    const [row] = timelineOf(reportOf(long, matrix, twice), [0], 'duty').rows;
    // First trip 460-615 (155 min), loading again at 640: 25 min paid; 20 min of the shift are left, so overtime from 660.
    expect(row!.dutyDays).toEqual([
      {
        day: 0,
        startClockMin: 460,
        endClockMin: 795,
        paidMin: 335,
        overtimeFromMin: 660,
        waits: [{ fromMin: 615, toMin: 640, isPaid: true }],
      },
    ]);
  });
});

describe('hand-overs', () => {
  it('say how much time is to spare, or by how much a branch line misses the trunk line', () => {
    // Unloaded 555, handed over 585: A (600) has 15 minutes to spare, B (580) is 5 minutes early.
    const links = handoverLinks(report, [0, 1]);
    expect(links.map(({ branchLineId, day, slackMin }) => [branchLineId, day, slackMin])).toEqual([
      ['A', 0, 15],
      ['B', 1, -5],
    ]);
  });

  it('agree with the evaluation on the tightest day', () => {
    const fromEvaluation = report.evaluation.handovers.map(({ branchLineId, slackMin }) => [
      branchLineId,
      slackMin,
    ]);
    expect(
      handoverLinks(report, [0, 1]).map(({ branchLineId, slackMin }) => [branchLineId, slackMin]),
    ).toEqual(fromEvaluation);
  });
});

describe('the time axis', () => {
  it('puts days side by side and stretches to the hours asked for', () => {
    const timeline = timelineOf(report, [0, 1], 'duty');
    // 7:00 to 12:00 twice and a gap of 14 px in 614 px: 1 px a minute.
    const all = timeAxis(timeline, 614, null);
    expect(all.pxPerMin).toBe(1);
    expect(all.xOf(1, 480)).toBe(300 + 14 + 60);
    // One hour across the view.
    expect(timeAxis(timeline, 600, 60).pxPerMin).toBe(10);
  });
});
