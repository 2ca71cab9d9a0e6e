import { serviceDayShare } from '../evaluate/calendar.ts';
import type { Policy, ServiceDays, Station } from '../model/scenario.ts';

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

/** Stations grouped by the days they are visited on, in the order first met. */
export function byDays<Entry extends Station>(
  stations: readonly Entry[],
  ofLevel: ServiceDays,
  policy: Policy,
): { readonly serviceDays: ServiceDays; readonly stations: readonly Entry[] }[] {
  const groups = new Map<string, { serviceDays: ServiceDays; stations: Entry[] }>();
  for (const station of stations) {
    const serviceDays = stationDays(station, ofLevel, policy);
    const key = JSON.stringify(serviceDays);
    const group = groups.get(key);
    if (group) group.stations.push(station);
    else groups.set(key, { serviceDays, stations: [station] });
  }
  return [...groups.values()];
}
