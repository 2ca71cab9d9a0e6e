import type { CostBook } from '../model/evaluation.ts';
import type { Parcels, Yuan } from '../units.ts';

/** What a line of one's own costs to carry parcels: what a bus may spare. Sorting and fees are paid either way. */
export const ownCarriageYuanPerDay = ({ C2, C3, C4 }: CostBook): Yuan => C2 + C3 + C4;

/**
 * Bus and line of one's own cost the same where fare x parcels = what the bus spares. Parcels a day above which the line
 * is cheaper: 60 + 12 + 192 = 264 yuan over 0.20 yuan = 1,320 parcels. Infinite where the bus asks nothing.
 */
export const busBreakEvenParcelsPerDay = (sparedYuanPerDay: Yuan, busYuanPerParcel: Yuan): Parcels =>
  busYuanPerParcel > 0 ? sparedYuanPerDay / busYuanPerParcel : Number.POSITIVE_INFINITY;

/** The same equation for the fare: below it the bus pays. 264 yuan over 1,320 parcels = 0.20 yuan. */
export const busBreakEvenYuanPerParcel = (sparedYuanPerDay: Yuan, parcelsPerDay: Parcels): Yuan =>
  parcelsPerDay > 0 ? sparedYuanPerDay / parcelsPerDay : 0;
