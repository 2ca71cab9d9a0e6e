import type { PlaceId } from '../ids.ts';
import type { Demand, Scenario } from '../scenario.ts';

export type DemandChange = Partial<Pick<Demand, 'deliveryParcelsPerDay' | 'pickupParcelsPerDay'>>;

/** Parcels of some places as typed in: the user's own figures. Places without parcels until now get them. */
export function changeDemands(
  scenario: Scenario,
  placeIds: ReadonlySet<PlaceId>,
  change: DemandChange,
  source = 'user',
): Scenario {
  const missing = [...placeIds].filter((id) => !scenario.demands.some(({ placeId }) => placeId === id));
  const blank = (placeId: PlaceId): Demand => ({
    placeId,
    deliveryParcelsPerDay: 0,
    pickupParcelsPerDay: 0,
    grade: 'user',
    source,
  });
  return {
    ...scenario,
    demands: [...scenario.demands, ...missing.map(blank)].map((demand): Demand => {
      if (!placeIds.has(demand.placeId)) return demand;
      return { ...demand, ...change, grade: 'user', source };
    }),
  };
}
