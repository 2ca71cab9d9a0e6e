import type { Share } from '../units.ts';
import type { RateKey } from './rates.ts';
import type { VehicleType } from './scenario.ts';

/** Prices every vehicle type has; those of all types, before and after, move together. */
export const vehiclePriceKeys = [
  'driverYuanPerDay',
  'fixedYuanPerDay',
  'energyYuanPerKm',
  'maintenanceYuanPerKm',
] as const satisfies readonly (keyof VehicleType)[];
export type VehiclePriceKey = (typeof vehiclePriceKeys)[number];
export type PriceKey = RateKey | VehiclePriceKey;

/** One price moved, all others as they are. */
export interface SavingSwing {
  readonly price: PriceKey;
  /** Saving with the price at the low and at the high end of its range. */
  readonly lowShare: Share;
  readonly highShare: Share;
  /**
   * The price at which the saving is just the target: in its own unit for rates, as a multiple of today's for vehicles
   * (each type has its own price). null = at none that could be meant.
   */
  readonly turnsAt: number | null;
  /** It turns between the ends of its range. */
  readonly isWithinRange: boolean;
}

export interface SavingSwings {
  readonly share: Share;
  readonly targetShare: Share | null;
  /** The widest first; prices that move nothing are left out. */
  readonly swings: readonly SavingSwing[];
}

export const isVehiclePrice = (key: PriceKey): key is VehiclePriceKey =>
  (vehiclePriceKeys as readonly string[]).includes(key);
