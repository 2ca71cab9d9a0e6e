import type { BusLine } from '../model/buses.ts';
import type { TripSchedule } from '../model/evaluation.ts';
import type { PlannedLine } from '../model/plan.ts';
import type { ClockMin } from '../units.ts';
import type { CallLoad } from './schedule.ts';

/**
 * Parcels aboard a passenger line: clocks by its timetable, the keeper's way from the roadside included. Nothing is
 * driven, loaded or waited for at our cost; outbound parcels ride on the way back.
 */
export function scheduleBusTrip(
  busLine: BusLine,
  line: PlannedLine,
  departureClockMin: ClockMin,
  calls: readonly CallLoad[],
): TripSchedule {
  let loadParcels = calls.reduce((sum, call) => sum + call.deliveryParcels, 0);
  const pickupParcels = calls.reduce((sum, call) => sum + call.pickupParcels, 0);
  const maxLoadParcels = Math.max(loadParcels, pickupParcels);
  let lastOffsetMin = 0;
  const visits = line.stopIds.map((stationId, callIndex) => {
    const call = busLine.calls.find((candidate) => candidate.stationId === stationId);
    const offsetMin = call ? call.offsetMin + call.accessMin : 0;
    const { deliveryParcels, pickupParcels: ofCall } = calls[callIndex]!;
    loadParcels -= deliveryParcels;
    const legMin = Math.max(0, offsetMin - lastOffsetMin);
    lastOffsetMin = Math.max(lastOffsetMin, offsetMin);
    return {
      stationId,
      arrivalClockMin: departureClockMin + offsetMin,
      departureClockMin: departureClockMin + offsetMin,
      deliveryParcels,
      pickupParcels: ofCall,
      loadAfterParcels: loadParcels,
      legKm: 0,
      legMin,
      isEstimated: false,
    };
  });
  return {
    departureClockMin,
    visits,
    returnClockMin: departureClockMin + 2 * lastOffsetMin,
    returnLegKm: 0,
    returnLegMin: lastOffsetMin,
    lengthKm: 0,
    drivingMin: 0,
    dwellMin: 0,
    breakMin: 0,
    loadingMin: 0,
    maxLoadParcels,
  };
}
