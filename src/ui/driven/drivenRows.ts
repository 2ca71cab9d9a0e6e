import type { DrivenStop, DrivenTrip } from '../../core/model/drivenDay.ts';
import type { ClockMin, Minutes } from '../../core/units.ts';

/** By the clock, or with the lateness of the departure taken off. */
export type DifferenceBasis = 'byClock' | 'fromStart';

/** Nearer than this is on time: stations know the hour by some minutes. */
export const onTimeMin: Minutes = 5;

export interface DrivenRow {
  readonly stop: DrivenStop;
  readonly plannedDwellMin: Minutes | null;
  readonly measuredDwellMin: Minutes | null;
  /** Of the arrival, at the start of the departure; above 0 = late; null = not known. */
  readonly differenceMin: Minutes | null;
}

const minus = (later: ClockMin | null, earlier: ClockMin | null): Minutes | null =>
  later === null || earlier === null ? null : later - earlier;

const lateness = (stop: DrivenStop): Minutes | null =>
  stop.role === 'start'
    ? minus(stop.departureClockMin, stop.plannedDepartureClockMin)
    : minus(stop.arrivalClockMin, stop.plannedArrivalClockMin);

/** How late the first stop with a known departure was left; 0 where none is known. */
export function startLateMin({ stops }: Pick<DrivenTrip, 'stops'>): Minutes {
  for (const stop of stops) {
    const late = minus(stop.departureClockMin, stop.plannedDepartureClockMin);
    if (late !== null && stop.state === 'called') return late;
  }
  return 0;
}

export function drivenRows(trip: Pick<DrivenTrip, 'stops'>, basis: DifferenceBasis): DrivenRow[] {
  const takenOffMin = basis === 'fromStart' ? startLateMin(trip) : 0;
  return trip.stops.map((stop) => {
    const late = lateness(stop);
    return {
      stop,
      plannedDwellMin: minus(stop.plannedDepartureClockMin, stop.plannedArrivalClockMin),
      measuredDwellMin: minus(stop.departureClockMin, stop.arrivalClockMin),
      differenceMin: late === null ? null : late - takenOffMin,
    };
  });
}

export type Punctuality = 'late' | 'early' | 'onTime';
export const punctualityOf = (differenceMin: Minutes): Punctuality =>
  Math.abs(differenceMin) < onTimeMin ? 'onTime' : differenceMin > 0 ? 'late' : 'early';
