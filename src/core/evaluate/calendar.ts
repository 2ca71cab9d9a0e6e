import type { PlannedLine } from '../model/plan.ts';
import type { ServiceDays } from '../model/scenario.ts';
import { type ClockMin, minPerDay, type Share } from '../units.ts';

/** Days after which a service repeats itself. */
export function periodDays(serviceDays: ServiceDays): number {
  switch (serviceDays.kind) {
    case 'daily':
      return 1;
    case 'everyNDays':
      return serviceDays.n;
    case 'weekdays':
      return 7;
  }
}

/** Service days per calendar day: 1 daily, 0.5 alternate days, 3/7 three times a week. */
export function serviceDayShare(serviceDays: ServiceDays): Share {
  switch (serviceDays.kind) {
    case 'daily':
      return 1;
    case 'everyNDays':
      return 1 / serviceDays.n;
    case 'weekdays':
      return serviceDays.days.length / 7;
  }
}

/** Day 0 is a Monday. */
export function runsOnDay(serviceDays: ServiceDays, phase: number, day: number): boolean {
  switch (serviceDays.kind) {
    case 'daily':
      return true;
    case 'everyNDays':
      return (((day - phase) % serviceDays.n) + serviceDays.n) % serviceDays.n === 0;
    case 'weekdays':
      return serviceDays.days.includes(((day % 7) + 7) % 7);
  }
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Smallest number of days after which all lines together repeat themselves. */
export function cycleDays(lines: readonly Pick<PlannedLine, 'serviceDays'>[]): number {
  return lines
    .map((line) => periodDays(line.serviceDays))
    .reduce((cycle, period) => (cycle * period) / greatestCommonDivisor(cycle, period), 1);
}

/** One departure of a line within the cycle. */
export interface Departure {
  readonly day: number;
  readonly roundIndex: number;
  /** Minutes after midnight of day 0. */
  readonly atMin: ClockMin;
}

/** The departures of a line on days 0..days-1, in order of time. */
export function departuresOf(
  line: Pick<PlannedLine, 'serviceDays' | 'phase' | 'departureClockMin'>,
  days: number,
): Departure[] {
  const departures: Departure[] = [];
  for (let day = 0; day < days; day++) {
    if (!runsOnDay(line.serviceDays, line.phase, day)) continue;
    line.departureClockMin.forEach((clockMin, roundIndex) => {
      departures.push({ day, roundIndex, atMin: day * minPerDay + clockMin });
    });
  }
  return departures.sort((a, b) => a.atMin - b.atMin);
}

/**
 * First departure at or after `fromMin`, with the cycle repeating for ever.
 * @returns index into `departures` and the cycles to add, or null when there are no departures.
 */
export function nextDeparture(
  departures: readonly Departure[],
  cycle: number,
  fromMin: ClockMin,
): { readonly index: number; readonly atMin: ClockMin } | null {
  if (departures.length === 0) return null;
  const cycleMin = cycle * minPerDay;
  const first = Math.floor((fromMin - departures[departures.length - 1]!.atMin) / cycleMin);
  for (let turn = first; ; turn++) {
    for (let index = 0; index < departures.length; index++) {
      const atMin = departures[index]!.atMin + turn * cycleMin;
      if (atMin >= fromMin) return { index, atMin };
    }
  }
}
