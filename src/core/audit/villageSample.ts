import { exponential, naturalLog } from '../deterministicMath.ts';
import type { PlaceId } from '../model/ids.ts';
import type { Place } from '../model/scenario.ts';
import { createRandom } from '../random.ts';
import type { Share } from '../units.ts';

/**
 * Villages to visit, drawn by lot: from every township in proportion to its villages (Webster's method), and at least one
 * where the count allows. In the order of the places; all villages where the count asks for more. The same seed draws the
 * same villages.
 */
export function drawVillages(places: readonly Place[], count: number, seed: number): readonly Place[] {
  const villages = places.filter(({ kind }) => kind === 'village');
  const townships = new Map<PlaceId | null, Place[]>();
  for (const village of villages) {
    const known = townships.get(village.parentId);
    if (known) known.push(village);
    else townships.set(village.parentId, [village]);
  }
  const strata = [...townships.values()];
  const wanted = Math.min(Math.max(0, Math.floor(count)), villages.length);
  const first = wanted >= strata.length ? 1 : 0;
  const seats: number[] = strata.map(() => first);
  for (let given = first * strata.length; given < wanted; given++) {
    let next = -1;
    let highest = 0;
    for (const [index, stratum] of strata.entries()) {
      const quotient = stratum.length / (2 * seats[index]! + 1);
      if (seats[index]! >= stratum.length || quotient <= highest) continue;
      next = index;
      highest = quotient;
    }
    seats[next] = seats[next]! + 1;
  }
  const random = createRandom(seed);
  const drawn = new Set<PlaceId>();
  for (const [index, stratum] of strata.entries()) {
    const left = [...stratum];
    for (let taken = 0; taken < seats[index]!; taken++) {
      const [village] = left.splice(random.nextInt(left.length), 1);
      drawn.add(village!.id);
    }
  }
  return villages.filter(({ id }) => drawn.has(id));
}

/** What may be said of all with so much confidence. */
export const sampleConfidence: Share = 0.95;

/**
 * Share of all villages that have what was looked for, at least, with 95 % confidence, when `sampled` of `total` were
 * drawn by lot and `without` of those had it not: the exact bound of the hypergeometric distribution (Clopper and Pearson
 * 1934, without replacement). A draw in proportion to townships is usually a little better than that.
 */
export function leastShareOfAll(total: number, sampled: number, without: number): Share {
  if (total === 0) return 0;
  const lnFactorial = new Float64Array(total + 1);
  for (let number = 2; number <= total; number++)
    lnFactorial[number] = lnFactorial[number - 1]! + naturalLog(number);
  const lnChoices = (of: number, chosen: number): number =>
    lnFactorial[of]! - lnFactorial[chosen]! - lnFactorial[of - chosen]!;
  const drawsAtMost = (faults: number): number => {
    let chance = 0;
    for (
      let found = Math.max(0, sampled - (total - faults));
      found <= Math.min(without, faults, sampled);
      found++
    )
      chance += exponential(
        lnChoices(faults, found) + lnChoices(total - faults, sampled - found) - lnChoices(total, sampled),
      );
    return chance;
  };
  let faults = without;
  while (faults < total && drawsAtMost(faults + 1) > 1 - sampleConfidence) faults++;
  return (total - faults) / total;
}
