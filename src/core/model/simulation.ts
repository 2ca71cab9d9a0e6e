import type { ClockMin, Hours, Parcels, Share } from '../units.ts';
import type { Graded } from './graded.ts';
import type { LineId, StationId } from './ids.ts';
import type { CostEntryKey } from './rates.ts';
import type { StationRole } from './scenario.ts';

/** Days of the horizon on which the parcels of every place are a multiple of an average day's. */
export interface DayFactor {
  readonly name: string;
  /** Day 0 is the first day of the horizon; `toDay` belongs to it. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly deliveryFactor: number;
  readonly pickupFactor: number;
}

/** Something shut on given days (day 0 = first day of the horizon, `toDay` included); null = all of them. */
export type Closure =
  | {
      readonly kind: 'line';
      readonly lineId: LineId | null;
      readonly fromDay: number;
      readonly toDay: number;
    }
  | {
      readonly kind: 'station';
      readonly stationId: StationId | null;
      readonly fromDay: number;
      readonly toDay: number;
    };

/** Days on which no line runs and no village station opens; parcels go on arriving. */
export interface Holiday {
  readonly name: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** Outbound parcels that must stay cold (炎陵 yellow peaches): where they are pre-cooled, and in what they ride. */
export interface ColdChain {
  /** Share of the outbound parcels that are fresh. */
  readonly freshShare: Share;
  readonly precooling: 'none' | 'station' | 'hub' | 'depot';
  readonly isReefer: boolean;
}

/** Everything of a simulation that is not in scenario or plan. Shares are per day, line or station as named. */
export interface SimulationSettings {
  readonly days: number;
  readonly replications: number;
  readonly seed: number;
  /** Days before the horizon that fill the system, and at most so many after it to see its parcels home. */
  readonly warmUpDays: number;
  readonly followUpDays: number;
  /** Weekday of the first day, on which calendars hang: 0 = Monday. */
  readonly firstWeekday: number;
  /** fixed = every day is the average day, in fractions of parcels; negativeBinomial = whole parcels. */
  readonly demandKind: 'fixed' | 'negativeBinomial';
  /** Coefficient of variation of a place's rate from day to day, on top of counting noise. */
  readonly demandVariationCv: Graded;
  readonly weekdayFactors: readonly number[];
  readonly dayFactors: readonly DayFactor[];
  /** Standard deviation of the logarithm of a trip's driving time. */
  readonly tripTimeLogSd: Graded;
  readonly badWeatherDayShare: Graded;
  /** Speed in bad weather over speed on a dry day. */
  readonly badWeatherSpeedFactor: Graded;
  readonly lineClosedDayShare: Graded;
  readonly breakdownTripShare: Graded;
  readonly breakdownDelayMin: Graded;
  readonly keeperAbsentDayShare: Graded;
  /** Passengers first: share of a bus's spare box that luggage takes on average, between none and twice that. */
  readonly busBoxTakenShare: Graded;
  /** Vehicles a hub loads or unloads at once, unless the hub says otherwise; 0 = no limit. */
  readonly hubDockCount: Graded;
  /** Parcels a hub has room for; what does not fit rides back and comes again with the next departure; 0 = no limit. */
  readonly hubSpaceParcels: Graded;
  /** An extra trip is sent when a departure leaves so many parcels behind and a vehicle is free; 0 = never. */
  readonly extraTripMinParcels: Graded;
  /** Departure of the outbound trunk from the depot: parcels brought in by then are gone. */
  readonly outboundTrunkClockMin: ClockMin;
  readonly closures: readonly Closure[];
  readonly holidays: readonly Holiday[];
  readonly cold: ColdChain | null;
  /** A station whose parcels of the first replication are followed step by step. */
  readonly traceStationId: StationId | null;
}

export interface SimulationProgress {
  readonly doneShare: Share;
  readonly replicationsDone: number;
}

/** Mean over the replications with its 95 % confidence interval (Student); one replication has no interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Hours are those of the parcels that arrived; shares count parcels that never arrived as late. */
export const timeStatisticKeys = [
  'meanH',
  'medianH',
  'p90H',
  'p95H',
  'worstH',
  'shareWithin24h',
  'shareWithin48h',
  'shareWithin72h',
  'shareWithin2CalendarDays',
] as const;
export type TimeStatisticKey = (typeof timeStatisticKeys)[number];
export type SimulatedTimes = Readonly<Record<TimeStatisticKey, Estimate>>;

/** Hours are those of the outbound parcels that left; shares count parcels that did not as late. */
export const outboundStatisticKeys = [
  'meanH',
  'medianH',
  'p90H',
  'p95H',
  'worstH',
  'shareWithin24h',
  'shareWithin48h',
  'shareWithin72h',
] as const;
export type OutboundStatisticKey = (typeof outboundStatisticKeys)[number];
export type OutboundTimeEstimates = Readonly<Record<OutboundStatisticKey, Estimate>>;

export interface SimulatedStation {
  readonly stationId: StationId;
  readonly role: StationRole;
  readonly parcelsPerDay: Estimate;
  readonly times: SimulatedTimes;
  /** Mean hours by part; they add up to `times.meanH.mean`. */
  readonly parts: {
    readonly sortH: Hours;
    readonly waitDepartureH: Hours;
    readonly driveH: Hours;
    readonly hubWaitH: Hours;
    readonly stationClosedH: Hours;
  };
  readonly undeliveredParcels: Parcels;
}

export interface SimulatedLine {
  readonly lineId: LineId;
  /** Extra trips included. */
  readonly tripsPerDay: Estimate;
  readonly extraTripsPerDay: Estimate;
  readonly cancelledTripsPerDay: Estimate;
  readonly meanMaxLoadParcels: Estimate;
  readonly loadFactorShare: Estimate;
  /** Parcels that found no room, counted at every departure that left them behind. */
  readonly leftBehindParcelsPerDay: Estimate;
  readonly lengthKmPerDay: Estimate;
  /** By hour of the day, on average: vehicles of the line on the road, and parcels aboard. */
  readonly vehiclesByHour: readonly number[];
  readonly parcelsByHour: readonly Parcels[];
}

/** Stock at a hub waiting for branch lines. */
export interface SimulatedHub {
  readonly stationId: StationId;
  readonly peakParcels: Estimate;
  /** Parcels that found no room there and rode back, counted each time. */
  readonly turnedAwayParcelsPerDay: Estimate;
  /** Minutes a day that vehicles wait there for a dock. */
  readonly dockWaitMinPerDay: Estimate;
  /** Stock by hour of the day, on average. */
  readonly parcelsByHour: readonly Parcels[];
}

/** Fresh produce on its way out, and what it costs beyond the cost book. */
export interface SimulatedCold {
  readonly freshParcelsPerDay: Estimate;
  /** Hours above temperature, mean over the parcels. */
  readonly warmH: Estimate;
  readonly spoiledShare: Estimate;
  readonly spoilageYuanPerDay: Estimate;
  readonly precoolingYuanPerDay: Estimate;
  readonly reeferYuanPerDay: Estimate;
  /** The three together. */
  readonly totalYuanPerDay: Estimate;
}

export interface SimulatedDay {
  readonly day: number;
  /** Inbound parcels not yet available at the midnight that ends the day. */
  readonly backlogParcels: Estimate;
  readonly createdParcels: Estimate;
}

export interface SimulatedHour {
  readonly hour: number;
  readonly vehiclesOnRoad: number;
  readonly parcelsOnBoard: Parcels;
}

export const incidentCodes = [
  'line.noVehicle',
  'line.closed',
  'line.overfull',
  'line.crewNotBack',
  'line.extraTrip',
  'hub.dockWait',
  'hub.overSpace',
  'station.unserved',
  'station.closed',
  'station.nothingArrived',
  'vehicle.brokenDown',
  'sorter.overloaded',
  'parcels.undelivered',
] as const;
export type IncidentCode = (typeof incidentCodes)[number];

/** What went wrong, for whom, how often over all replications, and on which day for the first time. */
export interface Incident {
  readonly code: IncidentCode;
  readonly entityId: string | null;
  readonly firstDay: number;
  readonly count: number;
}

export const traceSteps = [
  'arrived',
  'sorted',
  'leftBehind',
  'lineClosed',
  'noVehicle',
  'crewNotBack',
  'brokenDown',
  'left',
  'atHub',
  'readyAtHub',
  'keeperAbsent',
  'hubFull',
  'broughtBack',
  'available',
] as const;
export type TraceStep = (typeof traceSteps)[number];
/** One thing that happened to the parcels of one wave for the traced station. */
export interface TraceEntry {
  readonly bornDay: number;
  readonly waveIndex: number;
  readonly step: TraceStep;
  readonly atMin: ClockMin;
  readonly parcels: Parcels;
  readonly lineId: LineId | null;
  /** Parcels that go on together; a lot split off another names it, so that one parcel can be followed. */
  readonly lot: number;
  readonly splitFromLot: number | null;
  /** Step available: when the vehicle came; later = the station was shut. */
  readonly arrivedMin?: ClockMin;
}

export interface ParcelAccount {
  readonly created: Parcels;
  readonly delivered: Parcels;
  readonly inSystem: Parcels;
}

export interface SimulationResult {
  readonly days: number;
  readonly replications: number;
  readonly seed: number;
  readonly eventCount: number;
  /** Parcels in and out born in the horizon, as they stand at its end, summed over the replications. */
  readonly parcels: ParcelAccount;
  /** Parcels of the measured tier. */
  readonly times: SimulatedTimes & { readonly villageShareWithin48h: Estimate };
  readonly stations: readonly SimulatedStation[];
  readonly lines: readonly SimulatedLine[];
  readonly hubs: readonly SimulatedHub[];
  readonly byDay: readonly SimulatedDay[];
  readonly hours: readonly SimulatedHour[];
  /** Parcels per day of the measured tier by whole hour of their time, ends inclusive; the last entry holds all beyond. */
  readonly timeHistogramParcelsPerDay: readonly Parcels[];
  /** Share of the measured tier's parcels that arrived within 1, 2, 3 ... hours. */
  readonly shareByHour: readonly Estimate[];
  /** The same within 0 (the same day), 1, 2 ... calendar days. */
  readonly shareByCalendarDays: readonly Estimate[];
  readonly costYuanPerDay: Readonly<Record<CostEntryKey, Estimate>>;
  readonly totalYuanPerDay: Estimate;
  readonly yuanPerParcel: Estimate;
  readonly lineKmPerDay: Estimate;
  readonly dutyDaysPerDay: Estimate;
  readonly overtimeMinPerDay: Estimate;
  /** From hand-in at the stop to the departure of the outbound trunk. */
  readonly outbound: OutboundTimeEstimates & { readonly parcelsPerDay: Estimate };
  readonly cold: SimulatedCold | null;
  readonly kgCo2PerDay: Estimate;
  readonly incidents: readonly Incident[];
  readonly trace: readonly TraceEntry[];
}
