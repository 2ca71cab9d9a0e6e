import type { LonLat } from '../../core/geo.ts';
import { type DayLog, depotPlace } from '../../core/model/dayLog.ts';
import type { Report } from '../../core/model/report.ts';
import { legCourses, lengthsAlong, type PlaybackLeg, type PlaybackTrip } from './dayTrips.ts';

/** The trips of a simulated day as they were driven: late, broken down or extra ones among them, with what was aboard. */
export function simulatedTrips(report: Report, log: DayLog): PlaybackTrip[] {
  const { plan, linePaths, scenario } = report;
  const positions = new Map<string, LonLat>(
    [scenario.depot, ...scenario.stations].map(({ id, lonLat }) => [id, lonLat]),
  );
  const placeAt = (place: number): LonLat =>
    positions.get(place === depotPlace ? scenario.depot.id : log.stationIds[place]!)!;
  const rowsOfTrip = new Map<number, number[]>();
  log.legs.tripIndex.forEach((trip, row) => {
    const rows = rowsOfTrip.get(trip);
    if (rows) rows.push(row);
    else rowsOfTrip.set(trip, [row]);
  });
  return [...rowsOfTrip.values()].map((rows) => {
    const lineIndex = log.legs.lineIndex[rows[0]!]!;
    const courses = legCourses(plan.lines[lineIndex]!, linePaths[lineIndex]?.legs ?? [], positions);
    const isWhole = courses.length === rows.length;
    return {
      lineIndex,
      legs: rows.map((row, index): PlaybackLeg => {
        const straight = [placeAt(log.legs.fromPlace[row]!), placeAt(log.legs.toPlace[row]!)];
        const points = isWhole ? courses[index]! : straight;
        return {
          departMin: log.legs.departMin[row]!,
          arriveMin: log.legs.arriveMin[row]!,
          parcels: log.legs.parcels[row]!,
          points,
          along: lengthsAlong(points),
        };
      }),
    };
  });
}
