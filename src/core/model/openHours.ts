import { type ClockMin, minPerDay } from '../units.ts';
import type { Scenario, Station } from './scenario.ts';

/** Whether stops must be made while the station is open; otherwise parcels that come outside hours wait there. */
export const visitsWhileOpen = ({ policy }: Pick<Scenario, 'policy'>): boolean =>
  policy.lineRules?.visitsWhileOpen === true;

export interface OpenHours {
  readonly openMin: ClockMin;
  readonly closeMin: ClockMin;
}

/**
 * Hours of a station on the day on which a trip leaves, on the clock of its departure; null = open day and night. A trip
 * that arrives after midnight is late for that day: no vehicle waits through a night for the next.
 */
export function hoursOnDay(
  { openClockMin, closeClockMin }: Pick<Station, 'openClockMin' | 'closeClockMin'>,
  departureMin: ClockMin,
): OpenHours | null {
  if (openClockMin <= 0 && closeClockMin >= minPerDay) return null;
  const midnight = Math.floor(departureMin / minPerDay) * minPerDay;
  return { openMin: midnight + openClockMin, closeMin: midnight + closeClockMin };
}
