import type { StationId } from '../model/ids.ts';
import { openLineIds } from '../model/openLines.ts';
import type { Plan } from '../model/plan.ts';
import type { IncumbentLines } from '../model/progress.ts';
import type { Scenario } from '../model/scenario.ts';

/** A plan in the rows of the travel tables. */
export function incumbentLines(
  scenario: Scenario,
  plan: Plan,
  rowOf: ReadonlyMap<StationId, number>,
  version: number,
): IncumbentLines {
  const stops: number[] = [];
  const starts: number[] = [];
  const open = openLineIds(scenario, plan);
  for (const line of plan.lines) {
    starts.push(stops.length);
    for (const id of line.stopIds) stops.push(rowOf.get(id)!);
  }
  return {
    version,
    stops: Int32Array.from(stops),
    starts: Int32Array.from(starts),
    origins: Int32Array.from(plan.lines, (line) => rowOf.get(line.originId)!),
    comesBack: Uint8Array.from(plan.lines, ({ id }) => (open.has(id) ? 0 : 1)),
    unservedCount: plan.unserved.length,
  };
}
