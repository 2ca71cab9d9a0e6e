import type { LineId, StationId } from './ids.ts';

/** Index of the depot among the places of a day log; stations have their index in `stationIds`. */
export const depotPlace = -1;

/**
 * One simulated day for playback, as columns of equal length (typed arrays, which cross to a worker without copying).
 * Minutes count from the midnight that begins the day and may exceed 1440 where a trip returns after midnight.
 */
export interface DayLog {
  readonly day: number;
  readonly replication: number;
  readonly lineIds: readonly LineId[];
  readonly stationIds: readonly StationId[];
  /**
   * One row per leg driven, in order of departure: the vehicle of trip `tripIndex` is between two places from
   * `departMin` to `arriveMin` (rests and breakdowns included) with `parcels` aboard, and stands at the second until
   * the next row of the same trip departs. A vehicle's position at a clock is the share of its leg driven by then.
   */
  readonly legs: {
    readonly lineIndex: Int32Array;
    readonly tripIndex: Int32Array;
    readonly fromPlace: Int32Array;
    readonly toPlace: Int32Array;
    readonly departMin: Float64Array;
    readonly arriveMin: Float64Array;
    readonly parcels: Float64Array;
  };
  /** Step functions: from `atMin` on a place holds `parcels`. Depot: inbound not yet gone; hub: waiting for branch lines; stop: made available since midnight. */
  readonly stock: {
    readonly place: Int32Array;
    readonly atMin: Float64Array;
    readonly parcels: Float64Array;
  };
}
