import FlatQueue from 'flatqueue';

/** A possible link between two points, by index with a < b. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly lengthKm: number;
  /** Way round, as a multiple of the link, up to which the network can do without it. */
  readonly stretch: number;
}

/** Square table of distances between points, row-major, km. */
export interface DistanceTable {
  readonly size: number;
  readonly km: Float64Array;
}

/**
 * Gabriel graph of the members: two are linked unless a third lies in the circle over them
 * (Gabriel, Sokal 1969), tested on distances as d(a,c)^2 + d(c,b)^2 < d(a,b)^2.
 */
export function gabrielLinks(distances: DistanceTable, members: readonly number[], stretch: number): Link[] {
  const { size, km } = distances;
  const links: Link[] = [];
  const byDistance = members.map((member) =>
    [...members].sort((x, y) => km[member * size + x]! - km[member * size + y]! || x - y),
  );
  for (let position = 0; position < members.length; position++) {
    const a = members[position]!;
    const near = byDistance[position]!;
    for (const b of near) {
      if (b <= a) continue;
      const lengthKm = km[a * size + b]!;
      let isBlocked = false;
      for (const c of near) {
        const toC = km[a * size + c]!;
        if (toC >= lengthKm) break;
        const fromC = km[c * size + b]!;
        if (c !== a && c !== b && toC * toC + fromC * fromC < lengthKm * lengthKm) {
          isBlocked = true;
          break;
        }
      }
      if (!isBlocked) links.push({ a, b, lengthKm, stretch });
    }
  }
  return links;
}

/**
 * Greedy spanner (Althöfer, Das, Dobkin, Joseph, Soares 1993): shortest links first, each kept only where the
 * network so far is longer than `stretch` times the link. Keeps the minimum spanning tree of the candidates.
 */
export function greedySpanner(pointCount: number, candidates: readonly Link[]): Link[] {
  const ordered = [...candidates].sort((x, y) => x.lengthKm - y.lengthKm || x.a - y.a || x.b - y.b);
  const neighbours: { point: number; lengthKm: number }[][] = Array.from({ length: pointCount }, () => []);
  const kept: Link[] = [];
  for (const link of ordered) {
    if (isWithin(neighbours, link.a, link.b, link.lengthKm * link.stretch)) continue;
    kept.push(link);
    neighbours[link.a]!.push({ point: link.b, lengthKm: link.lengthKm });
    neighbours[link.b]!.push({ point: link.a, lengthKm: link.lengthKm });
  }
  return kept;
}

function isWithin(
  neighbours: readonly (readonly { point: number; lengthKm: number }[])[],
  source: number,
  target: number,
  limitKm: number,
): boolean {
  const best = new Map<number, number>([[source, 0]]);
  const queue = new FlatQueue<number>();
  queue.push(source, 0);
  while (queue.length > 0) {
    const km = queue.peekValue()!;
    const point = queue.pop()!;
    if (point === target) return true;
    if (km > best.get(point)!) continue;
    for (const neighbour of neighbours[point]!) {
      const onwardKm = km + neighbour.lengthKm;
      if (onwardKm > limitKm || onwardKm >= (best.get(neighbour.point) ?? Infinity)) continue;
      best.set(neighbour.point, onwardKm);
      queue.push(neighbour.point, onwardKm);
    }
  }
  return false;
}

/** Shortest ways from one point: their length and, for each point, the link by which the way enters it (-1: none). */
export interface LinkTree {
  readonly km: Float64Array;
  readonly entry: Int32Array;
}

export function shortestTree(pointCount: number, links: readonly Link[], source: number): LinkTree {
  const incident: number[][] = Array.from({ length: pointCount }, () => []);
  for (const [index, link] of links.entries()) {
    incident[link.a]!.push(index);
    incident[link.b]!.push(index);
  }
  const km = new Float64Array(pointCount).fill(Infinity);
  const entry = new Int32Array(pointCount).fill(-1);
  const queue = new FlatQueue<number>();
  km[source] = 0;
  queue.push(source, 0);
  while (queue.length > 0) {
    const poppedKm = queue.peekValue()!;
    const point = queue.pop()!;
    if (poppedKm > km[point]!) continue;
    for (const index of incident[point]!) {
      const other = otherEnd(links[index]!, point);
      const onwardKm = km[point]! + links[index]!.lengthKm;
      if (onwardKm >= km[other]!) continue;
      km[other] = onwardKm;
      entry[other] = index;
      queue.push(other, onwardKm);
    }
  }
  return { km, entry };
}

export const otherEnd = (link: Link, point: number): number => (link.a === point ? link.b : link.a);
