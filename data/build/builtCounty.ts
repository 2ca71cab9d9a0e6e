import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from '../../src/core/geo.ts';
import { parseCsv } from '../../src/core/io/csv.ts';
import { placeMissing } from './placeMissing.ts';
import { readSourcePlaces, type SourcePlace } from './sourcePlaces.ts';
import { splitExactly, spreadOverVillages } from './spreadDemand.ts';

/** Parcels a day per village station and township on average (rural express lines of several counties; see README). */
export const villageParcelsPerStation = 22;
export const townshipParcelsPerTownship = 2504 / 12;
export const pickupShare = 0.1;
export const urbanParcelsPerStation = 300;

export type LocatedPlace = Omit<SourcePlace, 'lonLat'> & { readonly lonLat: LonLat };
export interface BuiltDemand {
  readonly placeId: string;
  readonly delivery: number;
  readonly pickup: number;
  readonly source: string;
}
export interface BuiltStation {
  readonly scenarioId: string;
  readonly id: string;
  readonly name: string;
  readonly role: 'depot' | 'townshipStation' | 'villageStation' | 'urbanStation';
  readonly placeId: string;
  readonly serves: readonly string[];
  readonly hubId?: string;
}

/** What a county's recipe starts from: every place with a point, and the parcels of each. */
export interface CountyBase {
  readonly adcode: string;
  readonly seat: LocatedPlace;
  readonly places: readonly LocatedPlace[];
  readonly townships: readonly LocatedPlace[];
  readonly villages: readonly LocatedPlace[];
  readonly communities: readonly LocatedPlace[];
  readonly demands: readonly BuiltDemand[];
  readonly boundary: Feature<Polygon | MultiPolygon>;
}

export interface StationHours {
  readonly open: string;
  readonly close: string;
}

export function readStationHours(dataFolder: string): Map<string, StationHours> {
  const { headers, rows } = parseCsv(readFileSync(join(dataFolder, 'defaults/station-hours.csv'), 'utf8'));
  const column = (name: string): number => headers.indexOf(name);
  return new Map(
    rows.map(({ cells }) => [
      cells[column('role')]!,
      { open: cells[column('open_clock')]!, close: cells[column('close_clock')]! },
    ]),
  );
}

/** Parcels a day of villages, township seats and communities: totals fixed, spread estimated. */
function spreadParcels(
  townships: readonly LocatedPlace[],
  villages: readonly LocatedPlace[],
  communities: readonly LocatedPlace[],
  villageTotal: number,
): BuiltDemand[] {
  const villageParcels = spreadOverVillages(
    villages.map(({ id }) => id),
    villageTotal,
  );
  const townshipTotal = Math.round(townshipParcelsPerTownship * townships.length * 10) / 10;
  const townshipWeights = townships.map(({ id }) =>
    Math.max(1, villages.filter(({ parentId }) => parentId === id).length),
  );
  const townshipParcels = splitExactly(townshipTotal, townshipWeights);
  const delivered: { placeId: string; delivery: number; source: string }[] = [];
  townships.forEach((township, index) => {
    const members = [township, ...communities.filter(({ parentId }) => parentId === township.id)];
    const parts = splitExactly(
      townshipParcels[index]!,
      members.map(() => 1),
    );
    members.forEach((member, part) => {
      delivered.push({
        placeId: member.id,
        delivery: parts[part]!,
        source:
          '推定: 乡镇驻地合计每乡镇日均约 208.7 件 (默认假设)，按行政村数分到乡镇，再在驻地与居委会间均分 / estimated: about 208.7 a day per township (working default), split by number of villages, then evenly over the seat and its communities',
      });
    });
  });
  villages.forEach((village, index) => {
    delivered.push({
      placeId: village.id,
      delivery: villageParcels[index]!,
      source:
        "推定: 每个村级站日均 22 件 (瓮安 1,500/65、桃江 15 万/30/230 等报道推算)，按对数正态 (CV 0.6) 分到各村，总数不变 / estimated: 22 a day per village station (derived from press reports on Weng'an, Taojiang and others), log-normal spread with CV 0.6, total kept",
    });
  });
  const pickups = [
    ...splitExactly(
      townshipTotal * pickupShare,
      delivered.slice(0, delivered.length - villages.length).map(({ delivery }) => delivery),
    ),
    ...splitExactly(villageTotal * pickupShare, villageParcels),
  ];
  return delivered.map((demand, index) => ({ ...demand, pickup: pickups[index]! }));
}

/** Reads the source of one county, places what has no point and spreads the parcels. */
export function buildBase(
  sourceFolder: string,
  adcode: string,
  villageTotal: number,
  townshipLevelSettlements: readonly string[] = [],
): CountyBase {
  const boundaryText = readFileSync(join(sourceFolder, `${adcode}-boundary.geojson`), 'utf8');
  const boundary = (JSON.parse(boundaryText) as { features: Feature<Polygon>[] }).features[0]!;
  const sourcePlaces = readSourcePlaces(sourceFolder, adcode, townshipLevelSettlements);
  const placed = placeMissing(sourcePlaces, boundary);
  const places = sourcePlaces.map((place): LocatedPlace => {
    const point = placed.get(place.id);
    return point === undefined ? { ...place, lonLat: place.lonLat! } : { ...place, ...point };
  });
  const ofKind = (kind: SourcePlace['kind']): LocatedPlace[] => places.filter((place) => place.kind === kind);
  const townships = ofKind('township');
  const villages = ofKind('village');
  const communities = ofKind('community');
  return {
    adcode,
    seat: places.find(({ kind }) => kind === 'county')!,
    places,
    townships,
    villages,
    communities,
    demands: spreadParcels(townships, villages, communities, villageTotal),
    boundary,
  };
}
