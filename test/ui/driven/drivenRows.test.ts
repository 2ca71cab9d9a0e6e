import { describe, expect, it } from 'vitest';
import type { DrivenStop } from '../../../src/core/model/drivenDay.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import { stopCells } from '../../../src/ui/driven/drivenCells.ts';
import { drivenRows, punctualityOf, startLateMin } from '../../../src/ui/driven/drivenRows.ts';

const stop = (role: DrivenStop['role'], change: Partial<DrivenStop>): DrivenStop => ({
  role,
  stationId: asId<StationId>('a'),
  isRealPoint: true,
  plannedArrivalClockMin: null,
  plannedDepartureClockMin: null,
  state: 'called',
  arrivalClockMin: null,
  departureClockMin: null,
  nearestM: 12.4,
  nearestClockMin: null,
  ...change,
});

/** Leaves at 8:20 instead of 8:00, is at the stop at 8:50 instead of 8:40, stays 4 instead of 5 minutes. */
const trip = {
  stops: [
    stop('start', { plannedDepartureClockMin: 480, departureClockMin: 500 }),
    stop('stop', {
      plannedArrivalClockMin: 520,
      plannedDepartureClockMin: 525,
      arrivalClockMin: 530,
      departureClockMin: 534,
    }),
    stop('stop', { plannedArrivalClockMin: 560, plannedDepartureClockMin: 565, state: 'missed' }),
  ],
};

describe('differences of a driven day', () => {
  it('are by the clock, or less the late start', () => {
    expect(startLateMin(trip)).toBe(20);
    expect(drivenRows(trip, 'byClock').map(({ differenceMin }) => differenceMin)).toEqual([20, 10, null]);
    // 10 minutes made up of the 20 it left too late.
    expect(drivenRows(trip, 'fromStart').map(({ differenceMin }) => differenceMin)).toEqual([0, -10, null]);
    const [, second] = drivenRows(trip, 'byClock');
    expect([second!.plannedDwellMin, second!.measuredDwellMin]).toEqual([5, 4]);
  });

  it('are on time below five minutes either way', () => {
    expect([4.9, -4.9, 5, -5].map(punctualityOf)).toEqual(['onTime', 'onTime', 'late', 'early']);
  });

  it('go into the file with what is not known left empty', () => {
    const words = {
      nameOf: () => 'A',
      stateOf: (state: string) => state,
      clock: (clockMin: number | null) => (clockMin === null ? '' : String(clockMin)),
    };
    const cells = stopCells({ ...trip, extraStays: [] } as unknown as Parameters<typeof stopCells>[0], words);
    expect(cells[1]).toEqual([1, 'A', '520', '530', 10, '525', '534', 5, 4, 'called', 12]);
    expect(cells[2]!.slice(3, 10)).toEqual(['', null, '565', '', 5, null, 'missed']);
  });
});
