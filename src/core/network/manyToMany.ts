import type { Csr } from './csr.ts';
import { createOneToAll, unreachedDs } from './dijkstra.ts';
import type { EdgeDirection } from './edgeTable.ts';
import type { Hierarchy } from './hierarchy.ts';
import { MinHeap } from './minHeap.ts';
import { keyDm, keyDs } from './wayKey.ts';

/** Table of sources x targets, row-major. */
export interface WayTable {
  /** Tenths of a second; `unreachedDs` where there is no way. */
  readonly durationDs: Int32Array;
  readonly lengthDm: Int32Array;
}

const searchesPerReport = 50;

/**
 * All ways between sources and targets by buckets over a hierarchy (Knopp, Sanders, Schultes, Schulz, Wagner 2007).
 * Sources and targets are node numbers of the graph that the hierarchy was built of. Yields the share done.
 */
export function* manyToMany(
  hierarchy: Hierarchy,
  sources: Int32Array,
  targets: Int32Array,
): Generator<number, WayTable> {
  const { nodeCount, placeOf } = hierarchy;
  const climb = createClimb(hierarchy);
  const total = sources.length + targets.length;
  let entryPlace = new Int32Array(targets.length * 64 + 64);
  let entryTarget = new Int32Array(entryPlace.length);
  let entryKey = new Float64Array(entryPlace.length);
  let entryCount = 0;
  for (let target = 0; target < targets.length; target++) {
    const found = climb.run(placeOf[targets[target]!]!, false);
    if (entryCount + found > entryPlace.length) {
      const room = 2 * (entryCount + found);
      entryPlace = widened(entryPlace, new Int32Array(room));
      entryTarget = widened(entryTarget, new Int32Array(room));
      entryKey = widened(entryKey, new Float64Array(room));
    }
    entryPlace.set(climb.place.subarray(0, found), entryCount);
    entryKey.set(climb.key.subarray(0, found), entryCount);
    entryTarget.fill(target, entryCount, entryCount + found);
    entryCount += found;
    if (target % searchesPerReport === 0) yield target / total;
  }

  const buckets = sortEntries(nodeCount, entryCount, entryPlace, entryTarget, entryKey);
  const table: WayTable = {
    durationDs: new Int32Array(sources.length * targets.length),
    lengthDm: new Int32Array(sources.length * targets.length),
  };
  const row = new Float64Array(targets.length);
  for (let source = 0; source < sources.length; source++) {
    const found = climb.run(placeOf[sources[source]!]!, true);
    row.fill(Infinity);
    meetTargets(climb, found, buckets, row);
    writeRow(row, table, source * targets.length);
    if (source % searchesPerReport === 0) yield (targets.length + source) / total;
  }
  return table;
}

/** Ways from each place down to targets: entries firstEntry[place] .. firstEntry[place + 1] - 1. */
interface Buckets {
  readonly firstEntry: Int32Array;
  readonly target: Int32Array;
  readonly key: Float64Array;
}

function sortEntries(
  nodeCount: number,
  entryCount: number,
  entryPlace: Int32Array,
  entryTarget: Int32Array,
  entryKey: Float64Array,
): Buckets {
  const firstEntry = new Int32Array(nodeCount + 1);
  for (let entry = 0; entry < entryCount; entry++) firstEntry[entryPlace[entry]! + 1]!++;
  for (let place = 0; place < nodeCount; place++) firstEntry[place + 1]! += firstEntry[place]!;
  const fill = firstEntry.slice(0, nodeCount);
  const target = new Int32Array(entryCount);
  const key = new Float64Array(entryCount);
  for (let entry = 0; entry < entryCount; entry++) {
    const slot = fill[entryPlace[entry]!]!++;
    target[slot] = entryTarget[entry]!;
    key[slot] = entryKey[entry]!;
  }
  return { firstEntry, target, key };
}

// Plain functions: inside a generator the same loops run at half the speed.
function meetTargets(climb: Climb, found: number, buckets: Buckets, row: Float64Array): void {
  const { firstEntry, target, key } = buckets;
  const { place, key: climbKey } = climb;
  for (let index = 0; index < found; index++) {
    const upKey = climbKey[index]!;
    const end = firstEntry[place[index]! + 1]!;
    for (let entry = firstEntry[place[index]!]!; entry < end; entry++) {
      const through = upKey + key[entry]!;
      if (through < row[target[entry]!]!) row[target[entry]!] = through;
    }
  }
}

function writeRow(row: Float64Array, table: WayTable, offset: number): void {
  for (let target = 0; target < row.length; target++) {
    const key = row[target]!;
    const isReached = key !== Infinity;
    table.durationDs[offset + target] = isReached ? keyDs(key) : unreachedDs;
    table.lengthDm[offset + target] = isReached ? keyDm(key) : 0;
  }
}

/** The same table by one bucket search per source, for small graphs and few places. Yields the share done. */
export function* tableByBuckets(
  csr: Csr,
  sources: Int32Array,
  targets: Int32Array,
): Generator<number, WayTable> {
  const search = createOneToAll(csr);
  const durationDs = new Int32Array(sources.length * targets.length);
  const lengthDm = new Int32Array(sources.length * targets.length);
  for (let source = 0; source < sources.length; source++) {
    search.run(sources[source]!, targets);
    const offset = source * targets.length;
    for (let target = 0; target < targets.length; target++) {
      const ds = search.durationDs[targets[target]!]!;
      durationDs[offset + target] = ds;
      lengthDm[offset + target] = ds === unreachedDs ? 0 : search.lengthDm[targets[target]!]!;
    }
    if (source % searchesPerReport === 0) yield source / sources.length;
  }
  return { durationDs, lengthDm };
}

/** Search towards more important places. */
interface Climb {
  /** Places settled by the last run and the keys of the ways to (or, going down, from) them. */
  place: Int32Array;
  key: Float64Array;
  /** Returns how many places were settled that a best way may pass; the source is always among them. */
  run(source: number, isForward: boolean): number;
  /** After a run: arc by which a place was reached; -1 at the source. */
  entryArc(place: number): number;
}

function createClimb(hierarchy: Hierarchy): Climb {
  const { nodeCount, firstUp, upTip, upKey, downKey } = hierarchy;
  const heap = new MinHeap();
  const bestKey = new Float64Array(nodeCount);
  const entry = new Int32Array(nodeCount);
  const round = new Int32Array(nodeCount);
  let currentRound = 0;
  const climb: Climb = {
    place: new Int32Array(1024),
    key: new Float64Array(1024),
    run(source, isForward) {
      const along = isForward ? upKey : downKey;
      const against = isForward ? downKey : upKey;
      currentRound++;
      heap.size = 0;
      bestKey[source] = 0;
      entry[source] = -1;
      round[source] = currentRound;
      heap.push(source, 0);
      let found = 0;
      let places = climb.place;
      let keys = climb.key;
      while (heap.size > 0) {
        const key = heap.minKey();
        const place = heap.pop();
        if (key > bestKey[place]!) continue;
        const end = firstUp[place + 1]!;
        let isStalled = false;
        // Stall on demand: reached more cheaply by going up and back down, so no best way climbs through here.
        for (let arc = firstUp[place]!; arc < end; arc++) {
          const tip = upTip[arc]!;
          if (round[tip] === currentRound && bestKey[tip]! + against[arc]! < key) {
            isStalled = true;
            break;
          }
        }
        if (isStalled) continue;
        if (found === places.length) {
          places = widened(places, new Int32Array(found * 2));
          keys = widened(keys, new Float64Array(found * 2));
        }
        places[found] = place;
        keys[found++] = key;
        for (let arc = firstUp[place]!; arc < end; arc++) {
          const onward = key + along[arc]!;
          if (onward === Infinity) continue;
          const tip = upTip[arc]!;
          if (round[tip] === currentRound && onward >= bestKey[tip]!) continue;
          round[tip] = currentRound;
          bestKey[tip] = onward;
          entry[tip] = arc;
          heap.push(tip, onward);
        }
      }
      climb.place = places;
      climb.key = keys;
      return found;
    },
    entryArc: (place) => entry[place]!,
  };
  return climb;
}

function widened<Column extends Int32Array | Float64Array>(old: Column, fresh: Column): Column {
  fresh.set(old);
  return fresh;
}

/** Best way between two nodes as edge directions in driving order; null where there is none. */
export function unpackWay(hierarchy: Hierarchy, source: number, target: number): EdgeDirection[] | null {
  const from = hierarchy.placeOf[source]!;
  const to = hierarchy.placeOf[target]!;
  const forward = createClimb(hierarchy);
  const backward = createClimb(hierarchy);
  const reached = new Map<number, number>();
  const forwardCount = forward.run(from, true);
  for (let index = 0; index < forwardCount; index++) reached.set(forward.place[index]!, forward.key[index]!);
  const backwardCount = backward.run(to, false);
  let meeting = -1;
  let bestKey = Infinity;
  for (let index = 0; index < backwardCount; index++) {
    const key = backward.key[index]! + (reached.get(backward.place[index]!) ?? Infinity);
    if (key >= bestKey) continue;
    bestKey = key;
    meeting = backward.place[index]!;
  }
  if (meeting < 0) return null;
  const tails = tailFinder(hierarchy);
  const climbing: EdgeDirection[][] = [];
  for (let place = meeting; place !== from; ) {
    const arc = forward.entryArc(place);
    const tail = tails(arc);
    climbing.push(unpackArc(hierarchy, tail, arc, true));
    place = tail;
  }
  const way = climbing.reverse().flat();
  for (let place = meeting; place !== to; ) {
    const arc = backward.entryArc(place);
    const tail = tails(arc);
    way.push(...unpackArc(hierarchy, tail, arc, false));
    place = tail;
  }
  return way;
}

/** Less important end of an arc, by bisection over `firstUp`. */
function tailFinder({ firstUp, nodeCount }: Hierarchy): (arc: number) => number {
  return (arc) => {
    let low = 0;
    let high = nodeCount;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (firstUp[middle]! <= arc) low = middle;
      else high = middle;
    }
    return low;
  };
}

/** Edges under a way up (tail -> tip) or down (tip -> tail) an arc. */
function unpackArc(hierarchy: Hierarchy, tail: number, arc: number, isUp: boolean): EdgeDirection[] {
  const { upVia, downVia, upTip } = hierarchy;
  const via = (isUp ? upVia : downVia)[arc]!;
  if (via < 0) return [~via];
  const from = isUp ? tail : upTip[arc]!;
  const to = isUp ? upTip[arc]! : tail;
  return [
    ...unpackArc(hierarchy, via, arcTo(hierarchy, via, from), false),
    ...unpackArc(hierarchy, via, arcTo(hierarchy, via, to), true),
  ];
}

function arcTo({ firstUp, upTip }: Hierarchy, place: number, tip: number): number {
  for (let arc = firstUp[place]!; arc < firstUp[place + 1]!; arc++) if (upTip[arc] === tip) return arc;
  throw new Error(`invariant: no way from place ${place} to ${tip}`);
}
