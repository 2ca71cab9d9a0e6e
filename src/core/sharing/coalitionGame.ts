import { coveringBound } from '../solver/exact/coveringBound.ts';

/**
 * What each coalition of partners costs, yuan per day: entry [members], where bit i of `members` stands for partner i;
 * entry 0 is 0 and the length 2 to the number of partners.
 */
export type CoalitionCosts = Float64Array;

const partnerCount = (costs: CoalitionCosts): number => Math.log2(costs.length);

export const membersOf = (coalition: number): number[] => {
  const members: number[] = [];
  for (let partner = 0; coalition >> partner > 0; partner++)
    if ((coalition >> partner) & 1) members.push(partner);
  return members;
};

/** What each coalition has to pay at most: its members may also part into groups, if that is cheaper. */
export function withParting(costs: CoalitionCosts): CoalitionCosts {
  const least = Float64Array.from(costs);
  for (let coalition = 1; coalition < least.length; coalition++)
    // Every part but the coalition itself has a smaller number, so it is settled already.
    for (let part = (coalition - 1) & coalition; part > 0; part = (part - 1) & coalition)
      least[coalition] = Math.min(least[coalition]!, least[part]! + least[coalition ^ part]!);
  return least;
}

/**
 * Shapley value (Shapley 1953): what each partner adds to the cost on average over all orders in which the partners could
 * join. Partners alike pay alike, and the payments add up to the cost of all together.
 */
export function shapleyValues(costs: CoalitionCosts): number[] {
  const count = partnerCount(costs);
  // Share of the orders in which exactly `before` given partners stand before one.
  const weights: number[] = [1 / count];
  for (let before = 1; before < count; before++)
    weights.push((weights[before - 1]! * before) / (count - before));
  return Array.from({ length: count }, (_, partner) => {
    const bit = 1 << partner;
    let value = 0;
    for (let others = 0; others < costs.length; others++)
      if ((others & bit) === 0)
        value += weights[membersOf(others).length]! * (costs[others | bit]! - costs[others]!);
    return value;
  });
}

/** The coalition that would gain most by leaving, and what it would pay less per day; null where none gains more than `leastShare` of its own cost. */
export function mostTempted(
  costs: CoalitionCosts,
  payments: readonly number[],
  leastShare: number,
): { readonly coalition: number; readonly gainYuanPerDay: number } | null {
  let tempted = 0;
  let most = 0;
  for (let coalition = 1; coalition < costs.length - 1; coalition++) {
    const pays = membersOf(coalition).reduce((sum, partner) => sum + payments[partner]!, 0);
    const gain = pays - costs[coalition]!;
    if (gain > most && gain > leastShare * costs[coalition]!) {
      most = gain;
      tempted = coalition;
    }
  }
  return tempted === 0 ? null : { coalition: tempted, gainYuanPerDay: most };
}

/** Prices are whole numbers to the linear programme. */
const perYuan = 1000;

/**
 * The most the partners can be charged in all, yuan per day, without any coalition of them paying more than it costs by
 * itself: a linear programme over all coalitions but that of everybody. A bill above it cannot be split so that all stay
 * (the core is empty; Bondareva 1963, Shapley 1967).
 */
export function mostChargeable(costs: CoalitionCosts): number {
  const coalitions = Array.from({ length: costs.length - 2 }, (_, index) => index + 1).filter((coalition) =>
    Number.isFinite(costs[coalition]),
  );
  const bound = coveringBound(
    {
      stops: coalitions.map(membersOf),
      cost: coalitions.map((coalition) => Math.round(costs[coalition]! * perYuan)),
    },
    partnerCount(costs),
  );
  // Every partner alone is a coalition, so the programme has an answer.
  return bound! / perYuan;
}
