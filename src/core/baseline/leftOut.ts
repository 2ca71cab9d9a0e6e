import { stationDemand } from '../evaluate/stationDemand.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { LeftOut } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';

interface Operator {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly evaluation: Pick<Evaluation, 'parcelsPerDay'>;
}

/**
 * What the operators of a baseline bring nowhere, because their own vans are too few, too small or too slow. Such a
 * "before" is priced by the parcels it does carry, and does less than the plan it is held against.
 */
export function leftOutOf(operators: readonly Operator[]): LeftOut {
  const short = operators.filter(({ plan }) => plan.unserved.length > 0);
  const stations = new Set<StationId>(
    short.flatMap(({ plan }) => plan.unserved.map(({ stationId }) => stationId)),
  );
  // By what is carried: of a station in several parts some may be.
  const parcelsPerDay = short.reduce(
    (sum, { scenario, evaluation: { parcelsPerDay: carried } }) =>
      sum + Math.max(0, parcelsOf(scenario) - carried.delivery - carried.pickup),
    0,
  );
  return { stationCount: stations.size, parcelsPerDay };
}

const parcelsOf = (scenario: Scenario): number =>
  [...stationDemand(scenario).values()].reduce(
    (sum, { deliveryParcelsPerDay, pickupParcelsPerDay }) =>
      sum + deliveryParcelsPerDay + pickupParcelsPerDay,
    0,
  );
