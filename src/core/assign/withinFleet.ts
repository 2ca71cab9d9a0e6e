import type { VehicleTypeId } from '../model/ids.ts';
import { mapProgress } from '../model/mapProgress.ts';
import { mayStartAtVillage } from '../model/openLines.ts';
import type { SearchAnswer } from '../model/progress.ts';
import type { LineKind, Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { type AssignOptions, type AssignProgress, assignTask, type SolvedPart } from './assignTask.ts';
import { type AssignmentTask, loadParcelsOf } from './buildProblem.ts';
import { fleetUseOf, linesLeft } from './fleetUse.ts';
import type { PlanPart, Timetable } from './toPlan.ts';

export type FleetlessTask = Omit<AssignmentTask, 'linesLeft'>;
export type FleetlessTimetable = Omit<Timetable, 'fleetUse'>;

/**
 * Draws the lines of a task with the vehicles the tasks before have left. Where those do not reach, as many more of each
 * type are allowed as it takes, up to the whole fleet: every station then has its line, and the evaluation says how many
 * vehicles are missing. The number is doubled until it suffices, then halved in between. Where a type is still asked for
 * more than there is, stations that only it can serve whole are called at in parts by the others.
 */
export function* withinFleet(
  before: readonly PlanPart[],
  scenario: Scenario,
  matrix: TravelMatrix,
  task: FleetlessTask,
  timetable: FleetlessTimetable,
  prefix: string,
  options: AssignOptions,
  report: (part: PlanPart | null, share: number) => AssignProgress,
): Generator<AssignProgress, SolvedPart> {
  const keepsVehicle = (kind: LineKind): boolean => mayStartAtVillage(scenario, kind);
  const fleetUse = fleetUseOf(before, keepsVehicle);
  const days: Timetable = { ...timetable, fleetUse };
  const isKept = keepsVehicle(task.kind);
  const whole = linesLeft(scenario.vehicleTypes, fleetUseOf([], keepsVehicle), timetable, isKept);
  const left = linesLeft(scenario.vehicleTypes, fleetUse, timetable, isKept);
  const mostExtra = Math.max(0, ...[...whole].map(([id, most]) => most - left.get(id)!));
  const lacksType = [...whole].some(([id, most]) => most > 0 && left.get(id) === 0);
  let draws = 0;
  let reached = 0;
  /** Another draw takes more time; what is done does not become less by it. */
  const tell = (part: PlanPart | null, share: number): AssignProgress => {
    reached = Math.max(reached, share);
    return report(part, reached);
  };
  const allowed = (extra: number): ReadonlyMap<VehicleTypeId, number> =>
    new Map([...whole].map(([id, most]) => [id, Math.min(most, left.get(id)! + extra)]));
  const draw = (
    extra: number,
    wholeUpTo: Partial<AssignmentTask> = {},
  ): Generator<AssignProgress, SolvedPart, SearchAnswer | undefined> =>
    numbered(
      ++draws,
      assignTask(
        scenario,
        matrix,
        { ...task, ...wholeUpTo, linesLeft: allowed(extra) },
        days,
        prefix,
        options,
        tell,
      ),
    );
  const first: SolvedPart = yield* draw(0);
  let best = first;
  const wholeUpToParcels = fitForMore(scenario, task, first, allowed(0));
  if (wholeUpToParcels !== null && !options.isStopped?.()) {
    const inParts: SolvedPart = yield* draw(0, { wholeUpToParcels });
    if (missing(inParts) < missing(first)) best = inParts;
  }
  if (!isShort(best, lacksType)) return best;
  let short = 0;
  let enough: number | null = null;
  while (short < mostExtra && short + 1 !== enough && !options.isStopped?.()) {
    const extra: number = enough === null ? Math.min(2 * short + 1, mostExtra) : (short + enough) >> 1;
    const solved: SolvedPart = yield* draw(extra);
    const isEnough = !isShort(solved, false);
    if (isEnough || solved.part.unserved.length < best.part.unserved.length) best = solved;
    if (isEnough) enough = extra;
    else short = extra;
  }
  return best;
}

/**
 * Whether more vehicles may serve what is left out. What no line of its own could serve is helped by them only as long as
 * they are of a type that is used up.
 */
const isShort = ({ part }: SolvedPart, lacksType: boolean): boolean =>
  part.unserved.some(
    ({ reason }) => reason === 'noVehicle' || reason === 'lineCount' || (lacksType && reason !== 'optional'),
  );

/** Offers of searches for the same stations with other vehicles, or in parts, are none to each other. */
const numbered = (draw: number, solving: Generator<AssignProgress, SolvedPart, SearchAnswer | undefined>) =>
  draw === 1
    ? solving
    : mapProgress(solving, (step) =>
        step.offer ? { ...step, offer: { ...step.offer, key: `${draw}/${step.offer.key}` } } : step,
      );

/** Stations left out and vehicles wanting, as the search counts them. */
const missing = ({ part, solution }: SolvedPart): number =>
  part.unserved.filter(({ reason }) => reason !== 'optional').length + (solution?.missingVehicles ?? 0);

/**
 * Parcels up to which stations are to be served whole so that a type of vehicle with some left can serve each of them,
 * where others do not suffice: the capacity of the largest such type. null = there is nothing to gain.
 */
function fitForMore(
  scenario: Scenario,
  task: FleetlessTask,
  solved: SolvedPart,
  allowed: ReadonlyMap<VehicleTypeId, number>,
): number | null {
  const { part, solution } = solved;
  const lacksVehicles =
    (solution?.missingVehicles ?? 0) > 0 || part.unserved.some(({ reason }) => reason === 'noVehicle');
  if (!lacksVehicles) return null;
  const used = (id: VehicleTypeId): number =>
    part.duties.filter(({ vehicleTypeId }) => vehicleTypeId === id).length;
  const idle = scenario.vehicleTypes
    .filter(({ id, usedFor }) => usedFor.includes(task.kind) && used(id) < allowed.get(id)!)
    .map(({ capacityParcels }) => capacityParcels.value);
  const most = Math.max(0, ...idle);
  return most > 0 && task.stationIds.some((id) => loadParcelsOf(task, id) > most) ? most : null;
}
