import type { LonLat } from '../../../geo.ts';
import { hashText } from '../../../hash.ts';
import { type Issue, issue } from '../../../issues.ts';
import { type County, countPoints } from '../../../model/county.ts';
import { asId, type CountyId, type PlaceId, type ScenarioId, type StationId } from '../../../model/ids.ts';
import type { Demand, Place, Scenario, Station, Terrain, VehicleType } from '../../../model/scenario.ts';
import type { Result } from '../../../result.ts';
import type { CountyDefaults } from '../../readDefaults.ts';
import type { KnownCounty } from '../places/matchPlace.ts';
import type { StationRow } from '../read/rowTypes.ts';
import { applyStations, pointSource } from './applyStations.ts';
import { areaKm2, outlineOf } from './outline.ts';
import { middleOf, placeByRule } from './placeByRule.ts';

export interface NewCounty {
  /** Empty: as the rosters name it. */
  readonly name: string;
  readonly terrain: Terrain;
  /** The county centre where no row of the roster is one; overrides such a row. */
  readonly depot: { readonly name: string; readonly lonLat: LonLat } | null;
}

/** Working defaults of domain.md 9b, all to be replaced by the county's own figures. */
const usual = {
  villageParcelsPerDay: 22,
  townshipParcelsPerDay: 208.7,
  urbanParcelsPerDay: 300,
  pickupShare: 0.1,
  villagesPerVan: 13.6,
  townshipsPerBoxTruck: 3,
  departureClockMin: 450,
  cutoffLeadMin: 30,
  boundaryMarginKm: 3,
  peoplePerHousehold: 3,
} as const;

const ruleSource = 'user: roster; placed by rule about the township (see decisions.md)';
const demandSource = '默认假设：按 1+12+68 的合水县推得 / working default: after Heshui, 1+12+68';

/** Points of all places: from their own rows, townships without one from their villages, villages without one by rule. */
function locate(
  { places }: KnownCounty,
  rows: readonly StationRow[],
  depot: { readonly lonLat: LonLat },
  source: string,
  issues: Issue[],
): Place[] {
  const given = new Map<PlaceId, LonLat>();
  const qualityOf = new Map<PlaceId, Place['coordQuality']>();
  const sourceOf = new Map<PlaceId, string>();
  for (const row of rows) {
    const { placeId, lonLat } = row;
    if (placeId === null || lonLat === null || given.has(placeId)) continue;
    given.set(placeId, lonLat);
    if (row.quality) qualityOf.set(placeId, row.quality);
    sourceOf.set(placeId, pointSource(row, source));
  }
  const byRule = new Map<string, LonLat>();
  for (const township of places.filter(({ tier }) => tier === 'township')) {
    const members = places.filter(({ parentId }) => parentId === township.id);
    const known = members.map(({ id }) => given.get(id)).filter((point) => point !== undefined);
    const centre = given.get(township.id) ?? middleOf(known);
    if (centre === null) continue;
    if (!given.has(township.id)) byRule.set(township.id, centre);
    const missing = members.filter(({ id }) => !given.has(id)).map(({ id }) => id);
    for (const [id, point] of placeByRule(missing, centre, known)) byRule.set(id, point);
  }
  return places.map((place): Place => {
    if (place.tier === 'county')
      return { ...place, lonLat: depot.lonLat, coordQuality: 'exact', coordSource: `user: ${source}` };
    const point = given.get(place.id);
    if (point)
      return {
        ...place,
        lonLat: point,
        // What an exported roster marks as placed by rule is no real point.
        coordQuality: qualityOf.get(place.id) ?? 'exact',
        coordSource: sourceOf.get(place.id)!,
      };
    const ruled = byRule.get(place.id);
    if (!ruled) return place;
    if (place.tier === 'village')
      issues.push(issue('roster.placedByRule', { name: place.name }, { entity: 'place', id: place.id }));
    return { ...place, lonLat: ruled, coordQuality: 'approxCatchment', coordSource: ruleSource };
  });
}

/** Whether a row says where it is; a new county needs one that does. */
export const hasPoint = ({ lonLat }: StationRow): boolean => lonLat !== null;

/** The centre: as chosen, else the roster's own county row. */
function findDepot(
  { depot }: NewCounty,
  rows: readonly StationRow[],
  countyName: string,
): { readonly name: string; readonly lonLat: LonLat; readonly row: StationRow | null } | null {
  if (depot) return { ...depot, row: null };
  const row = rows.find(({ role, lonLat, isActive }) => role === 'depot' && lonLat !== null && isActive);
  return row ? { name: row.name || `${countyName}配送中心`, lonLat: row.lonLat!, row } : null;
}

/** Vehicles in the proportions of the 1+12+68 example. */
function usualFleet(
  { vehicleTypes }: CountyDefaults,
  villageCount: number,
  townshipCount: number,
): VehicleType[] {
  const entry = (id: string, count: number, usedFor: VehicleType['usedFor']): VehicleType[] => {
    const type = vehicleTypes.get(id);
    return type ? [{ ...type, count, usedFor }] : [];
  };
  return [
    ...entry('boxTruck', Math.max(1, Math.ceil(townshipCount / usual.townshipsPerBoxTruck)), [
      'direct',
      'trunk',
      'urban',
    ]),
    ...entry('evVan', Math.max(1, Math.ceil(villageCount / usual.villagesPerVan)), [
      'direct',
      'branch',
      'urban',
    ]),
  ];
}

const baselineFleet = ({ vehicleTypes, couriers }: CountyDefaults): VehicleType[] =>
  [['fuelMicrovan', 6] as const, ['boxTruck', 2] as const].flatMap(([id, perCourier]) => {
    const type = vehicleTypes.get(id);
    return type ? [{ ...type, count: perCourier * couriers.length, usedFor: ['direct'] as const }] : [];
  });

/** Parcels by default, spread over the villages by residents where every one of them has a figure. */
function usualDemands(stations: readonly Station[], peopleOf: ReadonlyMap<PlaceId, number>): Demand[] {
  const villages = stations.filter(({ role }) => role === 'villageStation');
  const people = villages.map(({ placeId }) => peopleOf.get(placeId) ?? 0);
  const total = people.reduce((sum, count) => sum + count, 0);
  const isKnown = villages.length > 0 && people.every((count) => count > 0);
  return stations.flatMap(({ role, placeId }): Demand[] => {
    const perDay =
      role === 'villageStation'
        ? isKnown
          ? (usual.villageParcelsPerDay * villages.length * peopleOf.get(placeId)!) / total
          : usual.villageParcelsPerDay
        : role === 'urbanStation'
          ? usual.urbanParcelsPerDay
          : usual.townshipParcelsPerDay;
    const delivery = Number(perDay.toFixed(2));
    return [
      {
        placeId,
        deliveryParcelsPerDay: delivery,
        pickupParcelsPerDay: Number((delivery * usual.pickupShare).toFixed(2)),
        grade: 'assumption',
        source: demandSource,
      },
    ];
  });
}

/** What a county made of tables still assumes when all of them are in it: told once each, and only what is true. */
export function assumedIn(started: Scenario, { id, demands, couriers, vehicleTypes }: Scenario): Issue[] {
  const at = { entity: 'scenario', id };
  const assumed = demands.filter(({ grade }) => grade === 'assumption').length;
  const [trucks, vans] = [vehicleTypes[0]?.count ?? 0, vehicleTypes.at(-1)?.count ?? 0];
  return [
    ...(assumed > 0
      ? [issue('roster.defaultsUsed', { places: assumed, parcels: usual.villageParcelsPerDay }, at)]
      : []),
    ...(vehicleTypes === started.vehicleTypes ? [issue('roster.fleetAssumed', { trucks, vans }, at)] : []),
    ...(couriers === started.couriers
      ? [issue('roster.couriersAssumed', { couriers: couriers.length }, at)]
      : []),
  ];
}

/**
 * A county with one scenario from rosters alone: no official list is needed, only a county centre. Whatever the rosters do
 * not say takes the graded defaults. Not ok without a centre or without a station that has a place on the map. Pure.
 */
export function startCounty(
  known: KnownCounty,
  rosters: readonly { readonly table: string; readonly rows: readonly StationRow[] }[],
  choice: NewCounty,
  defaults: CountyDefaults,
): Result<County> {
  const issues: Issue[] = [];
  const rows = rosters.flatMap((roster) => roster.rows);
  const name = choice.name || known.name.zh;
  const source = rosters.map(({ table }) => table).join(', ');
  const at = rosters[0] ? { table: rosters[0].table, row: 1 } : undefined;
  if (name === '') return { ok: false, issues: [issue('roster.noName', {}, at)] };
  if (!rows.some(hasPoint)) return { ok: false, issues: [issue('roster.noPoints', { table: source }, at)] };
  const depot = findDepot(choice, rows, name);
  if (depot === null) {
    return { ok: false, issues: [issue('roster.noDepot', { county: name }, at)] };
  }
  const places = locate(known, rows, depot, source, issues).map((place) =>
    place.tier === 'county' ? { ...place, name } : place,
  );
  const placeById = new Map(places.map((place) => [place.id, place]));
  const countyPlace = places.find(({ tier }) => tier === 'county')!;
  const countyId = asId<CountyId>(`user-${hashText(name).toString(16).padStart(8, '0')}`);
  const [open, close] = defaults.hours.depot;
  const depotStation: Station = {
    id: asId<StationId>(`D${countyPlace.id}`),
    name: depot.name,
    role: 'depot',
    tier: 'county',
    placeId: countyPlace.id,
    lonLat: depot.lonLat,
    coordQuality: 'exact',
    servesPlaceIds: [countyPlace.id],
    hubId: null,
    openClockMin: depot.row?.openClockMin ?? open,
    closeClockMin: depot.row?.closeClockMin ?? close,
  };
  const { parameters } = defaults;
  const empty: Scenario = {
    id: asId<ScenarioId>('imported'),
    countyId,
    name: { zh: `${name} 导入方案`, en: `${name}, imported` },
    notation: '',
    shape: 'direct',
    description: { zh: '由导入的站点台账生成。', en: 'Made from the imported roster.' },
    places,
    depot: depotStation,
    stations: [],
    demands: [],
    couriers: defaults.couriers,
    vehicleTypes: [],
    baselineVehicleTypes: baselineFleet(defaults),
    roads: null,
    travel: parameters.travel,
    waves: defaults.waves,
    sorting: parameters.sorting,
    serviceTimes: parameters.serviceTimes,
    dutyRules: parameters.dutyRules,
    policy: {
      lineCount: { min: 1, max: null },
      serviceDays: { kind: 'daily' },
      branchServiceDays: { kind: 'daily' },
      departureClockMin: [usual.departureClockMin],
      cutoffLeadMin: usual.cutoffLeadMin,
      allowSeveralTripsPerDuty: true,
    },
    rates: defaults.rates,
    targets: defaults.targetPacks[0]?.targets ?? [],
    provenance: [],
  };
  const located = rows
    .filter(({ role, placeId }) => role !== 'depot' && placeId !== null)
    .map((row) => ({ ...row, lonLat: row.lonLat ?? placeById.get(row.placeId!)?.lonLat ?? null }));
  const plain = located.map((row) => ({ ...row, deliveryParcelsPerDay: null, pickupParcelsPerDay: null }));
  const options = { source, isComplete: false, hours: defaults.hours };
  const placed = applyStations(empty, plain, options);
  issues.push(...placed.issues);
  const { stations } = placed.scenario;
  if (stations.length === 0) {
    const at = { entity: 'scenario', id: name };
    return { ok: false, issues: [...issues, issue('scenario.noStops', { scenario: name }, at)] };
  }
  const peopleOf = new Map<PlaceId, number>();
  for (const { placeId, residents, households } of rows) {
    const people = residents ?? (households === null ? null : households * usual.peoplePerHousehold);
    if (placeId !== null && people !== null) peopleOf.set(placeId, people);
  }
  const withDemand = { ...placed.scenario, demands: usualDemands(stations, peopleOf) };
  // The roster's own volumes, now that there are stations to put them to.
  const { scenario } = applyStations(withDemand, located, options);
  const count = (role: Station['role']): number => stations.filter((each) => each.role === role).length;
  const [villageCount, townshipCount] = [count('villageStation'), count('townshipStation')];
  const fleet = usualFleet(defaults, villageCount, townshipCount);
  const notation = ['1', townshipCount, villageCount || count('urbanStation')].filter(Boolean).join('+');
  const residents = [...peopleOf.values()].reduce((sum, people) => sum + people, 0);
  const boundary = outlineOf([depot.lonLat, ...stations.map(({ lonLat }) => lonLat)], usual.boundaryMarginKm);
  const full: Scenario = {
    ...scenario,
    notation,
    vehicleTypes: fleet,
    provenance: [
      {
        subject: '站点与点位 / Stations and points',
        source,
        licence: '',
      },
      { subject: '其余参数 / All other figures', source: demandSource, licence: 'MIT' },
    ],
  };
  const county: County = {
    id: countyId,
    adcode: /^\d{6}/.exec(places.find(({ tier }) => tier === 'township')?.id ?? '')?.[0] ?? '',
    name: { zh: name, en: name },
    terrain: choice.terrain,
    residents: {
      value: residents,
      grade: residents > 0 ? 'user' : 'assumption',
      source: residents > 0 ? `user: ${source}` : '台账未给出 / not in the roster',
    },
    areaKm2: Math.round(areaKm2(boundary)),
    boundary,
    places,
    scenarios: [full],
    defaultScenarioId: full.id,
    claims: [],
    targetPacks: defaults.targetPacks,
    // Points and names are the user's: nobody else is to be credited for them.
    credits: [
      {
        text: { zh: `点位与名称：${source}`, en: `Points and names: ${source}` },
        licence: '',
      },
    ],
    pointCounts: countPoints(places),
  };
  return { ok: true, value: county, issues };
}
