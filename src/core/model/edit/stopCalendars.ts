import type { StationId } from '../ids.ts';
import type { Scenario, StopCalendar } from '../scenario.ts';

/** Days of stations of their own; null = those of the policy again. */
export function setStopCalendars(
  scenario: Scenario,
  stationIds: readonly StationId[],
  calendar: StopCalendar | null,
): Scenario {
  const chosen = new Set(stationIds);
  return {
    ...scenario,
    stations: scenario.stations.map((station) => {
      if (!chosen.has(station.id)) return station;
      const { calendar: _before, ...rest } = station;
      return calendar ? { ...rest, calendar } : rest;
    }),
  };
}
