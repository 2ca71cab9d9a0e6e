import type { LonLat } from '../../../geo.ts';
import type { PlaceId } from '../../../model/ids.ts';
import type { CoordQuality, Demand, LineKind, ServiceDays, StationRole } from '../../../model/scenario.ts';
import type { ClockMin, Kg, Km, Minutes, Parcels, Yuan } from '../../../units.ts';
import type { TableSystem } from '../crs/systems.ts';

/** Row as a spreadsheet shows it. */
interface Numbered {
  readonly row: number;
}

/** Coordinates as they stood in the file, kept beside what was made of them. */
export interface OriginalPoint {
  readonly first: string;
  readonly second: string;
  readonly system: TableSystem;
}

/** A place whose parcels a station hands over, as written. */
export interface ServedPlace {
  readonly name: string;
  readonly code: string | null;
}

export interface StationRow extends Numbered {
  /** null: a place that is not on the official list. */
  readonly placeId: PlaceId | null;
  readonly townshipId: PlaceId | null;
  /** Further villages of the same cell, handed over at this station too. */
  readonly alsoPlaceIds?: readonly PlaceId[];
  /** All places handed over here, where the table says so: by words, and those found on the list. */
  readonly serves?: readonly ServedPlace[];
  readonly servesPlaceIds?: readonly PlaceId[];
  /** Station it is supplied from, by name; absent: not stated. */
  readonly hubName?: string;
  /** How good the point is, where the table says so. */
  readonly quality?: CoordQuality;
  /** 12-digit code as given; null where the row has none that can be used. */
  readonly code: string | null;
  /** As written, after filling down; empty where the row has none. */
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly role: StationRole;
  /** WGS-84; null where the row has no usable point. */
  readonly lonLat: LonLat | null;
  readonly original: OriginalPoint | null;
  readonly residents: number | null;
  readonly households: number | null;
  readonly deliveryParcelsPerDay: Parcels | null;
  readonly pickupParcelsPerDay: Parcels | null;
  readonly openClockMin: ClockMin | null;
  readonly closeClockMin: ClockMin | null;
  readonly isActive: boolean;
}

/** placeId null: a stop that is not on the official list. */
export interface LineStop {
  readonly name: string;
  readonly placeId: PlaceId | null;
}
export interface LineRow extends Numbered {
  readonly id: string;
  readonly name: string;
  readonly stops: readonly LineStop[];
  readonly lengthKm: Km | null;
  readonly vehicle: string;
  readonly plate: string;
  readonly driver: string;
  readonly departureClockMin: readonly ClockMin[];
  readonly tripsPerDay: number | null;
  /** null: not stated. */
  readonly serviceDays: ServiceDays | null;
  /** For every-n-days lines: 0 = the first day of the cycle. null: not stated. */
  readonly firstDay: number | null;
}

export interface VehicleRow extends Numbered {
  readonly type: string;
  readonly plate: string;
  readonly count: number;
  readonly volumeM3: number | null;
  readonly capacityKg: Kg | null;
  readonly capacityParcels: Parcels | null;
  readonly priceYuan: Yuan | null;
  readonly depreciationYears: number | null;
  readonly energyYuanPerKm: Yuan | null;
  readonly driverYuanPerMonth: Yuan | null;
  readonly driverYuanPerDay: Yuan | null;
  readonly fixedYuanPerDay: Yuan | null;
  readonly maintenanceYuanPerKm: Yuan | null;
  readonly energyKgCo2PerKm: Kg | null;
  /** Empty: not stated. */
  readonly usedFor: readonly LineKind[];
  readonly insuranceYuanPerYear: Yuan | null;
  readonly rangeKm: Km | null;
}

/** placeId null: the whole county. Either both directions or only their total is known. */
export interface VolumeRow extends Numbered {
  readonly placeId: PlaceId | null;
  /** A township's figure is that of its seat (驻地) alone, not of the whole township. */
  readonly isSeatOnly: boolean;
  readonly courier: string;
  /** 2024-05, 5月, 2024 as written; empty where the table has none. */
  readonly period: string;
  readonly deliveryParcelsPerDay: Parcels | null;
  readonly pickupParcelsPerDay: Parcels | null;
  readonly totalParcelsPerDay: Parcels | null;
  /** What the figure rests on, where the table says so; believed of places without a figure. */
  readonly basis?: Pick<Demand, 'grade' | 'source'>;
}

export interface BusRow extends Numbered {
  readonly line: string;
  readonly stops: readonly LineStop[];
  readonly departureClockMin: readonly ClockMin[];
  readonly headwayMin: Minutes | null;
  readonly tripsPerDay: number | null;
  readonly lengthKm: Km | null;
  readonly seats: number | null;
  readonly fareYuan: Yuan | null;
  readonly takesParcels: boolean | null;
  readonly operator: string;
  readonly serviceDays: ServiceDays | null;
  /** Minutes from the start to each stop after it; empty: not stated. */
  readonly offsetMin: readonly Minutes[];
  readonly spareParcels: Parcels | null;
  readonly yuanPerParcel: Yuan | null;
}

export interface RateRow extends Numbered {
  readonly item: string;
  readonly courier: string;
  readonly township: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

export interface ClaimRow extends Numbered {
  readonly id: string;
  readonly document: string;
  readonly asOf: string;
  readonly kind: string;
  readonly subject: string;
  readonly valueText: string;
  readonly value: number | null;
  readonly unit: string;
  readonly note: string;
}

export interface RowTypes {
  readonly stations: StationRow;
  readonly lines: LineRow;
  readonly vehicles: VehicleRow;
  readonly volumes: VolumeRow;
  readonly buses: BusRow;
  readonly rates: RateRow;
  readonly claims: ClaimRow;
}
