import { type Issue, issue } from '../../../issues.ts';
import type { PlaceId } from '../../../model/ids.ts';
import type { Demand, Place, Scenario } from '../../../model/scenario.ts';
import type { VolumeRow } from '../read/rowTypes.ts';
import { isSameNumber } from './userValue.ts';

export interface VolumeOptions {
  readonly source: string;
  /** Residents (or any weight) of a place, to split totals by; null: by the volumes the scenario had. */
  readonly weightOf: ((placeId: PlaceId) => number | undefined) | null;
  /** Places whose figures the scenario had before the import: what a table says of its own figures' grade is not believed there. */
  readonly hasFigure?: (placeId: PlaceId) => boolean;
}

/** What a figure is about. */
type Subject = Pick<VolumeRow, 'placeId' | 'isSeatOnly'>;

interface Volume {
  readonly delivery: number;
  readonly pickup: number;
  /** Both directions were stated, not divided from a total. */
  readonly isStated: boolean;
  /** Where one row alone is the figure and says what it rests on. */
  readonly basis?: VolumeRow['basis'];
}

/** Share of the total that is delivered, as in the scenario until now; a total alone says nothing about it. */
function deliveryShareOf(demands: readonly Demand[]): number {
  const delivery = demands.reduce((sum, demand) => sum + demand.deliveryParcelsPerDay, 0);
  const pickup = demands.reduce((sum, demand) => sum + demand.pickupParcelsPerDay, 0);
  return delivery + pickup > 0 ? delivery / (delivery + pickup) : 1;
}

/** Sums of floating point depend on the order: by place, period and courier, not by where the rows stood. */
function inOneOrder(rows: readonly VolumeRow[]): readonly VolumeRow[] {
  const keyOf = (row: VolumeRow): string =>
    [
      row.placeId ?? '',
      row.period,
      row.courier,
      row.deliveryParcelsPerDay,
      row.pickupParcelsPerDay,
      row.totalParcelsPerDay,
    ].join('|');
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

/** Parcels per day of each place: couriers added up within a period, then the mean of the periods. */
function averageByPlace(rows: readonly VolumeRow[], deliveryShare: number): (Subject & { volume: Volume })[] {
  const byPlace = new Map<
    string,
    { subject: Subject; bases: VolumeRow['basis'][]; periods: Map<string, Volume> }
  >();
  for (const row of inOneOrder(rows)) {
    const { placeId, isSeatOnly } = row;
    const key = `${placeId ?? ''}${isSeatOnly ? ' seat' : ''}`;
    const entry = byPlace.get(key) ?? {
      subject: { placeId, isSeatOnly },
      bases: [],
      periods: new Map<string, Volume>(),
    };
    byPlace.set(key, entry);
    entry.bases.push(row.basis);
    const { periods } = entry;
    const { deliveryParcelsPerDay: delivery, pickupParcelsPerDay: pickup, totalParcelsPerDay: total } = row;
    const isStated = delivery !== null || pickup !== null;
    const sum = periods.get(row.period) ?? { delivery: 0, pickup: 0, isStated: true };
    periods.set(row.period, {
      delivery: sum.delivery + (isStated ? (delivery ?? 0) : (total ?? 0) * deliveryShare),
      pickup: sum.pickup + (isStated ? (pickup ?? 0) : (total ?? 0) * (1 - deliveryShare)),
      isStated: sum.isStated && isStated,
    });
  }
  const mean: (Subject & { volume: Volume })[] = [];
  for (const { subject, bases, periods } of byPlace.values()) {
    const volumes = [...periods.values()];
    const add = (pick: (volume: Volume) => number): number =>
      volumes.reduce((sum, volume) => sum + pick(volume), 0) / volumes.length;
    const volume = {
      delivery: add(({ delivery }) => delivery),
      pickup: add(({ pickup }) => pickup),
      isStated: volumes.every(({ isStated }) => isStated),
      ...(bases.length === 1 && bases[0] ? { basis: bases[0] } : {}),
    };
    mean.push({ ...subject, volume });
  }
  return mean;
}

/**
 * Puts volumes into a scenario as daily demand. A village's own figure is the user's; a township's or the county's is
 * split over its places that have none (grade derived), by weight or as the volumes were shared before. Totals are kept.
 */
export function applyVolumes(
  scenario: Scenario,
  rows: readonly VolumeRow[],
  { source, weightOf, hasFigure = () => true }: VolumeOptions,
): { readonly scenario: Scenario; readonly issues: readonly Issue[] } {
  const placeById = new Map(scenario.places.map((place) => [place.id, place]));
  const served = new Set(scenario.stations.flatMap(({ servesPlaceIds }) => servesPlaceIds));
  const before = new Map(scenario.demands.map((demand) => [demand.placeId, demand]));
  const demands = new Map(before);
  const issues: Issue[] = [];
  const known = averageByPlace(rows, deliveryShareOf(scenario.demands));
  const settled = new Set<PlaceId>();

  for (const { placeId, isSeatOnly, volume } of known) {
    const { delivery, pickup, isStated, basis } = volume;
    const place = placeId === null ? undefined : placeById.get(placeId);
    if (!place || !(isSeatOnly || place.tier === 'village' || place.kind === 'urbanPoint')) continue;
    if (!served.has(place.id)) {
      issues.push(issue('demand.notServed', { name: place.name }, { entity: 'place', id: place.id }));
      continue;
    }
    settled.add(place.id);
    const same = before.get(place.id);
    if (basis && !hasFigure(place.id)) {
      demands.set(place.id, {
        placeId: place.id,
        deliveryParcelsPerDay: delivery,
        pickupParcelsPerDay: pickup,
        ...basis,
      });
      continue;
    }
    // What repeats the scenario's own figures keeps their origin.
    if (
      same &&
      isSameNumber(delivery, same.deliveryParcelsPerDay) &&
      isSameNumber(pickup, same.pickupParcelsPerDay)
    )
      continue;
    demands.set(place.id, {
      placeId: place.id,
      deliveryParcelsPerDay: delivery,
      pickupParcelsPerDay: pickup,
      grade: isStated ? 'user' : 'derived',
      source,
    });
  }

  /** Splits what is left of a total over the open places; the rest of the total is already theirs by name. */
  const split = (name: string, members: readonly Place[], { delivery, pickup }: Volume): void => {
    const open = members.filter(({ id }) => !settled.has(id));
    if (open.length === 0) return;
    const taken = members.filter(({ id }) => settled.has(id)).map(({ id }) => demands.get(id)!);
    const leftDelivery = Math.max(
      0,
      delivery - taken.reduce((sum, demand) => sum + demand.deliveryParcelsPerDay, 0),
    );
    const leftPickup = Math.max(
      0,
      pickup - taken.reduce((sum, demand) => sum + demand.pickupParcelsPerDay, 0),
    );
    const weights = open.map(({ id }) =>
      Math.max(0, weightOf?.(id) ?? before.get(id)?.deliveryParcelsPerDay ?? 0),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (const [index, { id }] of open.entries()) {
      const share = sum > 0 ? weights[index]! / sum : 1 / open.length;
      settled.add(id);
      demands.set(id, {
        placeId: id,
        deliveryParcelsPerDay: leftDelivery * share,
        pickupParcelsPerDay: leftPickup * share,
        grade: 'derived',
        source,
      });
    }
    const basis = sum === 0 ? '=' : weightOf === null ? '%' : 'n';
    const parcels = Math.round(leftDelivery + leftPickup);
    issues.push(
      issue(
        'demand.split',
        { from: name, parcels, places: open.length, basis },
        { entity: 'place', id: name },
      ),
    );
  };

  const servedPlaces = scenario.places.filter(({ id }) => served.has(id));
  for (const { placeId, isSeatOnly, volume } of known) {
    const township = placeId === null ? undefined : placeById.get(placeId);
    if (township?.tier !== 'township' || isSeatOnly) continue;
    split(
      township.name,
      servedPlaces.filter(({ id, parentId }) => id === township.id || parentId === township.id),
      volume,
    );
  }
  for (const { placeId, volume } of known) {
    const place = placeId === null ? undefined : placeById.get(placeId);
    const isCounty = place === undefined || place.kind === 'county';
    if (isCounty)
      split(scenario.places.find(({ tier }) => tier === 'county')?.name ?? '', servedPlaces, volume);
  }
  const oldCount = scenario.demands.length;
  const all = [...demands.values()];
  const added = all.slice(oldCount).sort((a, b) => (a.placeId < b.placeId ? -1 : 1));
  return { scenario: { ...scenario, demands: [...all.slice(0, oldCount), ...added] }, issues };
}
