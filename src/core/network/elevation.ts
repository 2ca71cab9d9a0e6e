import type { LonLat } from '../geo.ts';
import { haversineKm } from '../geo.ts';
import type { RoadClimb, RoadNetwork } from '../model/roads.ts';
import { pointBetween } from './localPlane.ts';

/** Heights of one degree square, as SRTM tiles (.hgt) hold them: rows from north to south, edges included. */
export interface ElevationTile {
  readonly lon: number;
  readonly lat: number;
  /** Samples along each side, 1201 or 3601 in practice. */
  readonly side: number;
  readonly heightsM: Int16Array;
}

const missingHeight = -32768;

/** Reads a tile (int16, most significant byte first) named after its south-west corner; null where it is none. */
export function readElevationTile(name: string, bytes: Uint8Array): ElevationTile | null {
  const match = /([NS])(\d{2})([EW])(\d{3})/i.exec(name);
  const side = Math.sqrt(bytes.length / 2);
  if (!match || !Number.isInteger(side) || side < 2) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    lat: Number(match[2]) * (match[1]!.toUpperCase() === 'S' ? -1 : 1),
    lon: Number(match[4]) * (match[3]!.toUpperCase() === 'W' ? -1 : 1),
    side,
    heightsM: Int16Array.from({ length: side * side }, (_, index) => view.getInt16(2 * index)),
  };
}

/** Height of a point by bilinear interpolation, metres; NaN outside the tiles and beside a hole in them. */
export function elevationM(tiles: readonly ElevationTile[], [lon, lat]: LonLat): number {
  const tile = tiles.find(
    (one) => lon >= one.lon && lon <= one.lon + 1 && lat >= one.lat && lat <= one.lat + 1,
  );
  if (!tile) return Number.NaN;
  const last = tile.side - 1;
  const x = (lon - tile.lon) * last;
  const y = (tile.lat + 1 - lat) * last;
  const column = Math.min(last - 1, Math.floor(x));
  const row = Math.min(last - 1, Math.floor(y));
  const at = (dx: number, dy: number): number => {
    const height = tile.heightsM[(row + dy) * tile.side + column + dx]!;
    return height === missingHeight ? Number.NaN : height;
  };
  const east = x - column;
  const south = y - row;
  return (
    (at(0, 0) * (1 - east) + at(1, 0) * east) * (1 - south) +
    (at(0, 1) * (1 - east) + at(1, 1) * east) * south
  );
}

/** Heights are compared over stretches of about this length: shorter ones would show the noise of the tiles. */
const stretchKm = 0.2;
/** Grades up to here cost nothing: county roads are laid out for them. */
const freeClimb = 0.03;
const freeDescent = 0.05;
/** Extra time per unit of grade beyond the free one. Working assumption for loaded vans: a 10 % climb takes 1.7 x. */
const climbCost = 10;
const descentCost = 6;
/** Steeper is an error of the tiles (bridges, tunnels, cuttings). */
const steepest = 0.15;

/** The network with the climbs of all roads; those level both ways, or outside the tiles, stay as they are. */
export function addClimbs(network: RoadNetwork, tiles: readonly ElevationTile[]): RoadNetwork {
  if (tiles.length === 0) return network;
  const lonLatOf = new Map(network.nodes.map(({ id, lonLat }) => [id, lonLat]));
  const roads = network.roads.map((road) => {
    const climb = climbOf([lonLatOf.get(road.fromNodeId)!, ...road.via, lonLatOf.get(road.toNodeId)!], tiles);
    return climb.forward === 1 && climb.backward === 1 ? road : { ...road, climb };
  });
  return { ...network, roads };
}

function climbOf(line: readonly LonLat[], tiles: readonly ElevationTile[]): RoadClimb {
  let totalKm = 0;
  let forwardKm = 0;
  let backwardKm = 0;
  for (const { km, riseM } of stretchesOf(line, tiles)) {
    const grade = km === 0 ? 0 : Math.max(-steepest, Math.min(steepest, riseM / 1000 / km));
    totalKm += km;
    forwardKm += km * gradeFactor(grade);
    backwardKm += km * gradeFactor(-grade);
  }
  // Three places: finer would only make files longer.
  const share = (km: number): number => (totalKm > 0 ? Math.round((1000 * km) / totalKm) / 1000 : 1);
  return { forward: share(forwardKm), backward: share(backwardKm) };
}

/** Time on a grade (rise over run, negative downhill) as a multiple of the level road's. */
export const gradeFactor = (grade: number): number =>
  1 + climbCost * Math.max(0, grade - freeClimb) + descentCost * Math.max(0, -grade - freeDescent);

/** The line in stretches of about `stretchKm` with the rise over each; where a height is missing the rise is 0. */
function stretchesOf(
  line: readonly LonLat[],
  tiles: readonly ElevationTile[],
): { km: number; riseM: number }[] {
  const stretches: { km: number; riseM: number }[] = [];
  let lastM = elevationM(tiles, line[0]!);
  let openKm = 0;
  for (let index = 1; index < line.length; index++) {
    const a = line[index - 1]!;
    const b = line[index]!;
    const km = haversineKm(a, b);
    const parts = Math.max(1, Math.round(km / stretchKm));
    for (let part = 1; part <= parts; part++) {
      openKm += km / parts;
      const isLast = index === line.length - 1 && part === parts;
      if (openKm < stretchKm / 2 && !isLast) continue;
      const heightM = elevationM(tiles, pointBetween(a, b, part / parts));
      const riseM = heightM - lastM;
      stretches.push({ km: openKm, riseM: Number.isNaN(riseM) ? 0 : riseM });
      lastM = heightM;
      openKm = 0;
    }
  }
  return stretches;
}
