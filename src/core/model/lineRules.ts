import type { Hours, Km, Yuan } from '../units.ts';
import type { LineId, StationId, VehicleTypeId } from './ids.ts';
import type { PlannedDuty, PlannedLine } from './plan.ts';
import type { RoadClass } from './scenario.ts';

/** What a planner asks of the lines beyond least cost, and what is settled by hand. Everything is optional: absent = off. */

/** What lines are made alike in. */
export const balanceMeasures = ['time', 'parcels', 'stops'] as const;
export type BalanceMeasure = (typeof balanceMeasures)[number];

export interface BalanceWish {
  readonly measure: BalanceMeasure;
  /** What an hour, parcel or stop of difference between the longest and the shortest line may cost at most. */
  readonly yuanPerUnit: Yuan;
}

/** A stop that may be left out when serving it costs more than it is worth. */
export interface OptionalStop {
  readonly stationId: StationId;
  /** Most that serving it may add per day. */
  readonly worthYuanPerDay: Yuan;
}

/** Classes of roads a vehicle type may not use, whatever its size. */
export interface ForbiddenRoads {
  readonly vehicleTypeId: VehicleTypeId;
  readonly roadClasses: readonly RoadClass[];
}

export interface LineRules {
  readonly balance?: BalanceWish;
  /** What a kilometre between the two stops of a line that lie farthest apart may cost: draws lines together. */
  readonly compactYuanPerKm?: Yuan;
  /** What every further line into one township may cost: keeps its villages on one line. */
  readonly townshipSplitYuan?: Yuan;
  readonly maxStopsPerLine?: number;
  readonly maxKmPerLine?: Km;
  /** From loading to the return; where a driver has several trips, all of them together. */
  readonly maxHoursPerLine?: Hours;
  /**
   * Lines from the depot or a hub to villages end at their last stop, where the driver lives: the way back is neither
   * driven nor paid. A crew that must load for another trip of the day comes back first.
   */
  readonly endsAtVillage?: boolean;
  /**
   * The vehicle of such a line stands overnight at the last stop of its crew's last trip, where the driver lives. Before the
   * first loading of the day it is driven in, on the clock, instead of back in the evening. Decides where both are on.
   */
  readonly startsAtVillage?: boolean;
  /** Stops are made only while the station is open: a vehicle that is early waits, one that is late breaks the rule. */
  readonly visitsWhileOpen?: boolean;
  readonly optionalStops?: readonly OptionalStop[];
  readonly forbiddenRoads?: readonly ForbiddenRoads[];
}

/** stops: they stay together on a line; sequence: also one behind the other; line: exactly this line. */
export type LockKind = 'stops' | 'sequence' | 'line';

/** Part of the lines that must stay as it is when lines are drawn anew. */
export interface LineLock {
  readonly keep: LockKind;
  readonly originId: StationId;
  readonly vehicleTypeId: VehicleTypeId;
  readonly stationIds: readonly StationId[];
  /** Neighbours of the locked stops when they were locked: what "this line" means to a stop locked alone. */
  readonly companionIds?: readonly StationId[];
}

/** Lines drawn or changed by hand. While they are there, they are what the scenario runs: nothing is solved. */
export interface HandPlan {
  readonly lines: readonly PlannedLine[];
  readonly duties: readonly PlannedDuty[];
  /** Stations put where they are by hand, each with the line it was put on. */
  readonly moved: readonly { readonly stationId: StationId; readonly lineId: LineId }[];
}
