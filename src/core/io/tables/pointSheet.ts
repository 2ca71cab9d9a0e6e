import type { LonLat } from '../../geo.ts';
import { issue } from '../../issues.ts';
import { toEnd } from '../../toEnd.ts';
import { degreesUnder } from '../mapFiles/degreesUnder.ts';
import type { MapFile, MapFormat, ReportIssue } from '../mapFiles/mapFile.ts';
import { isRecord, listOf } from '../mapFiles/parseJson.ts';
import { attributeNames, attributeSheet, cellOf, numberCell } from './attributeSheet.ts';
import { townshipStem } from './places/placeNames.ts';
import type { Sheet } from './sheet.ts';

interface Point {
  readonly position: LonLat;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Folders stand for townships where so many of them are called like one. */
const townshipShare = 0.6;

/**
 * The points of a map file as a table: one a row, below the names of their attributes, longitude and latitude first.
 * Degrees stay as they are, for map programs write shifted ones into files that state otherwise; metres of a stated
 * projection become degrees.
 */
export function pointSheet(file: MapFile, format: MapFormat, report: ReportIssue): readonly Sheet[] {
  const found = toEnd(format.read(file, report));
  if (!found) return [];
  const { points, others } = pointsIn(found.document);
  if (points.length === 0) {
    report(issue('file.isMap', { file: file.name }));
    return [];
  }
  if (others > 0) report(issue('file.linesLeft', { file: file.name, count: others }));
  const { crs } = found;
  if (crs?.kind === 'other') {
    report(issue('road.notDegrees', { file: file.name, value: points[0]!.position.join(', ') }));
    return [];
  }
  if (crs && 'isOldDatum' in crs && crs.isOldDatum) report(issue('road.oldDatum', { file: file.name }));
  const isConverted = crs !== null && crs.kind !== 'degrees';
  const convert = isConverted ? degreesUnder(crs) : null;
  const toDegrees = ([x, y]: LonLat): LonLat => (convert ? toCentimetres(convert(x, y)) : [x, y]);
  const names = attributeNames(points.map(({ attributes }) => attributes));
  const isTownship = foldersAreTownships(points);
  const header = [
    '经度',
    '纬度',
    ...(isConverted ? ['坐标系'] : []),
    ...names.map((name) => (name === 'folder' && isTownship ? '乡镇' : name)),
  ];
  const rows = points.map(({ position, attributes }) => {
    const [lon, lat] = toDegrees(position);
    const system = isConverted ? ['CGCS2000'] : [];
    return [numberCell(lon), numberCell(lat), ...system, ...names.map((name) => cellOf(attributes[name]))];
  });
  return [attributeSheet(file.name, header, rows)];
}

/** Points of a document, and how many of its features are none. */
function pointsIn(document: unknown): { readonly points: readonly Point[]; readonly others: number } {
  const source = isRecord(document) ? document : {};
  const features = source.type === 'FeatureCollection' ? listOf(source.features) : [source];
  const points: Point[] = [];
  let others = 0;
  for (const feature of features.filter(isRecord)) {
    const attributes = isRecord(feature.properties) ? feature.properties : {};
    const positions = positionsOf(isRecord(feature.geometry) ? feature.geometry : feature);
    if (positions === null) others++;
    else for (const position of positions) points.push({ position, attributes });
  }
  return { points, others };
}

/** Positions of a point or of several; null where the geometry is something else, none where there is no geometry. */
function positionsOf(geometry: Readonly<Record<string, unknown>>): LonLat[] | null {
  if (geometry.type === 'Point') return [positionOf(geometry.coordinates)];
  if (geometry.type === 'MultiPoint') return listOf(geometry.coordinates).map(positionOf);
  if (geometry.type === 'GeometryCollection') {
    const parts = listOf(geometry.geometries).filter(isRecord).map(positionsOf);
    return parts.some((part) => part !== null) ? parts.flatMap((part) => part ?? []) : null;
  }
  return geometry.type === 'Feature' ? [] : null;
}

const positionOf = (value: unknown): LonLat => {
  const [x, y] = listOf(value).map((part) => (part === null || part === '' ? Number.NaN : Number(part)));
  return [x ?? Number.NaN, y ?? Number.NaN];
};

function foldersAreTownships(points: readonly Point[]): boolean {
  const folders = points.map(({ attributes }) => String(attributes.folder ?? '').trim());
  const named = folders.filter((folder) => folder !== '');
  return named.filter((folder) => townshipStem(folder) !== folder).length > townshipShare * named.length;
}

/** Degrees that a person can read: seven decimals are a centimetre. */
const toCentimetres = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
