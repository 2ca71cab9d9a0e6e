import type { StationId, VehicleTypeId } from './ids.ts';

/** Row-major square tables over stations: entry [from * size + to]. */
export interface TravelTables {
  /** Metres along the path; unreachable pairs hold `unreachable`. */
  readonly lengthM: Int32Array;
  /** Seconds of driving along the path of least time; unreachable pairs hold `unreachable`. */
  readonly durationS: Int32Array;
  /** 1 where the path uses an estimated (proxy) road. */
  readonly isEstimated: Uint8Array;
}

/** Travel of a vehicle type that may not use every road. */
export interface RestrictedTravel extends TravelTables {
  readonly vehicleTypeId: VehicleTypeId;
}

/**
 * Shortest travel between stations, for vehicles that fit every road.
 * Index 0 is the depot, then `Scenario.stations` in their order.
 */
export interface TravelMatrix extends TravelTables {
  readonly stationIds: readonly StationId[];
  /** Vehicle types with tables of their own; absent = none, all travel alike. */
  readonly restricted?: readonly RestrictedTravel[];
}

/** Larger than any real leg, small enough that sums of a few hundred stay inside 31 bits. */
export const unreachable = 4_000_000;

/** Tables that hold for a vehicle type. */
export const travelFor = (matrix: TravelMatrix, vehicleTypeId: VehicleTypeId): TravelTables =>
  matrix.restricted?.find((tables) => tables.vehicleTypeId === vehicleTypeId) ?? matrix;
