import type { ServiceDays } from './serviceDays.ts';

/**
 * What a scenario is put side by side for: other shapes, days and carriers; every number of lines from..to; its parcels
 * multiplied by each factor; lines that leave today's alone but for so many stations (shares of all; null = all may); or
 * stations visited daily from so many parcels on (shares of all that are no hubs, by parcels), the others on other days.
 */
export type ComparisonQuestion =
  | { readonly kind: 'shapes' }
  | { readonly kind: 'lineCounts'; readonly from: number; readonly to: number }
  | { readonly kind: 'volumes'; readonly factors: readonly number[] }
  | { readonly kind: 'changes'; readonly shares: readonly (number | null)[] }
  | { readonly kind: 'frequency'; readonly dailyShares: readonly number[]; readonly otherDays: ServiceDays };

/** Growth and peaks: days of the year's usual spread, 618, 双11 and the Spring Festival of a mountain county. */
export const usualFactors: readonly number[] = [0.5, 0.8, 1.2, 1.5, 1.9, 3];

/** From nothing to everything: what a contractor may ask of drivers and villages at once. */
export const usualChangeShares: readonly (number | null)[] = [0, 0.05, 0.1, 0.2, 0.4, null];

/** From every station daily to none. */
export const usualDailyShares: readonly number[] = [1, 0.8, 0.6, 0.4, 0.2, 0];

/** Numbers of lines compared at once. */
export const mostLineCounts = 12;
/** Ten times the parcels is another county. */
export const mostFactor = 10;
