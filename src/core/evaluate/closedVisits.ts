import type { Violation } from '../model/evaluation.ts';
import type { LineId, StationId } from '../model/ids.ts';
import { hoursOnDay, visitsWhileOpen } from '../model/openHours.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ClockMin, Minutes } from '../units.ts';
import type { LineRun } from './cohorts.ts';

/** Clocks are sums of floating-point numbers: a hair past closing is no violation. */
const tolerance = 1e-6;

type Runs = readonly Pick<LineRun, 'line' | 'trips'>[];

/** A stop that begins before the station opens or after it closes. */
export interface ClosedVisit {
  readonly lineId: LineId;
  readonly stationId: StationId;
  readonly arrivalClockMin: ClockMin;
  readonly openClockMin: ClockMin;
  readonly closeClockMin: ClockMin;
  readonly missedMin: Minutes;
}

/** Stops outside the station's hours, once per line and station with the trip that misses them most. */
export function visitsOutsideHours({ stations }: Pick<Scenario, 'stations'>, runs: Runs): ClosedVisit[] {
  const stationById = new Map(stations.map((station) => [station.id, station]));
  return runs.flatMap(({ line, trips }) =>
    line.stopIds.flatMap((stationId, call): ClosedVisit[] => {
      let worst: ClosedVisit | null = null;
      for (const trip of trips) {
        const hours = hoursOnDay(stationById.get(stationId)!, trip.departureClockMin);
        const { arrivalClockMin, waitMin = 0 } = trip.visits[call]!;
        if (!hours) continue;
        const { openMin, closeMin } = hours;
        const startMin = arrivalClockMin + waitMin;
        const missedMin = Math.max(startMin - closeMin, openMin - startMin);
        if (missedMin > tolerance && missedMin > (worst?.missedMin ?? 0))
          worst = {
            lineId: line.id,
            stationId,
            arrivalClockMin,
            openClockMin: openMin,
            closeClockMin: closeMin,
            missedMin,
          };
      }
      return worst ? [worst] : [];
    }),
  );
}

/**
 * The same as violations, where the planner asks for stops within the hours. Our vehicles wait for the opening and can
 * only be late; buses keep their timetable and can be early too.
 */
export function closedVisits(scenario: Scenario, runs: Runs): Violation[] {
  if (!visitsWhileOpen(scenario)) return [];
  return visitsOutsideHours(scenario, runs).map(
    ({ lineId, missedMin: _missed, ...params }): Violation => ({
      code: 'station.closed',
      lineId,
      params: { ...params },
    }),
  );
}
