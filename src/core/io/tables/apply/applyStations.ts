import type { LonLat } from '../../../geo.ts';
import { type Issue, issue } from '../../../issues.ts';
import { asId, type PlaceId, type StationId } from '../../../model/ids.ts';
import type { Demand, Place, Scenario, Station, StationRole, Tier } from '../../../model/scenario.ts';
import { suppliesVillages } from '../../../model/suppliesVillages.ts';
import type { ClockMin, Parcels } from '../../../units.ts';
import { idOfWords } from '../places/listPlaces.ts';
import { placeName } from '../places/placeNames.ts';
import type { StationRow } from '../read/rowTypes.ts';
import { isSameNumber } from './userValue.ts';

export interface StationOptions {
  /** Named as the source of moved points and changed volumes, for example the file. */
  readonly source: string;
  /** The table lists every station: those it does not list are removed. */
  readonly isComplete: boolean;
  /** Opening hours of new stations; absent: those of a station of the same role. */
  readonly hours?: Readonly<Record<StationRole, readonly [open: ClockMin, close: ClockMin]>>;
}

export interface AppliedStations {
  readonly scenario: Scenario;
  readonly moved: readonly StationId[];
  readonly added: readonly StationId[];
  readonly removed: readonly StationId[];
  readonly issues: readonly Issue[];
}

const tierOfRole: Readonly<Record<StationRole, Tier>> = {
  depot: 'county',
  townshipStation: 'township',
  villageStation: 'village',
  urbanStation: 'county',
};
const idLetter: Readonly<Record<StationRole, string>> = {
  depot: 'D',
  townshipStation: 'T',
  villageStation: 'V',
  urbanStation: 'U',
};

/** A place for a station whose village is not on the official list. It is no administrative village, so coverage does not count it. */
function newPlace(row: StationRow, source: string): Place {
  const { name, townshipId, lonLat } = row;
  const id = idOfWords(townshipId ?? '', name);
  return {
    id,
    name,
    tier: 'village',
    kind: 'settlement',
    parentId: townshipId,
    lonLat,
    coordQuality: 'exact',
    coordSource: pointSource(row, source),
  };
}

/** A tenth of a metre: the same point written with fewer digits, which says nothing new about its quality. */
const samePointDeg = 1e-6;
const isSamePoint = (a: LonLat, b: LonLat | null): boolean =>
  b !== null && Math.abs(a[0] - b[0]) < samePointDeg && Math.abs(a[1] - b[1]) < samePointDeg;

/** The coordinates as they stood in the file are kept where they were converted. */
export function pointSource({ original }: StationRow, source: string): string {
  const isConverted = original !== null && original.system !== 'wgs84';
  const given = isConverted
    ? ` (${original.system}: ${[original.first, original.second].filter((text) => text !== '').join(', ')})`
    : '';
  return `user: ${source}${given}`;
}

const newLast = <Row>(rows: readonly Row[], oldCount: number, idOf: (row: Row) => string): Row[] => [
  ...rows.slice(0, oldCount),
  ...rows.slice(oldCount).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
];

/** A township station or the depot by its name, or by the name of its township alone. */
function hubNamed(stations: readonly Station[], name: string): Station | undefined {
  const hubs = stations.filter(({ role }) => role === 'townshipStation' || role === 'depot');
  const exact = hubs.filter((each) => each.name === name);
  const near = exact.length > 0 ? exact : hubs.filter((each) => placeName(each.name) === placeName(name));
  return near.length === 1 ? near[0] : undefined;
}

/** Parcels a station reports, over the places it serves: as they were shared before, or evenly. */
function withReportedVolumes(
  demands: Map<PlaceId, Demand>,
  station: Station,
  row: StationRow,
  source: string,
): void {
  const { deliveryParcelsPerDay: delivery, pickupParcelsPerDay: pickup } = row;
  if (delivery === null && pickup === null) return;
  const served = station.servesPlaceIds;
  const before = served.map((placeId) => demands.get(placeId));
  const share = (values: readonly number[]): readonly number[] => {
    const sum = values.reduce((total, value) => total + value, 0);
    return values.map((value) => (sum > 0 ? value / sum : 1 / values.length));
  };
  const deliveryShares = share(before.map((demand) => demand?.deliveryParcelsPerDay ?? 0));
  const pickupShares = share(before.map((demand) => demand?.pickupParcelsPerDay ?? 0));
  const sumOf = (key: 'deliveryParcelsPerDay' | 'pickupParcelsPerDay'): number =>
    before.reduce((sum, demand) => sum + (demand?.[key] ?? 0), 0);
  // What repeats the scenario's own figures keeps their origin.
  if (
    (delivery === null || isSameNumber(delivery, sumOf('deliveryParcelsPerDay'))) &&
    (pickup === null || isSameNumber(pickup, sumOf('pickupParcelsPerDay')))
  )
    return;
  for (const [index, placeId] of served.entries())
    demands.set(placeId, {
      placeId,
      deliveryParcelsPerDay:
        delivery === null ? (before[index]?.deliveryParcelsPerDay ?? 0) : delivery * deliveryShares[index]!,
      pickupParcelsPerDay:
        pickup === null ? (before[index]?.pickupParcelsPerDay ?? 0) : pickup * pickupShares[index]!,
      ...basisOfPair(
        { delivery, pickup },
        { grade: served.length === 1 ? 'user' : 'derived', source },
        before[index],
      ),
    });
}

type Basis = Pick<Demand, 'grade' | 'source'>;

const weakness = ['sourced', 'user', 'derived', 'assumption'] as const satisfies readonly Demand['grade'][];
const weaker = (a: Demand['grade'], b: Demand['grade']): Demand['grade'] =>
  weakness.indexOf(a) > weakness.indexOf(b) ? a : b;

/** Source of a demand whose two directions rest on different things, and its parts again. */
const pairSource = (incoming: string, outgoing: string): string =>
  `进件 in: ${incoming}; 出件 out: ${outgoing}`;
const pairPattern = /^进件 in: (.*?); 出件 out: (.*)$/;

/** What both directions of a demand rest on together where a table gave one of them: the weaker, each named. */
function basisOfPair(
  { delivery, pickup }: { readonly delivery: Parcels | null; readonly pickup: Parcels | null },
  given: Basis,
  before: Demand | undefined,
): Basis {
  if (!before || (delivery !== null && pickup !== null)) return given;
  const [, incoming = before.source, outgoing = before.source] = pairPattern.exec(before.source) ?? [];
  return {
    grade: weaker(given.grade, before.grade),
    source: delivery === null ? pairSource(incoming, given.source) : pairSource(given.source, outgoing),
  };
}

/** The hub a station can be supplied from where its own hangs on another: the highest; the depot where they go round. */
function topHubOf({ hubId }: Station, stations: ReadonlyMap<StationId, Station>): StationId | null {
  const seen = new Set<StationId>();
  let top = hubId;
  for (;;) {
    const above = top === null ? null : (stations.get(top)?.hubId ?? null);
    if (above === null) return top;
    if (seen.has(above)) return null;
    seen.add(above);
    top = above;
  }
}

/**
 * Puts a roster into a scenario: places and stations move to the points given (quality exact), stations the scenario
 * does not have are added, those out of use (or, with `isComplete`, not listed) are removed. Pure.
 */
export function applyStations(
  scenario: Scenario,
  rows: readonly StationRow[],
  { source, isComplete, hours }: StationOptions,
): AppliedStations {
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const stations = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  const demands = new Map(scenario.demands.map((demand) => [demand.placeId, demand]));
  const isHub = suppliesVillages(scenario);
  const issues: Issue[] = [];
  const moved: StationId[] = [];
  const added: StationId[] = [];
  const removed: StationId[] = [];
  const touched = new Set<StationId>([scenario.depot.id]);
  const idsAt = new Map<PlaceId, StationId[]>();
  const serversOf = new Map<PlaceId, StationId[]>();
  const note = (index: Map<PlaceId, StationId[]>, placeId: PlaceId, id: StationId): void => {
    const ids = index.get(placeId);
    if (ids) ids.push(id);
    else index.set(placeId, [id]);
  };
  const noteStation = (station: Station): void => {
    note(idsAt, station.placeId, station.id);
    for (const placeId of station.servesPlaceIds) note(serversOf, placeId, station.id);
  };
  for (const station of stations.values()) noteStation(station);
  const stationAt = (placeId: PlaceId, role: StationRole): Station | undefined => {
    const here = (idsAt.get(placeId) ?? []).flatMap((id) => stations.get(id) ?? []);
    return here.find((station) => station.role === role) ?? here[0];
  };
  /** Places that are handed over at `id` from now on are handed over nowhere else. */
  const takeOver = (placeIds: readonly PlaceId[], id: StationId): void => {
    for (const placeId of placeIds)
      for (const otherId of serversOf.get(placeId) ?? []) {
        const other = stations.get(otherId);
        if (!other || otherId === id) continue;
        const servesPlaceIds = other.servesPlaceIds.filter((served) => served !== placeId);
        stations.set(otherId, { ...other, servesPlaceIds });
      }
    for (const placeId of placeIds) note(serversOf, placeId, id);
  };
  /** Hubs may stand further down in the table: they are looked up when all rows are in. */
  const hubNames = new Map<StationId, StationRow>();
  const noteHub = (id: StationId, row: StationRow): void => {
    if (row.hubName !== undefined) hubNames.set(id, row);
  };
  const remove = (station: Station): void => {
    stations.delete(station.id);
    removed.push(station.id);
  };

  for (const row of rows) {
    const known = row.placeId === null ? undefined : places.get(row.placeId);
    if (row.placeId === null && row.lonLat === null) continue;
    let place = known ?? newPlace(row, source);
    const isMoved = row.lonLat !== null && !isSamePoint(row.lonLat, place.lonLat);
    if (isMoved)
      place = { ...place, lonLat: row.lonLat, coordQuality: 'exact', coordSource: pointSource(row, source) };
    if (place.lonLat === null) {
      issues.push(issue('place.unlocated', { name: place.name }, { entity: 'place', id: place.id }));
      continue;
    }
    const existing = stationAt(place.id, row.role);
    if (!row.isActive) {
      if (existing && existing.id !== scenario.depot.id) remove(existing);
      continue;
    }
    if (
      existing &&
      touched.has(existing.id) &&
      existing.role === row.role &&
      existing.id !== scenario.depot.id
    ) {
      issues.push(
        issue(
          'row.doubled',
          { name: row.name, first: existing.name },
          { entity: 'station', id: existing.id },
        ),
      );
      continue;
    }
    places.set(place.id, place);
    if (existing) {
      const station: Station = {
        ...existing,
        name: row.name || existing.name,
        lonLat: place.lonLat,
        coordQuality: place.coordQuality,
        openClockMin: row.openClockMin ?? existing.openClockMin,
        closeClockMin: row.closeClockMin ?? existing.closeClockMin,
        servesPlaceIds: row.servesPlaceIds ?? [
          ...new Set([...existing.servesPlaceIds, ...(row.alsoPlaceIds ?? [])]),
        ],
      };
      takeOver(row.servesPlaceIds ?? row.alsoPlaceIds ?? [], station.id);
      noteHub(station.id, row);
      stations.set(station.id, station);
      touched.add(station.id);
      if (isMoved) moved.push(station.id);
      withReportedVolumes(demands, station, row, source);
      continue;
    }
    const sibling = scenario.stations.find(({ role }) => role === row.role) ?? scenario.depot;
    const seat =
      row.role === 'villageStation' && place.parentId !== null
        ? stationAt(place.parentId, 'townshipStation')
        : undefined;
    const hub = seat?.role === 'townshipStation' && isHub(seat.id) ? seat : undefined;
    const station: Station = {
      id: asId<StationId>(`${idLetter[row.role]}${place.id}`),
      name: row.name || place.name,
      role: row.role,
      tier: tierOfRole[row.role],
      placeId: place.id,
      lonLat: place.lonLat,
      coordQuality: place.coordQuality,
      servesPlaceIds: row.servesPlaceIds ?? [place.id, ...(row.alsoPlaceIds ?? [])],
      hubId: hub?.id ?? null,
      openClockMin: row.openClockMin ?? hours?.[row.role][0] ?? sibling.openClockMin,
      closeClockMin: row.closeClockMin ?? hours?.[row.role][1] ?? sibling.closeClockMin,
    };
    // Its parcels were handed over somewhere else until now.
    const isServedHere = station.servesPlaceIds.includes(place.id);
    for (const id of isServedHere ? (serversOf.get(place.id) ?? []) : []) {
      const other = stations.get(id);
      if (other)
        stations.set(id, {
          ...other,
          servesPlaceIds: other.servesPlaceIds.filter((served) => served !== place.id),
        });
    }
    noteStation(station);
    takeOver(row.servesPlaceIds ?? row.alsoPlaceIds ?? [], station.id);
    noteHub(station.id, row);
    stations.set(station.id, station);
    touched.add(station.id);
    added.push(station.id);
    withReportedVolumes(demands, station, row, source);
  }
  for (const [id, { hubName = '' }] of hubNames) {
    const station = stations.get(id);
    const hub = hubNamed([...stations.values()], hubName);
    if (!station) continue;
    if (hub) stations.set(id, { ...station, hubId: hub.role === 'depot' ? null : hub.id });
    else
      issues.push(
        issue('cell.unknownWord', { column: '上级乡镇站', value: hubName }, { entity: 'station', id }),
      );
  }
  const asRead = new Map(stations);
  for (const station of asRead.values()) {
    const hubId = topHubOf(station, asRead);
    if (hubId === station.hubId) continue;
    stations.set(station.id, { ...station, hubId });
    const name = (id: StationId | null) =>
      id === null ? scenario.depot.name : (stations.get(id)?.name ?? id);
    issues.push(
      issue(
        'roster.hubOfHub',
        { name: station.name, hub: name(station.hubId), to: name(hubId) },
        { entity: 'station', id: station.id },
      ),
    );
  }
  // A roster of another county, or one of which no row could be read, does not empty this one.
  const listsNone = ![...touched].some((id) => id !== scenario.depot.id && stations.has(id));
  if (isComplete && listsNone) issues.push(issue('roster.listsNone', {}));
  else if (isComplete)
    for (const station of [...stations.values()]) if (!touched.has(station.id)) remove(station);
  const depot = stations.get(scenario.depot.id) ?? scenario.depot;
  stations.delete(depot.id);
  // A station whose hub is gone, or that serves nobody any more, cannot stay as it was.
  const kept = [...stations.values()]
    .filter((station) => {
      if (
        station.servesPlaceIds.length > 0 ||
        [...stations.values()].some(({ hubId }) => hubId === station.id)
      )
        return true;
      removed.push(station.id);
      return false;
    })
    .map((station) =>
      station.hubId !== null && !stations.has(station.hubId) ? { ...station, hubId: null } : station,
    );
  const served = new Set([depot, ...kept].flatMap(({ servesPlaceIds }) => servesPlaceIds));
  // What is new comes last, places by id and the rest as their places: the order of the rows does not change the scenario.
  const allPlaces = newLast([...places.values()], scenario.places.length, ({ id }) => id);
  const rank = new Map(allPlaces.map(({ id }, index) => [id, String(index).padStart(6, '0')]));
  const oldStations = kept.length - added.filter((id) => stations.has(id)).length;
  return {
    scenario: {
      ...scenario,
      places: allPlaces,
      depot,
      stations: newLast(kept, oldStations, ({ placeId, id }) => `${rank.get(placeId)} ${id}`),
      demands: newLast(
        [...demands.values()],
        scenario.demands.length,
        ({ placeId }) => rank.get(placeId)!,
      ).filter(({ placeId }) => served.has(placeId)),
    },
    moved,
    added,
    removed,
    issues,
  };
}
