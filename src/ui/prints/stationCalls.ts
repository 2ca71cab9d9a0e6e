import { stationDemand } from '../../core/evaluate/stationDemand.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import type { Place } from '../../core/model/scenario.ts';
import type { ClockMin, Parcels } from '../../core/units.ts';
import { townshipName } from '../../state/tables/stationTable.ts';
import { shortPlaceName } from '../bilingual.ts';
import { tripTimes } from '../levels/tripTimes.ts';

/** One round of a line at a station: when parcels change hands, earliest and latest over the days of the calendar. */
export interface StationCall {
  readonly line: PlannedLine;
  readonly lineIndex: number;
  readonly roundIndex: number;
  readonly fromClockMin: ClockMin;
  readonly untilClockMin: ClockMin;
}

export interface StationRow {
  readonly stationId: StationId;
  readonly name: string;
  /** Other places whose parcels are handed over here. */
  readonly alsoServes: readonly string[];
  readonly openClockMin: ClockMin;
  readonly closeClockMin: ClockMin;
  /** Handed over and collected, a calendar day. */
  readonly deliveryParcelsPerDay: Parcels;
  readonly pickupParcelsPerDay: Parcels;
  /** In order of the clock; empty = no line calls. */
  readonly calls: readonly StationCall[];
}

export interface TownshipCalls {
  /** Empty: stations that lie in no township. */
  readonly township: string;
  readonly stations: readonly StationRow[];
}

/** When lines call at each station, by township, for a notice on its door. Candidates for hubs nothing calls at are left out. */
export function callsByTownship(report: Report): readonly TownshipCalls[] {
  const { scenario } = report;
  const placeById = new Map<string, Place>(scenario.places.map((place) => [place.id, place]));
  const calls = callsOf(report);
  const demandOf = stationDemand(scenario);
  const townships = new Map<string, StationRow[]>();
  for (const station of scenario.stations) {
    const own = calls.get(station.id) ?? [];
    if (own.length === 0 && station.servesPlaceIds.length === 0) continue;
    const township = townshipName(placeById.get(station.placeId), placeById);
    const rows = townships.get(township) ?? [];
    townships.set(township, rows);
    rows.push({
      stationId: station.id,
      name: shortPlaceName(station.name),
      alsoServes: station.servesPlaceIds.flatMap((placeId) =>
        placeId === station.placeId ? [] : shortPlaceName(placeById.get(placeId)?.name ?? placeId),
      ),
      openClockMin: station.openClockMin,
      closeClockMin: station.closeClockMin,
      ...demandOf.get(station.id)!,
      calls: own.toSorted((a, b) => a.fromClockMin - b.fromClockMin || a.lineIndex - b.lineIndex),
    });
  }
  return [...townships].map(([township, stations]) => ({ township, stations }));
}

function callsOf(report: Report): Map<StationId, StationCall[]> {
  const times = tripTimes(report);
  const calls = new Map<StationId, StationCall[]>();
  for (const [lineIndex, line] of report.plan.lines.entries()) {
    const trips = Array.from({ length: times.cycle }, (_, day) => times.ofLine(line.id, day)).flat();
    for (const roundIndex of line.departureClockMin.keys()) {
      const visits = trips
        .filter((each) => each.roundIndex === roundIndex)
        .flatMap(({ trip }) => trip.visits);
      for (const stationId of line.stopIds) {
        const clocks = visits.flatMap((visit) =>
          visit.stationId === stationId ? [visit.arrivalClockMin + (visit.waitMin ?? 0)] : [],
        );
        if (clocks.length === 0) continue;
        const ofStation = calls.get(stationId) ?? [];
        calls.set(stationId, ofStation);
        const fromClockMin = Math.min(...clocks);
        ofStation.push({ line, lineIndex, roundIndex, fromClockMin, untilClockMin: Math.max(...clocks) });
      }
    }
  }
  return calls;
}
