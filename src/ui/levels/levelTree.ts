import { hubRentYuanPerDay } from '../../core/cost/costBook.ts';
import { runsOnDay } from '../../core/evaluate/calendar.ts';
import { linesFor } from '../../core/evaluate/judgeMove.ts';
import { stationDemand } from '../../core/evaluate/stationDemand.ts';
import type { LineId, PlaceId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Place, Scenario, Station } from '../../core/model/scenario.ts';
import type { Hours, Parcels, Yuan } from '../../core/units.ts';

/** County, hub or township, villages: what is supplied from where, with parcels, days of service and hours. */

export interface LevelNode {
  readonly stationId: StationId;
  readonly name: string;
  readonly parcelsPerDay: Parcels;
  /** Days of the week on which a line calls, averaged over a fortnight; null without a result. */
  readonly daysPerWeek: number | null;
  /** County to village, mean and worst; null without a result. */
  readonly meanH: Hours | null;
  readonly worstH: Hours | null;
  readonly lineIndexes: readonly number[];
}

export type HubState = 'hub' | 'plain' | 'candidate' | 'opened';

export interface LevelGroup {
  readonly key: string;
  /** hub: villages are supplied from its station; township: from the depot, lying in it; waiting: no line calls. */
  readonly kind: 'hub' | 'township' | 'waiting';
  readonly name: string;
  readonly placeId: PlaceId | null;
  /** The township's own station, where it has one. */
  readonly head: LevelNode | null;
  readonly hubState: HubState;
  readonly villages: readonly LevelNode[];
  /** Of the villages, and of the head unless it only hands on. */
  readonly parcelsPerDay: Parcels;
  readonly worstH: Hours | null;
  /** What keeping the hub open costs a day: its own cost or the county's rent; null = no hub. */
  readonly openYuanPerDay: Yuan | null;
}

/** Two weeks: long enough for alternate days to count as half of the days. */
const countedDays = 14;

export function townshipOf(station: Station, placeById: ReadonlyMap<PlaceId, Place>): PlaceId | null {
  let place = placeById.get(station.placeId);
  while (place && place.tier === 'village')
    place = place.parentId ? placeById.get(place.parentId) : undefined;
  return place?.tier === 'township' ? place.id : null;
}

/** The hub of each station: by the plan's lines, else as given in the scenario; null = the depot. */
export function suppliedFrom(
  scenario: Scenario,
  report: Report | null,
): ReadonlyMap<StationId, StationId | null> {
  const origins = new Map<StationId, StationId | null>(scenario.stations.map(({ id, hubId }) => [id, hubId]));
  for (const line of report?.plan.lines ?? []) {
    if (line.kind !== 'branch') continue;
    for (const stopId of line.stopIds) if (origins.get(stopId) === null) origins.set(stopId, line.originId);
  }
  return origins;
}

export function levelTree(scenario: Scenario, report: Report | null): LevelGroup[] {
  const demand = stationDemand(scenario);
  const placeById = new Map(scenario.places.map((place) => [place.id, place]));
  const origins = suppliedFrom(scenario, report);
  const waiting = new Set(report?.plan.unserved.map(({ stationId }) => stationId));
  const linesOf = new Map<StationId, number[]>();
  report?.plan.lines.forEach((line, lineIndex) => {
    for (const stopId of line.stopIds) linesOf.set(stopId, [...(linesOf.get(stopId) ?? []), lineIndex]);
  });
  const timesOf = new Map<StationId, { meanH: Hours; worstH: Hours }>();
  for (const { stationId, meanH, worstH } of report?.evaluation.stopTimes ?? []) {
    const before = timesOf.get(stationId);
    timesOf.set(stationId, {
      meanH: Math.max(meanH, before?.meanH ?? 0),
      worstH: Math.max(worstH, before?.worstH ?? 0),
    });
  }
  const node = (station: Station): LevelNode => {
    const lineIndexes = linesOf.get(station.id) ?? [];
    const times = timesOf.get(station.id);
    return {
      stationId: station.id,
      name: station.name,
      parcelsPerDay: demand.get(station.id)?.deliveryParcelsPerDay ?? 0,
      daysPerWeek: report ? visitDays(report, lineIndexes) : null,
      meanH: times?.meanH ?? null,
      worstH: times?.worstH ?? null,
      lineIndexes,
    };
  };

  const usedHubs = new Set([...origins.values()].filter((id) => id !== null));
  const isChosen = scenario.policy.hubs?.choice === 'chosen';
  const heads = new Map<PlaceId, Station>();
  for (const station of scenario.stations) {
    const townshipId = townshipOf(station, placeById);
    if (station.role === 'townshipStation' && townshipId && !heads.has(townshipId))
      heads.set(townshipId, station);
  }
  const members = new Map<string, Station[]>();
  for (const station of scenario.stations) {
    const townshipId = townshipOf(station, placeById);
    if (townshipId && heads.get(townshipId) === station) continue;
    const hubId = origins.get(station.id) ?? null;
    const key = waiting.has(station.id) ? waitingKey : (hubId ?? townshipId ?? scenario.depot.id);
    members.set(key, [...(members.get(key) ?? []), station]);
  }

  const group = (
    key: string,
    kind: LevelGroup['kind'],
    name: string,
    placeId: PlaceId | null,
    head: Station | null,
    stations: readonly Station[],
  ): LevelGroup => {
    const villages = stations.map(node);
    const headNode = head && node(head);
    const all = headNode ? [headNode, ...villages] : villages;
    const worst = all.flatMap((each) => each.worstH ?? []);
    const isCandidate = isChosen && head?.hub?.isCandidate === true;
    return {
      key,
      kind,
      name,
      placeId,
      head: headNode,
      hubState: isCandidate ? (kind === 'hub' ? 'opened' : 'candidate') : kind === 'hub' ? 'hub' : 'plain',
      villages,
      parcelsPerDay: all.reduce((sum, each) => sum + each.parcelsPerDay, 0),
      worstH: worst.length > 0 ? Math.max(...worst) : null,
      openYuanPerDay: kind === 'hub' && head ? hubRentYuanPerDay(scenario.rates, head) : null,
    };
  };

  const hubGroups = scenario.stations
    .filter(({ id }) => usedHubs.has(id))
    .map((hub) => group(hub.id, 'hub', hub.name, townshipOf(hub, placeById), hub, members.get(hub.id) ?? []));
  const townshipGroups = scenario.places
    .filter(({ tier }) => tier === 'township')
    .flatMap((place): LevelGroup[] => {
      const head = heads.get(place.id) ?? null;
      const stations = members.get(place.id) ?? [];
      if ((head && usedHubs.has(head.id)) || (!head && stations.length === 0)) {
        // The hub stands in the list above; villages of its township supplied from the depot still need a place.
        return stations.length > 0 ? [group(place.id, 'township', place.name, place.id, null, stations)] : [];
      }
      const isWaiting = head !== null && waiting.has(head.id);
      return [group(place.id, 'township', place.name, place.id, isWaiting ? null : head, stations)];
    });
  const town = members.get(scenario.depot.id) ?? [];
  const tray = [
    ...(members.get(waitingKey) ?? []),
    ...[...heads.values()].filter((head) => waiting.has(head.id)),
  ];
  return [
    ...(tray.length > 0 ? [group(waitingKey, 'waiting', '', null, null, tray)] : []),
    ...hubGroups,
    ...townshipGroups,
    ...(town.length > 0 ? [group(scenario.depot.id, 'township', scenario.depot.name, null, null, town)] : []),
  ];
}

const waitingKey = 'waiting';

function visitDays(report: Report, lineIndexes: readonly number[]): number {
  let days = 0;
  for (let day = 0; day < countedDays; day++) {
    const isVisited = lineIndexes.some((index) => {
      const line = report.plan.lines[index]!;
      return runsOnDay(line.serviceDays, line.phase, day);
    });
    if (isVisited) days++;
  }
  return (days * 7) / countedDays;
}

/** Other lines a station may be moved to. */
export function otherLinesFor({ scenario, plan }: Report, stationId: StationId): LineId[] {
  return linesFor(scenario, plan, stationId)
    .filter((line) => !line.stopIds.includes(stationId))
    .map((line) => line.id);
}
