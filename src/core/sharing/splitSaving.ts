import { type AssignOptions, assignLines } from '../assign/assignLines.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { CourierId } from '../model/ids.ts';
import { mapProgress } from '../model/mapProgress.ts';
import type { Baseline } from '../model/report.ts';
import {
  mostPartners,
  type Partner,
  type RuleSplit,
  type SavingSplit,
  type SplitRule,
  splitRules,
} from '../model/savingSplit.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { travelMatrix } from '../network/travelMatrix.ts';
import type { Yuan } from '../units.ts';
import {
  type CoalitionCosts,
  membersOf,
  mostChargeable,
  mostTempted,
  shapleyValues,
  withParting,
} from './coalitionGame.ts';
import { coalitionScenarios } from './coalitionScenarios.ts';

export interface SplitBasis {
  /** B1. */
  readonly separate: Baseline;
  /** The pooled operation to the township, and the plan itself. */
  readonly townshipOnly: Pick<Evaluation, 'totalYuanPerDay'>;
  readonly plan: Pick<Evaluation, 'totalYuanPerDay'>;
}

/** Gains of less than this share of one's cost move nobody. */
const leastGainShare = 0.001;

/**
 * Splits what the pooled network costs as far as the township by each rule, and looks for couriers who would do better on
 * their own, alone or with some of the others. Draws lines for every coalition; coalitions of the same share of parcels
 * are the same problem and drawn once, since every courier has the same share of each place's parcels.
 *
 * Of a scenario whose roads are laid, with 2 to `mostPartners` couriers; throws RangeError for other numbers.
 */
export function* splitSaving(
  scenario: Scenario,
  basis: SplitBasis,
  options: AssignOptions,
): Generator<{ readonly doneShare: number }, SavingSplit> {
  const { couriers } = scenario;
  if (couriers.length < 2 || couriers.length > mostPartners)
    throw new RangeError(`a saving is split among 2 to ${mostPartners}, not ${couriers.length}`);
  const partners = couriers.map(({ id }): Partner => {
    const { evaluation } = basis.separate.operators.find(({ courierId }) => courierId === id)!;
    const { delivery, pickup } = evaluation.parcelsPerDay;
    return { courierId: id, parcelsPerDay: delivery + pickup, aloneYuanPerDay: evaluation.totalYuanPerDay };
  });
  const costs: CoalitionCosts = new Float64Array(2 ** couriers.length);
  const everybody = costs.length - 1;
  const knownByShare = new Map<string, Yuan>();
  // All coalitions call at the same stations, so each way to run has one table of travel times.
  const matrices: TravelMatrix[] = [];
  for (let coalition = 1; coalition < everybody; coalition++) {
    const members = membersOf(coalition);
    if (members.length === 1) {
      costs[coalition] = partners[members[0]!]!.aloneYuanPerDay;
      continue;
    }
    const share = members.reduce((sum, member) => sum + couriers[member]!.volumeShare.value, 0).toFixed(6);
    const known =
      knownByShare.get(share) ??
      (yield* cheapestYuanPerDay(
        coalitionScenarios(
          scenario,
          members.map((member) => couriers[member]!),
        ),
        matrices,
        options,
        (part) => (coalition + part) / everybody,
      ));
    knownByShare.set(share, known);
    costs[coalition] = known;
  }
  const together = basis.townshipOnly.totalYuanPerDay;
  costs[everybody] = together;
  // Two who do not gain from each other need not leave together: temptation is looked for before parting, prices after.
  const least = withParting(costs);
  const idsOf = (coalition: number): CourierId[] =>
    membersOf(coalition).map((member) => partners[member]!.courierId);
  return {
    partners,
    togetherYuanPerDay: together,
    chargeableYuanPerDay: mostChargeable(costs),
    onwardYuanPerDay: basis.plan.totalYuanPerDay - together,
    rules: splitRules.map((rule): RuleSplit => {
      const paysYuanPerDay = payments(rule, partners, together, least);
      const tempted = mostTempted(costs, paysYuanPerDay, leastGainShare);
      return {
        rule,
        paysYuanPerDay,
        leaving: tempted && {
          courierIds: idsOf(tempted.coalition),
          gainYuanPerDay: tempted.gainYuanPerDay,
        },
      };
    }),
    coalitions: Array.from(least.subarray(1), (yuanPerDay, index) => ({
      courierIds: idsOf(index + 1),
      yuanPerDay,
    })),
  };
}

function payments(
  rule: SplitRule,
  partners: readonly Partner[],
  together: Yuan,
  costs: CoalitionCosts,
): Yuan[] {
  if (rule === 'contribution') {
    // Those who would be cheaper in groups are together all the same: the bill to be split is that of all.
    const bill = Float64Array.from(costs);
    bill[bill.length - 1] = together;
    return shapleyValues(bill);
  }
  const weights = partners.map((partner) =>
    rule === 'parcels' ? partner.parcelsPerDay : partner.aloneYuanPerDay,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? (together * weight) / sum : together / partners.length));
}

/** The cheapest of some ways to run; one that leaves stations out is none. */
function* cheapestYuanPerDay(
  ways: readonly Scenario[],
  matrices: TravelMatrix[],
  options: AssignOptions,
  doneShare: (part: number) => number,
): Generator<{ readonly doneShare: number }, Yuan> {
  let least: Yuan = Number.POSITIVE_INFINITY;
  for (const [index, way] of ways.entries()) {
    matrices[index] ??= travelMatrix(way).matrix;
    const matrix = matrices[index];
    const plan = yield* mapProgress(assignLines(way, matrix, { ...options, isQuick: true }), (step) => ({
      doneShare: doneShare((index + step.doneShare) / ways.length),
    }));
    if (plan.unserved.length === 0) least = Math.min(least, evaluatePlan(way, matrix, plan).totalYuanPerDay);
  }
  return least;
}
