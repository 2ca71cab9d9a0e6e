import type { LonLat } from '../geo.ts';
import type { ClockMin, Kg, Km, Minutes, Parcels, Share, Yuan } from '../units.ts';
import type { BusLine } from './buses.ts';
import type { LoggedFix } from './fixLog.ts';
import type { Graded } from './graded.ts';
import type { CountyId, CourierId, PlaceId, ScenarioId, StationId, VehicleTypeId } from './ids.ts';
import type { HandPlan, LineLock, LineRules } from './lineRules.ts';
import type {
  BusPolicy,
  CalendarPolicy,
  HubPolicy,
  HubTraits,
  StabilityPolicy,
  TimeBound,
  TodaysPlan,
} from './networkPolicy.ts';
import type { Operations } from './operations.ts';
import type { Rates } from './rates.ts';
import type { RoadClass, RoadNetwork } from './roads.ts';
import type { ServiceDays, StopCalendar } from './serviceDays.ts';

/** What people edit and save: ids and rows, in people's units. The solver works on `Problem`, made from this. */

export type Tier = 'county' | 'township' | 'village';

/**
 * exact: two providers agree, or a provider's plausible point (places.md); approx: one provider or a soft doubt;
 * approxSeat / approxCatchment: placed by rule near the seat / within the township's catchment;
 * missing: not located. Only exact and approx are real points.
 */
export type CoordQuality = 'exact' | 'approx' | 'approxSeat' | 'approxCatchment' | 'missing';
export const isRealPoint = (quality: CoordQuality): boolean => quality === 'exact' || quality === 'approx';

export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** village = administrative village (行政村), the denominator of coverage; community = 社区/居委会; settlement = forest farm etc. */
export type PlaceKind = 'county' | 'township' | 'village' | 'community' | 'settlement' | 'urbanPoint';

export interface Place {
  readonly id: PlaceId;
  /** Official name; for display the app may shorten 村委会. */
  readonly name: string;
  readonly tier: Tier;
  readonly kind: PlaceKind;
  readonly parentId: PlaceId | null;
  readonly lonLat: LonLat | null;
  readonly coordQuality: CoordQuality;
  readonly coordSource: string;
}

/** Daily parcels of one place on an average day. */
export interface Demand {
  readonly placeId: PlaceId;
  readonly deliveryParcelsPerDay: Parcels;
  readonly pickupParcelsPerDay: Parcels;
  readonly grade: Graded['grade'];
  readonly source: string;
}

export type StationRole = 'depot' | 'townshipStation' | 'villageStation' | 'urbanStation';

/** A depot, township station (a hub where branch lines start), village service point or urban pick-up station. */
export interface Station {
  readonly id: StationId;
  readonly name: string;
  readonly role: StationRole;
  readonly tier: Tier;
  /** Place whose point the station stands on. */
  readonly placeId: PlaceId;
  readonly lonLat: LonLat;
  readonly coordQuality: CoordQuality;
  /** Places whose parcels are handed over here (合并设点); their demand adds up to the station's. */
  readonly servesPlaceIds: readonly PlaceId[];
  /** Hub this station is supplied from; null = from the depot. Only used by the hub and mixed shapes. */
  readonly hubId: StationId | null;
  readonly openClockMin: ClockMin;
  readonly closeClockMin: ClockMin;
  /** Township stations only; absent = never chosen as a hub. */
  readonly hub?: HubTraits;
  /** Days of its own; absent = those of the policy. */
  readonly calendar?: StopCalendar;
}

export interface Courier {
  readonly id: CourierId;
  readonly name: Name;
  /** Share of the inbound parcels; the shares of a scenario add up to 1. */
  readonly volumeShare: Graded;
}

/** bus = parcels aboard a passenger line: it runs by its own timetable and has no duty of ours. */
export type LineKind = 'direct' | 'trunk' | 'branch' | 'urban' | 'bus';

export interface VehicleType {
  readonly id: VehicleTypeId;
  readonly name: Name;
  readonly count: number;
  readonly capacityParcels: Graded;
  readonly capacityKg: Graded;
  readonly fixedYuanPerDay: Graded;
  readonly energyYuanPerKm: Graded;
  readonly maintenanceYuanPerKm: Graded;
  readonly driverYuanPerDay: Graded;
  readonly energyKgCo2PerKm: Graded;
  /** Longest way without recharging; null = no limit. */
  readonly rangeKm: Km | null;
  readonly usedFor: readonly LineKind[];
}

export type Terrain = 'plain' | 'hills' | 'mountain';
export interface TravelSettings {
  readonly terrain: Terrain;
  /** Road km per straight km, for the proxy network. */
  readonly detourFactor: Graded;
  readonly speedKmPerH: Readonly<Record<RoadClass, Graded>>;
  /** 1 = dry day; below 1 slows every road down. */
  readonly weatherFactor: number;
}

/** One arrival of inbound parcels at the depot. */
export interface Wave {
  readonly arrivalClockMin: ClockMin;
  /** Share of the day's inbound parcels; the waves of a scenario add up to 1. */
  readonly share: Share;
}

export interface SortingSettings {
  readonly parcelsPerHour: Graded;
  /** 0 = sorted by hand, no chute limit. */
  readonly chuteCount: number;
  /** Time to reassign the chutes between two rounds. */
  readonly roundChangeMin: Graded;
  /** What the same sorter also handles for stations outside this scenario (the urban stations of another); absent = nothing. */
  readonly alsoSorts?: { readonly destinationCount: number; readonly parcelsPerDay: Parcels };
}

export interface ServiceTimes {
  readonly loadingMin: Graded;
  readonly townshipDwellMin: Graded;
  readonly villageDwellMin: Graded;
  readonly urbanDwellMin: Graded;
  readonly handlingSecPerParcel: Graded;
  /** From a trunk line's arrival at a hub to the earliest branch departure. */
  readonly hubHandoverMin: Graded;
}

export interface DutyRules {
  readonly shiftMin: Graded;
  readonly overtimeLimitMin: Graded;
  readonly breakAfterDrivingMin: Graded;
  readonly breakMin: Graded;
  /** day = a worked day is paid in full; hour = only the hours worked are paid. */
  readonly wageBasis: 'day' | 'hour';
  /** Days a driver may work in a week; absent = 6, one day of rest. */
  readonly workDaysPerWeek?: number;
  /** Days a week a driver on the roster is paid for though he drives fewer (7 = the day of rest too); absent = duties only. */
  readonly paidDaysPerWeek?: number;
}

/** mixed = each township either has a hub or is served direct. */
export type NetworkShape = 'urbanStar' | 'direct' | 'hub' | 'mixed';

/** How lines are drawn up and run; the few numbers a planner changes most. */
export interface Policy {
  /** Lines that leave the depot. min = max fixes the number; max = null leaves it to the solver. */
  readonly lineCount: { readonly min: number; readonly max: number | null };
  readonly serviceDays: ServiceDays;
  /** Branch lines (hub and mixed shapes). */
  readonly branchServiceDays: ServiceDays;
  /** Departures from the depot on a service day: one clock per round. */
  readonly departureClockMin: readonly ClockMin[];
  /** Parcels sorted later than this before a departure wait for the next one. */
  readonly cutoffLeadMin: Minutes;
  /** A driver may drive several short lines one after the other, within the shift and its paid overtime. */
  readonly allowSeveralTripsPerDuty: boolean;
  readonly hubs?: HubPolicy;
  readonly calendar?: CalendarPolicy;
  readonly timeBound?: TimeBound;
  readonly buses?: BusPolicy;
  readonly stability?: StabilityPolicy;
  readonly lineRules?: LineRules;
}

/** One target with its document; the defaults come from data/targets.csv. */
export interface Target {
  readonly kpi: 'savingShare' | 'shareWithin48h' | 'villageCoverageShare' | 'worstCountyToVillageH';
  readonly threshold: number;
  readonly direction: 'atLeast' | 'atMost';
  readonly document: string;
  readonly clause: string;
}

export interface Provenance {
  readonly subject: string;
  readonly source: string;
  readonly licence: string;
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly countyId: CountyId;
  readonly name: Name;
  /** For example 1+12+68. */
  readonly notation: string;
  readonly shape: NetworkShape;
  readonly description: Name;
  readonly places: readonly Place[];
  readonly depot: Station;
  readonly stations: readonly Station[];
  readonly demands: readonly Demand[];
  readonly couriers: readonly Courier[];
  readonly vehicleTypes: readonly VehicleType[];
  /** Vehicles the separate couriers are assumed to use in the baselines. */
  readonly baselineVehicleTypes: readonly VehicleType[];
  /** Passenger lines that carry parcels; absent = none. */
  readonly busLines?: readonly BusLine[];
  /** What is driven today; absent = not known. */
  readonly todaysPlan?: TodaysPlan;
  /** What was repaired in the tables it was made from; absent = nothing. */
  readonly fixLog?: readonly LoggedFix[];
  /** Parts of the lines that stay when they are drawn anew. */
  readonly locks?: readonly LineLock[];
  /** Lines settled by hand; absent = they are solved for. */
  readonly handPlan?: HandPlan;
  readonly roads: RoadNetwork | null;
  readonly travel: TravelSettings;
  readonly waves: readonly Wave[];
  readonly sorting: SortingSettings;
  readonly serviceTimes: ServiceTimes;
  readonly dutyRules: DutyRules;
  readonly policy: Policy;
  readonly rates: Rates;
  /** What varies, what villagers pay, the cold chain; absent or partly absent = the defaults of the terrain. */
  readonly operations?: Partial<Operations>;
  readonly targets: readonly Target[];
  readonly provenance: readonly Provenance[];
}

export type { Road, RoadClass, RoadLimits, RoadNetwork, RoadNode } from './roads.ts';
export { roadClasses } from './roads.ts';
export type { Kg, ServiceDays, StopCalendar, Yuan };
