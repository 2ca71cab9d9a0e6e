import type { TimeDistribution } from '../model/evaluation.ts';
import type { TimeBound } from '../model/networkPolicy.ts';

/** By how much a plan misses the limit on the county-to-village time, in hours (days for calendar days); 0 = kept. */
export function timeBoundExcess(bound: TimeBound | undefined, times: TimeDistribution): number {
  if (!bound) return 0;
  // Where nothing arrives there is no time that could be too long.
  if (times.points.length === 0) return 0;
  switch (bound.measure) {
    case 'mean':
      return Math.max(0, times.meanH - bound.limitH);
    case 'worst':
      return Math.max(0, times.worstH - bound.limitH);
    case 'percentile':
      return Math.max(0, quantile(times, bound.share, (point) => point.hours) - bound.limitH);
    case 'calendarDays':
      return Math.max(0, quantile(times, bound.share, (point) => point.calendarDays) - bound.limitDays);
  }
}

/** Smallest value within which at least that share of the parcels lies. */
function quantile(
  { points }: TimeDistribution,
  share: number,
  measure: (point: TimeDistribution['points'][number]) => number,
): number {
  const sorted = [...points].sort((a, b) => measure(a) - measure(b));
  const total = sorted.reduce((sum, point) => sum + point.parcelsPerDay, 0);
  let reached = 0;
  for (const point of sorted) {
    reached += point.parcelsPerDay;
    if (reached >= share * total - 1e-9) return measure(point);
  }
  return 0;
}
