import { inSlices } from '../../clients/inSlices.ts';
import { type Groundwork, layGroundwork } from '../../core/evaluate/groundwork.ts';
import {
  bestPosition,
  judgeMove,
  linesFor,
  type MoveJudgement,
  rankMoves,
} from '../../core/evaluate/judgeMove.ts';
import { kpiRows } from '../../core/kpi/kpis.ts';
import { savingAgainst } from '../../core/kpi/saving.ts';
import type { Move } from '../../core/model/edit/moveStop.ts';
import { settleByHand } from '../../core/model/edit/settleByHand.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import { openLineIds, villageStartIds } from '../../core/model/openLines.ts';
import type { LinePath, Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { lockOfStop } from '../edits/lockLines.ts';
import { runHash, scenarioKey, shownResult } from '../runs.ts';
import { giveUpRun, nextRunId } from './solve.ts';

/** Lines changed by hand: what a change would cost, and making it. */

const grounds = new WeakMap<Report, Groundwork>();
function groundOf(report: Report): Groundwork {
  const known = grounds.get(report) ?? layGroundwork(report.scenario, report.matrix);
  grounds.set(report, known);
  return known;
}

/** The result that hand-made changes start from; null while it does not fit the scenario on the screen. */
export function movableReport(app: AppState): Report | null {
  const scenario = activeScenario(app);
  if (!scenario) return null;
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  return report && !isStale ? report : null;
}

/** The line a stop is on; null = none. */
export const lineOfStop = (report: Report, stationId: StationId): LineId | null =>
  report.plan.lines.find((line) => line.stopIds.includes(stationId))?.id ?? null;

export function isStopLocked(app: AppState, report: Report, stationId: StationId): boolean {
  const scenario = activeScenario(app);
  const line = report.plan.lines.find((each) => each.stopIds.includes(stationId));
  return scenario !== null && line !== undefined && lockOfStop(scenario, line, stationId) !== null;
}

/** What putting a stop on a line, where it fits best, would change: a few milliseconds. */
export function previewMove(app: AppState, stationId: StationId, toLineId: LineId): MoveJudgement | null {
  const report = movableReport(app);
  const line = report?.plan.lines.find((each) => each.id === toLineId);
  if (!report || !line) return null;
  const ground = groundOf(report);
  if (!linesFor(report.scenario, report.plan, stationId).includes(line)) return null;
  const isOpen = openLineIds(ground.scenario, report.plan).has(toLineId);
  const position = bestPosition(ground, line, stationId, isOpen);
  const fromLineId = lineOfStop(report, stationId);
  return judgeMove(ground, report, {
    stationId,
    fromLineId,
    target: { kind: 'line', lineId: toLineId, position },
  });
}

/** What any move would change. */
export function judge(report: Report, move: Move): MoveJudgement {
  return judgeMove(groundOf(report), report, move);
}

/** All lines for a stop, ranked; the screen is drawn in between. */
export const rankLines = (report: Report, stationId: StationId): Promise<MoveJudgement[]> =>
  inSlices(rankMoves(groundOf(report), report, stationId, lineOfStop(report, stationId)));

/** What each stop of a line costs: judged by taking it off. */
export function stopCosts(report: Report, lineId: LineId): Promise<ReadonlyMap<StationId, MoveJudgement>> {
  const line = report.plan.lines.find((each) => each.id === lineId);
  function* work(): Generator<undefined, Map<StationId, MoveJudgement>> {
    const costs = new Map<StationId, MoveJudgement>();
    for (const stationId of line?.stopIds ?? []) {
      costs.set(stationId, judge(report, { stationId, fromLineId: lineId, target: { kind: 'none' } }));
      yield;
    }
    return costs;
  }
  return inSlices(work());
}

let nextEdit = 1;

/** Makes a move: the lines are settled by hand from then on. Figures follow at once, paths and check from the worker. */
export function makeMove(app: AppState, judged: MoveJudgement): void {
  const scenario = activeScenario(app);
  const report = movableReport(app);
  const kept = app.runStages.at(-1);
  if (!scenario || !report || !kept) return;
  const next = settleByHand(scenario, judged.plan, judged.move.stationId);
  giveUpRun(app, scenarioKey(scenario));
  app.documents.replaceScenario(next, 'moveStop', `move/${nextEdit++}`, app.ports.nowMs());
  app.runs.finish(scenarioKey(next), runHash(next, kept), handReport(report, next, judged));
  void completeReport(app, next, report);
}

/** The figures of the new lines, with the legs that are known drawn and the others straight for the moment. */
function handReport(before: Report, scenario: Scenario, { plan, evaluation }: MoveJudgement): Report {
  const saving = savingAgainst(before.baseline, {
    yuanPerParcel: evaluation.yuanPerParcel,
    reaches: before.saving.service.after,
  });
  const quality = { seed: 0, iterations: 0, objectiveYuanPerDay: 0, lowerBoundYuanPerDay: null };
  const judged = { scenario, plan: { ...plan, quality }, evaluation, baseline: before.baseline, saving };
  return {
    ...before,
    ...judged,
    kpis: kpiRows(judged),
    linePaths: linePaths(before, judged),
    faults: [],
  };
}

function linePaths(before: Report, { scenario, plan }: Pick<Report, 'scenario' | 'plan'>): LinePath[] {
  const known = new Map<string, LinePath['legs'][number]>();
  for (const line of before.plan.lines) {
    const legs = before.linePaths.find((path) => path.lineId === line.id)?.legs ?? [];
    const calls = [line.originId, ...line.stopIds, line.originId];
    // A line that ends at a village has no leg back.
    if (legs.length >= line.stopIds.length)
      for (const [index, leg] of legs.entries()) known.set(`${calls[index]} ${calls[index + 1]}`, leg);
  }
  const lonLat = new Map(
    [scenario.depot, ...scenario.stations].map((station) => [station.id, station.lonLat]),
  );
  const open = openLineIds(scenario, plan);
  const starting = villageStartIds(scenario, plan);
  return plan.lines.map((line) => {
    const calls = [line.originId, ...line.stopIds, ...(open.has(line.id) ? [] : [line.originId])];
    return {
      lineId: line.id,
      ...(starting.has(line.id) ? { startsAtVillage: true } : {}),
      legs: calls.slice(1).map((to, index) => {
        const from = calls[index]!;
        return (
          known.get(`${from} ${to}`) ?? {
            coordinates: [lonLat.get(from)!, lonLat.get(to)!],
            isEstimated: true,
          }
        );
      }),
    };
  });
}

/** The same plan computed by the worker: ways over the roads, and checked. */
async function completeReport(app: AppState, scenario: Scenario, before: Report): Promise<void> {
  const kept = app.runStages.at(-1);
  if (!kept) return;
  const outcome = await app.ports.planner.run({
    runId: nextRunId(),
    scenario,
    options: { ...kept, baseline: before.baseline },
    isUrgent: true,
    onStart: () => undefined,
    onProgress: () => undefined,
  });
  if (outcome.status === 'done') app.runs.replace(runHash(scenario, kept), outcome.value);
}
