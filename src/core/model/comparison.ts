/**
 * What a scenario is put side by side for: other shapes, days and carriers; every number of lines from..to; or its
 * parcels multiplied by each factor.
 */
export type ComparisonQuestion =
  | { readonly kind: 'shapes' }
  | { readonly kind: 'lineCounts'; readonly from: number; readonly to: number }
  | { readonly kind: 'volumes'; readonly factors: readonly number[] };

/** Growth and peaks: days of the year's usual spread, 618, 双11 and the Spring Festival of a mountain county. */
export const usualFactors: readonly number[] = [0.5, 0.8, 1.2, 1.5, 1.9, 3];

/** Numbers of lines compared at once. */
export const mostLineCounts = 12;
/** Ten times the parcels is another county. */
export const mostFactor = 10;
