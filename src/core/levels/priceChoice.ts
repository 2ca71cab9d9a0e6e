import { type AssignOptions, assignLines } from '../assign/assignLines.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import { timeBoundExcess } from '../evaluate/timeBound.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
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
export function priceChoice(
  scenario: Scenario,
  settled: Scenario,
  matrix: TravelMatrix,
  options: AssignOptions,
): PricedChoice {
  const search = assignLines(settled, matrix, options);
  let step = search.next();
  while (!step.done) step = search.next();
  return pricePlan(scenario, matrix, step.value);
}

export function pricePlan(scenario: Scenario, matrix: TravelMatrix, plan: Plan): PricedChoice {
  const evaluation = evaluatePlan(scenario, matrix, plan);
  const asked = scenario.demands.reduce(
    (sum, demand) => sum + demand.deliveryParcelsPerDay + demand.pickupParcelsPerDay,
    0,
  );
  const { delivery, pickup } = evaluation.parcelsPerDay;
  const overflow = [...passedOnByHub(scenario, evaluation, plan)].reduce((sum, [hubId, parcels]) => {
    const capacity = scenario.stations.find(({ id }) => id === hubId)?.hub?.capacityParcelsPerDay;
    return sum + Math.max(0, parcels - (capacity ?? Number.POSITIVE_INFINITY));
  }, 0);
  return {
    plan,
    evaluation,
    yuanPerDay: evaluation.totalYuanPerDay,
    unservedParcels: Math.max(0, asked - delivery - pickup),
    excess:
      timeBoundExcess(scenario.policy.timeBound, evaluation.times) + overflow + evaluation.violations.length,
  };
}

function passedOnByHub(scenario: Scenario, evaluation: Evaluation, plan: Plan): Map<StationId, number> {
  const parcels = new Map<StationId, number>();
  plan.lines.forEach((line, index) => {
    if (line.originId === scenario.depot.id) return;
    const ofLine = evaluation.lines[index]!.parcelsPerDay;
    parcels.set(line.originId, (parcels.get(line.originId) ?? 0) + ofLine);
  });
  return parcels;
}
