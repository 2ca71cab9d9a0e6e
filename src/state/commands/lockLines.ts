import type { StationId } from '../../core/model/ids.ts';
import type { LockKind } from '../../core/model/lineRules.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { lockLine, lockOfStop, toggleStopLock } from '../edits/lockLines.ts';
import { hashScenario, runHash, scenarioKey, shownResult } from '../runs.ts';

let nextEdit = 1;

/**
 * Locks change what the next search may do, not the lines on the screen: their figures stay as they are, each change
 * is an undo step of its own, and nothing is solved.
 */
export function editLocks(app: AppState, edit: (scenario: Scenario) => Scenario): void {
  const scenario = activeScenario(app);
  if (!scenario) return;
  const next = edit(scenario);
  if (hashScenario(next) === hashScenario(scenario)) return;
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  const kept = app.runStages.at(-1);
  app.documents.replaceScenario(next, 'lock', `lock/${nextEdit++}`, app.ports.nowMs());
  if (report && kept && !isStale)
    app.runs.finish(scenarioKey(next), runHash(next, kept), { ...report, scenario: next });
}

/** The line as it is now: a table may still show it as it was a moment ago. */
function present(app: AppState, line: PlannedLine): PlannedLine {
  const scenario = activeScenario(app);
  const { report } = scenario
    ? shownResult(app.runs.store.getState(), scenario, app.runStages)
    : { report: null };
  return report?.plan.lines.find(({ id }) => id === line.id) ?? line;
}

export const setLineLock = (app: AppState, line: PlannedLine, keep: LockKind | null): void =>
  editLocks(app, (scenario) => lockLine(scenario, present(app, line), keep));

export const switchStopLock = (app: AppState, line: PlannedLine, stationId: StationId): void =>
  editLocks(app, (scenario) => {
    const now = present(app, line);
    return now.stopIds.includes(stationId) ? toggleStopLock(scenario, now, stationId) : scenario;
  });

/** Takes off the lock that holds a stop: the stop's own, or that of its whole line. */
export function unlockAt(app: AppState, { plan }: Report, stationId: StationId): void {
  const line = plan.lines.find(({ stopIds }) => stopIds.includes(stationId));
  const scenario = activeScenario(app);
  if (!line || !scenario) return;
  const keep = lockOfStop(scenario, line, stationId);
  if (keep === 'stops') switchStopLock(app, line, stationId);
  else if (keep) setLineLock(app, line, null);
}

export const unlockAll = (app: AppState): void =>
  editLocks(app, (scenario) => {
    const { locks: _locks, ...free } = scenario;
    return free;
  });
