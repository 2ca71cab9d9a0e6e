import { type Move, type MoveTarget, moveStop } from '../model/edit/moveStop.ts';
import type { Evaluation, Violation } from '../model/evaluation.ts';
import type { LineId, StationId } from '../model/ids.ts';
import { isWhollyLocked } from '../model/lockOfLine.ts';
import { openLineIds } from '../model/openLines.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { lineOriginFor } from '../model/suppliedBy.ts';
import { travelFor, unreachable } from '../model/travel.ts';
import type { Minutes, Yuan } from '../units.ts';
import { branchDepartureClockMin } from './branchDeparture.ts';
import { evaluateOn } from './evaluatePlan.ts';
import type { Groundwork } from './groundwork.ts';
import { ruleViolations } from './ruleViolations.ts';
import { tripMin } from './schedule.ts';

/** What a move by hand would change, before it is made. */
export interface MoveJudgement {
  readonly move: Move;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly addedYuanPerDay: Yuan;
  /** Longest trip of the lines touched; a line that goes or comes counts from or to 0. */
  readonly addedMin: readonly { readonly lineId: LineId; readonly minutes: Minutes }[];
  readonly newViolations: readonly Violation[];
  readonly goneViolations: readonly Violation[];
}

const longestTripMin = (evaluation: Evaluation, lineId: LineId): Minutes =>
  Math.max(0, ...(evaluation.lines.find((line) => line.lineId === lineId)?.trips ?? []).map(tripMin));

const keyOf = ({ code, lineId, params }: Violation): string => `${code} ${lineId} ${params.stationId ?? ''}`;

export function judgeMove(
  ground: Groundwork,
  before: { plan: Plan; evaluation: Evaluation },
  move: Move,
): MoveJudgement {
  const plan = moveStop(before.plan, move);
  const evaluation = evaluateOn(ground, plan);
  const { scenario } = ground;
  const violationsOf = (of: { plan: Plan; evaluation: Evaluation }): Violation[] => [
    ...of.evaluation.violations,
    ...ruleViolations(scenario, of.plan, of.evaluation),
  ];
  const passedBefore = violationsOf(before);
  const passedNow = violationsOf({ plan, evaluation });
  const known = new Set(passedBefore.map(keyOf));
  const now = new Set(passedNow.map(keyOf));
  const knownLines = new Set(before.plan.lines.map((line) => line.id));
  const touched = new Set<LineId>([
    ...(move.fromLineId ? [move.fromLineId] : []),
    ...(move.target.kind === 'line' ? [move.target.lineId] : []),
    ...plan.lines.flatMap((line) => (knownLines.has(line.id) ? [] : [line.id])),
  ]);
  return {
    move,
    plan,
    evaluation,
    addedYuanPerDay: evaluation.totalYuanPerDay - before.evaluation.totalYuanPerDay,
    addedMin: [...touched].map((lineId) => ({
      lineId,
      minutes: longestTripMin(evaluation, lineId) - longestTripMin(before.evaluation, lineId),
    })),
    newViolations: passedNow.filter((each) => !known.has(keyOf(each))),
    goneViolations: passedBefore.filter((each) => !now.has(keyOf(each))),
  };
}

/** Place on a line where a stop lengthens the driving least; the stop itself is not counted. Open = no way back. */
export function bestPosition(
  ground: Pick<Groundwork, 'matrix' | 'indexById'>,
  line: PlannedLine,
  stationId: StationId,
  isOpen = false,
): number {
  const { stationIds } = ground.matrix;
  const { durationS } = travelFor(ground.matrix, line.vehicleTypeId);
  const row = (id: StationId): number => ground.indexById.get(id)!;
  const drive = (from: StationId, to: StationId): number =>
    durationS[row(from) * stationIds.length + row(to)]!;
  const calls = [line.originId, ...line.stopIds.filter((id) => id !== stationId), line.originId];
  const last = calls.length - 2;
  let best = 0;
  let bestAddedS = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < calls.length; at++) {
    const from = calls[at]!;
    const to = calls[at + 1]!;
    const addedS =
      drive(from, stationId) + (isOpen && at === last ? 0 : drive(stationId, to) - drive(from, to));
    if (addedS < bestAddedS) {
      bestAddedS = addedS;
      best = at;
    }
  }
  return best;
}

/** Lines that start where a stop is supplied from: vehicles of ours only. */
const linesThatReach = (scenario: Scenario, plan: Plan, stationId: StationId): PlannedLine[] => {
  const originId = lineOriginFor(scenario, plan, stationId);
  return plan.lines.filter(
    (line) => line.busLineId === undefined && (originId === null || line.originId === originId),
  );
};

/** Lines a stop can be put on: none that is locked as it is. */
export const linesFor = (scenario: Scenario, plan: Plan, stationId: StationId): PlannedLine[] =>
  linesThatReach(scenario, plan, stationId).filter((line) => !isWhollyLocked(scenario, line));

/** Every line a stop can be put on, and a line of its own. */
export function moveTargets(ground: Groundwork, plan: Plan, stationId: StationId): MoveTarget[] {
  const own = linesThatReach(ground.scenario, plan, stationId);
  const lines = linesFor(ground.scenario, plan, stationId);
  const open = openLineIds(ground.scenario, plan);
  const targets = lines.map(
    (line): MoveTarget => ({
      kind: 'line',
      lineId: line.id,
      position: bestPosition(ground, line, stationId, open.has(line.id)),
    }),
  );
  const like = own[0];
  if (like) return [...targets, { kind: 'newLine', likeLineId: like.id }];
  return [...targets, ...firstLineOfHub(ground, plan, stationId)];
}

/** A line of its own for a stop whose hub has no line yet: like a branch line from elsewhere, when the hub's parcels are there. */
function firstLineOfHub({ scenario, matrix }: Groundwork, plan: Plan, stationId: StationId): MoveTarget[] {
  const originId = lineOriginFor(scenario, plan, stationId);
  const like = plan.lines.find(({ kind }) => kind === 'branch');
  if (originId === null || !like) return [];
  const fromDepot = plan.lines.filter((line) => line.originId === scenario.depot.id);
  const depotPart = { lines: fromDepot, unserved: plan.unserved };
  const departureClockMin = branchDepartureClockMin(scenario, matrix, depotPart, originId);
  if (departureClockMin === null) return [];
  return [{ kind: 'newLine', likeLineId: like.id, start: { originId, departureClockMin } }];
}

/**
 * All places for a stop, those that break no further limit first, then the cheapest. Yields after every one judged, so
 * that the screen can be drawn in between. A stop no road leads to has none.
 */
export function* rankMoves(
  ground: Groundwork,
  before: { plan: Plan; evaluation: Evaluation },
  stationId: StationId,
  fromLineId: LineId | null,
): Generator<undefined, MoveJudgement[]> {
  const judged: MoveJudgement[] = [];
  const { durationS, stationIds } = ground.matrix;
  const { scenario } = ground;
  const originId = lineOriginFor(scenario, before.plan, stationId) ?? scenario.depot.id;
  const origin = ground.indexById.get(originId)!;
  if (durationS[origin * stationIds.length + ground.indexById.get(stationId)!]! >= unreachable) return [];
  for (const target of moveTargets(ground, before.plan, stationId)) {
    if (target.kind === 'line' && target.lineId === fromLineId) continue;
    judged.push(judgeMove(ground, before, { stationId, fromLineId, target }));
    yield;
  }
  return judged.sort(
    (left, right) =>
      left.newViolations.length - right.newViolations.length || left.addedYuanPerDay - right.addedYuanPerDay,
  );
}
