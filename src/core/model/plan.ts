import type { ClockMin } from '../units.ts';
import type { BusLineId, LineId, StationId, VehicleTypeId } from './ids.ts';
import type { LineKind } from './scenario.ts';
import type { ServiceDays } from './serviceDays.ts';

/** A repeated service: start, stops in order, back to the start. */
export interface PlannedLine {
  readonly id: LineId;
  readonly kind: LineKind;
  /** Depot, or the hub for a branch line; the line also ends here. A station hangs on the hub whose lines call at it. */
  readonly originId: StationId;
  readonly stopIds: readonly StationId[];
  /** Share of each stop's parcels this line carries, parallel to `stopIds`; absent = all of them. */
  readonly stopShares?: readonly number[];
  readonly vehicleTypeId: VehicleTypeId;
  /** One clock per round of a service day. */
  readonly departureClockMin: readonly ClockMin[];
  readonly serviceDays: ServiceDays;
  /** For every-n-days lines: 0..n-1, the days being shared out so that vehicles and drivers are used evenly. */
  readonly phase: number;
  /** Kind bus: the passenger line aboard which the parcels ride. One planned line per run used; it has no duty. */
  readonly busLineId?: BusLineId;
}

/** One driver with one vehicle on one service day: the trips driven one after the other. */
export interface PlannedDuty {
  readonly vehicleTypeId: VehicleTypeId;
  readonly trips: readonly { readonly lineId: LineId; readonly roundIndex: number }[];
}

export type UnservedReason =
  | 'unreachable'
  | 'capacity'
  | 'shift'
  | 'lineCount'
  | 'vehicleRange'
  | 'noVehicle'
  /** Even a line of its own comes after the station has closed. */
  | 'hours'
  /** Serving it costs more than the planner says it is worth. */
  | 'optional'
  /** Every line it could join is locked as it is. */
  | 'locked'
  /** The lines settled by hand leave it out. */
  | 'byHand';

export interface Unserved {
  readonly stationId: StationId;
  readonly reason: UnservedReason;
  readonly params: Readonly<Record<string, number | string>>;
}

/** What is known of a plan's quality. */
/** Objectives of independent short searches before the last one went on from the best of them. */
export interface SearchSpread {
  readonly searches: number;
  readonly bestYuanPerDay: number;
  readonly medianYuanPerDay: number;
  readonly worstYuanPerDay: number;
}

export interface PlanQuality {
  readonly seed: number;
  readonly iterations: number;
  readonly objectiveYuanPerDay: number;
  /** A proven lower bound of the same objective, where one was computed. */
  readonly lowerBoundYuanPerDay: number | null;
  /** No plan serving every station has fewer lines; absent where that is not proven. */
  readonly fewestLines?: number;
  /** How far independent searches came, where nothing proves the plan the best; absent = there was one search. */
  readonly spread?: SearchSpread;
}

export interface Plan {
  readonly lines: readonly PlannedLine[];
  readonly duties: readonly PlannedDuty[];
  readonly unserved: readonly Unserved[];
  readonly quality: PlanQuality;
}
