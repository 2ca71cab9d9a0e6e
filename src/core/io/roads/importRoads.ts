import { Gunzip } from 'fflate';
import { type Issue, issue } from '../../issues.ts';
import type { CountyBoundary } from '../../model/county.ts';
import type { RoadNetwork } from '../../model/scenario.ts';
import { clipRoads } from '../../network/clipRoads.ts';
import { networkComponents } from '../../network/components.ts';
import { addClimbs, type ElevationTile } from '../../network/elevation.ts';
import type { Repair } from '../../network/repair/repair.ts';
import { type RepairOptions, repairRoads, scaled } from '../../network/repair/repairRoads.ts';
import { gatherFiles } from '../mapFiles/gatherFiles.ts';
import type { MapFile, ReportIssue } from '../mapFiles/mapFile.ts';
import { asUtf8, type DecodeText } from '../textDecoding.ts';
import { assembleNetwork } from './assembleNetwork.ts';
import { type CoordinateChoice, toWgs84 } from './coordinateSystem.ts';
import { sortElevation } from './elevationFiles.ts';
import { roadFormats } from './formats.ts';
import type { FoundPlace, RawRoads } from './roadFile.ts';

export interface ImportOptions extends CoordinateChoice {
  /** For texts, and names in archives, that Chinese programs write in GB 18030. */
  readonly decode: DecodeText;
  /** Keep only the roads of a county and a margin around it; null keeps all. */
  readonly clip: { readonly boundary: CountyBoundary; readonly marginKm: number } | null;
  /** null: by the kind of file; drawn lines are noded and joined, surveyed ones are left as they are. */
  readonly repair: RepairOptions | null;
  /** Repairs to leave out where the kind of file decides on repairing. */
  readonly skipKeys?: ReadonlySet<string>;
}

/** All but how texts are decoded. */
export const importAsIs: Omit<ImportOptions, 'decode'> = {
  coordinateSystem: 'auto',
  meridianDeg: null,
  countyLonDeg: null,
  clip: null,
  repair: null,
};

export interface RoadCounts {
  readonly nodes: number;
  readonly edges: number;
  readonly km: number;
  readonly components: number;
  readonly places: number;
}

export interface ImportedRoads {
  /** null where no file held a usable road; the issues say why. */
  readonly network: RoadNetwork | null;
  readonly places: readonly FoundPlace[];
  readonly repairs: readonly Repair[];
  readonly counts: RoadCounts;
  readonly issues: readonly Issue[];
}

/** Text files that Chinese programs may write in GB 18030, unless the name is wrong: texts have no zero bytes. */
const mayBeGb18030 = ({ name, bytes }: MapFile): boolean =>
  /\.(csv|txt|kml|ovkml|gpx|geojson)$/i.test(name) && !bytes.subarray(0, 4096).includes(0);

/** A county's roads take a few megabytes; more than this is no county's. */
const largestPartMb = 400;

/** How lines drawn by hand are repaired: most gaps at crossings are a few metres. */
export const drawnRepair: RepairOptions = {
  isNodingCrossings: true,
  joinToleranceM: 10,
  islandKm: 0,
  skipKeys: new Set(),
};

/** Reads road files of any kind in `roadFormats`, also gzipped, and joins them. Yields the share done (0 to 1). */
export function* importRoads(
  files: readonly MapFile[],
  options: ImportOptions,
): Generator<number, ImportedRoads> {
  const issues: Issue[] = [];
  const report: ReportIssue = (found) => void issues.push(found);
  const networks: RoadNetwork[] = [];
  const places: FoundPlace[] = [];
  let isDrawn = false;
  const sorted = sortElevation(files, report);
  const { decode } = options;
  const roadFiles = gatherFiles(
    sorted.roads,
    { decode, limitMb: largestPartMb, areTables: false },
    report,
  ).map((file) => (mayBeGb18030(file) ? { ...file, bytes: asUtf8(file.bytes, decode) } : file));
  for (const [index, file] of roadFiles.entries()) {
    const start = (0.8 * index) / roadFiles.length;
    const end = (0.8 * (index + 1)) / roadFiles.length;
    const raw = yield* scaled(readFile(file, report), start, start + 0.6 * (end - start));
    if (!raw) continue;
    const converted = toWgs84(raw, options, report);
    if (!converted) continue;
    places.push(...converted.places);
    if (raw.ways.length === 0) {
      if (raw.places.length === 0) report(issue('road.noRoads', { file: file.name }));
      continue;
    }
    isDrawn ||= raw.topology === 'drawn';
    networks.push(yield* scaled(assembleNetwork(converted, report), start + 0.6 * (end - start), end));
  }
  let network = locateNodes(joinNetworks(networks), places);
  if (network && options.clip) {
    const clipped = clipRoads(network, options.clip.boundary, options.clip.marginKm);
    const removed = network.roads.length - clipped.roads.length;
    if (removed > 0) report(issue('road.clipped', { removed, marginKm: options.clip.marginKm }));
    network = clipped;
  }
  let repairs: readonly Repair[] = [];
  const repair =
    options.repair ??
    (isDrawn ? { ...drawnRepair, skipKeys: options.skipKeys ?? drawnRepair.skipKeys } : null);
  if (network && repair) {
    const repaired = yield* scaled(repairRoads(network, repair), 0.8, 1);
    network = repaired.network;
    repairs = repaired.repairs;
    for (const { code, key, lengthM, roadIds, lonLat } of repairs) {
      const params = { lengthM: Math.round(lengthM), lon: lonLat[0], lat: lonLat[1], roads: roadIds.length };
      report(issue(code, params, { entity: 'repair', id: key }));
    }
  }
  network = climbRoads(network, sorted.tiles, report);
  for (const { id, lonLat } of network?.nodes ?? []) {
    if (Number.isNaN(lonLat[0])) report(issue('road.nodeUnlocated', { id }, { entity: 'roadNode', id }));
  }
  return { network, places, repairs, counts: countRoads(network, places.length), issues };
}

/** Heights last, when roads are as they will be driven. */
function climbRoads(
  network: RoadNetwork | null,
  tiles: readonly ElevationTile[],
  report: ReportIssue,
): RoadNetwork | null {
  if (tiles.length === 0) return network;
  if (!network) {
    report(issue('elevation.noRoads'));
    return null;
  }
  const climbing = addClimbs(network, tiles);
  const sloping = climbing.roads.filter(({ climb }) => climb).length;
  report(issue('elevation.used', { tiles: tiles.length, sloping, roads: climbing.roads.length }));
  return climbing;
}

function countRoads(network: RoadNetwork | null, places: number): RoadCounts {
  if (!network) return { nodes: 0, edges: 0, km: 0, components: 0, places };
  return {
    nodes: network.nodes.length,
    edges: network.roads.length,
    km: network.roads.reduce((sum, { lengthKm }) => sum + lengthKm, 0),
    components: new Set(networkComponents(network).values()).size,
    places,
  };
}

function* readFile(file: MapFile, report: ReportIssue): Generator<number, RawRoads | null> {
  if (file.bytes.length === 0) {
    report(issue('file.empty', { file: file.name }));
    return null;
  }
  const bytes = isGzip(file.bytes) ? yield* scaled(gunzip(file, report), 0, 0.2) : file.bytes;
  if (!bytes) return null;
  const start = bytes.subarray(0, 4096);
  const format = roadFormats.find((candidate) => candidate.matches(start));
  if (!format) {
    report(issue('file.unknownFormat', { file: file.name }));
    return null;
  }
  return yield* scaled(format.read({ ...file, bytes }, report), 0.2, 1);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const gunzipChunkBytes = 1 << 19;

/** Unpacked bytes; null and an issue where the file ends early or is damaged. */
function* gunzip(file: MapFile, report: ReportIssue): Generator<number, Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isComplete = false;
  const stream = new Gunzip((chunk, isFinal) => {
    chunks.push(chunk);
    size += chunk.length;
    isComplete ||= isFinal;
  });
  try {
    for (let start = 0; start < file.bytes.length; start += gunzipChunkBytes) {
      const end = Math.min(file.bytes.length, start + gunzipChunkBytes);
      stream.push(file.bytes.subarray(start, end), end === file.bytes.length);
      yield end / file.bytes.length;
    }
  } catch {
    report(issue('file.truncated', { file: file.name }));
    return null;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  // The last four bytes of a gzip file state its unpacked size modulo 2^32 (RFC 1952).
  const tail = file.bytes.subarray(-4);
  const stated = tail[0]! + tail[1]! * 2 ** 8 + tail[2]! * 2 ** 16 + tail[3]! * 2 ** 24;
  if (!isComplete || stated !== size % 2 ** 32) {
    report(issue('file.truncated', { file: file.name }));
    return null;
  }
  return bytes;
}

/** Gives nodes without a position that of the place with their id or name, as a road table with a point table needs. */
function locateNodes(network: RoadNetwork | null, places: readonly FoundPlace[]): RoadNetwork | null {
  if (!network?.nodes.some(({ lonLat }) => Number.isNaN(lonLat[0]))) return network;
  const lonLatOf = new Map(
    places.flatMap(({ id, name, lonLat }) => [[name, lonLat] as const, [id, lonLat] as const]),
  );
  const nodes = network.nodes.map((node) =>
    Number.isNaN(node.lonLat[0]) ? { ...node, lonLat: lonLatOf.get(node.id) ?? node.lonLat } : node,
  );
  return { ...network, nodes };
}

/** One network of several; nodes and roads with the same id are the same thing (a tile's edge). */
function joinNetworks(networks: readonly RoadNetwork[]): RoadNetwork | null {
  if (networks.length < 2) return networks[0] ?? null;
  const unique = (texts: readonly string[]): string =>
    [...new Set(texts.filter((text) => text !== ''))].join('; ');
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => [
    ...new Map(items.map((item) => [item.id, item])).values(),
  ];
  return {
    source: unique(networks.map(({ source }) => source)),
    licence: unique(networks.map(({ licence }) => licence)),
    nodes: byId(networks.flatMap(({ nodes }) => nodes)),
    roads: byId(networks.flatMap(({ roads }) => roads)),
  };
}
