import { precoolingYuanPerDay, reeferYuanPerDay, spoilageYuanPerDay } from '../cost/coldChain.ts';
import type { Estimate, SimulatedCold } from '../model/simulation.ts';
import { minPerHour } from '../units.ts';
import { estimate } from './estimate.ts';
import type { ReplicationOutcome } from './recorder.ts';
import type { SimulationModel } from './simulationModel.ts';

/** What happened to the fresh parcels, and what keeping them cold cost; null where nothing was asked about them. */
export function coldFigures(
  model: SimulationModel,
  outcomes: readonly ReplicationOutcome[],
): SimulatedCold | null {
  const { operations, settings, scenario } = model;
  const { cold, days } = settings;
  if (cold === null) return null;
  const over = (pick: (outcome: ReplicationOutcome) => number): Estimate => estimate(outcomes.map(pick));
  const perParcel = (amount: number, parcels: number): number => (parcels > 0 ? amount / parcels : 0);
  const spoilage = (outcome: ReplicationOutcome): number =>
    spoilageYuanPerDay(operations, outcome.cold.spoiledParcels / days);
  const precooling = (outcome: ReplicationOutcome): number =>
    precoolingYuanPerDay(operations, outcome.cold.precooledParcels / days);
  const fetching = new Set(
    scenario.stations.flatMap((_station, index) =>
      (model.pickupCalls[index] ?? []).map((call) => model.calls[call]!.lineIndex),
    ),
  );
  const reefer = (outcome: ReplicationOutcome): number => {
    if (!cold.isReefer) return 0;
    let trips = 0;
    let km = 0;
    for (const line of fetching) {
      trips += outcome.lineTrips[line]!;
      km += outcome.lineTrips[line]! * model.lines[line]!.lengthKm;
    }
    return reeferYuanPerDay(operations, trips / days, km / days);
  };
  return {
    freshParcelsPerDay: over((outcome) => outcome.cold.parcels / days),
    warmH: over(({ cold: sums }) => perParcel(sums.warmParcelMin, sums.parcels) / minPerHour),
    spoiledShare: over(({ cold: sums }) => perParcel(sums.spoiledParcels, sums.parcels)),
    spoilageYuanPerDay: over(spoilage),
    precoolingYuanPerDay: over(precooling),
    reeferYuanPerDay: over(reefer),
    totalYuanPerDay: over((outcome) => spoilage(outcome) + precooling(outcome) + reefer(outcome)),
  };
}
