import type { LonLat } from '../geo.ts';
import type { Issue } from '../issues.ts';
import type { ClockMin, Km, Metres, Minutes, Share } from '../units.ts';
import type { LineId, StationId } from './ids.ts';
import type { RoadClass } from './roads.ts';

/** A day a driver recorded, held against the plan. Whatever is called planned is modelled; whatever is measured is not. */

/** Systems a phone may write its degrees in. */
export const trackSystems = ['wgs84', 'gcj02', 'bd09'] as const;
export type TrackSystem = (typeof trackSystems)[number];

export interface DrivenSettings {
  /** A stay counts as a call at a station within this. */
  readonly radiusM: Metres;
  /** Standing for less is traffic. */
  readonly leastStayMin: Minutes;
  readonly system: TrackSystem | 'auto';
  /** Trip to compare with; null = the one that fits best. */
  readonly trip: { readonly lineId: LineId; readonly roundIndex: number } | null;
  /** Added to the times of the file: -480 where an app wrote the local time as UTC. */
  readonly clockShiftMin: Minutes;
  /** Number of the recording in a file of several; null = the longest. */
  readonly recording: number | null;
}

export const defaultDrivenSettings: DrivenSettings = {
  radiusM: 150,
  leastStayMin: 0.75,
  system: 'auto',
  trip: null,
  clockShiftMin: 0,
  recording: null,
};

/** How a trip of the plan fits the calls of the day. */
export interface TripFit {
  readonly lineId: LineId;
  readonly roundIndex: number;
  readonly stopCount: number;
  /** Stops called at in their order. */
  readonly calledCount: number;
  /** Average distance between the clocks of these, late or early alike. */
  readonly meanOffMin: Minutes;
}

/**
 * called: in the order of the line; outOfOrder: called, but not in its turn; passed: within the radius without standing;
 * missed: not within the radius.
 */
export type DrivenStopState = 'called' | 'outOfOrder' | 'passed' | 'missed';

export interface DrivenStop {
  readonly role: 'start' | 'stop' | 'end';
  readonly stationId: StationId;
  /** Its place on the map is known; otherwise it was placed by rule and a track may pass the real one unseen. */
  readonly isRealPoint: boolean;
  /** null = there is none: the start has no arrival, the end no departure. */
  readonly plannedArrivalClockMin: ClockMin | null;
  readonly plannedDepartureClockMin: ClockMin | null;
  readonly state: DrivenStopState;
  /** null = not called, or not recorded. */
  readonly arrivalClockMin: ClockMin | null;
  readonly departureClockMin: ClockMin | null;
  /** Nearest the vehicle came during the trip, and when; null = no fix of the trip. */
  readonly nearestM: Metres | null;
  readonly nearestClockMin: ClockMin | null;
}

/** Standing during the trip elsewhere than at a stop of the line. */
export interface ExtraStay {
  /** The nearest station within the radius; null = at none. */
  readonly stationId: StationId | null;
  readonly lonLat: LonLat;
  readonly arrivalClockMin: ClockMin;
  readonly departureClockMin: ClockMin;
}

export interface TripSums {
  readonly lengthKm: Km;
  readonly drivingMin: Minutes;
  /** At the stops of the line, waiting included. */
  readonly dwellMin: Minutes;
  /** Planned: rests; measured: standing elsewhere. */
  readonly otherStandingMin: Minutes;
  readonly durationMin: Minutes;
}

export interface DrivenTrip {
  readonly lineId: LineId;
  readonly roundIndex: number;
  readonly stops: readonly DrivenStop[];
  readonly extraStays: readonly ExtraStay[];
  /** Over the same part of the line, from the departure at one stop to the arrival at another; null = fewer than two are known. */
  readonly totals: {
    readonly fromStationId: StationId;
    readonly toStationId: StationId;
    /** From the start of the line to its end. */
    readonly isWhole: boolean;
    readonly planned: TripSums;
    readonly measured: TripSums;
    /** Of the measured duration, not recorded. */
    readonly gapMin: Minutes;
    /** Straight over these gaps; not in the measured kilometres. */
    readonly gapKm: Km;
    /** Of the measured kilometres, followed along the roads; the rest is straight from fix to fix. */
    readonly onRoadShare: Share;
    /** Multiply all speeds by this to drive as fast per km as measured; null = nothing to tell it from. */
    readonly speedFactor: number | null;
    readonly speedKmPerH: number | null;
    readonly plannedKmPerH: number | null;
  } | null;
}

/** What was driven on the roads of one class. */
export interface ClassSpeed {
  readonly roadClass: RoadClass;
  readonly lengthKm: Km;
  readonly drivingMin: Minutes;
  readonly pieceCount: number;
  readonly speedKmPerH: number;
  /** A quarter of the kilometres was slower, a quarter faster. */
  readonly lowerQuartileKmPerH: number;
  readonly upperQuartileKmPerH: number;
  /** Speed of this class that gives the measured times: without the climbs the model adds, and before its weather. */
  readonly settingKmPerH: number;
  /** Enough kilometres to rest a speed on. */
  readonly isOffered: boolean;
}

/** On what the system of the track was told. */
export type SystemBasis = 'chosen' | 'roads' | 'stations' | 'none';

export interface DrivenDay {
  readonly day: string;
  readonly system: TrackSystem;
  readonly systemBasis: SystemBasis;
  readonly startClockMin: ClockMin;
  readonly endClockMin: ClockMin;
  readonly fixCount: number;
  /** Median time between fixes. */
  readonly intervalSec: number;
  /** Recordings in the file, with a long pause between them. */
  readonly recordings: readonly {
    readonly day: string;
    readonly startClockMin: ClockMin;
    readonly endClockMin: ClockMin;
  }[];
  readonly recording: number;
  /** In WGS-84, for drawing; one polyline per stretch without a gap. */
  readonly course: readonly (readonly LonLat[])[];
  readonly fits: readonly TripFit[];
  /** null = no trip of the plan is called at. */
  readonly trip: DrivenTrip | null;
  /** null = the scenario has no roads of its own, so that their classes are not known. */
  readonly classSpeeds: readonly ClassSpeed[] | null;
  /** Kilometres moved that could not be given to a class: off the roads, between classes, on roads with a speed of their own. */
  readonly unclassedKm: Km;
  readonly issues: readonly Issue[];
}
