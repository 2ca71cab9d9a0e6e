import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { Parcels, Share } from '../units.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import { scenarioSortingRounds } from './sorting.ts';

/** What a second sorting round costs the promise of 24 hours: the plan as it is sorted, and with chutes for all. */
export interface SortingEffect {
  readonly destinationCount: number;
  readonly parcelsPerDay: Parcels;
  readonly chuteCount: number;
  readonly rounds: number;
  readonly shareWithin24h: Share;
  /** The same parcels with a chute for every destination. */
  readonly shareWithin24hInOneRound: Share;
}

type Destinations = NonNullable<Scenario['sorting']['alsoSorts']>;

/** Stations and parcels of the other scenario of a county that hangs on the same sorter: the town beside the villages. */
export function townOf(scenario: Scenario, others: readonly Scenario[]): Destinations | null {
  if (scenario.shape === 'urbanStar') return null;
  const town = others.find(({ shape }) => shape === 'urbanStar');
  if (!town) return null;
  const served = new Set(town.stations.flatMap(({ servesPlaceIds }) => servesPlaceIds));
  return {
    destinationCount: town.stations.length,
    parcelsPerDay: town.demands.reduce(
      (sum, demand) => (served.has(demand.placeId) ? sum + demand.deliveryParcelsPerDay : sum),
      0,
    ),
  };
}

/**
 * The plan with its own destinations, and with those of the town on the same sorting line too (Heshui: 80 or 68, and
 * 17 more, over 48 chutes). Empty where parcels are sorted by hand or one round does for all of them.
 */
export function sortingEffects(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  town: Destinations | null,
): SortingEffect[] {
  const { chuteCount } = scenario.sorting;
  const alone = scenario.sorting.alsoSorts ?? { destinationCount: 0, parcelsPerDay: 0 };
  const loads = town && !scenario.sorting.alsoSorts ? [alone, town] : [alone];
  const effects = loads.map((alsoSorts): SortingEffect => {
    const destinationCount = scenario.stations.length + alsoSorts.destinationCount;
    const sorted = (chutes: number): Scenario => ({
      ...scenario,
      sorting: { ...scenario.sorting, chuteCount: chutes, alsoSorts },
    });
    const evaluation = evaluatePlan(sorted(chuteCount), matrix, plan);
    const inOne = evaluatePlan(sorted(Math.max(chuteCount, destinationCount)), matrix, plan);
    return {
      destinationCount,
      parcelsPerDay: evaluation.parcelsPerDay.delivery + alsoSorts.parcelsPerDay,
      chuteCount,
      rounds: scenarioSortingRounds(sorted(chuteCount)),
      shareWithin24h: evaluation.times.shareWithin24h,
      shareWithin24hInOneRound: inOne.times.shareWithin24h,
    };
  });
  return effects.some(({ rounds }) => rounds > 1) ? effects : [];
}
