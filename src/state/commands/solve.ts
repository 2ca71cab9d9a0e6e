import type { RunGiven, RunOptions } from '../../../workers/protocol.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { hashScenario, type RunActivity, runHash, scenarioKey, shownResult } from '../runs.ts';

let nextRun = 1;
export const nextRunId = (): string => `run-${nextRun++}`;

/** All workers of what runs for a scenario; none where nothing does. */
const runIdsOf = (activity: RunActivity | undefined): readonly string[] =>
  activity && 'runId' in activity ? (activity.runIds ?? [activity.runId]) : [];

/** What runs for a scenario is no longer wanted. */
export function giveUpRun({ runs, ports }: AppState, key: string): void {
  for (const runId of runIdsOf(runs.store.getState().activities[key])) ports.planner.cancel(runId);
}

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

/** The "before" of a scenario where it is known, else the one on the screen for a run that is stopped. */
export function givenBaseline(app: AppState, scenario: Scenario): RunGiven {
  const baseline = app.solve.baselineOf(scenario);
  if (baseline) return { baseline };
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  return report && !isStale ? { baselineSoFar: report.baseline } : {};
}

const isSame = (left: RunOptions | undefined, right: RunOptions): boolean =>
  left?.seed === right.seed && left.iterations === right.iterations;

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
    giveUpRun(app, key);
  }
  if (!isForced && runs.store.getState().reports[hash]) {
    runs.setActivity(key, null);
    runs.recall(key, hash);
    view.takeBack(key);
    return true;
  }

  const runId = nextRunId();
  runs.setActivity(key, { status: 'queued', runId, hash, progress: null });
  const outcome = await ports.planner.run({
    runId,
    scenario,
    options: { ...options, ...givenBaseline(app, scenario) },
    isUrgent,
    onStart: () => runs.setActivity(key, { status: 'running', runId, hash, progress: null }),
    onProgress: (progress) => {
      runs.setProgress(key, runId, progress);
      if (isUrgent) app.solve.follow(key, progress, ports.nowMs());
    },
  });

  const current = runs.store.getState().activities[key];
  const isOurs = current !== undefined && 'runId' in current && current.runId === runId;
  if (!isOurs) return false;
  const wasStopped = isUrgent && app.solve.store.getState().lives[key]?.wasStopped === true;
  const isFinal = isSame(app.runStages.at(-1), options);
  if (isUrgent) {
    if (outcome.status === 'done') app.solve.arrive(key, outcome.value, ports.nowMs());
    // The quick stage is the beginning of the search, not the end of it.
    if (isFinal || wasStopped || outcome.status !== 'done') app.solve.end(key, ports.nowMs());
  }
  if (outcome.status === 'done') {
    view.takeBack(key);
    runs.finish(key, hash, outcome.value);
    if (isFinal) app.solve.record(hashScenario(scenario), outcome.value);
    if (!wasStopped && isFinal && !app.solve.baselineOf(scenario))
      app.solve.keepBaseline(scenario, outcome.value.baseline);
    return !wasStopped;
  }
  runs.setActivity(key, { status: outcome.status, hash });
  if (outcome.status === 'failed') view.notify('failed', `${outcome.message}\n${outcome.stack}`, key);
  return false;
}

/**
 * Solves what is on the screen: a quick answer, then the thorough one, while the second worker solves the county's
 * other scenarios.
 */
export async function solveActive(app: AppState, isForced = false): Promise<void> {
  const scenario = activeScenario(app);
  if (!scenario) return;
  app.solve.begin(scenarioKey(scenario), app.ports.nowMs(), isForced);
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

/**
 * Stops everything that runs for the county on the screen. What a search has found so far is kept; a run that has
 * found nothing yet is cancelled.
 */
export function stopRuns(app: AppState): void {
  const document = activeDocument(app.documents.store.getState());
  const { activities } = app.runs.store.getState();
  const activeId = activeScenario(app)?.id;
  for (const scenario of document?.scenarios ?? []) {
    const key = scenarioKey(scenario);
    const activity = activities[key];
    if (!activity || !('runId' in activity)) continue;
    const hasPlan = activity.progress?.bestYuanPerParcel != null;
    if (scenario.id === activeId && hasPlan && !app.solve.store.getState().lives[key]?.wasStopped) {
      app.solve.markStopped(key);
      for (const runId of runIdsOf(activity)) app.ports.planner.stop(runId);
    } else giveUpRun(app, key);
  }
}
