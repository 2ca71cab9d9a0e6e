import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { runHash, scenarioKey } from '../runs.ts';

let nextRun = 1;

interface SolveOptions {
  readonly isUrgent: boolean;
  /** Computes again even where a fitting result is at hand. */
  readonly isForced?: boolean;
}

/** Solves one scenario in a worker; an older run of the same scenario gives way. Resolves when it is over. */
export async function solveScenario(app: AppState, scenario: Scenario, solve: SolveOptions): Promise<void> {
  const { runs, ports, runOptions, view } = app;
  const key = scenarioKey(scenario);
  const hash = runHash(scenario, runOptions);
  const activity = runs.store.getState().activities[key];
  if (activity && 'runId' in activity) {
    if (activity.hash === hash) return;
    ports.planner.cancel(activity.runId);
  }
  if (!solve.isForced && runs.store.getState().reports[hash]) {
    runs.setActivity(key, null);
    runs.recall(key, hash);
    return;
  }

  const runId = `run-${nextRun++}`;
  runs.setActivity(key, { status: 'queued', runId, hash, progress: null });
  const outcome = await ports.planner.run({
    runId,
    scenario,
    options: runOptions,
    isUrgent: solve.isUrgent,
    onStart: () => runs.setActivity(key, { status: 'running', runId, hash, progress: null }),
    onProgress: (progress) => runs.setProgress(key, runId, progress),
  });

  const current = runs.store.getState().activities[key];
  const isOurs = current !== undefined && 'runId' in current && current.runId === runId;
  if (!isOurs) return;
  if (outcome.status === 'done') runs.finish(key, hash, outcome.value);
  else runs.setActivity(key, { status: outcome.status, hash });
  if (outcome.status === 'failed') view.notify('failed', `${outcome.message}\n${outcome.stack}`);
}

/** Solves what is on the screen, then the county's other scenarios one after the other in the second worker. */
export async function solveActive(app: AppState, isForced = false): Promise<void> {
  const scenario = activeScenario(app);
  if (!scenario) return;
  await solveScenario(app, scenario, { isUrgent: true, isForced });
  solveOthers(app);
}

function solveOthers(app: AppState): void {
  const document = activeDocument(app.documents.store.getState());
  const active = activeScenario(app);
  const { reports, activities } = app.runs.store.getState();
  for (const scenario of document?.scenarios ?? []) {
    if (scenario.id === active?.id) continue;
    const hash = runHash(scenario, app.runOptions);
    // What was stopped or has failed waits for the person to ask again.
    if (reports[hash] || activities[scenarioKey(scenario)]?.hash === hash) continue;
    void solveScenario(app, scenario, { isUrgent: false });
  }
}

/** Stops everything that runs for the county on the screen. */
export function cancelRuns(app: AppState): void {
  const document = activeDocument(app.documents.store.getState());
  const { activities } = app.runs.store.getState();
  for (const scenario of document?.scenarios ?? []) {
    const activity = activities[scenarioKey(scenario)];
    if (activity && 'runId' in activity) app.ports.planner.cancel(activity.runId);
  }
}
