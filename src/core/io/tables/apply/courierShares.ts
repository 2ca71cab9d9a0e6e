import { hashText } from '../../../hash.ts';
import { asId, type CourierId } from '../../../model/ids.ts';
import type { Courier, Scenario } from '../../../model/scenario.ts';
import type { VolumeRow } from '../read/rowTypes.ts';

const bare = (name: string): string =>
  name
    .replace(/(快递|速递|物流|速运)$/, '')
    .trim()
    .toLowerCase() || name.trim();

/**
 * The couriers that a volume table names, with their shares of its inbound parcels, in place of the scenario's. Tables that
 * name fewer than two say nothing about shares. Pure.
 */
export function applyCourierShares(scenario: Scenario, rows: readonly VolumeRow[], source: string): Scenario {
  const parcels = new Map<string, { name: string; sum: number }>();
  const ordered = [...rows].sort((a, b) =>
    a.courier < b.courier ? -1 : a.courier > b.courier ? 1 : a.row - b.row,
  );
  const volumes = ordered
    .map(({ courier, deliveryParcelsPerDay, totalParcelsPerDay }) => ({
      courier,
      inbound: deliveryParcelsPerDay ?? totalParcelsPerDay ?? 0,
    }))
    .sort((a, b) => (a.courier < b.courier ? -1 : a.courier > b.courier ? 1 : a.inbound - b.inbound));
  for (const { courier, inbound } of volumes) {
    if (courier === '') continue;
    const key = bare(courier);
    const known = parcels.get(key);
    parcels.set(key, { name: known?.name ?? courier, sum: (known?.sum ?? 0) + inbound });
  }
  const named = [...parcels].filter(([, { sum }]) => sum > 0);
  const total = named.reduce((all, [, { sum }]) => all + sum, 0);
  if (named.length < 2 || total <= 0) return scenario;
  const couriers = named.map(([key, { name, sum }]): Courier => {
    const same = scenario.couriers.find((courier) => bare(courier.name.zh) === key);
    const id = same?.id ?? asId<CourierId>(`user-${hashText(key).toString(16).padStart(8, '0')}`);
    return {
      id,
      name: same?.name ?? { zh: name, en: name },
      volumeShare: { value: sum / total, grade: 'user', source },
    };
  });
  return { ...scenario, couriers };
}
