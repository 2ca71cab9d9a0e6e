import type { SimulationResult } from '../../core/model/simulation.ts';

/** Classes of the hours by which 90 % of a village's parcels are there; from blue (soon) to red (late). */
export const timeClasses = [
  { upToH: 12, colour: '#08519c' },
  { upToH: 24, colour: '#3182bd' },
  { upToH: 48, colour: '#5f9f6e' },
  { upToH: 72, colour: '#d97706' },
  { upToH: Number.POSITIVE_INFINITY, colour: '#b42318' },
] as const;
export const noArrivalColour = '#6b7684';

const colourOfHours = (p90H: number): string => timeClasses.find(({ upToH }) => p90H <= upToH + 1e-9)!.colour;

/** Colour of every station but the depot; grey where nothing arrived. */
export const coloursByTime = ({ stations }: SimulationResult): ReadonlyMap<string, string> =>
  new Map(
    stations.map(({ stationId, parcelsPerDay, times }) => [
      stationId,
      parcelsPerDay.mean > 0 ? colourOfHours(times.p90H.mean) : noArrivalColour,
    ]),
  );
