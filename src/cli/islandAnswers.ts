import type { PartOffer, Solution } from '../core/model/solution.ts';
import { invariant } from '../core/result.ts';

/** What an island waits for. */
export type IslandQuestion =
  | { readonly kind: 'exchange'; readonly best: Solution }
  | { readonly kind: 'part'; readonly offer: PartOffer };

/** null = it is at work. */
export type IslandState = IslandQuestion | { readonly kind: 'done' } | null;

export type IslandAnswer = readonly PartOffer[] | Solution | null;

export const isBetter = (left: Solution, right: Solution): boolean =>
  left.unserved.length !== right.unserved.length
    ? left.unserved.length < right.unserved.length
    : left.cost < right.cost;

/**
 * Answers by island, once none is at work any more; those not named go on waiting. Parts are given when all have handed
 * over theirs; until then the islands that wait for an exchange get theirs, so that no mixture of questions can wait
 * for ever. `firstGoesAlone`: the first takes no plan of others.
 */
export function answersTo(
  states: readonly IslandState[],
  firstGoesAlone: boolean,
): ReadonlyMap<number, IslandAnswer> {
  const answers = new Map<number, IslandAnswer>();
  if (states.includes(null)) return answers;
  const offers = states.flatMap((state) => (state?.kind === 'part' ? [state.offer] : []));
  if (offers.length > 0 && offers.length === states.length)
    for (const index of states.keys()) answers.set(index, offers);
  // By island, not by arrival: of equal plans always the same one is taken.
  const plans = states.flatMap((state) => (state?.kind === 'exchange' ? [state.best] : []));
  for (const [index, state] of states.entries()) {
    if (state?.kind !== 'exchange') continue;
    const best = plans.reduce((left, right) => (isBetter(right, left) ? right : left));
    const goesOn = index === 0 && firstGoesAlone;
    answers.set(index, !goesOn && isBetter(best, state.best) ? best : null);
  }
  // Without the lines of one that has ended the plan would not be whole.
  invariant(offers.length === 0 || answers.size > 0, 'every island hands over as many parts');
  return answers;
}
