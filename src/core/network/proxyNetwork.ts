import { haversineKm, type LonLat } from '../geo.ts';
import type { Road, RoadClass, RoadNetwork, Tier, TravelSettings } from '../model/scenario.ts';
import {
  type DistanceTable,
  gabrielLinks,
  greedySpanner,
  type Link,
  otherEnd,
  shortestTree,
} from './proxyLinks.ts';

/** A place the proxy network joins. Ids are unique; `parentId` may name a point that is not in the list. */
export interface ProxyPoint {
  readonly id: string;
  readonly lonLat: LonLat;
  readonly tier: Tier;
  readonly parentId: string | null;
}

/** A link between seats, or of a village with its seat, is left out where the way round is nearly as short. */
const seatStretch = 1.3;
/** Neighbouring villages put up with a longer way round: few have a road to every neighbour. */
const neighbourStretch = 2;

/**
 * A plausible road network over places, for a county whose roads are not loaded. Near neighbours (Gabriel graph),
 * villages with their township seat, seats with one another and with the county seat are candidates; a greedy
 * spanner keeps those that the network needs, so that it is connected and no denser than valley roads are.
 * Every road is `isEstimated`. The detour factor is road km per straight km from the places to the county seat: part
 * of it is the way over other places, the rest is given to each road as bends. The order of the points does not matter.
 */
export function buildProxyNetwork(points: readonly ProxyPoint[], travel: TravelSettings): RoadNetwork {
  const ordered = [...points].sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0));
  const distances = distancesBetween(ordered);
  const everyPoint = ordered.map((_, index) => index);
  const seats = everyPoint.filter((index) => ordered[index]!.tier !== 'village');
  const parents = parentIndices(ordered, distances);
  const links = greedySpanner(
    ordered.length,
    uniqueLinks([
      ...gabrielLinks(distances, everyPoint, neighbourStretch),
      ...gabrielLinks(distances, seats, seatStretch),
      ...everyPoint.flatMap((index) => linkBetween(index, parents[index]!, distances)),
    ]),
  );
  const { mainRoads, stretch } = waysToSeats(ordered, parents, links, distances);
  const bendFactor = Math.max(1, travel.detourFactor.value / stretch);
  return {
    source: 'proxy',
    licence: '',
    nodes: ordered.map(({ id, lonLat }) => ({ id, lonLat })),
    roads: links
      .map((link, index): Road => {
        const from = ordered[link.a]!;
        const to = ordered[link.b]!;
        return {
          id: `${from.id}~${to.id}`,
          fromNodeId: from.id,
          toNodeId: to.id,
          lengthKm: link.lengthKm * bendFactor,
          roadClass: mainRoads.has(index) ? 'county' : classBetween(from.tier, to.tier),
          isOneWay: false,
          isClosed: false,
          isEstimated: true,
          name: '',
          via: [],
        };
      })
      .sort((x, y) => (x.id < y.id ? -1 : 1)),
  };
}

function distancesBetween(points: readonly ProxyPoint[]): DistanceTable {
  const size = points.length;
  const km = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const lengthKm = haversineKm(points[a]!.lonLat, points[b]!.lonLat);
      km[a * size + b] = lengthKm;
      km[b * size + a] = lengthKm;
    }
  }
  return { size, km };
}

/** Seat each point belongs to: its parent where that is on the list, else the nearest point of the tier above. */
function parentIndices(points: readonly ProxyPoint[], distances: DistanceTable): number[] {
  const indexOf = new Map(points.map(({ id }, index) => [id, index]));
  const nearest = (from: number, tier: Tier): number => {
    let best = -1;
    for (const [index, point] of points.entries()) {
      if (index === from || point.tier !== tier) continue;
      const km = distances.km[from * distances.size + index]!;
      if (best < 0 || km < distances.km[from * distances.size + best]!) best = index;
    }
    return best;
  };
  return points.map((point, index) => {
    const named = point.parentId === null ? undefined : indexOf.get(point.parentId);
    if (named !== undefined && named !== index) return named;
    if (point.tier === 'county') return -1;
    const township = point.tier === 'village' ? nearest(index, 'township') : -1;
    return township >= 0 ? township : nearest(index, 'county');
  });
}

function linkBetween(index: number, other: number, distances: DistanceTable): Link[] {
  if (other < 0) return [];
  const lengthKm = distances.km[index * distances.size + other]!;
  return [{ a: Math.min(index, other), b: Math.max(index, other), lengthKm, stretch: seatStretch }];
}

function uniqueLinks(links: readonly Link[]): Link[] {
  const byEnds = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.a} ${link.b}`;
    const known = byEnds.get(key);
    if (!known || link.stretch < known.stretch) byEnds.set(key, link);
  }
  return [...byEnds.values()];
}

/** Ways to the county seats: the links that township seats use, and how much longer than straight the ways are. */
interface SeatWays {
  /** The county road runs through the villages between a township and the county seat. */
  readonly mainRoads: ReadonlySet<number>;
  /** Kilometres over the links per straight kilometre, from every place to its county seat. */
  readonly stretch: number;
}

function waysToSeats(
  points: readonly ProxyPoint[],
  parents: readonly number[],
  links: readonly Link[],
  distances: DistanceTable,
): SeatWays {
  const seatOf = (start: number): number => {
    let index = start;
    for (let step = 0; step < 3 && index >= 0 && points[index]!.tier !== 'county'; step++)
      index = parents[index]!;
    return index >= 0 && points[index]!.tier === 'county' ? index : -1;
  };
  const placesOf = new Map<number, number[]>();
  for (const index of points.keys()) {
    const seat = seatOf(index);
    if (seat >= 0 && seat !== index) placesOf.set(seat, [...(placesOf.get(seat) ?? []), index]);
  }
  const mainRoads = new Set<number>();
  let linkKm = 0;
  let straightKm = 0;
  for (const [seat, places] of placesOf) {
    const tree = shortestTree(points.length, links, seat);
    for (const place of places) {
      linkKm += tree.km[place]!;
      straightKm += distances.km[seat * distances.size + place]!;
      if (points[place]!.tier !== 'township') continue;
      for (let point = place; tree.entry[point]! >= 0; ) {
        mainRoads.add(tree.entry[point]!);
        point = otherEnd(links[tree.entry[point]!]!, point);
      }
    }
  }
  return { mainRoads, stretch: straightKm > 0 ? linkKm / straightKm : 1 };
}

function classBetween(from: Tier, to: Tier): RoadClass {
  if (from === 'county' && to === 'county') return 'urban';
  if (from === 'village' && to === 'village') return 'village';
  return from === 'village' || to === 'village' ? 'township' : 'county';
}
