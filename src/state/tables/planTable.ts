import { handPlanOf } from '../../core/evaluate/handPlan.ts';
import {
  addHandLine,
  changeHandLine,
  handPlanFrom,
  removeHandLine,
} from '../../core/model/edit/handLines.ts';
import { asId, type LineId, type StationId } from '../../core/model/ids.ts';
import type { LockKind } from '../../core/model/lineRules.ts';
import { isWhollyLocked, lockOfLine } from '../../core/model/lockOfLine.ts';
import type { Plan, PlannedLine } from '../../core/model/plan.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { lineOriginFor } from '../../core/model/suppliedBy.ts';
import { lockLine } from '../edits/lockLines.ts';
import { lineChangeFrom } from './lineCells.ts';
import { stopsFrom } from './stationWords.ts';
import { isRefusal, type Refusal, refuse, type WriteCell } from './tableEdit.ts';

/** Lines of the plan on the screen. The first change of one settles them all by hand, as dragging a stop does. */

export const lockChoices = ['free', 'stops', 'sequence', 'line'] as const satisfies readonly (
  | LockKind
  | 'free'
)[];
export type LockChoice = (typeof lockChoices)[number];

/** The scenario with the lines of a plan settled by hand; the same where they are already. */
export const settled = (scenario: Scenario, plan: Pick<Plan, 'lines' | 'duties'>): Scenario =>
  scenario.handPlan ? scenario : { ...scenario, handPlan: handPlanFrom(plan) };

/** Lines as they are to be driven: those settled by hand, else those of a result that fits. */
export const shownLines = (scenario: Scenario, solved: Plan | null): Plan | null =>
  handPlanOf(scenario) ?? solved;

export const lockChoiceOf = (scenario: Scenario, line: PlannedLine): LockChoice =>
  lockOfLine(scenario, line)?.keep ?? 'free';

/** Where the lines start that a station may be on; null = anywhere. */
const originOf = (scenario: Scenario, id: StationId): StationId | null =>
  lineOriginFor(scenario, { lines: scenario.handPlan?.lines ?? [] }, id);

/** Stations can only be on lines of the hub they hang on, and cannot leave a line that is locked as it is. */
function judgeStops(
  scenario: Scenario,
  line: PlannedLine | null,
  originId: StationId,
  stopIds: readonly StationId[],
): Refusal | null {
  for (const id of stopIds) {
    const name = scenario.stations.find((station) => station.id === id)?.name ?? id;
    const onlyFrom = originOf(scenario, id);
    if (onlyFrom !== null && onlyFrom !== originId) return refuse('otherHub', name);
    const holder = scenario.handPlan?.lines.find(
      (each) => each.id !== line?.id && each.stopIds.includes(id) && isHeld(scenario, each, id),
    );
    if (holder && !line?.stopIds.includes(id)) return refuse('locked', name);
  }
  for (const id of line?.stopIds ?? [])
    if (!stopIds.includes(id) && isHeld(scenario, line!, id))
      return refuse('locked', scenario.stations.find((station) => station.id === id)?.name ?? id);
  return null;
}

const isHeld = (scenario: Scenario, line: PlannedLine, id: StationId): boolean =>
  lockOfLine(scenario, line)?.stationIds.includes(id) ?? false;

/** `scenario` must be settled. */
export const writePlanLine: WriteCell = (scenario, rowId, columnKey, text) => {
  const { handPlan } = scenario;
  const line = handPlan?.lines.find(({ id }) => id === rowId);
  if (!handPlan || !line) return scenario;
  if (line.busLineId !== undefined) return refuse('ofBus', text);
  if (columnKey === 'lock') {
    const choice = lockChoices.find((key) => key === (text || 'free'));
    if (!choice) return refuse('unknownWord', text);
    return lockLine(scenario, line, choice === 'free' ? null : choice);
  }
  if (isWhollyLocked(scenario, line)) return refuse('lineLocked', text);
  const change = lineChangeFrom(scenario, line, columnKey, text);
  if (isRefusal(change)) return change;
  if (change.stopIds) {
    if (lockOfLine(scenario, line)?.keep === 'sequence' && !keepsOrder(scenario, line, change.stopIds))
      return refuse('orderLocked', text);
    const refusal = judgeStops(scenario, line, line.originId, change.stopIds);
    if (refusal) return refusal;
  }
  return { ...scenario, handPlan: changeHandLine(handPlan, line.id, change) };
};

/** Whether the stops of a lock still follow each other as they did. */
function keepsOrder(scenario: Scenario, line: PlannedLine, stopIds: readonly StationId[]): boolean {
  const held = lockOfLine(scenario, line)?.stationIds ?? [];
  const now = stopIds.filter((id) => held.includes(id));
  const before = line.stopIds.filter((id) => held.includes(id));
  return now.join(' ') === before.join(' ');
}

/** A line of its own for stations that hang on the same hub, made like the line the first of them was on. */
export function addPlanLine(
  scenario: Scenario,
  texts: Readonly<Record<string, string>>,
): { readonly scenario: Scenario; readonly rowId: string } | Refusal {
  const { handPlan } = scenario;
  const { stops = '' } = texts;
  const stopIds = stopsFrom(scenario, stops, scenario.depot.id);
  if (isRefusal(stopIds)) return stopIds;
  const originId = originOf(scenario, stopIds[0]!);
  const own = (handPlan?.lines ?? []).filter(
    (line) => line.busLineId === undefined && (originId === null || line.originId === originId),
  );
  const like = own.find((line) => line.stopIds.includes(stopIds[0]!)) ?? own[0];
  if (!handPlan || !like) return refuse('noLinesYet', stops);
  const refusal = judgeStops(scenario, null, like.originId, stopIds);
  if (refusal) return refusal;
  const next = addHandLine(handPlan, like, stopIds);
  return { scenario: { ...scenario, handPlan: next }, rowId: next.lines.at(-1)!.id };
}

export function removePlanLine(scenario: Scenario, rowId: string): Scenario | Refusal {
  const { handPlan } = scenario;
  const line = handPlan?.lines.find(({ id }) => id === rowId);
  if (!handPlan || !line) return scenario;
  if (line.busLineId !== undefined) return refuse('ofBus', rowId);
  if (lockOfLine(scenario, line)) return refuse('lineLocked', rowId);
  return { ...scenario, handPlan: removeHandLine(handPlan, asId<LineId>(rowId)) };
}
