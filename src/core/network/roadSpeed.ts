import type { Road, RoadClass, RoadLimits, TravelSettings } from '../model/scenario.ts';

/** What a vehicle may drive on. Absent sizes fit everywhere. */
export interface VehicleProfile {
  readonly sizes: RoadLimits;
  readonly excludedClasses: readonly RoadClass[];
  /** Fastest it goes anywhere; null = the speed of the road. */
  readonly topSpeedKmPerH: number | null;
}

/** A van that fits every road. */
export const anyVehicle: VehicleProfile = { sizes: {}, excludedClasses: [], topSpeedKmPerH: null };

/** What driving time rests on beside the roads. */
export interface DrivingConditions {
  readonly travel: TravelSettings;
  readonly vehicle: VehicleProfile;
}

const sizeKeys = ['lengthM', 'widthM', 'heightM', 'grossKg'] as const;

/** May the vehicle use the road at all? A vehicle exactly as large as the limit may. */
export function isOpenTo(road: Road, vehicle: VehicleProfile): boolean {
  if (road.isClosed || vehicle.excludedClasses.includes(road.roadClass)) return false;
  return sizeKeys.every((key) => (vehicle.sizes[key] ?? 0) <= (road.limits?.[key] ?? Infinity));
}

/** Speed on a level road, km/h: its own or its class's, at most the vehicle's, slowed by the weather. */
export const roadSpeedKmPerH = (
  { roadClass, speedKmPerH }: Pick<Road, 'roadClass' | 'speedKmPerH'>,
  { travel, vehicle }: DrivingConditions,
): number =>
  Math.min(speedKmPerH ?? travel.speedKmPerH[roadClass].value, vehicle.topSpeedKmPerH ?? Infinity) *
  travel.weatherFactor;
