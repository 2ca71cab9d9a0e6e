import type { Graded } from './graded.ts';

/** Entries of the cost book (model.md section 8). */
export const costEntryKeys = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10'] as const;
export type CostEntryKey = (typeof costEntryKeys)[number];

/** Every price the cost book uses: key -> unit and the entry it belongs to. Vehicles carry their own prices. */
export const rateRegistry = {
  sortingYuanPerParcel: { unit: 'yuan/parcel', entry: 'C1' },
  separateSortingYuanPerParcel: { unit: 'yuan/parcel', entry: 'C1' },
  sortingFixedYuanPerDay: { unit: 'yuan/day', entry: 'C1' },
  socialChargeShare: { unit: 'share', entry: 'C4' },
  overtimeWageFactor: { unit: 'factor', entry: 'C4' },
  hubRentYuanPerDay: { unit: 'yuan/day', entry: 'C5' },
  hubHandlingYuanPerParcel: { unit: 'yuan/parcel', entry: 'C5' },
  stationFeeYuanPerParcel: { unit: 'yuan/parcel', entry: 'C6' },
  urbanStationFeeYuanPerParcel: { unit: 'yuan/parcel', entry: 'C6' },
  keeperSubsidyYuanPerMonth: { unit: 'yuan/month', entry: 'C6' },
  endDeliveryFeeYuanPerParcel: { unit: 'yuan/parcel', entry: 'C7' },
  overheadYuanPerDay: { unit: 'yuan/day', entry: 'C9' },
  investmentYuan: { unit: 'yuan', entry: 'C9' },
  depreciationYears: { unit: 'year', entry: 'C9' },
  subsidyYuanPerParcel: { unit: 'yuan/parcel', entry: 'C10' },
} as const satisfies Record<string, { unit: string; entry: CostEntryKey }>;

export type RateKey = keyof typeof rateRegistry;
export type Rates = Readonly<Record<RateKey, Graded>>;
