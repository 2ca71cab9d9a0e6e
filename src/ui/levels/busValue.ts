import { busBreakEvenYuanPerParcel, ownCarriageYuanPerDay } from '../../core/cost/busBreakEven.ts';
import type { BusLine } from '../../core/model/buses.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Km, Parcels, Yuan } from '../../core/units.ts';

/** What taking a station off its van line saves, beside what the bus asks. */
export interface BusValue {
  readonly stationId: StationId;
  readonly parcelsPerVisit: Parcels;
  /** The van drives so much less on a day it would call. */
  readonly detourKm: Km;
  /** Saved per parcel by those kilometres alone: below this fare the bus always pays. */
  readonly kmYuanPerParcel: Yuan;
  /**
   * Vehicle, kilometres and duty of the line per parcel, or the kilometres alone where a long way for few parcels makes
   * them more: above this fare the bus never pays, even if it spares the whole line.
   */
  readonly lineYuanPerParcel: Yuan;
  readonly fareYuanPerParcel: Yuan;
}

/** Stations of a bus line that a van serves now; what is not driven there has nothing to be compared with. */
export function busValues(report: Report, bus: BusLine): BusValue[] {
  const { plan, evaluation, matrix, scenario } = report;
  const size = matrix.stationIds.length;
  const indexOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const km = (from: StationId, to: StationId): Km =>
    matrix.lengthM[indexOf.get(from)! * size + indexOf.get(to)!]! / 1000;
  return bus.calls.flatMap(({ stationId }): BusValue[] => {
    const line = plan.lines.find((each) => each.kind !== 'bus' && each.stopIds.includes(stationId));
    const own = line && evaluation.lines.find(({ lineId }) => lineId === line.id);
    const vehicle = line && scenario.vehicleTypes.find(({ id }) => id === line.vehicleTypeId);
    if (!line || !own || !vehicle) return [];
    const at = line.stopIds.indexOf(stationId);
    const visits = own.trips.flatMap((trip) => trip.visits.filter((visit) => visit.stationId === stationId));
    const parcels = visits.reduce((sum, visit) => sum + visit.deliveryParcels + visit.pickupParcels, 0);
    const parcelsPerVisit = parcels / Math.max(1, visits.length);
    if (parcelsPerVisit <= 0) return [];
    const before = line.stopIds[at - 1] ?? line.originId;
    const after = line.stopIds[at + 1] ?? line.originId;
    const detourKm = Math.max(0, km(before, stationId) + km(stationId, after) - km(before, after));
    const yuanPerKm = vehicle.energyYuanPerKm.value + vehicle.maintenanceYuanPerKm.value;
    const kmYuanPerParcel = busBreakEvenYuanPerParcel(detourKm * yuanPerKm, parcelsPerVisit);
    return [
      {
        stationId,
        parcelsPerVisit,
        detourKm,
        kmYuanPerParcel,
        lineYuanPerParcel: Math.max(
          kmYuanPerParcel,
          busBreakEvenYuanPerParcel(ownCarriageYuanPerDay(own.costByEntry), own.parcelsPerDay),
        ),
        fareYuanPerParcel: bus.yuanPerParcel.value,
      },
    ];
  });
}

/** How far a station lies from a bus stop counts as near. */
export const nearKm = 1.5;

/** Stations within reach of a bus line that it does not call at. */
export function stationsNear(report: Report, bus: BusLine): { stationId: StationId; km: Km }[] {
  const { matrix, scenario } = report;
  const size = matrix.stationIds.length;
  const indexOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const calls = new Set(bus.calls.map(({ stationId }) => stationId));
  return scenario.stations
    .flatMap(({ id }) => {
      const to = indexOf.get(id);
      if (calls.has(id) || to === undefined) return [];
      const km = Math.min(
        ...[...calls].flatMap((call) => {
          const from = indexOf.get(call);
          return from === undefined ? [] : [matrix.lengthM[from * size + to]! / 1000];
        }),
      );
      return km <= nearKm ? [{ stationId: id, km }] : [];
    })
    .sort((a, b) => a.km - b.km);
}
