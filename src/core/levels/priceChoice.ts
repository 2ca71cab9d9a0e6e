import { type AssignOptions, type AssignProgress, assignLines } from '../assign/assignLines.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import type { Evaluation, Violation } from '../model/evaluation.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';

/** A choice carried out: its lines and what they come to. */
export interface PricedChoice {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly yuanPerDay: number;
  /** Parcels a day without a line. */
  readonly unservedParcels: number;
  /** Hours or days beyond the time bound, parcels beyond the hubs' capacities, violations of other limits. */
  readonly excess: number;
}

/** Serving everybody comes first, then the limits, then the cost. */
export const isCheaper = (left: PricedChoice, right: PricedChoice | null): boolean => {
  if (right === null) return true;
  if (Math.abs(left.unservedParcels - right.unservedParcels) > 1e-6)
    return left.unservedParcels < right.unservedParcels;
  if (Math.abs(left.excess - right.excess) > 1e-6) return left.excess < right.excess;
  return left.yuanPerDay < right.yuanPerDay - 1e-6;
};

/** Draws and prices the lines of a scenario whose hubs and days are settled. `scenario` judges it: its bound, its capacities. */
export function* priceChoice(
  scenario: Scenario,
  settled: Scenario,
  matrix: TravelMatrix,
  options: AssignOptions,
): Generator<AssignProgress, PricedChoice> {
  return pricePlan(scenario, matrix, yield* assignLines(settled, matrix, options));
}

export function pricePlan(scenario: Scenario, matrix: TravelMatrix, plan: Plan): PricedChoice {
  const evaluation = evaluatePlan(scenario, matrix, plan);
  const asked = scenario.demands.reduce(
    (sum, demand) => sum + demand.deliveryParcelsPerDay + demand.pickupParcelsPerDay,
    0,
  );
  const { delivery, pickup } = evaluation.parcelsPerDay;
  return {
    plan,
    evaluation,
    yuanPerDay: evaluation.totalYuanPerDay,
    unservedParcels: Math.max(0, asked - delivery - pickup),
    excess: evaluation.violations.reduce((sum, violation) => sum + excessOf(violation), 0),
  };
}

/** How far a limit is passed, so that a search can go downhill: by what it exceeds beside the fact. */
function excessOf({ code, params }: Violation): number {
  if (code === 'time.boundExceeded') return 1 + Number(params.excess);
  if (code === 'hub.capacityExceeded')
    return 1 + Number(params.parcelsPerDay) - Number(params.capacityParcelsPerDay);
  if (code === 'fleet.exceeded') return Number(params.neededVehicles) - Number(params.availableVehicles);
  return 1;
}
