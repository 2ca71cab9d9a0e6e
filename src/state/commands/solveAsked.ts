import type { RunGiven, RunOptions, RunOutcome } from '../../../workers/protocol.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { lockMoved } from '../edits/lockLines.ts';
import { createExchange } from '../exchange.ts';
import { hashScenario, runHash, scenarioKey } from '../runs.ts';
import { isBetterPlan, iterationsOf } from '../solve.ts';
import { givenBaseline, giveUpRun, nextRunId } from './solve.ts';

/** Offers of each set of lines, spread over the rounds. */
const offersPerSearch = 7;

/** Distance between the seeds of two workers, so that their numbers never meet. */
const seedStep = 7919;

/**
 * Searches for lines as the panel is set. Lines settled by hand give way: to new ones, or, around them, to new ones
 * in which what was moved or locked stays. Of all searches for the same scenario the best plan is kept.
 */
export async function solveAsked(app: AppState, way: 'anew' | 'around' = 'anew'): Promise<void> {
  const before = activeScenario(app);
  if (!before) return;
  const scenario = withoutHand(app, before, way);
  const state = app.solve.store.getState();
  const { workers, seed } = state.settings;
  const startFrom = way === 'around' ? before.handPlan?.lines : undefined;
  await search(
    app,
    scenario,
    Array.from({ length: workers }, (_, worker) => ({
      seed: seed + seedStep * worker,
      iterations: iterationsOf(state),
    })),
    startFrom ? { startFrom } : {},
  );
}

/** One undo step takes the hand-made lines back. */
function withoutHand(app: AppState, scenario: Scenario, way: 'anew' | 'around'): Scenario {
  if (!scenario.handPlan) return scenario;
  const locked = way === 'around' ? lockMoved(scenario) : scenario;
  const { handPlan: _handPlan, ...solved } = locked;
  const label = way === 'around' ? 'solveAround' : 'solveAnew';
  app.documents.replaceScenario(solved, label, `${label}/${app.ports.nowMs()}`, app.ports.nowMs());
  return activeScenario(app) ?? solved;
}

async function search(
  app: AppState,
  scenario: Scenario,
  options: readonly RunOptions[],
  given: RunGiven,
): Promise<void> {
  const { runs, ports, solve } = app;
  const key = scenarioKey(scenario);
  const kept = app.runStages.at(-1);
  if (!kept) return;
  const hash = runHash(scenario, kept);
  giveUpRun(app, key);
  const startedAtMs = ports.nowMs();
  solve.begin(key, startedAtMs, true);
  const runIds = options.map(() => nextRunId());
  const first = runIds[0]!;
  runs.setActivity(key, { status: 'queued', runId: first, runIds, hash, progress: null });
  const before = givenBaseline(app, scenario);
  let linesFromMs: number | null = null;
  let linesToMs = startedAtMs;
  const exchange = options.length > 1 ? createExchange() : null;
  const stopWatching = solve.store.subscribe(({ lives }) => {
    if (lives[key]?.wasStopped) exchange?.end();
  });
  const outcomes = await Promise.all(
    options.map(async (each, worker) => {
      const outcome = await ports.planner.run({
        runId: runIds[worker]!,
        scenario,
        options: {
          ...each,
          ...given,
          ...before,
          baselineIterations: kept.iterations,
          ...(exchange ? { offers: offersPerSearch } : {}),
        },
        ...(exchange ? { onOffer: worker === 0 ? exchange.leader : exchange.follower } : {}),
        isUrgent: true,
        onStart: () => undefined,
        onProgress: (progress) => {
          if (progress.phase === 'lines') {
            linesFromMs ??= ports.nowMs();
            linesToMs = ports.nowMs();
          }
          if (worker === 0) runs.setProgress(key, first, progress);
          solve.follow(key, progress, ports.nowMs());
        },
      });
      if (worker === 0) exchange?.end();
      return outcome;
    }),
  );
  stopWatching();
  const current = runs.store.getState().activities[key];
  if (!current || !('runId' in current) || current.runId !== first) return;
  const { wasStopped = false } = solve.store.getState().lives[key] ?? {};
  const found = bestOf(outcomes.flatMap((each) => (each.status === 'done' ? [each.value] : [])));
  if (found) solve.arrive(key, found, ports.nowMs());
  solve.end(key, ports.nowMs());
  if (!wasStopped && linesFromMs !== null)
    solve.measure(options[0]!.iterations, (linesToMs - linesFromMs) / 1000);
  settle(app, { scenario, key, hash, outcomes, wasStopped });
}

interface Settled {
  readonly scenario: Scenario;
  readonly key: string;
  readonly hash: string;
  readonly outcomes: readonly RunOutcome<Report>[];
  readonly wasStopped: boolean;
}

function settle(app: AppState, { scenario, key, hash, outcomes, wasStopped }: Settled): void {
  const { runs, solve, view } = app;
  const reports = outcomes.flatMap((outcome) => (outcome.status === 'done' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'failed');
  if (failed?.status === 'failed') view.notify('failed', `${failed.message}\n${failed.stack}`, key);
  else if (reports.length > 0) view.takeBack(key);
  const scenarioHash = hashScenario(scenario);
  // The second of two searches goes on from the first: only that one is a search of its own.
  const [first] = outcomes;
  if (first?.status === 'done') solve.record(scenarioHash, first.value);
  const known = runs.store.getState().reports[hash];
  const candidates = known && isComparable(known) ? [known, ...reports] : reports;
  const best = bestOf(candidates);
  if (reports.length === 0 || best === null) {
    runs.setActivity(key, { status: failed ? 'failed' : 'cancelled', hash });
    return;
  }
  if (!wasStopped && !solve.baselineOf(scenario)) solve.keepBaseline(scenario, best.baseline);
  runs.finish(key, hash, best);
}

/** Lines settled by hand were never searched for. */
const isComparable = (report: Report): boolean => report.plan.quality.iterations > 0;

const bestOf = (reports: readonly Report[]): Report | null =>
  reports.reduce<Report | null>(
    (left, right) => (left === null || isBetterPlan(right, left) ? right : left),
    null,
  );
