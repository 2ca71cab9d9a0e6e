/** Days on which a line runs. everyNDays with n = 2 is alternate days (隔日). Monday = 0. */
export type ServiceDays =
  | { readonly kind: 'daily' }
  | { readonly kind: 'everyNDays'; readonly n: number }
  | { readonly kind: 'weekdays'; readonly days: readonly number[] };

/** How often one stop is visited: fixed, or left to the solver between bounds (visits per week; daily = 7, alternate days = 3.5). */
export type StopCalendar =
  | { readonly kind: 'given'; readonly serviceDays: ServiceDays }
  | { readonly kind: 'between'; readonly minVisitsPerWeek: number; readonly maxVisitsPerWeek: number };
