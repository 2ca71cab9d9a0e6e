import { expose, transfer } from 'comlink';
import type { Issue } from '../src/core/issues.ts';
import { partsOf } from '../src/core/model/tableParts.ts';
import { createNextTask, runInSlices } from './runInSlices.ts';
import type { PointsView, TableImportApi, TableProgress } from './tableProtocol.ts';
import { TableSession } from './tableTasks.ts';

/** Reads tables off the main thread; the files of one import stay here until it ends. */
const session = new TableSession();
const nextTask = createNextTask();
/** A newer task makes the one before it stop. */
let current = 0;

const hooks = (task: number, onProgress: (progress: TableProgress) => void) => ({
  onProgress,
  isCancelled: () => task !== current,
  nowMs: () => performance.now(),
  nextTask,
});

/** Issues in one message: few enough for the page to take them between two frames. */
const issuesPerPart = 1500;

const buffersOf = (points: PointsView | null): ArrayBuffer[] =>
  points
    ? [points.table, points.row, points.lonLat, points.known, ...Object.values(points.bySystem)].map(
        ({ buffer }) => buffer as ArrayBuffer,
      )
    : [];

const api: TableImportApi = {
  openTables(request, onProgress) {
    current++;
    return runInSlices(session.open(request), hooks(current, onProgress));
  },
  async checkTables(request, onProgress, onIssues) {
    current++;
    const task = current;
    const outcome = await runInSlices(session.check(request), hooks(task, onProgress));
    if (outcome.status !== 'done') return outcome;
    const issues: readonly Issue[] = session.checked?.tables.flatMap((table) => table.issues) ?? [];
    for (let from = 0; from < issues.length; from += issuesPerPart) {
      // Callbacks cross by a channel of their own: unless each is waited for, the answer may overtake them.
      await onIssues(issues.slice(from, from + issuesPerPart));
      if (task !== current) return { status: 'cancelled' };
    }
    return transfer(outcome, buffersOf(outcome.value.points));
  },
  async applyTables(request, onProgress, onPart) {
    current++;
    const task = current;
    const outcome = await runInSlices(session.apply(request), hooks(task, onProgress));
    if (outcome.status !== 'done') return outcome;
    const { scenarios } = outcome.value;
    for (const part of partsOf(scenarios)) await onPart(part);
    const bare = scenarios.map((each) => ({ ...each, places: [], stations: [], demands: [] }));
    const county = outcome.value.county && { ...outcome.value.county, places: [], scenarios: [] };
    return { status: 'done', value: { ...outcome.value, scenarios: bare, county } };
  },
  fixesOf: (issue) => session.fixes(issue),
  editsForAll: (code, key, label) => session.editsForAll(code, key, label),
  rowsOf: (key, from, count) => session.rows(key, from, count),
  cancelTables() {
    current++;
  },
};

expose(api);
