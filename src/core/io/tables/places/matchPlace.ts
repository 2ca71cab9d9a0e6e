import type { LonLat } from '../../../geo.ts';
import type { CountyBoundary } from '../../../model/county.ts';
import type { PlaceId } from '../../../model/ids.ts';
import { isRealPoint, type Name, type Place } from '../../../model/scenario.ts';
import { editDistance } from '../editDistance.ts';
import {
  plainName,
  statedBody,
  townshipStem,
  villageStem,
  villagesInCell,
  withoutServiceWords,
} from './placeNames.ts';

/** What importing needs to know of a county. */
export interface KnownCounty {
  readonly name: Name;
  readonly places: readonly Place[];
  readonly boundary: CountyBoundary | null;
}

/** The words of a row that tell where it is; empty where the table has no such column. */
export interface PlaceWords {
  readonly code: string | null;
  readonly township: string;
  readonly village: string;
  /** Name of a station, from which the village may have to be read. */
  readonly name: string;
  /** Full address; asked only where the other words lead nowhere. */
  readonly address?: string;
  readonly isCountyLevel: boolean;
  readonly isTownshipLevel: boolean;
}

/** variant: the official name differs in form; renamed: the code fits, the name does not; address: found in the address only. */
export type PlaceMatch =
  | {
      readonly kind: 'matched';
      readonly place: Place;
      readonly how: 'code' | 'name' | 'variant' | 'renamed' | 'address';
    }
  | { readonly kind: 'ambiguous'; readonly text: string; readonly candidates: readonly Place[] }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'none' };

/** A township's name as it compares: whole, and without what kind it is (and without the county's name before it). */
interface TownshipForms {
  readonly place: Place;
  readonly plain: string;
  readonly stem: string;
  readonly bareStem: string;
}

const townshipMatchLimit = 5000;

export class PlaceIndex {
  readonly byId: ReadonlyMap<string, Place>;
  readonly county: Place | null;
  private readonly townships: readonly TownshipForms[];
  /** A roster names the same dozen townships thousands of times. */
  private readonly townshipMatches = new Map<string, PlaceMatch>();
  private readonly byVillageStem = new Map<string, Place[]>();
  private readonly stems: readonly { readonly stem: string; readonly place: Place }[];
  private readonly countyWords: readonly string[];

  constructor(known: KnownCounty) {
    this.byId = new Map(known.places.map((place) => [place.id, place]));
    this.county = known.places.find(({ tier }) => tier === 'county') ?? null;
    this.countyWords = known.name.zh === '' ? [] : [known.name.zh];
    this.townships = known.places
      .filter(({ tier }) => tier === 'township')
      .map((place) => {
        const plain = plainName(place.name);
        return {
          place,
          plain,
          stem: townshipStem(plain),
          bareStem: townshipStem(this.withoutCounty(plain)),
        };
      });
    const villages = known.places.filter(({ tier, kind }) => tier === 'village' && kind !== 'urbanPoint');
    this.stems = villages.map((place) => ({ stem: villageStem(plainName(place.name)), place }));
    for (const { stem, place } of this.stems) {
      const same = this.byVillageStem.get(stem);
      if (same) same.push(place);
      else this.byVillageStem.set(stem, [place]);
    }
  }

  /** Township of a place: itself or its parent. */
  townshipOf(place: Place): Place | null {
    if (place.tier === 'township') return place;
    const parent = place.parentId === null ? undefined : this.byId.get(place.parentId);
    return parent?.tier === 'township' ? parent : null;
  }

  /** Point of a place that is a real one. */
  realPoint(placeId: PlaceId): LonLat | null {
    const place = this.byId.get(placeId);
    return place?.lonLat && isRealPoint(place.coordQuality) ? place.lonLat : null;
  }

  match(words: PlaceWords): PlaceMatch {
    const named = this.matchNames(words);
    const byName =
      named.kind === 'matched' || named.kind === 'ambiguous' ? named : (this.matchAddress(words) ?? named);
    const coded = words.code === null ? undefined : this.byId.get(words.code);
    if (coded === undefined) return byName;
    // Points in town have no village whose name could agree.
    if (coded.kind === 'urbanPoint') return { kind: 'matched', place: coded, how: 'code' };
    if (byName.kind === 'matched') {
      // A village's row with its township's code is no contradiction.
      const agrees = byName.place.id === coded.id || this.townshipOf(byName.place)?.id === coded.id;
      return agrees
        ? byName
        : { kind: 'ambiguous', text: byName.place.name, candidates: [coded, byName.place] };
    }
    if (byName.kind === 'ambiguous' && byName.candidates.includes(coded))
      return { kind: 'matched', place: coded, how: 'code' };
    return { kind: 'matched', place: coded, how: byName.kind === 'none' ? 'code' : 'renamed' };
  }

  matchTownship(text: string): PlaceMatch {
    const known = this.townshipMatches.get(text);
    if (known) return known;
    const match = this.findTownship(text);
    if (this.townshipMatches.size >= townshipMatchLimit) this.townshipMatches.clear();
    this.townshipMatches.set(text, match);
    return match;
  }

  private findTownship(text: string): PlaceMatch {
    const name = this.withoutCounty(plainName(text));
    if (name === '') return { kind: 'none' };
    const exact = this.townships.find(({ plain }) => plain === name);
    if (exact) return { kind: 'matched', place: exact.place, how: 'name' };
    const stem = townshipStem(name);
    const same = this.townships.filter(({ bareStem }) => bareStem === stem);
    if (same.length === 1) return { kind: 'matched', place: same[0]!.place, how: 'variant' };
    const near =
      same.length > 1
        ? same
        : this.townships.filter(({ stem: other }) => stem.length >= 2 && editDistance(stem, other, 1) === 1);
    return near.length > 0
      ? { kind: 'ambiguous', text, candidates: near.map(({ place }) => place) }
      : { kind: 'unknown', text };
  }

  /**
   * The villages of a cell that names several (麻坪村/六里村), where every part is one on the list; null where it names one,
   * or something else. A name that is itself on the list is one village, whatever signs are in it.
   */
  matchSeveral(words: PlaceWords): readonly Place[] | null {
    const parts = villagesInCell(words.village);
    if (parts.length < 2) return null;
    const places = parts.map((village) => {
      const match = this.matchNames({ ...words, village });
      return match.kind === 'matched' && match.place.tier === 'village' ? match.place : null;
    });
    const found = places.flatMap((place) => place ?? []);
    const isEvery = found.length === parts.length && new Set(found).size === found.length;
    return isEvery ? found : null;
  }

  /** Township and village of an address: 湖南省…泸溪县达岚镇麻坪村3组. */
  private matchAddress({ address = '', township }: PlaceWords): PlaceMatch | null {
    const text = this.withoutCounty(plainName(address));
    const start = this.townshipAtStart(text);
    const within = start ? this.matchTownship(start) : township === '' ? null : this.matchTownship(township);
    const rest = start ? text.slice(start.length) : text;
    // The shortest first: 石门村委会旁 is 石门村, 村头村 is not 村.
    for (const end of rest.matchAll(/村民委员会|村委会|社区|村/g)) {
      const village = rest.slice(0, end.index + end[0].length);
      if (villageStem(village) === village) continue;
      const found = this.matchVillage(village, within);
      if (found.kind === 'matched' && found.place.tier === 'village') return { ...found, how: 'address' };
    }
    return null;
  }

  private matchNames({ township, village, name, isCountyLevel, isTownshipLevel }: PlaceWords): PlaceMatch {
    // 红岩村(武溪): without a column for it, the township may stand in brackets.
    const bracketed = township === '' ? /[(（]([^()（）]+)[)）]/.exec(village || name)?.[1] : undefined;
    const hint = bracketed === undefined ? null : this.matchTownship(bracketed);
    const inTownship =
      township === '' ? (hint?.kind === 'matched' ? hint : null) : this.matchTownship(township);
    if (village !== '') return this.matchVillage(village, inTownship);
    if (isCountyLevel && this.county) return { kind: 'matched', place: this.county, how: 'name' };
    if (name === '' || isTownshipLevel) {
      if (inTownship) return inTownship;
      return name === '' ? { kind: 'none' } : this.matchTownship(withoutServiceWords(plainName(name)));
    }
    const bare = withoutServiceWords(this.withoutCounty(plainName(name)));
    const ofTownship = this.townshipAtStart(bare);
    const rest = ofTownship ? bare.slice(ofTownship.length) : bare;
    const where = inTownship ?? (ofTownship ? this.matchTownship(ofTownship) : null);
    if (rest === '') return where ?? { kind: 'unknown', text: name };
    const found = this.matchVillage(rest, where);
    const isTownship =
      where !== null && found.kind === 'unknown' && !/村|社区/.test(rest) && /[镇乡]/.test(plainName(name));
    if (isTownship) return where;
    if (found.kind === 'unknown' && where === null) {
      const asTownship = this.matchTownship(rest);
      if (asTownship.kind === 'matched') return asTownship;
    }
    return found.kind === 'unknown' ? { kind: 'unknown', text: name } : found;
  }

  private matchVillage(text: string, township: PlaceMatch | null): PlaceMatch {
    let name = this.withoutCounty(plainName(text));
    let within = township;
    // Some official names begin with their township's or county's name: 老城镇社区.
    const official = this.byVillageStem
      .get(villageStem(plainName(text)))
      ?.filter(
        (place) =>
          plainName(place.name) === plainName(text) &&
          (within?.kind !== 'matched' || place.parentId === within.place.id),
      );
    if (official?.length === 1) return { kind: 'matched', place: official[0]!, how: 'name' };
    const start = this.townshipAtStart(name);
    if (start && start.length < name.length) {
      name = name.slice(start.length);
      if (within === null || within.kind !== 'matched') within = this.matchTownship(start);
    }
    const stem = villageStem(name);
    const same = this.byVillageStem.get(stem) ?? [];
    const inside =
      within?.kind === 'matched'
        ? same.filter(({ parentId }) => parentId === within.place.id)
        : within === null
          ? same
          : [];
    const preferred = this.preferStated(inside, name);
    if (preferred.length === 1) {
      const [place] = preferred;
      return { kind: 'matched', place: place!, how: plainName(place!.name) === name ? 'name' : 'variant' };
    }
    if (preferred.length > 1) return { kind: 'ambiguous', text, candidates: preferred };
    // 原六里村: the village as it was called before.
    const former =
      /^原(?=.{2,})/.test(name) && same.length === 0 ? this.matchVillage(name.slice(1), within) : null;
    if (former?.kind === 'matched') return { ...former, how: 'renamed' };
    // The township's own name in the village column stands for its seat.
    if (
      within?.kind === 'matched' &&
      townshipStem(name) === townshipStem(plainName(within.place.name)) &&
      !/村|社区/.test(name)
    )
      return { kind: 'matched', place: within.place, how: 'variant' };
    if (same.length > 0) return { kind: 'ambiguous', text, candidates: same };
    const near = this.stems.filter(
      ({ stem: other, place }) =>
        (within?.kind !== 'matched' || place.parentId === within.place.id) && isNear(stem, other),
    );
    if (near.length > 0) return { kind: 'ambiguous', text, candidates: near.map(({ place }) => place) };
    return { kind: 'unknown', text };
  }

  private preferStated(places: readonly Place[], name: string): readonly Place[] {
    const exact = places.filter((place) => plainName(place.name) === name);
    if (exact.length > 0) return exact;
    const body = statedBody(name);
    const ofBody = body === null ? [] : places.filter(({ kind }) => kind === body);
    return ofBody.length > 0 ? ofBody : places;
  }

  private withoutCounty(name: string): string {
    const after = name.replace(
      /^[\u4e00-\u9fff]{2,8}?(省|自治区)([\u4e00-\u9fff]{2,10}?(市|自治州|州))?/,
      '',
    );
    for (const word of this.countyWords)
      if (after.startsWith(word) && after.length > word.length) return after.slice(word.length);
    return after;
  }

  /** The township a longer name begins with ("西华池镇石门村"), official or with its kind left out of doubt. */
  private townshipAtStart(name: string): string | null {
    for (const { place } of this.townships) if (name.startsWith(place.name)) return place.name;
    const start = /^(.{1,6}?(?:镇|乡|街道))/.exec(name)?.[1];
    return start !== undefined && this.matchTownship(start).kind === 'matched' ? start : null;
  }
}

/** One letter apart, where two letters at least stay the same. */
const isNear = (a: string, b: string): boolean =>
  a !== b && Math.max(a.length, b.length) >= 3
    ? editDistance(a, b, 1) === 1
    : a.length === 2 && b.length === 2 && a[0] === b[0] && a !== b && isLookAlike(a[1]!, b[1]!);

/** Letters that are mixed up when a list is typed off. */
const lookAlikes = [
  '洞垌峒',
  '坪平',
  '冲涌',
  '溪西',
  '岭领',
  '湾弯',
  '塘唐',
  '坑抗',
  '嘴咀',
  '沟构',
  '峁卯',
  '塬原',
  '庄装',
  '寨塞',
  '圩墟',
];
const isLookAlike = (a: string, b: string): boolean =>
  lookAlikes.some((letters) => letters.includes(a) && letters.includes(b));
