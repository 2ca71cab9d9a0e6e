import type { Fault } from '../model/faults.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { dayMin, isNeverShut, walkDays } from './walkDays.ts';

const tolerance = 1e-6;
/** Every calendar of up to two weeks shows all its days once it is under way. */
const walkedDays = 28;
const settledAfterDays = 14;

/** Where the planner asks for it, no stop begins outside the station's hours of the day on which the trip leaves. */
export function checkHours(scenario: Scenario, matrix: TravelMatrix, plan: Plan): Fault[] {
  if (!scenario.policy.lineRules?.visitsWhileOpen) return [];
  const stations = new Map<StationId, Station>(scenario.stations.map((station) => [station.id, station]));
  const found = new Map<string, Fault>();
  for (const { line, day, departMin, begunStopMin } of walkDays(scenario, matrix, plan, walkedDays).trips) {
    if (day < settledAfterDays) continue;
    const midnight = Math.floor(departMin / dayMin) * dayMin;
    for (const [call, id] of line.stopIds.entries()) {
      const station = stations.get(id)!;
      const clockMin = begunStopMin[call]! - midnight;
      const isMet =
        isNeverShut(station) ||
        (clockMin >= station.openClockMin - tolerance && clockMin <= station.closeClockMin + tolerance);
      const key = `${line.id} ${id}`;
      if (isMet || found.has(key)) continue;
      const { openClockMin, closeClockMin } = station;
      found.set(key, {
        code: 'visit.closed',
        params: { line: line.id, id, clockMin, openClockMin, closeClockMin },
      });
    }
  }
  return [...found.values()];
}
