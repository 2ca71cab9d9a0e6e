import type { Report } from '../../core/model/report.ts';
import type { AppState } from '../appState.ts';
import { type CostResult, pricedHash } from '../costs.ts';

let nextRun = 1;

/** Splits the cost of a priced plan among its couriers, in a worker; lines are searched for as long as those of B1. */
export async function splitSaving({ splits, ports, view }: AppState, costs: CostResult): Promise<void> {
  const { report, befores } = costs;
  const hash = pricedHash(report);
  const { results, activities } = splits.store.getState();
  if (results[hash] || activities[hash]?.status === 'running') return;
  const runId = `split-${nextRun++}`;
  const isOurs = (): boolean => {
    const current = splits.store.getState().activities[hash];
    return current?.status === 'running' && current.runId === runId;
  };
  splits.setActivity(hash, { status: 'running', runId, doneShare: 0 });
  const { seed, iterations } = report.plan.quality;
  const outcome = await ports.planner.splitSaving(
    runId,
    report.scenario,
    {
      basis: {
        separate: report.baseline,
        townshipOnly: { totalYuanPerDay: befores.townshipOnly.totalYuanPerDay },
        plan: { totalYuanPerDay: report.evaluation.totalYuanPerDay },
      },
      seed,
      iterations: report.baseline.search?.iterations ?? iterations,
    },
    (doneShare) => {
      if (isOurs()) splits.setActivity(hash, { status: 'running', runId, doneShare });
    },
  );
  if (!isOurs()) return;
  if (outcome.status === 'done') {
    splits.finish(hash, outcome.value);
    return;
  }
  splits.setActivity(hash, { status: outcome.status });
  if (outcome.status === 'failed') view.notify('failed', `${outcome.message}\n${outcome.stack}`);
}

export const cancelSplit = (app: AppState, costs: CostResult): void =>
  cancelSplits(app, (hash) => hash === pricedHash(costs.report));

/** Of plans that are no longer on the screen: their workers are wanted for the next. */
export const cancelOtherSplits = (app: AppState, report: Report): void =>
  cancelSplits(app, (hash) => hash !== pricedHash(report));

function cancelSplits({ splits, ports }: AppState, isMeant: (hash: string) => boolean): void {
  for (const [hash, activity] of Object.entries(splits.store.getState().activities))
    if (activity.status === 'running' && isMeant(hash)) ports.planner.cancel(activity.runId);
}
