import type { ClockMin, Hours, Km, Minutes, Parcels, Share, Yuan } from '../units.ts';
import type { LineId, StationId, VehicleTypeId } from './ids.ts';
import type { CostEntryKey } from './rates.ts';

/** One call of a line at a stop, on a day of average demand. Clocks belong to the day of departure. */
export interface StopVisit {
  readonly stationId: StationId;
  readonly arrivalClockMin: ClockMin;
  /** From the arrival until the station opens, where stops are made only while it is open; absent = none. */
  readonly waitMin?: Minutes;
  readonly departureClockMin: ClockMin;
  readonly deliveryParcels: Parcels;
  readonly pickupParcels: Parcels;
  readonly loadAfterParcels: Parcels;
  readonly legKm: Km;
  readonly legMin: Minutes;
  readonly isEstimated: boolean;
}

/** From a village to the start of the line, empty, with the rests the way back brings. */
export interface MorningDrive {
  readonly startClockMin: ClockMin;
  /** Loading begins. */
  readonly endClockMin: ClockMin;
}

/** One departure of a line with the average load it carries. */
export interface TripSchedule {
  readonly departureClockMin: ClockMin;
  readonly visits: readonly StopVisit[];
  /** Back at the start; where the vehicle stays at its last stop: through with that. */
  readonly returnClockMin: ClockMin;
  /** The way back, whenever it is driven; on a line that ends at its last stop 0. */
  readonly returnLegKm: Km;
  readonly returnLegMin: Minutes;
  /** The vehicle stays at its last stop; the way back is driven before the duty's first loading of the day. */
  readonly morning?: MorningDrive;
  readonly lengthKm: Km;
  readonly drivingMin: Minutes;
  readonly dwellMin: Minutes;
  readonly breakMin: Minutes;
  readonly loadingMin: Minutes;
  readonly maxLoadParcels: Parcels;
}

/** A trunk trip meeting a branch trip at a hub. */
export interface Handover {
  readonly hubId: StationId;
  readonly trunkLineId: LineId;
  readonly branchLineId: LineId;
  /** Unloaded and handed over. */
  readonly readyClockMin: ClockMin;
  readonly branchDepartureClockMin: ClockMin;
  /** To spare between the two on the tightest day; below 0 the parcels miss the trip and wait for the next. */
  readonly slackMin: Minutes;
}

export interface LineEvaluation {
  readonly lineId: LineId;
  /** One schedule per departure of the calendar cycle, in order of time. */
  readonly trips: readonly TripSchedule[];
  /** Service days per day of the calendar: 1 daily, 0.5 alternate days. */
  readonly serviceDayShare: Share;
  /** Per calendar day, averaged over the calendar. */
  readonly lengthKmPerDay: Km;
  readonly loadFactorShare: Share;
  readonly parcelsPerDay: Parcels;
  readonly costYuanPerDay: Yuan;
  /** The line's part of the cost book; the lines add up to the whole. */
  readonly costByEntry: CostBook;
  readonly yuanPerParcel: Yuan;
  readonly isEstimated: boolean;
}

/** What is paid of one day of a duty. */
export interface DutyDay {
  readonly paidMin: Minutes;
  readonly overtimeMin: Minutes;
}

/** A driver's paid day: one or several trips. Clocks, paid time and overtime are those of the longest of its days. */
export interface Duty extends DutyDay {
  readonly lineIds: readonly LineId[];
  readonly tripCount: number;
  readonly vehicleTypeId: VehicleTypeId;
  readonly startClockMin: ClockMin;
  readonly endClockMin: ClockMin;
  /** Each day of the cycle on which it is driven: on some a line may have more parcels to hand over, or not run. */
  readonly days: readonly DutyDay[];
  /** Minutes by which a trip would have to start before the driver is back from the one before; 0 in a sound plan. */
  readonly overlapMin: Minutes;
  /** Days worked per day of the calendar. */
  readonly dayShare: Share;
}

export type ViolationCode =
  | 'capacity.exceeded'
  | 'shift.exceeded'
  | 'duty.overlap'
  | 'range.exceeded'
  | 'fleet.exceeded'
  | 'leg.unreachable'
  /** The limit the planner sets on the county-to-village time; in hours, or in days. */
  | 'time.boundExceeded'
  | 'hub.capacityExceeded'
  /** Lines leave a hub to which not all of its parcels are brought. */
  | 'hub.partlySupplied'
  /** The sorter has more than a day's work a day: parcels pile up. */
  | 'sorting.overloaded'
  /** A stop outside the station's hours, where the planner asks for stops within them. */
  | 'station.closed'
  /** The planner's own limits for lines. */
  | 'rule.stops'
  | 'rule.km'
  | 'rule.hours'
  | 'rule.lineCount'
  | 'rule.fewLines';
export interface Violation {
  readonly code: ViolationCode;
  readonly lineId: LineId | null;
  readonly params: Readonly<Record<string, number | string>>;
}

/** Where a village's hours go, on average (hours; they add up to `meanH`). */
export interface TimeParts {
  readonly sortH: Hours;
  readonly waitDepartureH: Hours;
  readonly driveH: Hours;
  readonly hubWaitH: Hours;
  readonly stationClosedH: Hours;
}

export interface StopTimes {
  readonly stationId: StationId;
  readonly lineId: LineId;
  readonly meanH: Hours;
  readonly worstH: Hours;
  readonly parts: TimeParts;
}

/**
 * Distribution of the time from arrival at the depot to availability at the stop, as weighted points:
 * hours ascending; weight = parcels per day (by parcel) and villages (by village).
 */
export interface TimeDistribution {
  readonly points: readonly {
    readonly hours: Hours;
    readonly parcelsPerDay: Parcels;
    readonly villages: number;
    readonly calendarDays: number;
  }[];
  /** What the shares are of: parcels asked for, those no line brings among them. */
  readonly parcelsPerDay: Parcels;
  /** Villages that parcels are bound for. */
  readonly villageCount: number;
  /** Hours are those of the parcels that arrive; missing (NaN), as the shares are, where there are none. */
  readonly medianH: Hours;
  readonly p90H: Hours;
  readonly p95H: Hours;
  readonly worstH: Hours;
  readonly meanH: Hours;
  /** Weighted by parcels; those no line brings count as late. */
  readonly shareWithin24h: Share;
  readonly shareWithin48h: Share;
  readonly shareWithin72h: Share;
  readonly shareWithin2CalendarDays: Share;
  /** Villages all of whose parcels arrive within 48 h, as a share of the villages parcels are bound for. */
  readonly villageShareWithin48h: Share;
}

/** An average week of the drivers. */
export interface DriverWeek {
  readonly dutyDays: number;
  /** Duty days beyond those one driver may work: somebody else drives the duty while its driver rests. */
  readonly reliefDays: number;
  /** Wages and charges of the relief, part of C4. */
  readonly reliefYuanPerDay: Yuan;
  /** Days paid without a duty, where drivers are paid by the week. */
  readonly standbyDays: number;
  /** Part of C4. */
  readonly standbyYuanPerDay: Yuan;
}

export type CostBook = Readonly<Record<CostEntryKey, Yuan>>;

export interface Evaluation {
  readonly lines: readonly LineEvaluation[];
  readonly duties: readonly Duty[];
  readonly stopTimes: readonly StopTimes[];
  /** Where trunk and branch lines run on the same day. */
  readonly handovers: readonly Handover[];
  /** Drivers needed so that each has his days of rest, every duty of the calendar driven. */
  readonly driverCount: number;
  readonly driverWeek: DriverWeek;
  /** Parcels bound for villages (or urban stations in the urban star). */
  readonly times: TimeDistribution;
  readonly costYuanPerDay: CostBook;
  readonly totalYuanPerDay: Yuan;
  readonly parcelsPerDay: { readonly delivery: Parcels; readonly pickup: Parcels };
  /** Missing (NaN) where nothing is carried. */
  readonly yuanPerParcel: Yuan;
  readonly lineKmPerDay: Km;
  readonly dutyCount: number;
  readonly vehicleCount: number;
  readonly kgCo2PerDay: number;
  readonly sortingRounds: number;
  readonly violations: readonly Violation[];
  readonly isEstimated: boolean;
}
