import type { LonLat } from '../../geo.ts';
import { issue } from '../../issues.ts';
import type { MapFeatures, MapFile, MapFormat, ReportIssue } from '../mapFiles/mapFile.ts';
import { isRecord, listOf, textOf } from '../mapFiles/parseJson.ts';
import { osmLicence } from './osmPbf.ts';
import { isExpresswayWord } from './osmTags.ts';
import type { FoundPlace, RawRoads, RawWay, RoadFormat } from './roadFile.ts';
import { oneWayOfWord, roadClassOfWord } from './roadWords.ts';

/**
 * Names of attributes, in small letters: OpenStreetMap's, and those of the country's tables of rural roads (LXBM route
 * code, LXMC route name, XZDJ administrative class).
 */
const classKeys = [
  'highway',
  'fclass',
  'roadclass',
  'road_class',
  'class',
  '等级',
  '道路等级',
  'xzdj',
  '行政等级',
];
const nameKeys = ['name:zh', 'name', '名称', '路名', 'lxmc', '路线名称', '道路名称'];
const refKeys = ['ref', '编号', '路线编号', 'lxbm', 'lxbh', '路线编码'];
const oneWayKeys = ['oneway', '单向'];

/** A position's first two numbers, which some programs write as texts; NaN where there are none. */
function lonLatOf(position: unknown): LonLat {
  const numberOf = (value: unknown): number =>
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
      ? Number(value)
      : Number.NaN;
  const [lon, lat] = listOf(position);
  return [numberOf(lon), numberOf(lat)];
}

/** A map format read for roads: LineString and MultiLineString are roads, named Points places; other features are left. */
export const roadsOf = (format: MapFormat): RoadFormat => ({
  key: format.key,
  matches: (start) => format.matches(start),
  *read(file, report) {
    const features = yield* format.read(file, report);
    return features && readFeatures(file, features, report);
  },
});

function readFeatures(file: MapFile, { document, crs }: MapFeatures, report: ReportIssue): RawRoads {
  const pointOfPlace = new Map<string, number>();
  const lons: number[] = [];
  const lats: number[] = [];
  const ways: RawWay[] = [];
  const places: FoundPlace[] = [];
  const addPoint = (position: unknown): number => {
    const [lon, lat] = lonLatOf(position);
    const key = `${lon} ${lat}`;
    const known = pointOfPlace.get(key);
    if (known !== undefined) return known;
    pointOfPlace.set(key, lons.length);
    lons.push(lon);
    lats.push(lat);
    return lons.length - 1;
  };
  const source = isRecord(document) ? document : {};
  const features = source.type === 'FeatureCollection' ? listOf(source.features) : [source];
  for (const [index, feature] of features.entries()) {
    if (!isRecord(feature)) continue;
    const geometry = isRecord(feature.geometry) ? feature.geometry : feature;
    const given = isRecord(feature.properties) ? feature.properties : {};
    const properties = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]),
    );
    const first = (keys: readonly string[]): string => {
      for (const key of keys) {
        const text = textOf(properties[key]);
        if (text !== undefined && text !== '') return text;
      }
      return '';
    };
    const id = textOf(feature.id) ?? `f${index + 1}`;
    if (geometry.type === 'Point') {
      const name = first(nameKeys);
      if (name !== '') places.push({ id, name, lonLat: lonLatOf(geometry.coordinates) });
      continue;
    }
    const isMany = geometry.type === 'MultiLineString';
    if (!isMany && geometry.type !== 'LineString') continue;
    const lines = isMany ? listOf(geometry.coordinates) : [geometry.coordinates];
    const word = first(classKeys);
    const known = classKeys.map((key) => roadClassOfWord(textOf(properties[key]) ?? '')).find(Boolean);
    if (!known && word !== '') report(issue('road.unknownClass', { word }, { entity: 'road', id }));
    const ref = first(refKeys);
    const name = [ref, first(nameKeys)].filter((part) => part !== '').join(' ');
    for (const [part, line] of lines.entries()) {
      ways.push({
        id: lines.length === 1 ? id : `${id}.${part + 1}`,
        points: listOf(line).map(addPoint),
        roadClass: known ?? 'village',
        oneWay: oneWayOfWord(first(oneWayKeys)),
        name,
        ref,
        lengthKm: null,
        isFerry: false,
        ...(isExpresswayWord(word) ? { isExpressway: true } : {}),
      });
    }
  }
  const isOsm = JSON.stringify(source.source ?? source.attribution ?? '').includes('OpenStreetMap');
  return {
    source: file.name,
    licence: isOsm ? osmLicence : '',
    lon: Float64Array.from(lons),
    lat: Float64Array.from(lats),
    pointId: (point) => `${lons[point]},${lats[point]}`,
    ways,
    places,
    topology: 'drawn',
    crs,
  };
}
