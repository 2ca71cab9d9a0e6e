import type { Tier } from './scenario.ts';
import type { SimulationSettings } from './simulation.ts';

/** What a person has chosen to ask of a scenario, beside what is in it: saved with the project, undone like any edit. */

/** What the "befores" of a scenario rest on and a person can change, beside its couriers. */
export interface CostChoices {
  /** Operators the couriers have pooled into in B2. */
  readonly operatorCount: number;
  /** The person's own price before, and how deep its parcels went; null = none given. */
  readonly contract: { readonly yuanPerParcel: number; readonly reaches: Tier } | null;
  /** What every parcel to or from a village brings; null or absent = what parcels cost on average. */
  readonly incomeYuanPerParcel?: number | null;
}

export const peakKeys = ['double11', 'june18', 'springFestival', 'fruitSeason'] as const;
export type PeakKey = (typeof peakKeys)[number];

/** What a planner asks of a simulation, in the planner's terms: dates instead of day numbers, seasons by name. */
export interface SimulationChoices {
  /** First day of the horizon, any day of the week: 2026-03-02. */
  readonly startDate: string;
  readonly peaks: readonly PeakKey[];
  /** Without chance every day is the average day, and the figures are those of the plan. */
  readonly hasChance: boolean;
  /** Day factors are left empty here: they follow from date and peaks. */
  readonly settings: SimulationSettings;
}

/** By scenario; a scenario that is not named is asked as usual. */
export interface ScenarioChoices {
  readonly simulationChoices?: Readonly<Record<string, SimulationChoices>>;
  readonly costChoices?: Readonly<Record<string, CostChoices>>;
}

/** The choices alone, of something that has more. */
export const choicesIn = ({ simulationChoices, costChoices }: ScenarioChoices): ScenarioChoices => ({
  ...(simulationChoices ? { simulationChoices } : {}),
  ...(costChoices ? { costChoices } : {}),
});
