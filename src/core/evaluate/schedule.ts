import type { StopVisit, TripSchedule } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import { hoursOnDay } from '../model/openHours.ts';
import type { PlannedLine } from '../model/plan.ts';
import type { DutyRules, ServiceTimes, Station } from '../model/scenario.ts';
import { type TravelMatrix, travelFor } from '../model/travel.ts';
import type { ClockMin, Minutes, Parcels } from '../units.ts';

export interface CallLoad {
  readonly deliveryParcels: Parcels;
  readonly pickupParcels: Parcels;
}

/** Minutes at a stop: fixed by the kind of station, plus seconds for every parcel handed over or taken. */
export function dwellMin(station: Station, load: CallLoad, times: ServiceTimes): Minutes {
  const fixedMin =
    station.role === 'townshipStation'
      ? times.townshipDwellMin.value
      : station.role === 'urbanStation'
        ? times.urbanDwellMin.value
        : times.villageDwellMin.value;
  return fixedMin + ((load.deliveryParcels + load.pickupParcels) * times.handlingSecPerParcel.value) / 60;
}

/** Rests taken when the driving goes on beyond each multiple of the limit; 240 minutes to the second need none yet. */
export const restsDue = (drivingMin: Minutes, limitMin: Minutes): number =>
  Math.max(0, Math.ceil(drivingMin / limitMin - 1e-9) - 1);

export interface ScheduleInput {
  readonly line: PlannedLine;
  readonly departureClockMin: ClockMin;
  /** Parallel to line.stopIds. */
  readonly calls: readonly CallLoad[];
  readonly stationById: ReadonlyMap<StationId, Station>;
  readonly indexById: ReadonlyMap<StationId, number>;
  readonly matrix: TravelMatrix;
  readonly serviceTimes: ServiceTimes;
  readonly dutyRules: DutyRules;
  /** The line ends at its last stop: no way back. Absent = it returns. */
  readonly isOpen?: boolean;
  /** The vehicle stays at its last stop, and is driven back in the morning to load at this clock. Absent = at once. */
  readonly morningClockMin?: ClockMin | undefined;
  /** A vehicle that arrives before the station opens waits; absent = it hands over at once. */
  readonly waitsForOpening?: boolean;
}

/** Working time of a trip: from the start of loading to the return, and the drive in the morning. */
export const tripMin = ({ departureClockMin, loadingMin, returnClockMin, morning }: TripSchedule): Minutes =>
  returnClockMin -
  departureClockMin +
  loadingMin +
  (morning ? morning.endClockMin - morning.startClockMin : 0);

/**
 * The clock, load and kilometres of one trip. The driver rests each time the driving of the trip goes beyond
 * the limit once more, wherever that is: a leg during which it happens takes longer by the rest. A way back driven in the
 * morning counts with the trip it belongs to, so that the rest it brings is taken before loading and no delivery moves.
 */
export function scheduleTrip(input: ScheduleInput): TripSchedule {
  const { line, calls, matrix, dutyRules } = input;
  const size = matrix.stationIds.length;
  const travel = travelFor(matrix, line.vehicleTypeId);
  let clockMin = input.departureClockMin;
  let loadParcels = calls.reduce((sum, call) => sum + call.deliveryParcels, 0);
  let maxLoadParcels = loadParcels;
  let lengthKm = 0;
  let drivingMin = 0;
  let dwellTotalMin = 0;
  let breakTotalMin = 0;
  let fromIndex = input.indexById.get(line.originId)!;

  const drive = (toIndex: number): { legKm: number; legMin: Minutes; isEstimated: boolean } => {
    const cell = fromIndex * size + toIndex;
    const legKm = travel.lengthM[cell]! / 1000;
    const legMin = travel.durationS[cell]! / 60;
    const limitMin = dutyRules.breakAfterDrivingMin.value;
    const rests = restsDue(drivingMin + legMin, limitMin) - restsDue(drivingMin, limitMin);
    breakTotalMin += rests * dutyRules.breakMin.value;
    clockMin += rests * dutyRules.breakMin.value;
    clockMin += legMin;
    lengthKm += legKm;
    drivingMin += legMin;
    fromIndex = toIndex;
    return { legKm, legMin, isEstimated: travel.isEstimated[cell] === 1 };
  };

  const visits: StopVisit[] = line.stopIds.map((stationId, callIndex) => {
    const station = input.stationById.get(stationId)!;
    const call = calls[callIndex]!;
    const leg = drive(input.indexById.get(stationId)!);
    const arrivalClockMin = clockMin;
    const hours = input.waitsForOpening ? hoursOnDay(station, input.departureClockMin) : null;
    const waitMin = hours ? Math.max(0, hours.openMin - arrivalClockMin) : 0;
    clockMin += waitMin;
    const atStopMin = dwellMin(station, call, input.serviceTimes);
    clockMin += atStopMin;
    dwellTotalMin += atStopMin;
    loadParcels += call.pickupParcels - call.deliveryParcels;
    maxLoadParcels = Math.max(maxLoadParcels, loadParcels);
    return {
      stationId,
      arrivalClockMin,
      ...(waitMin > 0 ? { waitMin } : {}),
      departureClockMin: clockMin,
      deliveryParcels: call.deliveryParcels,
      pickupParcels: call.pickupParcels,
      loadAfterParcels: loadParcels,
      ...leg,
    };
  });
  const throughClockMin = clockMin;
  const returnLeg = input.isOpen ? { legKm: 0, legMin: 0 } : drive(input.indexById.get(line.originId)!);

  const { morningClockMin } = input;
  const backMin = clockMin - throughClockMin;

  return {
    departureClockMin: input.departureClockMin,
    visits,
    ...(morningClockMin === undefined
      ? { returnClockMin: clockMin }
      : {
          returnClockMin: throughClockMin,
          morning: { startClockMin: morningClockMin - backMin, endClockMin: morningClockMin },
        }),
    returnLegKm: returnLeg.legKm,
    returnLegMin: returnLeg.legMin,
    lengthKm,
    drivingMin,
    dwellMin: dwellTotalMin,
    breakMin: breakTotalMin,
    loadingMin: input.serviceTimes.loadingMin.value,
    maxLoadParcels,
  };
}
