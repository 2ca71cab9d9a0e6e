import { townshipFinder } from '../assign/lineRules.ts';
import { lockHolds } from '../assign/lockedLines.ts';
import { stationDays } from '../assign/stationDays.ts';
import type { StationId } from '../model/ids.ts';
import type { Scenario, ServiceDays } from '../model/scenario.ts';
import { type TravelMatrix, unreachable } from '../model/travel.ts';
import { invariant } from '../result.ts';

/** The stations of one township that are supplied alike: a unit of the choice of hubs. */
export interface NetworkUnit {
  readonly stationIds: readonly StationId[];
  /** Candidate at the township itself; -1 = none. */
  readonly ownHub: number;
  /** Hub of most of its stations in the scenario as given; -1 = the depot. */
  readonly givenHub: number;
  /** Candidates by driving time to its stations, nearest first. */
  readonly hubsByTime: readonly number[];
}

/** What may be chosen for a scenario. */
export interface NetworkSpace {
  readonly scenario: Scenario;
  readonly matrix: TravelMatrix;
  /** Stations that may be hubs. */
  readonly hubIds: readonly StationId[];
  readonly units: readonly NetworkUnit[];
  readonly allowsDirect: boolean;
  readonly allowsHubs: boolean;
  /** More than one only where the solver chooses. */
  readonly days: readonly ServiceDays[];
  readonly isDaysOpen: boolean;
  /** Stations that may have days of their own; none where a township's stations share theirs. */
  readonly dayStationIds: readonly StationId[];
  readonly isSupplyOpen: boolean;
  readonly isBusOpen: boolean;
}

/** Seconds between two stations. */
function driving(matrix: TravelMatrix): (from: StationId, to: StationId) => number {
  const rowOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const size = matrix.stationIds.length;
  return (from, to) => matrix.durationS[rowOf.get(from)! * size + rowOf.get(to)!]!;
}

export function networkSpace(scenario: Scenario, matrix: TravelMatrix): NetworkSpace {
  const { hubs, calendar, buses } = scenario.policy;
  const isChosen = hubs?.choice === 'chosen';
  const given = new Set(scenario.stations.flatMap(({ hubId }) => (hubId === null ? [] : [hubId])));
  const hubIds = scenario.stations
    .filter((station) => (isChosen ? station.hub?.isCandidate === true : given.has(station.id)))
    .map(({ id }) => id);
  const secondsTo = driving(matrix);
  const townshipOf = townshipFinder(scenario);
  const placeOf = new Map(scenario.stations.map((station) => [station.id, station.placeId]));
  const keys = new Map<string, StationId[]>();
  for (const station of scenario.stations) {
    // A candidate without parcels of its own is not served for its own sake.
    if (station.servesPlaceIds.length === 0 && station.hub) continue;
    const township = townshipOf(station.id) ?? station.placeId;
    const key = hubs?.assignment === 'nearest' ? station.id : township;
    keys.set(key, [...(keys.get(key) ?? []), station.id]);
  }
  const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
  const units = [...keys].map(([key, stationIds]): NetworkUnit => {
    const meanSeconds = hubIds.map((hubId) =>
      stationIds.reduce((sum, id) => sum + Math.min(unreachable, secondsTo(hubId, id)), 0),
    );
    const hubsByTime = hubIds.map((_, hub) => hub).sort((a, b) => meanSeconds[a]! - meanSeconds[b]! || a - b);
    const votes = hubIds.map(
      (hubId) => stationIds.filter((id) => stationById.get(id)!.hubId === hubId).length,
    );
    const most = Math.max(0, ...votes);
    return {
      stationIds,
      ownHub: hubIds.findIndex((id) => (placeOf.get(id) as string) === key || stationIds.includes(id)),
      givenHub: most > 0 ? votes.indexOf(most) : -1,
      hubsByTime,
    };
  });
  const options = calendar?.options ?? [];
  const isDaysOpen = calendar?.choice === 'chosen' && options.length > 0;
  return {
    scenario,
    matrix,
    hubIds,
    units,
    // Where no station may be a hub, everything comes from the depot.
    allowsDirect: scenario.shape !== 'hub' || hubIds.length === 0,
    allowsHubs: scenario.shape !== 'direct' && scenario.shape !== 'urbanStar' && hubIds.length > 0,
    days: isDaysOpen ? options : [scenario.policy.serviceDays],
    isDaysOpen,
    dayStationIds:
      isDaysOpen && calendar?.per === 'village'
        ? units.flatMap(({ stationIds }) =>
            stationIds.filter((id) => stationById.get(id)!.calendar?.kind !== 'given'),
          )
        : [],
    isSupplyOpen: hubs !== undefined && (isChosen || hubs.assignment !== 'given'),
    isBusOpen: buses?.use === 'cheaper' && (scenario.busLines ?? []).length > 0,
  };
}

/** One way to run the county: a supply and days for every unit, days of the trunk lines, stations on buses. */
export interface NetworkChoice {
  /** By unit: index of the hub, -1 = from the depot. */
  readonly supply: readonly number[];
  /** By unit: index of `space.days`; -1 = as the policy says. */
  readonly days: readonly number[];
  /** Stations with days other than those of their unit. */
  readonly ownDays: ReadonlyMap<StationId, number>;
  /** Of trunk lines; -1 = as the policy says. */
  readonly trunkDays: number;
  readonly busStationIds: readonly StationId[];
}

export const choiceKey = ({ supply, days, ownDays, trunkDays, busStationIds }: NetworkChoice): string => {
  const own = [...ownDays].map(([id, option]) => `${id}:${option}`).sort();
  return `${supply.join()} ${days.join()} ${own.join()} ${trunkDays} ${busStationIds.join()}`;
};

export const noOwnDays: ReadonlyMap<StationId, number> = new Map();

/** Where the lines start that stations are locked to, as far as supply is open; null = at the depot. */
function lockedSupply({ scenario, hubIds, isSupplyOpen }: NetworkSpace): Map<StationId, StationId | null> {
  if (!isSupplyOpen) return new Map();
  return new Map(
    lockHolds(scenario).flatMap(({ originId, stationIds }) => {
      const hubId = originId === scenario.depot.id ? null : originId;
      return hubId === null || hubIds.includes(hubId) ? stationIds.map((id) => [id, hubId] as const) : [];
    }),
  );
}

/** The scenario run as a choice says: hubs and days are written into its stations. Locks hold whatever is chosen. */
export function chosenScenario(space: NetworkSpace, choice: NetworkChoice): Scenario {
  const { scenario, hubIds, days } = space;
  const locked = lockedSupply(space);
  const open = new Set([
    ...choice.supply.filter((hub) => hub >= 0).map((hub) => hubIds[hub]!),
    ...locked.values(),
  ]);
  const unitOf = new Map(space.units.flatMap((unit, index) => unit.stationIds.map((id) => [id, index])));
  const stations = scenario.stations.map((station) => {
    const unit = unitOf.get(station.id);
    if (open.has(station.id)) {
      const { calendar: _own, ...hub } = station;
      // A hub is visited as often as the trunk lines run.
      return station.calendar?.kind === 'given' ? { ...station, hubId: null } : { ...hub, hubId: null };
    }
    if (unit === undefined) return { ...station, hubId: null };
    const hubIndex = choice.supply[unit]!;
    const dayIndex = choice.ownDays.get(station.id) ?? choice.days[unit]!;
    const chosenHubId = hubIndex < 0 ? null : hubIds[hubIndex]!;
    const lockedHubId = locked.get(station.id);
    const hubId = space.isSupplyOpen
      ? lockedHubId === undefined
        ? chosenHubId
        : lockedHubId
      : station.hubId;
    const isFixed = dayIndex < 0 || station.calendar?.kind === 'given';
    const calendar = isFixed
      ? station.calendar
      : given(stationDays(station, days[dayIndex]!, scenario.policy));
    return { ...station, hubId, ...(calendar ? { calendar } : {}) };
  });
  const supplied = stations.some(({ hubId }) => hubId !== null);
  const trunkDays = choice.trunkDays < 0 ? scenario.policy.serviceDays : days[choice.trunkDays]!;
  invariant(trunkDays, 'days of the trunk lines are among the options');
  return {
    ...scenario,
    shape: !space.isSupplyOpen ? scenario.shape : supplied ? 'mixed' : 'direct',
    stations,
    policy: { ...scenario.policy, serviceDays: trunkDays },
  };
}

const given = (serviceDays: ServiceDays) => ({ kind: 'given' as const, serviceDays });
