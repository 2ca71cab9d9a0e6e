import { setStopCalendars } from '../model/edit/stopCalendars.ts';
import type { StationId } from '../model/ids.ts';
import type { Scenario, ServiceDays } from '../model/scenario.ts';
import type { Parcels, Share } from '../units.ts';
import { hubIds, stationDemand } from './stationDemand.ts';

/** How often stations are visited, by one rule that can be told to all of them. */
export interface FrequencyRule {
  /** Parcels a day, in and out, from which a station is visited daily; null = none is. */
  readonly dailyFromParcels: Parcels | null;
  /** Days of the others. */
  readonly otherDays: ServiceDays;
}

/** What a rule comes to. */
export interface DailyVisits {
  readonly dailyFromParcels: Parcels | null;
  readonly dailyIds: readonly StationId[];
  readonly otherIds: readonly StationId[];
  /** Of the parcels of all these stations, those of the ones not visited daily. */
  readonly otherParcelShare: Share;
}

/** Stations a frequency can be set for: all but those that others are, or may be, supplied from. */
export function endStationIds(scenario: Scenario): StationId[] {
  const hubs = hubIds(scenario);
  return scenario.stations.filter(({ id, hub }) => !hubs.has(id) && !hub?.isCandidate).map(({ id }) => id);
}

/** Which of the stations are visited daily if so many parcels a day are asked for. */
export function dailyVisits(
  scenario: Scenario,
  stationIds: readonly StationId[],
  dailyFromParcels: Parcels | null,
): DailyVisits {
  const parcelsOf = parcelsPerDay(scenario);
  const isDaily = (id: StationId): boolean => dailyFromParcels !== null && parcelsOf(id) >= dailyFromParcels;
  const otherIds = stationIds.filter((id) => !isDaily(id));
  const sumOf = (ids: readonly StationId[]): number => ids.reduce((sum, id) => sum + parcelsOf(id), 0);
  const total = sumOf(stationIds);
  return {
    dailyFromParcels,
    dailyIds: stationIds.filter(isDaily),
    otherIds,
    otherParcelShare: total > 0 ? sumOf(otherIds) / total : 0,
  };
}

/** The scenario with the rule's days for these stations. */
export function setDaysByParcels(
  scenario: Scenario,
  stationIds: readonly StationId[],
  { dailyFromParcels, otherDays }: FrequencyRule,
): Scenario {
  const { dailyIds, otherIds } = dailyVisits(scenario, stationIds, dailyFromParcels);
  const daily = setStopCalendars(scenario, dailyIds, { kind: 'given', serviceDays: { kind: 'daily' } });
  return setStopCalendars(daily, otherIds, { kind: 'given', serviceDays: otherDays });
}

/**
 * Whole numbers of parcels from which about these shares of the stations are visited daily, from all to none: the share
 * given, and those with as many parcels as the last of it. Shares that come to the same stations count once.
 */
export function dailyThresholds(
  scenario: Scenario,
  stationIds: readonly StationId[],
  shares: readonly Share[],
): DailyVisits[] {
  const parcels = stationIds.map(parcelsPerDay(scenario)).sort((a, b) => b - a);
  const found = new Map<number, DailyVisits>();
  for (const share of [...shares].sort((a, b) => b - a)) {
    const last = parcels[Math.round(share * parcels.length) - 1];
    const from = share >= 1 ? 0 : last === undefined ? null : Math.floor(last);
    const visits = dailyVisits(scenario, stationIds, from);
    if (!found.has(visits.dailyIds.length)) found.set(visits.dailyIds.length, visits);
  }
  return [...found.values()];
}

function parcelsPerDay(scenario: Scenario): (id: StationId) => Parcels {
  const demand = stationDemand(scenario);
  return (id) => {
    const { deliveryParcelsPerDay, pickupParcelsPerDay } = demand.get(id)!;
    return deliveryParcelsPerDay + pickupParcelsPerDay;
  };
}
