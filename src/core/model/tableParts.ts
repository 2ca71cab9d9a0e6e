import type { Demand, Place, Scenario, Station } from './scenario.ts';

/** The tables of a scenario that can be thousands of rows long. */
interface LongTables {
  readonly places: Place;
  readonly stations: Station;
  readonly demands: Demand;
}

/** Rows of scenarios on their way between a worker and the page, few enough for one message. */
export type TablePart = {
  [Field in keyof LongTables]: {
    /** Which scenarios they belong to, by index: a table that several have alike crosses, and is kept, once. */
    readonly scenarios: readonly number[];
    readonly field: Field;
    readonly rows: readonly LongTables[Field][];
  };
}[keyof LongTables];

const rowsPerPart = 800;

/** The long tables of scenarios, cut into messages. */
export function* partsOf(scenarios: readonly Scenario[]): Generator<TablePart> {
  yield* partsOfTable('places', scenarios);
  yield* partsOfTable('stations', scenarios);
  yield* partsOfTable('demands', scenarios);
}

function* partsOfTable(field: keyof LongTables, scenarios: readonly Scenario[]): Generator<TablePart> {
  const owners = new Map<string, number[]>();
  for (const [index, scenario] of scenarios.entries()) {
    const text = JSON.stringify(scenario[field]);
    const alike = owners.get(text);
    if (alike) alike.push(index);
    else owners.set(text, [index]);
  }
  for (const indices of owners.values()) {
    const rows = scenarios[indices[0]!]![field];
    for (let from = 0; from < rows.length; from += rowsPerPart)
      yield { scenarios: indices, field, rows: rows.slice(from, from + rowsPerPart) } as TablePart;
  }
}

/** Scenarios with the rows of their long tables put back from parts; what came once is one list in all of them. */
export function withParts(bare: readonly Scenario[], parts: readonly TablePart[]): Scenario[] {
  const lists = new Map<string, object[]>();
  function listOf<Field extends keyof LongTables>(field: Field, index: number): LongTables[Field][] {
    const own = parts.filter((part) => part.field === field && part.scenarios.includes(index));
    const key = `${field} of ${own[0]?.scenarios.join() ?? 'none'}`;
    const list = lists.get(key) ?? own.flatMap<object>(({ rows }) => rows);
    lists.set(key, list);
    return list as LongTables[Field][];
  }
  return bare.map((scenario, index) => ({
    ...scenario,
    places: listOf('places', index),
    stations: listOf('stations', index),
    demands: listOf('demands', index),
  }));
}
