import { haversineKm, type LonLat } from '../../geo.ts';
import { issue } from '../../issues.ts';
import type { Road, RoadClass, RoadNetwork, RoadNode } from '../../model/scenario.ts';
import type { ReportIssue } from '../mapFiles/mapFile.ts';
import { roadClassOfRef } from './osmTags.ts';
import type { RawRoads, RawWay } from './roadFile.ts';

/** Ways between two reports of progress. */
const waysPerReport = 5000;
/** A stated length may be this much below the straight line before it is doubted (rounding to 0.1 km). */
const roundingKm = 0.06;

/** Cuts ways at the points they share and makes roads of the pieces. Yields the share done. */
export function* assembleNetwork(raw: RawRoads, report: ReportIssue): Generator<number, RoadNetwork> {
  const uses = countUses(raw);
  const nodes: RoadNode[] = [];
  const nodeOfPoint = new Map<number, string>();
  const nodeAt = (point: number): string => {
    const known = nodeOfPoint.get(point);
    if (known !== undefined) return known;
    const id = raw.pointId(point);
    nodeOfPoint.set(point, id);
    nodes.push({ id, lonLat: [raw.lon[point]!, raw.lat[point]!] });
    return id;
  };
  const roads: Road[] = [];
  const ids = new Map<string, number>();
  for (const [index, way] of raw.ways.entries()) {
    const pieces = cutWay(raw, way, uses, report);
    for (const [number, points] of pieces.entries()) {
      const id = uniqueId(ids, pieces.length === 1 ? way.id : `${way.id}.${number + 1}`);
      roads.push(roadOver(raw, way, id, way.oneWay === -1 ? points.reverse() : points, nodeAt, report));
    }
    if (index % waysPerReport === 0) yield index / raw.ways.length;
  }
  return { source: raw.source, licence: raw.licence, nodes, roads };
}

/** How often each point is used; ends count twice, so that whatever reaches 2 is a junction. */
function countUses(raw: RawRoads): Uint8Array {
  const uses = new Uint8Array(raw.lon.length);
  const use = (point: number): void => {
    if (uses[point]! < 2) uses[point]!++;
  };
  for (const { points } of raw.ways) {
    for (const [position, point] of points.entries()) {
      use(point);
      if (position === 0 || position === points.length - 1) use(point);
    }
  }
  return uses;
}

/** Pieces of a way between junctions. Points without a position are left out, and said so once per way. */
function cutWay(raw: RawRoads, way: RawWay, uses: Uint8Array, report: ReportIssue): number[][] {
  const isPlaced = (point: number): boolean => !Number.isNaN(raw.lon[point]! + raw.lat[point]!);
  if (way.lengthKm !== null) return way.points.length < 2 ? [] : [[...way.points]];
  const pieces: number[][] = [];
  let piece: number[] = [];
  let missing = 0;
  const finishPiece = (): void => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (const point of way.points) {
    if (!isPlaced(point)) {
      missing++;
      finishPiece();
      continue;
    }
    if (piece[piece.length - 1] === point) continue;
    piece.push(point);
    if (piece.length > 1 && uses[point]! >= 2) {
      finishPiece();
      piece.push(point);
    }
  }
  finishPiece();
  if (missing > 0) {
    const params = { missing, name: way.name };
    report(issue('road.pointsMissing', params, { entity: 'road', id: way.id }));
  }
  return pieces;
}

function uniqueId(ids: Map<string, number>, id: string): string {
  const uses = (ids.get(id) ?? 0) + 1;
  ids.set(id, uses);
  return uses === 1 ? id : `${id}+${uses}`;
}

function roadOver(
  raw: RawRoads,
  way: RawWay,
  id: string,
  points: readonly number[],
  nodeAt: (point: number) => string,
  report: ReportIssue,
): Road {
  const line = points.map((point): LonLat => [raw.lon[point]!, raw.lat[point]!]);
  let lineKm = 0;
  for (let index = 1; index < line.length; index++) lineKm += haversineKm(line[index - 1]!, line[index]!);
  if (way.lengthKm !== null && way.lengthKm < lineKm - roundingKm) {
    const straightKm = Math.round(lineKm * 100) / 100;
    report(
      issue(
        'road.shorterThanStraight',
        { lengthKm: way.lengthKm, straightKm },
        { entity: 'road', id: way.id },
      ),
    );
  }
  return {
    id,
    fromNodeId: nodeAt(points[0]!),
    toNodeId: nodeAt(points[points.length - 1]!),
    lengthKm: way.lengthKm ?? lineKm,
    roadClass: classIn(way, line[0]!),
    isOneWay: way.oneWay !== 0,
    isClosed: false,
    // Sailing times are not in the file, so a ferry is a slow road and every way over it a guess.
    ...(way.isFerry ? { isEstimated: true } : {}),
    ...(way.isExpressway ? { isExpressway: true } : {}),
    ...(way.limits ? { limits: way.limits } : {}),
    name: way.name,
    via: line.slice(1, -1),
  };
}

/** Road numbers tell the class in China; elsewhere the same letters mean other things. */
function classIn(way: RawWay, [lon, lat]: LonLat): RoadClass {
  const isInChina = lon > 73 && lon < 136 && lat > 17 && lat < 54;
  return (isInChina ? roadClassOfRef(way.ref) : undefined) ?? way.roadClass;
}
