import type { RunOptions } from '../../../workers/protocol.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { runHash, scenarioKey } from '../runs.ts';

let nextRun = 1;

interface SolveOptions {
  readonly stages: readonly RunOptions[];
  readonly isUrgent: boolean;
  /** Computes again even where a fitting result is at hand. */
  readonly isForced?: boolean;
}

/** Solves one scenario stage by stage in a worker. Resolves with whether every stage was finished. */
async function solveScenario(app: AppState, scenario: Scenario, solve: SolveOptions): Promise<boolean> {
  const { reports } = app.runs.store.getState();
  // What a later stage has answered, an earlier one need not.
  const answered = solve.isForced
    ? -1
    : solve.stages.findLastIndex((options) => reports[runHash(scenario, options)] !== undefined);
  for (const options of solve.stages.slice(Math.max(0, answered))) {
    if (!(await solveStage(app, scenario, options, solve))) return false;
  }
  return true;
}

/** One run; an older run of the same scenario gives way. */
async function solveStage(
  app: AppState,
  scenario: Scenario,
  options: RunOptions,
  { isUrgent, isForced = false }: SolveOptions,
): Promise<boolean> {
  const { runs, ports, view } = app;
  const key = scenarioKey(scenario);
  const hash = runHash(scenario, options);
  const activity = runs.store.getState().activities[key];
  if (activity && 'runId' in activity) {
    if (activity.hash === hash) return false;
    ports.planner.cancel(activity.runId);
  }
  if (!isForced && runs.store.getState().reports[hash]) {
    runs.setActivity(key, null);
    runs.recall(key, hash);
    return true;
  }

  const runId = `run-${nextRun++}`;
  runs.setActivity(key, { status: 'queued', runId, hash, progress: null });
  const outcome = await ports.planner.run({
    runId,
    scenario,
    options,
    isUrgent,
    onStart: () => runs.setActivity(key, { status: 'running', runId, hash, progress: null }),
    onProgress: (progress) => runs.setProgress(key, runId, progress),
  });

  const current = runs.store.getState().activities[key];
  const isOurs = current !== undefined && 'runId' in current && current.runId === runId;
  if (!isOurs) return false;
  if (outcome.status === 'done') {
    runs.finish(key, hash, outcome.value);
    return true;
  }
  runs.setActivity(key, { status: outcome.status, hash });
  if (outcome.status === 'failed') view.notify('failed', `${outcome.message}\n${outcome.stack}`);
  return false;
}

/**
 * Solves what is on the screen: a quick answer, then the thorough one, while the second worker solves the county's
 * other scenarios.
 */
export async function solveActive(app: AppState, isForced = false): Promise<void> {
  const scenario = activeScenario(app);
  if (!scenario) return;
  const quick = app.runStages.slice(0, -1);
  const thorough = app.runStages.slice(-1);
  if (!(await solveScenario(app, scenario, { stages: quick, isUrgent: true, isForced }))) return;
  // The answer is drawn before both workers compete with the screen for the processor.
  await app.ports.whenIdle();
  if (activeScenario(app) !== scenario) return;
  const refining = solveScenario(app, scenario, { stages: thorough, isUrgent: true, isForced });
  solveOthers(app);
  await refining;
}

function solveOthers(app: AppState): void {
  const document = activeDocument(app.documents.store.getState());
  const active = activeScenario(app);
  for (const scenario of document?.scenarios ?? []) {
    const activity = app.runs.store.getState().activities[scenarioKey(scenario)];
    // What was stopped or has failed waits for the person to ask again.
    const thorough = app.runStages.at(-1);
    const isSolved = thorough && app.runs.store.getState().reports[runHash(scenario, thorough)];
    if (scenario.id === active?.id || activity || isSolved) continue;
    void solveScenario(app, scenario, { stages: app.runStages, isUrgent: false });
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
