import { haversineKm, type LonLat } from '../../src/core/geo.ts';

interface Located {
  readonly id: string;
  readonly lonLat: LonLat;
}

/** Of points in a list, the nearest by straight line; ties go to the first. */
export const nearest = <Point extends Located>(points: readonly Point[], to: LonLat): Point =>
  points.reduce((best, point) =>
    haversineKm(point.lonLat, to) < haversineKm(best.lonLat, to) ? point : best,
  );

function* combinations<Item>(items: readonly Item[], count: number): Generator<Item[]> {
  if (count === 0) yield [];
  else
    for (const [index, item] of items.entries())
      for (const rest of combinations(items.slice(index + 1), count - 1)) yield [item, ...rest];
}

/** The p-median by trying every choice: least parcels times straight km from each village to its nearest hub. */
export function chooseHubs<Candidate extends Located>(
  candidates: readonly Candidate[],
  villages: readonly (Located & { readonly deliveryParcelsPerDay: number })[],
  count: number,
): Candidate[] {
  let best: Candidate[] = [];
  let bestParcelKm = Number.POSITIVE_INFINITY;
  for (const hubs of combinations(candidates, count)) {
    const parcelKm = villages.reduce((sum, village) => {
      const hub = nearest(hubs, village.lonLat);
      return sum + village.deliveryParcelsPerDay * haversineKm(hub.lonLat, village.lonLat);
    }, 0);
    if (parcelKm < bestParcelKm) {
      bestParcelKm = parcelKm;
      best = hubs;
    }
  }
  return best;
}
