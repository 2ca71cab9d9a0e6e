import { serviceDayShare } from '../evaluate/calendar.ts';
import type { Policy, ServiceDays, Station } from '../model/scenario.ts';
import type { LockHold } from './lockedLines.ts';

const daysPerWeek = 7;

/**
 * Days on which a station is visited: its own where given; else those of its level, and where they lie outside the
 * station's bounds the nearest of the policy's options inside.
 */
export function stationDays(station: Station, ofLevel: ServiceDays, policy: Policy): ServiceDays {
  const { calendar } = station;
  if (!calendar) return ofLevel;
  if (calendar.kind === 'given') return calendar.serviceDays;
  const visits = (days: ServiceDays): number => serviceDayShare(days) * daysPerWeek;
  const isWithin = (days: ServiceDays): boolean =>
    visits(days) >= calendar.minVisitsPerWeek - 1e-9 && visits(days) <= calendar.maxVisitsPerWeek + 1e-9;
  if (isWithin(ofLevel)) return ofLevel;
  const inside = (policy.calendar?.options ?? []).filter(isWithin);
  const distance = (days: ServiceDays): number => Math.abs(visits(days) - visits(ofLevel));
  return inside.sort((a, b) => distance(a) - distance(b))[0] ?? daysWithin(calendar);
}

/** Spread over the week as evenly as whole days allow, for bounds that none of the options keeps. */
function daysWithin(bounds: {
  readonly minVisitsPerWeek: number;
  readonly maxVisitsPerWeek: number;
}): ServiceDays {
  const count = Math.min(daysPerWeek, Math.max(1, Math.ceil(bounds.minVisitsPerWeek)));
  if (count === daysPerWeek) return { kind: 'daily' };
  const days = Array.from({ length: count }, (_, visit) => Math.floor((visit * daysPerWeek) / count));
  return { kind: 'weekdays', days };
}

/** Days of most of the entries; of the one met first where several have as many. */
function usualDays(days: readonly ServiceDays[]): ServiceDays {
  const counts = new Map<string, { serviceDays: ServiceDays; count: number }>();
  for (const serviceDays of days) {
    const key = JSON.stringify(serviceDays);
    counts.set(key, { serviceDays, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].reduce((most, each) => (each.count > most.count ? each : most)).serviceDays;
}

/**
 * Stations grouped by the days they are visited on, in the order first met. Those that a lock holds together are visited on the days
 * of most of them: a line has but one set of days.
 */
export function byDays<Entry extends Station>(
  stations: readonly Entry[],
  ofLevel: ServiceDays,
  policy: Policy,
  holds: readonly LockHold[],
): { readonly serviceDays: ServiceDays; readonly stations: readonly Entry[] }[] {
  const daysOf = new Map(stations.map((station) => [station.id, stationDays(station, ofLevel, policy)]));
  for (const { stationIds } of holds) {
    const here = stationIds.filter((id) => daysOf.has(id));
    if (here.length < 2) continue;
    const days = usualDays(here.map((id) => daysOf.get(id)!));
    for (const id of here) daysOf.set(id, days);
  }
  const groups = new Map<string, { serviceDays: ServiceDays; stations: Entry[] }>();
  for (const station of stations) {
    const serviceDays = daysOf.get(station.id)!;
    const key = JSON.stringify(serviceDays);
    const group = groups.get(key);
    if (group) group.stations.push(station);
    else groups.set(key, { serviceDays, stations: [station] });
  }
  return [...groups.values()];
}
