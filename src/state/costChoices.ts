import type { CostChoices } from '../core/model/choices.ts';

export type { CostChoices };

/** In reality an agent in a township commonly serves several brands; three operators are the working default. */
export const usualCostChoices: CostChoices = { operatorCount: 3, contract: null };
