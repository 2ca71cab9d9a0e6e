import type { ServiceDays } from '../../core/model/scenario.ts';

/** Calendars in use in counties; a line of the solver's own choice takes one of those ticked. */
export const usualCalendars = {
  daily: { kind: 'daily' },
  alternate: { kind: 'everyNDays', n: 2 },
  everyThird: { kind: 'everyNDays', n: 3 },
  sixDays: { kind: 'weekdays', days: [0, 1, 2, 3, 4, 5] },
  threeDays: { kind: 'weekdays', days: [0, 2, 4] },
  otherThreeDays: { kind: 'weekdays', days: [1, 3, 5] },
  twoDays: { kind: 'weekdays', days: [1, 4] },
} as const satisfies Record<string, ServiceDays>;
export type CalendarKey = keyof typeof usualCalendars;
export const calendarKeys = Object.keys(usualCalendars) as CalendarKey[];
