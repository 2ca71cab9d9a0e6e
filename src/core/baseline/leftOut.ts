import { type StationDemand, stationDemand } from '../evaluate/stationDemand.ts';
import { parcelsLeft } from '../evaluate/unserved.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { LeftOut } from '../model/report.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { Parcels } from '../units.ts';

interface Operator {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly evaluation: Pick<Evaluation, 'parcelsPerDay'>;
}

/**
 * What the plan is asked to bring and the operators of a baseline bring nowhere: because their own vans are too few, too
 * small or too slow, or because none of them stops for a place (one that belongs to no township, or to a township
 * without a point). Such a "before" is priced by the parcels it does carry, and does less than the plan it is held
 * against. A place nobody stops for counts by the station that serves it in the plan.
 */
export function leftOutOf(scenario: Scenario, operators: readonly Operator[]): LeftOut {
  const stations = new Set<StationId>();
  let parcelsPerDay = 0;
  for (const { scenario: operator, plan, evaluation } of operators) {
    const passed = passedBy(operator, scenario.stations);
    for (const { stationId, parcels } of passed) {
      stations.add(stationId);
      parcelsPerDay += parcels;
    }
    if (plan.unserved.length === 0) continue;
    for (const { stationId } of plan.unserved) stations.add(stationId);
    // By what is carried: of a station in several parts some may be.
    const { delivery, pickup } = evaluation.parcelsPerDay;
    parcelsPerDay += parcelsLeft(parcelsOf(operator), delivery + pickup);
  }
  return { stationCount: stations.size, parcelsPerDay };
}

/** Stations of the plan some of whose places the operator does not stop for, with its parcels of those places. */
function passedBy(
  operator: Scenario,
  stations: readonly Station[],
): { readonly stationId: StationId; readonly parcels: Parcels }[] {
  const stopsFor = new Set(operator.stations.flatMap(({ servesPlaceIds }) => servesPlaceIds));
  const unreached = stations.map((station) => ({
    ...station,
    servesPlaceIds: station.servesPlaceIds.filter((placeId) => !stopsFor.has(placeId)),
  }));
  return [...stationDemand({ ...operator, stations: unreached })]
    .map(([stationId, demand]) => ({ stationId, parcels: bothWays(demand) }))
    .filter(({ parcels }) => parcels > 0);
}

const bothWays = ({ deliveryParcelsPerDay, pickupParcelsPerDay }: StationDemand): Parcels =>
  deliveryParcelsPerDay + pickupParcelsPerDay;

const parcelsOf = (scenario: Scenario): Parcels =>
  [...stationDemand(scenario).values()].reduce((sum, demand) => sum + bothWays(demand), 0);
