import type { ComparedVariant } from '../../core/levels/compareVariants.ts';
import { asId, type ScenarioId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';

/** A variant as a scenario of its own beside the others. */
export function adopted(
  { row, scenario }: Pick<ComparedVariant, 'row' | 'scenario'>,
  basis: Scenario,
  taken: ReadonlySet<string>,
): Scenario {
  let id = scenario.id as string;
  for (let copy = 2; taken.has(id); copy++) id = `${scenario.id}-${copy}`;
  return {
    ...scenario,
    id: asId<ScenarioId>(id),
    name: {
      zh: `${basis.name.zh} · ${row.name.zh}`,
      en: `${basis.name.en} · ${row.name.en}`,
    },
    description: {
      zh: `由“${basis.name.zh}”比选而来：${row.name.zh}。`,
      en: `From the comparison of "${basis.name.en}": ${row.name.en}.`,
    },
  };
}
