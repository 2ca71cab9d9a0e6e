import { asId, type LineId, type StationId } from '../ids.ts';
import type { HandPlan } from '../lineRules.ts';
import type { Plan, PlannedLine } from '../plan.ts';
import { addLineTo, changeLineIn, type LineChange, removeLineFrom } from './plannedLines.ts';

/** Edits of the lines of a plan: from the first of them on, its lines are settled by hand. */

/** The lines of a plan as they are, settled by hand. */
export const handPlanFrom = ({ lines, duties }: Pick<Plan, 'lines' | 'duties'>): HandPlan => ({
  lines,
  duties,
  moved: [],
});

/** A line with other stops, times or vehicle. A station that comes to it leaves the lines it was on; one that goes has none. */
export function changeHandLine(hand: HandPlan, lineId: LineId, change: LineChange): HandPlan {
  const line = hand.lines.find(({ id }) => id === lineId);
  if (!line) return hand;
  const { stopIds } = change;
  if (!stopIds) return changeLineIn(hand, lineId, change);
  const came = stopIds.filter((id) => !line.stopIds.includes(id));
  const gone = line.stopIds.filter((id) => !stopIds.includes(id));
  const shareOf = new Map(line.stopIds.map((id, index) => [id, line.stopShares?.[index] ?? 1]));
  const shares = stopIds.map((id) => shareOf.get(id) ?? 1);
  const taken = withoutStops(hand, new Set(came), lineId);
  const changed = changeLineIn(taken, lineId, change);
  const settled = new Set([...came, ...gone]);
  return {
    ...changed,
    lines: changed.lines.map((each) =>
      each.id === lineId && shares.some((share) => share < 1) ? { ...each, stopShares: shares } : each,
    ),
    moved: [
      ...hand.moved.filter(({ stationId }) => !settled.has(stationId)),
      ...came.map((stationId) => ({ stationId, lineId })),
    ],
  };
}

/** A new line made like another one, with stations taken from the lines they were on. */
export function addHandLine(hand: HandPlan, like: PlannedLine, stopIds: readonly StationId[]): HandPlan {
  const taken = withoutStops(hand, new Set(stopIds), null);
  const ids = new Set<string>(hand.lines.map(({ id }) => id));
  let number = 1;
  while (ids.has(`N${number}`)) number++;
  const { stopShares: _shares, ...rest } = like;
  const line: PlannedLine = { ...rest, id: asId<LineId>(`N${number}`), stopIds };
  const settled = new Set(stopIds);
  return {
    ...addLineTo(taken, line),
    moved: [
      ...hand.moved.filter(({ stationId }) => !settled.has(stationId)),
      ...stopIds.map((stationId) => ({ stationId, lineId: line.id })),
    ],
  };
}

/** Without a line: its stations are on none until somebody puts them on one. */
export function removeHandLine(hand: HandPlan, lineId: LineId): HandPlan {
  return { ...removeLineFrom(hand, lineId), moved: hand.moved.filter((each) => each.lineId !== lineId) };
}

/** Lines other than one without some stations; a line left without stops goes. */
function withoutStops(hand: HandPlan, stationIds: ReadonlySet<StationId>, exceptId: LineId | null): HandPlan {
  let next = hand;
  for (const line of hand.lines) {
    if (line.id === exceptId) continue;
    const isKept = line.stopIds.map((id) => !stationIds.has(id));
    if (isKept.every(Boolean)) continue;
    const stopIds = line.stopIds.filter((_, index) => isKept[index]);
    if (stopIds.length === 0) {
      next = removeLineFrom(next, line.id);
      continue;
    }
    const { stopShares, ...rest } = line;
    const shares = stopShares?.filter((_, index) => isKept[index]);
    const kept: PlannedLine = { ...rest, stopIds, ...(shares ? { stopShares: shares } : {}) };
    next = { ...next, lines: next.lines.map((each) => (each.id === line.id ? kept : each)) };
  }
  return next;
}
