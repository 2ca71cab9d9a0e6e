import { exponential } from '../deterministicMath.ts';
import type { Operations } from '../model/operations.ts';
import type { Hours, Km, Parcels, Share, Yuan } from '../units.ts';

/** Cost of fresh produce on its way out, apart from the cost book: what keeps it cold, and what spoils. */

/** Share lost after so many hours above temperature: none up to the grace, then a constant share of the rest every hour. */
export const spoiledShare = (operations: Operations, warmH: Hours): Share => {
  const beyondH = Math.max(0, warmH - operations.spoilageGraceH.value);
  return 1 - exponential(-operations.spoilageSharePerH.value * beyondH);
};

export const spoilageYuanPerDay = (operations: Operations, spoiledParcelsPerDay: Parcels): Yuan =>
  operations.coldValueYuanPerParcel.value * spoiledParcelsPerDay;

export const precoolingYuanPerDay = (operations: Operations, parcelsPerDay: Parcels): Yuan =>
  operations.precoolingYuanPerParcel.value * parcelsPerDay;

/** What refrigerated vehicles cost beyond ordinary ones: by the vehicle-day and by the kilometre driven cold. */
export const reeferYuanPerDay = (operations: Operations, vehicleDays: number, lengthKmPerDay: Km): Yuan =>
  operations.reeferYuanPerDay.value * vehicleDays + operations.reeferYuanPerKm.value * lengthKmPerDay;
