import { withCouriers } from '../../core/model/couriers.ts';
import { type AppState, activeScenario } from '../appState.ts';
import type { CostChoices } from '../costChoices.ts';
import { costHash } from '../costs.ts';
import { activeDocument, costChoicesOf } from '../documents.ts';
import { scenarioKey, shownResult } from '../runs.ts';
import { editScenario } from './editScenario.ts';
import { cancelOtherSplits } from './splitSaving.ts';

let nextRun = 1;

/**
 * Prices the plan on the screen against its "befores" in a worker, once the plan is final. What was priced already is
 * taken from the cache; what failed or was stopped waits to be asked for.
 */
export async function priceBefores(app: AppState, isAsked = false): Promise<void> {
  const scenario = activeScenario(app);
  const document = activeDocument(app.documents.store.getState());
  if (!scenario || !document) return;
  const { report, isStale, isPreliminary } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  if (!report || isStale || isPreliminary) return;
  const { costs, ports, view } = app;
  const { operatorCount } = costChoicesOf(document, scenario);
  const key = scenarioKey(scenario);
  const hash = costHash(report, operatorCount);
  const { results, activities } = costs.store.getState();
  const activity = activities[key];
  if (results[hash] || (activity?.hash === hash && (activity.status === 'running' || !isAsked))) return;
  if (activity?.status === 'running') ports.planner.cancel(activity.runId);
  cancelOtherSplits(app, report);
  const runId = `befores-${nextRun++}`;
  const isOurs = (): boolean => {
    const current = costs.store.getState().activities[key];
    return current?.status === 'running' && current.runId === runId;
  };
  costs.setActivity(key, { status: 'running', runId, hash, doneShare: 0 });
  const outcome = await ports.planner.priceBefores(
    runId,
    report.scenario,
    { plan: report.plan, separate: report.baseline, seed: report.plan.quality.seed, operatorCount },
    (doneShare) => {
      if (isOurs()) costs.setActivity(key, { status: 'running', runId, hash, doneShare });
    },
  );
  if (!isOurs()) return;
  if (outcome.status === 'done') {
    costs.finish(key, hash, { ...outcome.value, report, operatorCount });
    return;
  }
  costs.setActivity(key, { status: outcome.status, hash });
  if (outcome.status === 'failed') view.notify('failed', `${outcome.message}\n${outcome.stack}`);
}

/** Changes an assumption of the "befores": an edit that can be undone. */
export function editCostChoices(app: AppState, coalesceKey: string, change: Partial<CostChoices>): void {
  const scenario = activeScenario(app);
  const document = activeDocument(app.documents.store.getState());
  if (!scenario || !document) return;
  const before = costChoicesOf(document, scenario);
  const next = { ...before, ...change };
  if (JSON.stringify(next) === JSON.stringify(before)) return;
  app.documents.replaceCostChoices(scenario, next, coalesceKey, app.ports.nowMs());
}

/** Other couriers, by the shares of their parcels; the plan's own B1 is computed anew with them. */
export function editCouriers(app: AppState, shares: readonly number[], coalesceKey: string): void {
  editScenario(app, 'couriers', `couriers/${coalesceKey}`, (scenario) => withCouriers(scenario, shares));
}
