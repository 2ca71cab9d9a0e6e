import { hashText } from '../../../hash.ts';
import { asId, type PlaceId } from '../../../model/ids.ts';
import type { Place, PlaceKind } from '../../../model/scenario.ts';
import { readCode } from '../cells/readCode.ts';
import type { StationRow } from '../read/rowTypes.ts';
import type { KnownCounty } from './matchPlace.ts';
import {
  plainName,
  statedBody,
  townshipStem,
  villageStem,
  villagesInCell,
  withoutServiceWords,
} from './placeNames.ts';

/** Id of a place that is on no official list: the same words give the same id in every import. */
export const idOfWords = (township: string, name: string): PlaceId =>
  asId<PlaceId>(`user-${hashText(`${township} ${name}`).toString(16).padStart(8, '0')}`);

/** Source named on places that a roster lists. */
export const listedSource = 'user: roster';

const unlocated = { lonLat: null, coordQuality: 'missing', coordSource: listedSource } as const;

/** True for words that stand for the county centre and not for a village: its row is the depot's. */
const isCountyRow = ({ village, role }: StationRow): boolean => village === '' && role === 'depot';

/** The villages of a row: those its cell names one by one, or the one it is about. */
function villagesOf(row: StationRow, countyName: string): readonly string[] {
  const parts = villagesInCell(row.village).map(plainName);
  const areVillages = parts.length > 1 && parts.every((part) => statedBody(part) !== null);
  return areVillages ? parts : [villageOf(row, countyName)];
}

/** A village's official name from a row: its own column, else the station's name without what makes it a station. */
function villageOf(row: StationRow, countyName: string): string {
  if (row.village !== '') return plainName(row.village);
  if (row.role === 'townshipStation') return '';
  let name = withoutServiceWords(plainName(row.name));
  for (const start of [countyName, plainName(row.township)])
    if (start !== '' && name.startsWith(start) && name.length > start.length) name = name.slice(start.length);
  return townshipStem(name) === townshipStem(plainName(row.township)) && !/村|社区/.test(name) ? '' : name;
}

/**
 * The places of a county that is on no list, as its rosters name them: the county, its townships, its villages.
 * None has a point yet; the rows bring theirs when they are applied. Villages with 村 in the name, and those with no word
 * for what they are, count as administrative villages; 社区 and 居委会 as communities.
 */
export function listPlaces(rosters: readonly (readonly StationRow[])[], countyName: string): KnownCounty {
  const county: Place = {
    id: asId<PlaceId>(`user-${hashText(countyName).toString(16).padStart(8, '0')}-county`),
    name: countyName,
    tier: 'county',
    kind: 'county',
    parentId: null,
    ...unlocated,
  };
  const townships = new Map<string, Place>();
  const villages = new Map<string, Place>();
  const townshipCodes = new Map<string, string>();
  const rows = rosters.flat();
  for (const row of rows)
    if (row.township !== '' && row.code !== null && !townshipCodes.has(townshipStem(plainName(row.township))))
      townshipCodes.set(townshipStem(plainName(row.township)), `${row.code.slice(0, 9)}000`);
  // The longest way of writing a township counts as its name: 中村瑶族乡 before 中村.
  const longest = new Map<string, string>();
  for (const { township } of rows) {
    const name = plainName(township);
    const stem = townshipStem(name);
    if (name !== '' && name.length > (longest.get(stem)?.length ?? 0)) longest.set(stem, name);
  }
  const townshipOf = (words: string): Place | null => {
    const stem = townshipStem(plainName(words));
    if (stem === '' || stem === countyName) return null;
    const known = townships.get(stem);
    if (known) return known;
    const name = longest.get(stem) ?? plainName(words);
    const id = asId<PlaceId>(townshipCodes.get(stem) ?? idOfWords('', name));
    const place: Place = { id, name, tier: 'township', kind: 'township', parentId: county.id, ...unlocated };
    townships.set(stem, place);
    return place;
  };
  for (const row of rows) {
    if (isCountyRow(row)) continue;
    const township = townshipOf(row.township || (row.role === 'townshipStation' ? row.name : ''));
    for (const [index, name] of villagesOf(row, countyName).entries()) {
      if (name === '') continue;
      const key = `${township?.id ?? ''} ${villageStem(name)}`;
      if (villages.has(key)) continue;
      const body = statedBody(name);
      const kind: PlaceKind =
        row.role === 'urbanStation' ? 'urbanPoint' : body === 'community' ? 'community' : 'village';
      // The code of a row is that of the first village it names.
      const code = index === 0 ? row.code : null;
      villages.set(key, {
        id: code === null ? idOfWords(township?.name ?? '', villageStem(name)) : asId<PlaceId>(code),
        name,
        tier: 'village',
        kind,
        parentId: township?.id ?? county.id,
        ...unlocated,
      });
    }
  }
  // Villages without a station of their own, as the stations that serve them name them.
  const codes = new Set<string>([...townships.values(), ...villages.values()].map(({ id }) => id));
  for (const row of rows)
    for (const { name, code } of row.serves ?? []) {
      const given = readCode(code);
      const own = given.kind === 'code' ? given.code : null;
      const village = plainName(name);
      if (own !== null ? codes.has(own) : false) continue;
      const ofCode =
        own === null ? undefined : [...townships.values()].find(({ id }) => id === `${own.slice(0, 9)}000`);
      const township = ofCode ?? townshipOf(row.township);
      const key = `${township?.id ?? ''} ${villageStem(village)}`;
      const isPlace = statedBody(village) !== null || /(林场|农场|牧场|渔场|园艺场)$/.test(village);
      if (village === '' || !isPlace || villages.has(key)) continue;
      villages.set(key, {
        id: own === null ? idOfWords(township?.name ?? '', villageStem(village)) : asId<PlaceId>(own),
        name: village,
        tier: 'village',
        kind: statedBody(village) === 'community' ? 'community' : 'village',
        parentId: township?.id ?? county.id,
        ...unlocated,
      });
    }
  return {
    name: { zh: countyName, en: countyName },
    boundary: null,
    places: [county, ...inOrder(townships, townships), ...inOrder(villages, townships)],
  };
}

/** By township and name, as in a list of places: the order of the rows does not change it. */
function inOrder(places: ReadonlyMap<string, Place>, townships: ReadonlyMap<string, Place>): Place[] {
  const nameById = new Map([...townships.values()].map(({ id, name }) => [id, name]));
  const key = ({ parentId, name, id }: Place): string =>
    [(parentId && nameById.get(parentId)) ?? '', name, id].join(' ');
  const keyed = [...places.values()].map((place) => ({ place, key: key(place) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ place }) => place);
}
