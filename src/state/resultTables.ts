import { costTables, savingTables, swingTable } from '../core/kpi/costTables.ts';
import { simulationTables } from '../core/kpi/simulationTables.ts';
import type { TidyTable } from '../core/kpi/tidyTable.ts';
import type { SimulationResult } from '../core/model/simulation.ts';
import type { CostResult } from './costs.ts';

/** The tables of a result, made once: charts draw them, exports write them, so that both say the same. */
const simulated = new WeakMap<SimulationResult, readonly TidyTable[]>();
const priced = new WeakMap<CostResult, readonly TidyTable[]>();

export function tablesOfSimulation(result: SimulationResult): readonly TidyTable[] {
  const known = simulated.get(result);
  if (known) return known;
  const tables = simulationTables(result);
  simulated.set(result, tables);
  return tables;
}

export function tablesOfCosts(costs: CostResult): readonly TidyTable[] {
  const known = priced.get(costs);
  if (known) return known;
  const tables = [
    ...costTables(costs.allocation, costs.range),
    ...savingTables(costs.befores.rows),
    swingTable(costs.swings),
  ];
  priced.set(costs, tables);
  return tables;
}
