import type { LineId } from './ids.ts';
import type { Plan } from './plan.ts';
import type { LineKind, Scenario } from './scenario.ts';

/** Kinds of lines that can end where the driver lives; the others bring their vehicle back. */
const openKinds: readonly LineKind[] = ['direct', 'branch'];

/** Whether the rule for lines that end at a village is about lines of this kind. */
export const mayEndAtVillage = (scenario: Scenario, kind: LineKind): boolean =>
  scenario.policy.lineRules?.endsAtVillage === true && openKinds.includes(kind);

/**
 * Lines of a plan whose way back is neither driven nor paid: the rule asks for it, and no crew has another trip to load
 * for once it has driven the line.
 */
export function openLineIds(scenario: Scenario, plan: Plan): ReadonlySet<LineId> {
  const open = new Set(plan.lines.filter(({ kind }) => mayEndAtVillage(scenario, kind)).map(({ id }) => id));
  for (const { trips } of plan.duties)
    for (const [index, { lineId }] of trips.entries()) if (index < trips.length - 1) open.delete(lineId);
  return open;
}
