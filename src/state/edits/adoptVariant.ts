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
  const isAssumed = row.busTimetable === 'assumed';
  for (let copy = 2; taken.has(id); copy++) id = `${scenario.id}-${copy}`;
  return {
    ...scenario,
    id: asId<ScenarioId>(id),
    name: {
      zh: `${basis.name.zh} · ${row.name.zh}${isAssumed ? '（客车时刻为推算）' : ''}`,
      en: `${basis.name.en} · ${row.name.en}${isAssumed ? ' (bus timetable assumed)' : ''}`,
    },
    description: {
      zh: `由“${basis.name.zh}”比选而来：${row.name.zh}。${isAssumed ? '没有导入客车时刻，客车按推算的时刻排。' : ''}`,
      en: `From the comparison of "${basis.name.en}": ${row.name.en}.${isAssumed ? ' No bus timetable is loaded: the buses are assumed.' : ''}`,
    },
  };
}
