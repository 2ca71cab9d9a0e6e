import { baselineScenarios } from '../baseline/baselineScenarios.ts';
import { combineOperators } from '../baseline/combineOperators.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import { measuredTier } from '../evaluate/groundwork.ts';
import type { Graded } from '../model/graded.ts';
import type { Plan } from '../model/plan.ts';
import { type RateKey, rateRegistry } from '../model/rates.ts';
import type { Baseline } from '../model/report.ts';
import {
  isVehiclePrice,
  type PriceKey,
  type SavingSwing,
  type SavingSwings,
  vehiclePriceKeys,
} from '../model/savingSwings.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { travelMatrix } from '../network/travelMatrix.ts';
import type { Share, Yuan } from '../units.ts';
import { savingAgainst } from './saving.ts';

/** A price so many times as high is another county's. */
export const mostMultiple = 5;
/** Less than this is no swing: 0.05 percentage points. */
const leastSwing = 0.0005;

const priceKeys: readonly PriceKey[] = [...(Object.keys(rateRegistry) as RateKey[]), ...vehiclePriceKeys];
/** The scenario with one price changed, wherever it occurs. */
export function withPrice(scenario: Scenario, key: PriceKey, change: (price: Graded) => Graded): Scenario {
  if (!isVehiclePrice(key))
    return { ...scenario, rates: { ...scenario.rates, [key]: change(scenario.rates[key]) } };
  const changed = (types: Scenario['vehicleTypes']): Scenario['vehicleTypes'] =>
    types.map((type) => ({ ...type, [key]: change(type[key]) }));
  return {
    ...scenario,
    vehicleTypes: changed(scenario.vehicleTypes),
    baselineVehicleTypes: changed(scenario.baselineVehicleTypes),
  };
}

interface Prices {
  readonly before: Yuan;
  readonly after: Yuan;
}

/**
 * How much the saving against B1 hangs on each price: the same lines, before and after, priced again with the price at
 * the ends of its range. Cost is linear in every price, so the multiple at which the target is just met follows from
 * two pricings. Of a scenario whose roads are laid. Yields the share done, price by price.
 */
export function* savingSwings(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  baseline: Baseline,
): Generator<Share, SavingSwings> {
  const [anyOperator] = baselineScenarios(scenario, baseline.kind);
  const operatorMatrix = anyOperator ? travelMatrix(anyOperator).matrix : matrix;
  const pricesOf = (variant: Scenario): Prices => {
    const operators = baselineScenarios(variant, baseline.kind).map((operator, index) => {
      const { courierId, plan: operatorPlan } = baseline.operators[index]!;
      return {
        courierId,
        plan: operatorPlan,
        evaluation: evaluatePlan(operator, operatorMatrix, operatorPlan),
      };
    });
    return {
      before: combineOperators(baseline.kind, operators, baseline.reaches).evaluation.yuanPerParcel,
      after: evaluatePlan(variant, matrix, plan).yuanPerParcel,
    };
  };
  const reaches = measuredTier(scenario);
  const savingOf = ({ before, after }: Prices): Share =>
    savingAgainst(
      { kind: baseline.kind, reaches: baseline.reaches, evaluation: { yuanPerParcel: before } },
      { yuanPerParcel: after, reaches },
    ).share;
  const likely = pricesOf(scenario);
  const targetShare = scenario.targets.find(({ kpi }) => kpi === 'savingShare')?.threshold ?? null;
  const swings: SavingSwing[] = [];
  for (const [index, price] of priceKeys.entries()) {
    yield index / priceKeys.length;
    const moved = (change: (graded: Graded) => Graded): Prices =>
      pricesOf(withPrice(scenario, price, change));
    const low = moved((graded) => ({ ...graded, value: graded.low ?? graded.value }));
    const high = moved((graded) => ({ ...graded, value: graded.high ?? graded.value }));
    const shares = { lowShare: savingOf(low), highShare: savingOf(high) };
    const ends = [shares.lowShare, shares.highShare];
    swings.push({
      price,
      ...shares,
      turnsAt: targetShare === null ? null : turningPoint(scenario, price, targetShare, likely, pricesOf),
      isWithinRange:
        targetShare !== null && Math.min(...ends) <= targetShare && targetShare <= Math.max(...ends),
    });
  }
  const widthOf = ({ lowShare, highShare }: SavingSwing): number => Math.abs(highShare - lowShare);
  return {
    share: savingOf(likely),
    targetShare,
    swings: swings
      .filter((swing) => widthOf(swing) >= leastSwing || swing.turnsAt !== null)
      .toSorted((a, b) => widthOf(b) - widthOf(a)),
  };
}

/** Where after = (1 - target) x before, on the straight line through the prices as they are and one moved. */
function turningPoint(
  scenario: Scenario,
  key: PriceKey,
  target: Share,
  likely: Prices,
  pricesOf: (variant: Scenario) => Prices,
): number | null {
  const rate = isVehiclePrice(key) ? null : scenario.rates[key];
  const from = rate ? rate.value : 1;
  // A price of nothing has no multiples: its other end shows what it does.
  const to = rate ? [rate.high, rate.low, 2 * from].find((end) => end !== undefined && end !== from) : 2;
  if (to === undefined) return null;
  const moved = withPrice(scenario, key, (graded) => ({ ...graded, value: rate ? to : to * graded.value }));
  const excess = ({ before, after }: Prices): Yuan => after - (1 - target) * before;
  const slope = (excess(pricesOf(moved)) - excess(likely)) / (to - from);
  if (Math.abs(slope * (to - from)) < 1e-9) return null;
  const turn = from - excess(likely) / slope;
  return turn >= 0 && turn <= Math.max(mostMultiple * from, rate?.high ?? 0) ? turn : null;
}
