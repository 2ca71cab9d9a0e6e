import type { Hours, Share, Yuan } from '../units.ts';
import type { Graded } from './graded.ts';
import type { PlannedDuty, PlannedLine } from './plan.ts';
import type { ServiceDays } from './serviceDays.ts';

/** What the planner leaves to the solver beyond the lines themselves. Every part is optional: absent = as the stations say. */

/** What a township station needs to be a hub. */
export interface HubTraits {
  /** The solver may open it. */
  readonly isCandidate: boolean;
  /** Premises and staff of the hub; absent = the county's rate `hubRentYuanPerDay`. */
  readonly openYuanPerDay?: Graded;
  /** Most parcels passed on a day, in and out; absent = no limit. */
  readonly capacityParcelsPerDay?: number;
  /** Vehicles that can load or unload at the same time; absent = no limit. */
  readonly dockCount?: number;
}

export interface HubPolicy {
  /** given: hubs are the stations others hang on; chosen: the solver opens hubs among the candidates. */
  readonly choice: 'given' | 'chosen';
  /** Which hub serves a village: the one given, its own township's (the nearest where that is none), the nearest by road, or the cheapest. */
  readonly assignment: 'given' | 'administrative' | 'nearest' | 'chosen';
  /** null = any number. */
  readonly maxHubCount: number | null;
}

export interface CalendarPolicy {
  /** given: the policy's service days for every stop without days of its own; chosen: the solver picks among the options. */
  readonly choice: 'given' | 'chosen';
  readonly options: readonly ServiceDays[];
  /** Whether the stations of a township share their days, or each village may have its own; absent = township. */
  readonly per?: 'township' | 'village';
}

/** A limit on the county-to-village time that a plan must keep. */
export type TimeBound =
  | { readonly measure: 'mean' | 'worst'; readonly limitH: Hours }
  | { readonly measure: 'percentile'; readonly share: Share; readonly limitH: Hours }
  | { readonly measure: 'calendarDays'; readonly share: Share; readonly limitDays: number };

export interface BusPolicy {
  /** off: not used; cheaper: where it saves money; first: wherever a bus passes and has room. */
  readonly use: 'off' | 'cheaper' | 'first';
  /** Farthest a station may lie from the roadside. */
  readonly maxAccessMin: number;
}

/** Lines and duties as driven today: what a new plan is compared with. */
export interface TodaysPlan {
  readonly lines: readonly PlannedLine[];
  readonly duties: readonly PlannedDuty[];
}

export interface StabilityPolicy {
  /** free: only the bound and the price hold; keepLines: stops stay on their line, new ones are inserted; keepDrivers: stops stay with their duty, their order is free. */
  readonly mode: 'free' | 'keepLines' | 'keepDrivers';
  /** Most stations that may change line, driver or days; null = no bound. */
  readonly maxChangedStations: number | null;
  /** Added to the plan's cost for every station that changes line, driver or days. */
  readonly yuanPerChangedStation: Yuan;
}
