import { noLimit } from '../model/problem.ts';
import type { Yuan } from '../units.ts';

/** Loads are counted in tenths of a parcel, rounded up, so that whole-number sums never hide an overload. */
export const loadUnitsPerParcel = 10;

/** Cost unit of the solver, which counts to a million yuan: what is dearer is never chosen all the same. */
export const milliYuan = (yuan: Yuan): number => Math.min(noLimit, Math.round(yuan * 1000));

/** Departures are planned in steps of so many minutes. */
export const clockStepMin = 5;
