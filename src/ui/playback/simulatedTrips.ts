import type { LonLat } from '../../core/geo.ts';
import { type DayLog, depotPlace } from '../../core/model/dayLog.ts';
import type { StationId } from '../../core/model/ids.ts';
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
  const idAt = (place: number): StationId =>
    place === depotPlace ? scenario.depot.id : log.stationIds[place]!;
  // By ends: a day may begin with the drive from a village, on the way back of another line of the same crew.
  const ways = new Map<string, readonly LonLat[]>();
  plan.lines.forEach((line, lineIndex) => {
    const calls = [line.originId, ...line.stopIds, line.originId];
    legCourses(line, linePaths[lineIndex]?.legs ?? [], positions).forEach((course, leg) => {
      ways.set(`${line.vehicleTypeId} ${calls[leg]} ${calls[leg + 1]}`, course);
    });
  });
  return [...rowsOfTrip.values()].map((rows) => {
    const lineIndex = log.legs.lineIndex[rows[0]!]!;
    const { vehicleTypeId } = plan.lines[lineIndex]!;
    return {
      lineIndex,
      legs: rows.map((row): PlaybackLeg => {
        const from = log.legs.fromPlace[row]!;
        const to = log.legs.toPlace[row]!;
        const points = ways.get(`${vehicleTypeId} ${idAt(from)} ${idAt(to)}`) ?? [placeAt(from), placeAt(to)];
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
