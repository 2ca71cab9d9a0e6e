/** What a file says its coordinates are; Gauss-Krüger and UTM are both transverse Mercator, UTM at 0.9996. */
export type StatedCrs =
  | { readonly kind: 'degrees'; readonly isOldDatum: boolean }
  | {
      readonly kind: 'transverse';
      readonly meridianDeg: number;
      readonly scale: number;
      readonly isOldDatum: boolean;
    }
  | { readonly kind: 'webMercator' }
  | { readonly kind: 'other'; readonly name: string };

export const wgs84Degrees: StatedCrs = { kind: 'degrees', isOldDatum: false };
const oldDegrees: StatedCrs = { kind: 'degrees', isOldDatum: true };
const webMercator: StatedCrs = { kind: 'webMercator' };

const degreeCodes = new Set([4326, 4490, 4979]);
const webMercatorCodes = new Set([3857, 3785, 900913, 102100, 102113]);
/** Beijing 1954 and Xian 1980 in degrees: some 50 to 150 m from WGS-84, by an offset that is not public. */
const oldDegreeCodes = new Set([4214, 4610]);

interface CodeRange {
  readonly first: number;
  readonly last: number;
  readonly firstMeridianDeg: number;
  readonly stepDeg: number;
  readonly scale?: number;
  readonly isOldDatum?: boolean;
}

/** Runs of EPSG codes by central meridian (EPSG registry). */
const transverseCodes: readonly CodeRange[] = [
  // CGCS2000: six degrees with zone number and without, three degrees likewise.
  { first: 4491, last: 4501, firstMeridianDeg: 75, stepDeg: 6 },
  { first: 4502, last: 4512, firstMeridianDeg: 75, stepDeg: 6 },
  { first: 4513, last: 4533, firstMeridianDeg: 75, stepDeg: 3 },
  { first: 4534, last: 4554, firstMeridianDeg: 75, stepDeg: 3 },
  // WGS 84 / UTM zones 43N to 53N.
  { first: 32643, last: 32653, firstMeridianDeg: 75, stepDeg: 6, scale: 0.9996 },
  // Xian 1980, then Beijing 1954, in the same four ways.
  { first: 2327, last: 2337, firstMeridianDeg: 75, stepDeg: 6, isOldDatum: true },
  { first: 2338, last: 2348, firstMeridianDeg: 75, stepDeg: 6, isOldDatum: true },
  { first: 2349, last: 2369, firstMeridianDeg: 75, stepDeg: 3, isOldDatum: true },
  { first: 2370, last: 2390, firstMeridianDeg: 75, stepDeg: 3, isOldDatum: true },
  { first: 21413, last: 21423, firstMeridianDeg: 75, stepDeg: 6, isOldDatum: true },
  { first: 21453, last: 21463, firstMeridianDeg: 75, stepDeg: 6, isOldDatum: true },
  { first: 2401, last: 2421, firstMeridianDeg: 75, stepDeg: 3, isOldDatum: true },
  { first: 2422, last: 2442, firstMeridianDeg: 75, stepDeg: 3, isOldDatum: true },
];

/** The `crs` member older GeoJSON has (urn:ogc:def:crs:EPSG::4547, EPSG:4326, …:CRS84); null where it says nothing. */
export function crsOfName(name: string): StatedCrs | null {
  if (/CRS84$/i.test(name)) return wgs84Degrees;
  const match = /EPSG:.*?(\d{4,6})$/i.exec(name);
  if (!match) return name === '' ? null : { kind: 'other', name };
  const code = Number(match[1]);
  if (degreeCodes.has(code)) return wgs84Degrees;
  if (oldDegreeCodes.has(code)) return oldDegrees;
  if (webMercatorCodes.has(code)) return webMercator;
  const range = transverseCodes.find(({ first, last }) => code >= first && code <= last);
  if (!range) return { kind: 'other', name };
  const { first, firstMeridianDeg, stepDeg, scale = 1, isOldDatum = false } = range;
  return { kind: 'transverse', meridianDeg: firstMeridianDeg + stepDeg * (code - first), scale, isOldDatum };
}

/** The .prj file of a shapefile (well-known text, versions 1 and 2); null where it is none. */
export function crsOfText(text: string): StatedCrs | null {
  const name = /^\s*(?:PROJ|GEOG|GEOD|BOUND|COMPD)\w*\s*\[\s*"([^"]*)"/i.exec(text)?.[1];
  if (name === undefined) return null;
  // With the year: "xian" alone is any county.
  const isOldDatum = /(beijing|xian)[\s_]*(19)?(54|80)|krass?ow?v?sky/i.test(text);
  if (/^\s*GEO/i.test(text)) return isOldDatum ? oldDegrees : wgs84Degrees;
  const method = /(?:PROJECTION|METHOD)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
  if (/auxiliary|pseudo|popular/i.test(method)) return webMercator;
  const parameter = (pattern: string): number =>
    Number(new RegExp(`PARAMETER\\s*\\[\\s*"(?:${pattern})"\\s*,\\s*([-\\d.eE]+)`, 'i').exec(text)?.[1]);
  const meridianDeg = parameter('central_meridian|longitude of natural origin');
  const scale = parameter('scale_factor|scale factor at natural origin');
  const isTransverse = /gauss|transverse/i.test(method) && Number.isFinite(meridianDeg);
  if (!isTransverse) return { kind: 'other', name };
  return { kind: 'transverse', meridianDeg, scale: Number.isFinite(scale) ? scale : 1, isOldDatum };
}
