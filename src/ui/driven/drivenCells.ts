import type { CellValue } from '../../core/io/tables/sheet.ts';
import type { ClassSpeed, DrivenStopState, DrivenTrip } from '../../core/model/drivenDay.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { RoadClass, TravelSettings } from '../../core/model/scenario.ts';
import type { ClockMin } from '../../core/units.ts';
import { drivenRows } from './drivenRows.ts';

interface StopWords {
  readonly nameOf: (id: StationId) => string;
  readonly stateOf: (state: DrivenStopState) => string;
  readonly clock: (clockMin: ClockMin | null) => string;
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;

/** Rows of the table stop by stop, differences by the clock. */
export const stopCells = (trip: DrivenTrip, words: StopWords): CellValue[][] =>
  drivenRows(trip, 'byClock').map(({ stop, differenceMin, plannedDwellMin, measuredDwellMin }, index) => [
    index,
    words.nameOf(stop.stationId),
    words.clock(stop.plannedArrivalClockMin),
    words.clock(stop.arrivalClockMin),
    rounded(differenceMin, 1),
    words.clock(stop.plannedDepartureClockMin),
    words.clock(stop.departureClockMin),
    rounded(plannedDwellMin, 1),
    rounded(measuredDwellMin, 1),
    words.stateOf(stop.state),
    rounded(stop.nearestM, 0),
  ]);

export const speedCells = (
  speeds: readonly ClassSpeed[],
  { speedKmPerH }: Pick<TravelSettings, 'speedKmPerH'>,
  nameOf: (roadClass: RoadClass) => string,
): CellValue[][] =>
  speeds.map((speed) => [
    nameOf(speed.roadClass),
    rounded(speed.speedKmPerH, 1),
    rounded(speed.lowerQuartileKmPerH, 1),
    rounded(speed.upperQuartileKmPerH, 1),
    speedKmPerH[speed.roadClass].value,
    rounded(speed.lengthKm, 2),
    rounded(speed.drivingMin, 1),
    speed.pieceCount,
  ]);
