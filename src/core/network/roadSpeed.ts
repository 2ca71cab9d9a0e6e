import type { RoadClass, TravelSettings } from '../model/scenario.ts';

/** Speed on a road of a class, km/h: the class speed slowed by the weather. Terrain is in the class speeds. */
export const roadSpeedKmPerH = (roadClass: RoadClass, travel: TravelSettings): number =>
  travel.speedKmPerH[roadClass].value * travel.weatherFactor;
