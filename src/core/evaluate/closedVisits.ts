import type { Violation } from '../model/evaluation.ts';
import { hoursOnDay, visitsWhileOpen } from '../model/openHours.ts';
import type { Scenario } from '../model/scenario.ts';
import type { LineRun } from './cohorts.ts';

/** Clocks are sums of floating-point numbers: a hair past closing is no violation. */
const tolerance = 1e-6;

/**
 * Stops outside the station's hours where the planner asks for stops within them, once per line and station with the
 * trip that misses them most. Our vehicles wait for the opening and can only be late; buses keep their timetable and can
 * be early too.
 */
export function closedVisits(scenario: Scenario, runs: readonly LineRun[]): Violation[] {
  if (!visitsWhileOpen(scenario)) return [];
  const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
  return runs.flatMap(({ line, trips }) =>
    line.stopIds.flatMap((stationId, call): Violation[] => {
      let worst: { readonly missedMin: number; readonly params: Violation['params'] } | null = null;
      for (const trip of trips) {
        const hours = hoursOnDay(stationById.get(stationId)!, trip.departureClockMin);
        const { arrivalClockMin, waitMin = 0 } = trip.visits[call]!;
        if (!hours) continue;
        const { openMin, closeMin } = hours;
        const startMin = arrivalClockMin + waitMin;
        const missedMin = Math.max(startMin - closeMin, openMin - startMin);
        if (missedMin > tolerance && missedMin > (worst?.missedMin ?? 0))
          worst = {
            missedMin,
            params: { stationId, arrivalClockMin, openClockMin: openMin, closeClockMin: closeMin },
          };
      }
      return worst ? [{ code: 'station.closed', lineId: line.id, params: worst.params }] : [];
    }),
  );
}
