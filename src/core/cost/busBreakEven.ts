import type { Parcels, Yuan } from '../units.ts';

/**
 * Parcels a day above which a line of one's own is cheaper than the bus: its vehicle, kilometres and duty over what the
 * bus asks for a parcel. 60 + 12 + 192 = 264 yuan over 0.20 yuan = 1,320 parcels. Infinite where the bus asks nothing.
 */
export const busBreakEvenParcelsPerDay = (lineYuanPerDay: Yuan, busYuanPerParcel: Yuan): Parcels =>
  busYuanPerParcel > 0 ? lineYuanPerDay / busYuanPerParcel : Number.POSITIVE_INFINITY;
