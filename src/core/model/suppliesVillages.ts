import type { StationId } from './ids.ts';
import type { Scenario } from './scenario.ts';

/**
 * Whether a township's station supplies the villages of its township: always in the hub shape; in the mixed shape where it
 * is the hub of a village already, as the other townships are served direct.
 */
export function suppliesVillages({ shape, stations }: Scenario): (townshipStation: StationId) => boolean {
  if (shape === 'hub') return () => true;
  if (shape !== 'mixed') return () => false;
  const hubs = new Set(stations.map(({ hubId }) => hubId));
  return (townshipStation) => hubs.has(townshipStation);
}
