import { haversineKm, type LonLat } from '../../src/core/geo.ts';
import { invariant } from '../../src/core/result.ts';

export interface VillageToMerge {
  readonly id: string;
  readonly parentId: string;
  readonly lonLat: LonLat;
  readonly isReal: boolean;
  readonly deliveryParcelsPerDay: number;
}

/** The one of two villages that keeps its station: a real point before a placed one, then the larger, then by code. */
function keeps(a: VillageToMerge, b: VillageToMerge): boolean {
  if (a.isReal !== b.isReal) return a.isReal;
  if (a.deliveryParcelsPerDay !== b.deliveryParcelsPerDay)
    return a.deliveryParcelsPerDay > b.deliveryParcelsPerDay;
  return a.id < b.id;
}

/**
 * Attaches `count` villages to another village of the same township, nearest pairs first.
 * A village that others are attached to keeps its station, and so does every real point. Merged id -> host id.
 */
export function mergeVillages(villages: readonly VillageToMerge[], count: number): Map<string, string> {
  const pairs = villages
    .flatMap((a, index) =>
      villages
        .slice(index + 1)
        .filter((b) => b.parentId === a.parentId)
        .map((b) => {
          const [host, guest] = keeps(a, b) ? [a, b] : [b, a];
          return { host, guest, distanceKm: haversineKm(a.lonLat, b.lonLat) };
        }),
    )
    .sort((p, q) => p.distanceKm - q.distanceKm || (p.guest.id < q.guest.id ? -1 : 1));
  const hostByGuest = new Map<string, string>();
  const hosts = new Set<string>();
  for (const { host, guest } of pairs) {
    if (hostByGuest.size === count) break;
    if (guest.isReal || hosts.has(guest.id) || hostByGuest.has(guest.id) || hostByGuest.has(host.id))
      continue;
    hostByGuest.set(guest.id, host.id);
    hosts.add(host.id);
  }
  invariant(hostByGuest.size === count, `only ${hostByGuest.size} of ${count} villages could be merged`);
  return hostByGuest;
}
