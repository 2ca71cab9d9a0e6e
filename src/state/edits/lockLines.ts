import type { LineId, StationId } from '../../core/model/ids.ts';
import type { LineLock, LockKind } from '../../core/model/lineRules.ts';
import { lockOfLine } from '../../core/model/lockOfLine.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Scenario } from '../../core/model/scenario.ts';

/** Locks as a planner sets them on the lines on the screen. A line has at most one lock. */

export { lockOfLine };

/** How a stop of a line is held; null = free. */
export function lockOfStop(scenario: Scenario, line: PlannedLine, stationId: StationId): LockKind | null {
  const lock = lockOfLine(scenario, line);
  return lock?.stationIds.includes(stationId) ? lock.keep : null;
}

function withLock(scenario: Scenario, old: LineLock | null, lock: LineLock | null): Scenario {
  const others = (scenario.locks ?? []).filter((each) => each !== old);
  const locks = lock ? [...others, lock] : others;
  if (locks.length > 0) return { ...scenario, locks };
  const { locks: _none, ...free } = scenario;
  return free;
}

/** Locks all stops of a line in the way asked for; null sets it free. */
export function lockLine(scenario: Scenario, line: PlannedLine, keep: LockKind | null): Scenario {
  const old = lockOfLine(scenario, line);
  const { originId, vehicleTypeId, stopIds } = line;
  return withLock(scenario, old, keep && { keep, originId, vehicleTypeId, stationIds: [...stopIds] });
}

/** Locks one stop to its line, or sets it free; in a line locked otherwise nothing changes. */
export function toggleStopLock(scenario: Scenario, line: PlannedLine, stationId: StationId): Scenario {
  const old = lockOfLine(scenario, line);
  if (old && old.keep !== 'stops') return scenario;
  const held = old?.stationIds ?? [];
  const stationIds = held.includes(stationId)
    ? held.filter((each) => each !== stationId)
    : line.stopIds.filter((each) => each === stationId || held.includes(each));
  return withLock(scenario, old, stationIds.length === 0 ? null : stopsLock(line, stationIds));
}

/** "This line", to stops locked alone, is their neighbours on it. */
function stopsLock(line: PlannedLine, stationIds: readonly StationId[]): LineLock {
  const neighbours = stationIds.flatMap((stationId) => {
    const at = line.stopIds.indexOf(stationId);
    return [line.stopIds[at - 1], line.stopIds[at + 1]];
  });
  const companionIds = [...new Set(neighbours)].filter(
    (each): each is StationId => each !== undefined && !stationIds.includes(each),
  );
  const { originId, vehicleTypeId } = line;
  return {
    keep: 'stops',
    originId,
    vehicleTypeId,
    stationIds,
    ...(companionIds.length > 0 ? { companionIds } : {}),
  };
}

/** Every stop that was moved by hand is locked to the line it was moved to. */
export function lockMoved(scenario: Scenario): Scenario {
  const { handPlan } = scenario;
  if (!handPlan) return scenario;
  return handPlan.lines.reduce((locked, line) => {
    const moved = movedTo(scenario, line.id).filter((stationId) => line.stopIds.includes(stationId));
    const old = lockOfLine(locked, line);
    if (moved.length === 0 || (old && old.keep === 'line')) return locked;
    if (old && old.keep === 'sequence') return locked;
    const stationIds = line.stopIds.filter(
      (each) => moved.includes(each) || (old?.stationIds.includes(each) ?? false),
    );
    return withLock(locked, old, stopsLock(line, stationIds));
  }, scenario);
}

const movedTo = (scenario: Scenario, lineId: LineId): StationId[] =>
  (scenario.handPlan?.moved ?? []).flatMap((each) => (each.lineId === lineId ? [each.stationId] : []));
