import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import { balancesDuration, balancesNothing, balancesStops } from './searchTables.ts';

/** Length or duration of the longest line, whichever the objective measures. */
export function longestLine(state: RouteState, segments: LineSegments): f64 {
  const measuresLength = segments.tables.measuresLength === 1;
  let longest: f64 = 0;
  for (let line = 0; line < state.routeHigh; line++) {
    if (state.size[line] === 0) continue;
    const measure: f64 = measuresLength ? state.lengthM[line]! : segments.durationS[line]!;
    longest = Math.max(longest, measure);
  }
  return longest;
}

/** What the difference between the largest and the smallest line costs. */
export function imbalanceCost(state: RouteState, segments: LineSegments): f64 {
  const { tables } = segments;
  if (tables.balanceMeasure === balancesNothing) return 0;
  let most: f64 = 0;
  let least: f64 = Number.POSITIVE_INFINITY;
  for (let line = 0; line < state.routeHigh; line++) {
    if (state.size[line] === 0) continue;
    const amount: f64 = amountOf(line, state, segments);
    most = Math.max(most, amount);
    least = Math.min(least, amount);
  }
  if (most === 0) return 0;
  const units = tables.balanceMeasure === balancesDuration ? (most - least) / 3600 : most - least;
  return Math.round(units * tables.balanceCostPerUnit[0]!);
}

function amountOf(line: i32, state: RouteState, segments: LineSegments): i32 {
  const { tables } = segments;
  if (tables.balanceMeasure === balancesStops) return segments.stopCount(line);
  if (tables.balanceMeasure === balancesDuration) return segments.durationS[line]!;
  const first = line * tables.dimensionCount;
  return state.load[first]! + state.pickup[first]!;
}
