import type { LonLat } from '../../core/geo.ts';
import { importAsIs, importRoads } from '../../core/io/roads/importRoads.ts';
import { type Issue, issue } from '../../core/issues.ts';
import type { RoadNetwork, TravelSettings } from '../../core/model/scenario.ts';
import { findComponents } from '../../core/network/components.ts';
import { compileCsr } from '../../core/network/csr.ts';
import { unreachedDs } from '../../core/network/dijkstra.ts';
import type { EdgeTable } from '../../core/network/edgeTable.ts';
import { buildHierarchy } from '../../core/network/hierarchy.ts';
import { manyToMany, tableByBuckets, type WayTable } from '../../core/network/manyToMany.ts';
import { reduceChains } from '../../core/network/reduceChains.ts';
import { anyVehicle } from '../../core/network/roadSpeed.ts';
import { buildTravelNetwork, farSnapM } from '../../core/network/travelNetwork.ts';
import { createRandom } from '../../core/random.ts';
import { toEnd } from '../../core/toEnd.ts';
import { decodeText } from '../../decodeText.ts';
import type { Command } from '../command.ts';
import { defaultTravel } from '../defaultTravel.ts';
import { describeIssue } from '../describeIssue.ts';
import { readGraphPair } from '../graphPair.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { readBinary } from '../roadFiles.ts';

/** From about this many searches on, building a hierarchy takes less time than it saves. */
const hierarchyFrom = 900;

interface Draw {
  /** False where nobody asked for random places: those in the file come first. */
  readonly isAsked: boolean;
  readonly count: number;
  readonly seed: number;
}

interface Case {
  readonly edges: EdgeTable;
  readonly names: readonly string[];
  /** Node of each place; -1 where no road is near enough. */
  readonly placeNode: Int32Array;
  readonly issues: readonly Issue[];
}

/** Travel between all pairs of places over a road file; says how large it is and how long each phase took. */
export const matrix: Command = {
  usage:
    'matrix ROADS [--places FILE | --random N] [--seed S] [--terrain plain|hills|mountain] ' +
    '[--elevation TILE.hgt] [--engine buckets|hierarchy] [--table] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      places: 'string',
      random: 'string',
      seed: 'string',
      terrain: 'string',
      elevation: 'string',
      engine: 'string',
      table: 'boolean',
      json: 'boolean',
    });
    const path = positionals[0];
    if (path === undefined || positionals.length > 1) throw new UsageError(`usage: ${matrix.usage}`);
    if (values.engine !== undefined && !['buckets', 'hierarchy'].includes(values.engine)) {
      throw new UsageError(`--engine takes buckets or hierarchy, not "${values.engine}"`);
    }
    const draw: Draw = {
      count: wholeNumber(values.random, 'random', 100),
      seed: wholeNumber(values.seed, 'seed', 1),
      isAsked: values.random !== undefined,
    };
    const clock = startClock();
    const graph = readGraphPair(path);
    const found = graph
      ? casesOfGraph(graph, draw)
      : readRoads({
          path,
          placesPath: values.places,
          draw,
          travel: defaultTravel(values.terrain),
          elevationPath: values.elevation,
          lap: clock.lap,
        });
    if (!found) return 1;
    clock.lap('join places');
    const { sizes, table } = computeTable(found, values.engine, clock.lap);
    const result = {
      sizes,
      phasesMs: clock.phasesMs,
      cpuMs: clock.cpuMs(),
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      unreachablePairs: table.durationDs.filter((ds) => ds === unreachedDs).length,
      checksum: checksum(table),
      ...(values.table ? { table: pairRows(found, table) } : {}),
      issues: found.issues,
    };
    if (values.json) console.log(JSON.stringify(result, null, 2));
    else printResult(result);
    return 0;
  },
};

interface PairRow {
  readonly from: string;
  readonly to: string;
  /** null where there is no way. */
  readonly km: number | null;
  readonly min: number | null;
}

function pairRows({ names, placeNode }: Case, table: WayTable): PairRow[] {
  const joined = names.filter((_, place) => placeNode[place]! >= 0);
  return joined.flatMap((from, row) =>
    joined.flatMap((to, column): PairRow[] => {
      const entry = row * joined.length + column;
      const isReached = table.durationDs[entry] !== unreachedDs;
      const km = isReached ? Math.round(table.lengthDm[entry]! / 1000) / 10 : null;
      const min = isReached ? Math.round(table.durationDs[entry]! / 60) / 10 : null;
      return row === column ? [] : [{ from, to, km, min }];
    }),
  );
}

function printResult(result: {
  sizes: Record<string, number>;
  phasesMs: Record<string, number>;
  peakMemoryMb: number;
  checksum: string;
  table?: readonly PairRow[];
  issues: readonly Issue[];
}): void {
  for (const listed of result.issues) console.error(describeIssue(listed));
  for (const { from, to, km, min } of result.table ?? [])
    console.log(`${from} > ${to}: ${km} km, ${min} min`);
  for (const [key, value] of Object.entries({ ...result.sizes, ...result.phasesMs })) {
    console.log(`${key.padEnd(16)} ${value}`);
  }
  console.log(`peak memory MB   ${result.peakMemoryMb}\nchecksum         ${result.checksum}`);
}

type Lap = (phase: string) => void;

function startClock(): { lap: Lap; phasesMs: Record<string, number>; cpuMs(): number } {
  const phasesMs: Record<string, number> = {};
  const start = process.cpuUsage();
  let last = performance.now();
  return {
    phasesMs,
    lap: (phase) => {
      const now = performance.now();
      phasesMs[phase] = Math.round((now - last) * 10) / 10;
      last = now;
    },
    cpuMs: () => {
      const { user, system } = process.cpuUsage(start);
      return Math.round((user + system) / 1000);
    },
  };
}

function computeTable(
  { edges, placeNode }: Case,
  engine: string | undefined,
  lap: Lap,
): { sizes: Record<string, number>; table: WayTable } {
  const isKept = new Uint8Array(edges.nodeCount);
  for (const node of placeNode) if (node >= 0) isKept[node] = 1;
  const reduced = reduceChains(edges, isKept);
  lap('remove chains');
  const csr = compileCsr(reduced.edges);
  lap('compile');
  const places = placeNode.filter((node) => node >= 0).map((node) => reduced.nodeOf[node]!);
  const sizes: Record<string, number> = {
    nodes: edges.nodeCount,
    edges: edges.edgeCount,
    places: placeNode.length,
    joinedPlaces: places.length,
    reducedNodes: csr.nodeCount,
    reducedArcs: csr.arcCount,
  };
  const isHierarchy = engine ? engine === 'hierarchy' : places.length >= hierarchyFrom;
  if (!isHierarchy) {
    const table = toEnd(tableByBuckets(csr, places, places));
    lap('matrix');
    return { sizes, table };
  }
  const hierarchy = toEnd(buildHierarchy(csr));
  lap('hierarchy');
  const table = toEnd(manyToMany(hierarchy, places, places));
  lap('matrix');
  return { sizes: { ...sizes, hierarchyArcs: hierarchy.upTip.length }, table };
}

/** Roads and places from files; null after saying why there is no network. */
function readRoads(input: {
  path: string;
  placesPath: string | undefined;
  draw: Draw;
  travel: TravelSettings;
  elevationPath: string | undefined;
  lap: Lap;
}): Case | null {
  const { path, placesPath, draw, travel, elevationPath, lap } = input;
  const files = [path, placesPath, elevationPath].flatMap((each) =>
    each === undefined ? [] : [readBinary(each)],
  );
  const imported = toEnd(importRoads(files, { ...importAsIs, decode: decodeText }));
  lap('import');
  if (!imported.network) {
    for (const found of imported.issues) console.error(describeIssue(found));
    return null;
  }
  const hasPlaces = placesPath !== undefined || (!draw.isAsked && imported.places.length > 0);
  const chosen = hasPlaces ? imported.places : randomPlaces(imported.network, draw);
  const network = buildTravelNetwork(
    imported.network,
    chosen.map(({ lonLat }) => lonLat),
    { travel, vehicle: anyVehicle },
  );
  const issues = [...imported.issues];
  for (const [index, { name }] of chosen.entries()) {
    const snap = network.snaps[index];
    if (!snap) issues.push(issue('place.unreachable', { name }));
    else if (snap.distanceM > farSnapM) {
      issues.push(issue('place.farFromRoad', { name, distanceM: Math.round(snap.distanceM) }));
    }
  }
  return {
    edges: network.edges,
    placeNode: network.placeNode,
    names: chosen.map(({ name }) => name),
    issues,
  };
}

function randomPlaces(network: RoadNetwork, { count, seed }: Draw): { name: string; lonLat: LonLat }[] {
  const random = createRandom(seed);
  const placed = network.nodes.filter(({ lonLat }) => !Number.isNaN(lonLat[0]));
  if (placed.length === 0)
    throw new UsageError('the roads have no positions: give a table of points as well');
  return Array.from({ length: count }, () => {
    const { id, lonLat } = placed[random.nextInt(placed.length)]!;
    return { name: id, lonLat };
  });
}

/** Nodes of the largest component, drawn with replacement. */
function casesOfGraph(edges: EdgeTable, { count, seed }: Draw): Case {
  const { ofNode } = findComponents(edges);
  const main = Int32Array.from(ofNode.keys()).filter((node) => ofNode[node] === 0);
  const random = createRandom(seed);
  const placeNode = Int32Array.from({ length: count }, () => main[random.nextInt(main.length)]!);
  return { edges, placeNode, names: Array.from(placeNode, String), issues: [] };
}

/** 32-bit FNV-1a over all times, then all lengths, as 8 hexadecimal digits. */
function checksum(table: WayTable): string {
  let state = 0x811c9dc5;
  for (const column of [table.durationDs, table.lengthDm]) {
    for (const byte of new Uint8Array(column.buffer, column.byteOffset, column.byteLength)) {
      state = Math.imul(state ^ byte, 0x01000193);
    }
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}
