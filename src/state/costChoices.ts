import type { Tier } from '../core/model/scenario.ts';

/** What the "befores" of a scenario rest on and a person can change, beside its couriers. */
export interface CostChoices {
  /** Operators the couriers have pooled into in B2. */
  readonly operatorCount: number;
  /** The person's own price before, and how deep its parcels went; null = none given. */
  readonly contract: { readonly yuanPerParcel: number; readonly reaches: Tier } | null;
}

/** In reality an agent in a township commonly serves several brands; three operators are the working default. */
export const usualCostChoices: CostChoices = { operatorCount: 3, contract: null };
