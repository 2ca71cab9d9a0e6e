import type { Road, RoadClass, RoadNetwork } from '../../model/scenario.ts';

/** A network with one road changed. Throws where there is no such road: the caller picked it on the map. */
function withRoad(network: RoadNetwork, roadId: string, change: (road: Road) => Road): RoadNetwork {
  const index = network.roads.findIndex(({ id }) => id === roadId);
  const road = network.roads[index];
  if (!road) throw new Error(`invariant: no road ${roadId}`);
  return { ...network, roads: network.roads.with(index, change(road)) };
}

/** Closes a road (landslide, works) or opens it again. */
export const setRoadClosed = (network: RoadNetwork, roadId: string, isClosed: boolean): RoadNetwork =>
  withRoad(network, roadId, (road) => ({ ...road, isClosed }));

/** Changes the class, and with it the speed, of a road. A speed of its own stays. */
export const setRoadClass = (network: RoadNetwork, roadId: string, roadClass: RoadClass): RoadNetwork =>
  withRoad(network, roadId, (road) => ({ ...road, roadClass }));

/** Gives a road a speed of its own, km/h; null = that of its class again. */
export const setRoadSpeed = (network: RoadNetwork, roadId: string, speedKmPerH: number | null): RoadNetwork =>
  withRoad(network, roadId, (road) => {
    const { speedKmPerH: _before, ...rest } = road;
    return speedKmPerH === null ? rest : { ...rest, speedKmPerH };
  });

/** Gives a road the length somebody has measured, which makes it a known road. */
export const setRoadLength = (network: RoadNetwork, roadId: string, lengthKm: number): RoadNetwork =>
  withRoad(network, roadId, (road) => {
    const { isEstimated: _guessed, ...known } = road;
    return { ...known, lengthKm };
  });
