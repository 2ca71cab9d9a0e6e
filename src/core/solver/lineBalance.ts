import type { BalanceRule } from '../model/problem.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';

/** Length or duration of the longest line, whichever the objective measures. */
export function longestLine(state: RouteState, segments: LineSegments): number {
  const { objective } = segments.model.problem;
  const measuresLength = objective.kind === 'minMax' && objective.measure === 'length';
  let longest = 0;
  for (let line = 0; line < state.routeHigh; line++)
    if (state.size[line]! > 0)
      longest = Math.max(longest, measuresLength ? state.lengthM[line]! : segments.durationS[line]!);
  return longest;
}

/** What the difference between the largest and the smallest line costs. */
export function imbalanceCost(state: RouteState, segments: LineSegments): number {
  const { balance } = segments.model.problem;
  if (balance === null) return 0;
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let line = 0; line < state.routeHigh; line++) {
    if (state.size[line] === 0) continue;
    const amount = amountOf(balance, line, state, segments);
    most = Math.max(most, amount);
    least = Math.min(least, amount);
  }
  if (most === 0) return 0;
  const units = balance.measure === 'duration' ? (most - least) / 3600 : most - least;
  return Math.round(units * balance.costPerUnit);
}

function amountOf(balance: BalanceRule, line: number, state: RouteState, segments: LineSegments): number {
  if (balance.measure === 'stops') return segments.stopCount(line);
  if (balance.measure === 'duration') return segments.durationS[line]!;
  const first = line * segments.model.problem.dimensionCount;
  return state.load[first]! + state.pickup[first]!;
}
