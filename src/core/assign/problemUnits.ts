import type { Yuan } from '../units.ts';

/** Loads are counted in tenths of a parcel, rounded up, so that whole-number sums never hide an overload. */
export const loadUnitsPerParcel = 10;

/** Cost unit of the solver. */
export const milliYuan = (yuan: Yuan): number => Math.round(yuan * 1000);

/** Departures are planned in steps of so many minutes. */
export const clockStepMin = 5;
