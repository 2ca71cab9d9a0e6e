import type { TFunction } from 'i18next';
import type { Road, RoadNetwork, Scenario } from '../../core/model/scenario.ts';
import { shortPlaceName } from '../bilingual.ts';

/** Name of a road; without one, the places at its ends; without those, "unnamed road". */
export function roadTitle(road: Road, scenario: Scenario, t: TFunction): string {
  if (road.name !== '') return road.name;
  const from = placeAt(road.fromNodeId, scenario);
  const to = placeAt(road.toNodeId, scenario);
  return from && to ? t('roads.edit.between', { from, to }) : t('roads.edit.unnamed');
}

/** Nodes of estimated roads carry the id of their place or station. */
function placeAt(nodeId: string, scenario: Scenario): string | null {
  const id = nodeId.replace(/^place /, '');
  const place = scenario.places.find((each) => each.id === id);
  if (place) return shortPlaceName(place.name);
  const stationId = id.replace(/^station /, '');
  const station = [scenario.depot, ...scenario.stations].find((each) => each.id === stationId);
  return station ? shortPlaceName(station.name) : null;
}

/** What must be said of a road file wherever its roads are shown; empty for estimated roads. */
export function creditOfRoads(network: RoadNetwork | null, t: TFunction): string {
  if (!network || network.source === 'proxy') return '';
  return t('roads.credit', { source: [network.source, network.licence].filter(Boolean).join(' · ') });
}
