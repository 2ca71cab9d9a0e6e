import type { StationId } from './ids.ts';

/**
 * Shortest travel between stations. Row-major square tables: entry [from * size + to].
 * Index 0 is the depot, then `Scenario.stations` in their order.
 */
export interface TravelMatrix {
  readonly stationIds: readonly StationId[];
  /** Metres along the path; unreachable pairs hold `unreachable`. */
  readonly lengthM: Int32Array;
  /** Seconds of driving along the path of least time; unreachable pairs hold `unreachable`. */
  readonly durationS: Int32Array;
  /** 1 where the path uses an estimated (proxy) road. */
  readonly isEstimated: Uint8Array;
}

/** Larger than any real leg, small enough that sums of a few hundred stay inside 31 bits. */
export const unreachable = 4_000_000;
