import type { Parcels, Yuan } from '../units.ts';
import type { CourierId } from './ids.ts';

/**
 * parcels = one price per parcel for all; alone = everybody saves the same share of what it pays on its own;
 * contribution = what each adds to the cost, on average over all orders of joining (Shapley).
 */
export const splitRules = ['parcels', 'alone', 'contribution'] as const;
export type SplitRule = (typeof splitRules)[number];

export interface Partner {
  readonly courierId: CourierId;
  /** In and out, together. */
  readonly parcelsPerDay: Parcels;
  readonly aloneYuanPerDay: Yuan;
}

export interface Leaving {
  readonly courierIds: readonly CourierId[];
  /** What they would pay less in all than their shares come to. */
  readonly gainYuanPerDay: Yuan;
}

export interface RuleSplit {
  readonly rule: SplitRule;
  /** In the order of the partners; adds up to the cost of all together. */
  readonly paysYuanPerDay: readonly Yuan[];
  /** Who could do better without the others; null = nobody was found. */
  readonly leaving: Leaving | null;
}

/** The cost of the pooled network as far as the township (as B1 goes), split among the couriers. */
export interface SavingSplit {
  readonly partners: readonly Partner[];
  readonly togetherYuanPerDay: Yuan;
  /** What going on to the villages costs besides; 0 where the plan goes no further. Not split. */
  readonly onwardYuanPerDay: Yuan;
  /** The most all of them can be charged so that nobody leaves: less than `togetherYuanPerDay` = no rule can hold them. */
  readonly chargeableYuanPerDay: Yuan;
  readonly rules: readonly RuleSplit[];
  /** What every coalition would cost, apart from the others, cheapest way. */
  readonly coalitions: readonly { readonly courierIds: readonly CourierId[]; readonly yuanPerDay: Yuan }[];
}

/** With more, the coalitions are too many to draw lines for each. */
export const mostPartners = 8;
