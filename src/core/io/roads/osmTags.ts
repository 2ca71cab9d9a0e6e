import type { RoadClass, RoadLimits } from '../../model/scenario.ts';
import type { RawWay } from './roadFile.ts';

/**
 * OSM highway values a delivery vehicle drives on. In China primary is 国道, secondary 省道, tertiary 县道,
 * unclassified 乡道 (OSM wiki, China tagging guidelines); streets of houses are taken for 村道, the slowest class.
 */
const classOfHighway: Readonly<Record<string, RoadClass>> = {
  motorway: 'national',
  motorway_link: 'national',
  trunk: 'national',
  trunk_link: 'national',
  primary: 'national',
  primary_link: 'national',
  secondary: 'provincial',
  secondary_link: 'provincial',
  tertiary: 'county',
  tertiary_link: 'county',
  unclassified: 'township',
  road: 'township',
  residential: 'village',
  living_street: 'village',
  service: 'village',
  track: 'village',
};

/** Expressways are entered at junctions only. */
export const isExpresswayWord = (highway: string | undefined): boolean =>
  highway === 'motorway' || highway === 'motorway_link' || highway === '高速' || highway === '高速公路';

export const roadClassOfHighway = (highway: string): RoadClass | undefined => classOfHighway[highway];

/** Tracks worse than gravel, and roads that vans may not use. */
const closedAccess = new Set(['no', 'private', 'agricultural', 'forestry', 'military']);
const oneWayYes = new Set(['yes', 'true', '1']);

/** What a way's tags say about driving; null where it is no road for a delivery vehicle. */
export function readWayTags(
  tag: (key: string) => string | undefined,
): Pick<RawWay, 'roadClass' | 'oneWay' | 'name' | 'ref' | 'isFerry' | 'isExpressway' | 'limits'> | null {
  const highway = tag('highway');
  const isFerry = highway === undefined && tag('route') === 'ferry';
  const roadClass = highway === undefined ? undefined : classOfHighway[highway];
  if (!roadClass && !isFerry) return null;
  const access = tag('motorcar') ?? tag('motor_vehicle') ?? tag('vehicle') ?? tag('access');
  if (access !== undefined && closedAccess.has(access)) return null;
  if (tag('area') === 'yes' || /^grade[345]$/.test(tag('tracktype') ?? '')) return null;
  const ref = tag('ref') ?? '';
  const name = tag('name:zh') ?? tag('name') ?? '';
  const oneway = tag('oneway');
  const junction = tag('junction');
  const isImplied = highway === 'motorway' || junction === 'roundabout' || junction === 'circular';
  let oneWay: -1 | 0 | 1 = oneway === undefined && isImplied ? 1 : 0;
  if (oneway !== undefined && oneWayYes.has(oneway)) oneWay = 1;
  else if (oneway === '-1' || oneway === 'reverse') oneWay = -1;
  const limits = readLimits(tag);
  return {
    ...(limits ? { limits } : {}),
    ...(isExpresswayWord(highway) ? { isExpressway: true } : {}),
    roadClass: roadClass ?? 'village',
    oneWay,
    name: [ref, name].filter((part) => part !== '').join(' '),
    ref,
    isFerry,
  };
}

/** A number of metres or tonnes; other units (feet, pounds) and words (default, none) are no limit we know. */
const limitOf = (text: string | undefined): number | undefined => {
  const match = /^(\d+(?:\.\d+)?)\s*(m|t)?$/.exec(text?.trim() ?? '');
  return match ? Number(match[1]) : undefined;
};

/** Posted limits; undefined where there are none. */
function readLimits(tag: (key: string) => string | undefined): RoadLimits | undefined {
  const lengthM = limitOf(tag('maxlength'));
  const widthM = limitOf(tag('maxwidth'));
  const heightM = limitOf(tag('maxheight'));
  const tonnes = limitOf(tag('maxweight'));
  const limits: RoadLimits = {
    ...(lengthM === undefined ? {} : { lengthM }),
    ...(widthM === undefined ? {} : { widthM }),
    ...(heightM === undefined ? {} : { heightM }),
    ...(tonnes === undefined ? {} : { grossKg: tonnes * 1000 }),
  };
  return Object.keys(limits).length > 0 ? limits : undefined;
}

/** Place nodes worth showing beside the roads. */
export const isPlaceTag = (place: string | undefined): boolean =>
  place !== undefined && /^(city|town|village|hamlet|suburb|isolated_dwelling)$/.test(place);

const classOfRefLetter: Readonly<Record<string, RoadClass>> = {
  G: 'national',
  S: 'provincial',
  X: 'county',
  Y: 'township',
  C: 'village',
};

/**
 * Class by a Chinese road number (G106, S322, X023, Y104, C015), also with the county's code behind it as the tables of
 * rural roads have it (X023431225, CA05433122); undefined for any other number.
 */
export const roadClassOfRef = (ref: string): RoadClass | undefined => {
  const match = /^([GSXYC])(?:\d{1,4}|[\dA-Z]{3}\d{6})$/.exec(ref.split(';')[0]!.trim());
  return match ? classOfRefLetter[match[1]!] : undefined;
};
