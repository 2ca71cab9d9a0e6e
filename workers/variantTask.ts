import type { ComparedVariant, ComparisonStep } from '../src/core/levels/compareVariants.ts';
import type { NetworkOptions } from '../src/core/levels/planNetwork.ts';
import type { ComparisonQuestion } from '../src/core/model/comparison.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import { runVariants } from '../src/core/run/runVariants.ts';
import type { ComparisonProgress } from './protocol.ts';

/**
 * The comparison as the worker runs it: a finished variant is told at once and by itself, without the roads, as the page
 * has them; progress may be skipped.
 */
export function* variantsOf(
  scenario: Scenario,
  options: NetworkOptions,
  question: ComparisonQuestion,
  onVariant: (variant: ComparedVariant) => void,
): Generator<ComparisonProgress, readonly ComparedVariant[]> {
  const comparison = runVariants(scenario, options, question);
  for (;;) {
    const step = comparison.next();
    if (step.done) return step.value.compared.map(withoutRoads);
    const { finished, ...progress }: ComparisonStep = step.value;
    if (finished) onVariant(withoutRoads(finished));
    yield progress;
  }
}

const withoutRoads = (variant: ComparedVariant): ComparedVariant => ({
  ...variant,
  scenario: { ...variant.scenario, roads: null },
});
