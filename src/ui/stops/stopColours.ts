import { judgedStops, missingYuanPerDay, stopParcelsPerDay } from '../../core/cost/stopBreakEven.ts';
import type { VillageStop } from '../../core/model/villageStop.ts';
import type { Stops } from './useStops.ts';

/** Classes of what a station's parcels lack, in yuan a parcel; the first lack nothing. */
export const shortClasses = [
  { upToYuan: 0, colour: '#3182bd' },
  { upToYuan: 0.5, colour: '#b98900' },
  { upToYuan: 1, colour: '#d0580a' },
  { upToYuan: Number.POSITIVE_INFINITY, colour: '#b42318' },
] as const;
/** Stations that are not judged. */
export const otherColour = '#6b7684';

/** What every parcel of a station would have to bring more; below 0 = could bring less. Infinite without parcels. */
export function missingYuanPerParcel(
  stop: VillageStop,
  { basis, incomeYuanPerParcel }: Pick<Stops, 'basis' | 'incomeYuanPerParcel'>,
): number {
  const missing = missingYuanPerDay(stop, basis, incomeYuanPerParcel);
  const parcels = stopParcelsPerDay(stop);
  if (parcels > 0) return missing / parcels;
  return missing > 0 ? Number.POSITIVE_INFINITY : 0;
}

export const colourOfStop = (missingYuan: number): string =>
  shortClasses.find(({ upToYuan }) => missingYuan <= upToYuan + 1e-6)!.colour;

/** Colour of every station but the depot. */
export function coloursByStop(stops: Stops): ReadonlyMap<string, string> {
  const colours = new Map<string, string>(stops.report.scenario.stations.map(({ id }) => [id, otherColour]));
  for (const stop of judgedStops(stops.stops, stops.basis))
    colours.set(stop.stationId, colourOfStop(missingYuanPerParcel(stop, stops)));
  return colours;
}
