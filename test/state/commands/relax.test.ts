import { describe, expect, it } from 'vitest';
import type { MoveJudgement } from '../../../src/core/evaluate/judgeMove.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import type { LineRules } from '../../../src/core/model/lineRules.ts';
import type { Unserved } from '../../../src/core/model/plan.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { relaxationsFor } from '../../../src/state/commands/relax.ts';
import { aLine, aPlan, aScenario } from '../../builders.ts';

const station = asId<StationId>('C');

function relaxations(
  reason: Unserved['reason'],
  params: Unserved['params'],
  rules: LineRules = {},
  max: number | null = null,
) {
  const base = aScenario([{ id: 'A' }, { id: 'C' }]);
  const scenario = { ...base, policy: { ...base.policy, lineCount: { min: 0, max }, lineRules: rules } };
  const plan = { ...aPlan([aLine('L1', ['A'])]), unserved: [{ stationId: station, reason, params }] };
  return relaxationsFor(scenario, { plan } as unknown as Report, station).map(({ kind, params: granted }) => [
    kind,
    granted,
  ]);
}

describe('what would serve a stop', () => {
  it('is one more line, a stop more on a line, or half an hour more overtime', () => {
    // 120 min of overtime are allowed in the test scenario.
    expect(relaxations('lineCount', {}, { maxStopsPerLine: 20 }, 4)).toEqual([
      ['maxStops', { count: 21 }],
      ['lineCount', { count: 5 }],
      ['shift', { minutes: 150 }],
    ]);
  });

  it('is just the length or time the stop needs', () => {
    expect(relaxations('vehicleRange', { lengthM: 160_300 }, { maxKmPerLine: 150 })).toEqual([
      ['maxKm', { km: 161 }],
    ]);
    // 9.2 h needed, 9 h allowed on a line: half hours are granted; the shift of 10 h is long enough.
    expect(relaxations('shift', { durationS: 33_120 }, { maxHoursPerLine: 9 })).toEqual([
      ['maxHours', { hours: 9.5 }],
    ]);
  });

  it('is a station open longer, an earlier departure, or stops at any time', () => {
    const late = { closeClockMin: 472, openUntilClockMin: 480, leaveEarlierMin: 10 };
    expect(relaxations('hours', late, { visitsWhileOpen: true })).toEqual([
      ['openUntil', { clockMin: 480 }],
      ['leaveEarlier', { minutes: 10 }],
      ['anyTime', {}],
    ]);
    // Nobody stays open past midnight, and leaving earlier may not help where another round comes too late.
    const never = { ...late, openUntilClockMin: 0, leaveEarlierMin: 0 };
    expect(relaxations('hours', never, { visitsWhileOpen: true })).toEqual([['anyTime', {}]]);
  });

  it('is the overtime of the cheapest line that lacks nothing else', () => {
    // 480 min of shift; on L1 the duty would take 643.2 min: 164 min of overtime. L2 is full besides.
    const place = (addedYuanPerDay: number, dutyMin: number, ...others: string[]) =>
      ({
        move: { target: { kind: 'line' } },
        addedYuanPerDay,
        newViolations: [{ code: 'shift.exceeded', params: { dutyMin } }, ...others.map((code) => ({ code }))],
      }) as unknown as MoveJudgement;
    const base = aScenario([{ id: 'A' }, { id: 'C' }]);
    const plan = {
      ...aPlan([aLine('L1', ['A'])]),
      unserved: [{ stationId: station, reason: 'lineCount' as const, params: {} }],
    };
    const found = (places: readonly MoveJudgement[]) =>
      relaxationsFor(base, { plan } as unknown as Report, station, places);
    expect(found([place(10, 600, 'capacity.exceeded'), place(20, 643.2)])).toEqual([
      { kind: 'shift', params: { minutes: 164 }, addedYuanPerDay: 20 },
    ]);
    // Overtime alone serves it nowhere: it is not offered.
    expect(found([place(10, 600, 'capacity.exceeded')])).toEqual([]);
  });

  it('is another vehicle, or making an optional stop mandatory', () => {
    expect(relaxations('noVehicle', {}).map(([kind]) => kind)).toEqual(['noVehicle', 'shift']);
    expect(relaxations('optional', {})).toEqual([['mandatory', {}]]);
    expect(relaxations('unreachable', {})).toEqual([]);
  });
});
