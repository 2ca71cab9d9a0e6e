import { type Issue, issue } from '../../issues.ts';
import { noLimit } from '../../model/problem.ts';

/** The first number that is negative, or more in whole units than can be computed with; `key` says where it stands. */
export function outOfRange(
  numbers: Iterable<readonly [key: string, value: number]>,
  units = 1,
): Issue | undefined {
  const most = noLimit / units;
  for (const [key, value] of numbers)
    if (!(value >= 0 && value <= most))
      return issue('instance.outOfRange', { key, value, least: 0, most: Math.floor(most) });
  return undefined;
}

/** No later than "no limit": a window that closes beyond it does not close. */
export const latestOf = (time: number): number => Math.min(time, noLimit);
