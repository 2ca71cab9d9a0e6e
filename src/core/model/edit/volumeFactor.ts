import type { Demand, Scenario } from '../scenario.ts';

/** Parcels of every place as a multiple of the original scenario's, both directions alike. */
export function setVolumeFactor(scenario: Scenario, original: Scenario, factor: number): Scenario {
  if (factor === 1) return { ...scenario, demands: original.demands };
  const demands = original.demands.map(
    (demand): Demand => ({
      ...demand,
      deliveryParcelsPerDay: demand.deliveryParcelsPerDay * factor,
      pickupParcelsPerDay: demand.pickupParcelsPerDay * factor,
      grade: 'user',
    }),
  );
  return { ...scenario, demands };
}

export interface DailyParcels {
  readonly delivery: number;
  readonly pickup: number;
}

export function dailyParcels(scenario: Scenario): DailyParcels {
  let delivery = 0;
  let pickup = 0;
  for (const demand of scenario.demands) {
    delivery += demand.deliveryParcelsPerDay;
    pickup += demand.pickupParcelsPerDay;
  }
  return { delivery, pickup };
}

/** The multiple that setVolumeFactor was given, to four decimals; 1 for a county without parcels. */
export function volumeFactor(scenario: Scenario, original: Scenario): number {
  const now = dailyParcels(scenario);
  const before = dailyParcels(original);
  const total = before.delivery + before.pickup;
  return total > 0 ? Math.round(((now.delivery + now.pickup) / total) * 1e4) / 1e4 : 1;
}
