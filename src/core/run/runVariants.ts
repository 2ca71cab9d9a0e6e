import { type ComparedVariant, type ComparisonStep, compareVariants } from '../levels/compareVariants.ts';
import type { NetworkOptions } from '../levels/planNetwork.ts';
import { withHubCandidates } from '../levels/townshipStations.ts';
import type { ComparisonQuestion } from '../model/comparison.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { travelMatrix } from '../network/travelMatrix.ts';

export interface VariantComparison {
  readonly compared: readonly ComparedVariant[];
  /** Covers the hubs on paper too. */
  readonly matrix: TravelMatrix;
}

/** The comparison of a scenario's variants from its roads on, the same for the command line and the worker. */
export function* runVariants(
  given: Scenario,
  options: NetworkOptions,
  question?: ComparisonQuestion,
): Generator<ComparisonStep, VariantComparison> {
  const { matrix, roads } = travelMatrix(given.shape === 'urbanStar' ? given : withHubCandidates(given));
  return { compared: yield* compareVariants({ ...given, roads }, matrix, options, question), matrix };
}
