import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import { changeStation } from '../../core/model/edit/stations.ts';
import type { StationId, VehicleTypeId } from '../../core/model/ids.ts';
import type { LineRules } from '../../core/model/lineRules.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type Minutes, minPerDay, type Yuan } from '../../core/units.ts';
import type { AppState } from '../appState.ts';
import { setLineRule } from '../edits/setLineRule.ts';
import { setPolicy } from '../edits/setPolicy.ts';
import { setVehicleCount } from '../edits/setVehicleCount.ts';
import { editScenario } from './editScenario.ts';

/** The smallest step of a limit that may be what keeps a stop off every line. */
export interface Relaxation {
  readonly kind:
    | 'lineCount'
    | 'noVehicle'
    | 'shift'
    | 'maxStops'
    | 'maxKm'
    | 'maxHours'
    | 'mandatory'
    | 'openUntil'
    | 'leaveEarlier'
    | 'anyTime';
  readonly params: Readonly<Record<string, number>>;
  readonly vehicleTypeId?: VehicleTypeId;
  /** What serving the stop would then add; absent where only another search can tell. */
  readonly addedYuanPerDay?: Yuan;
}

const overtimeStepMin = 30;

/** The overtime that would let the stop onto the cheapest line that lacks nothing else, and what it adds there. */
function overtimeFor(
  scenario: Scenario,
  places: readonly MoveJudgement[],
): { readonly minutes: Minutes; readonly addedYuanPerDay: Yuan } | null {
  const place = places
    .filter(({ newViolations }) => newViolations.every(({ code }) => code === 'shift.exceeded'))
    .find(({ newViolations }) => newViolations.length > 0);
  if (!place) return null;
  const neededMin = Math.max(...place.newViolations.map(({ params }) => Number(params.dutyMin)));
  return {
    minutes: Math.ceil(neededMin - scenario.dutyRules.shiftMin.value),
    addedYuanPerDay: place.addedYuanPerDay,
  };
}

/**
 * By the reason the solver gave; the planner's own limits first, as they are the easiest to give up. `places` are the lines
 * for the stop, ranked: they tell how much overtime is needed; without them it is a first step.
 */
export function relaxationsFor(
  scenario: Scenario,
  report: Report,
  stationId: StationId,
  places?: readonly MoveJudgement[],
): readonly Relaxation[] {
  const entry = report.plan.unserved.find((each) => each.stationId === stationId);
  if (!entry) return [];
  const { policy } = scenario;
  const rules = policy.lineRules ?? {};
  const found: Relaxation[] = [];
  const add = (
    kind: Relaxation['kind'],
    params: Relaxation['params'],
    more: Pick<Relaxation, 'vehicleTypeId' | 'addedYuanPerDay'> = {},
  ): void => {
    found.push({ kind, params, ...more });
  };
  const number = (key: string): number | null => {
    const value = entry.params[key];
    return typeof value === 'number' ? value : null;
  };
  if (entry.reason === 'optional') add('mandatory', {});
  if (entry.reason === 'hours') {
    const clockMin = number('openUntilClockMin') ?? 0;
    const minutes = number('leaveEarlierMin') ?? 0;
    if (clockMin > 0) add('openUntil', { clockMin });
    // A branch line leaves when the trunk line has been there: only lines from the depot can be told to leave earlier.
    const isFromDepot = scenario.stations.find(({ id }) => id === stationId)?.hubId === null;
    if (minutes > 0 && isFromDepot) add('leaveEarlier', { minutes });
    add('anyTime', {});
  }
  if (entry.reason === 'vehicleRange' && rules.maxKmPerLine !== undefined) {
    const neededM = number('lengthM');
    if (neededM !== null && neededM > rules.maxKmPerLine * 1000)
      add('maxKm', { km: Math.ceil(neededM / 1000) });
  }
  if (entry.reason === 'shift') {
    const neededS = number('durationS');
    const limitMin = scenario.dutyRules.shiftMin.value + scenario.dutyRules.overtimeLimitMin.value;
    if (neededS !== null && rules.maxHoursPerLine !== undefined && neededS > rules.maxHoursPerLine * 3600)
      add('maxHours', { hours: Math.ceil(neededS / 1800) / 2 });
    if (neededS !== null && neededS > limitMin * 60)
      add('shift', { minutes: Math.ceil(neededS / 60 - scenario.dutyRules.shiftMin.value) });
  }
  if (entry.reason === 'lineCount' || entry.reason === 'noVehicle' || entry.reason === 'locked') {
    if (rules.maxStopsPerLine !== undefined) add('maxStops', { count: rules.maxStopsPerLine + 1 });
    const alone = places?.find(({ move }) => move.target.kind === 'newLine');
    const ofItsOwn = alone ? { addedYuanPerDay: alone.addedYuanPerDay } : {};
    if (policy.lineCount.max !== null) add('lineCount', { count: policy.lineCount.max + 1 }, ofItsOwn);
    const used = report.plan.lines[0]?.vehicleTypeId ?? scenario.vehicleTypes[0]?.id;
    if (entry.reason === 'noVehicle' && used) add('noVehicle', {}, { vehicleTypeId: used, ...ofItsOwn });
    const overtime = places
      ? overtimeFor(scenario, places)
      : { minutes: scenario.dutyRules.overtimeLimitMin.value + overtimeStepMin };
    if (overtime) {
      const { minutes, ...costs } = overtime;
      add('shift', { minutes }, costs);
    }
  }
  return found;
}

/** Grants it and solves again; one undo step. */
export function applyRelaxation(app: AppState, relaxation: Relaxation, stationId: StationId): void {
  editScenario(app, 'relax', `relax/${app.ports.nowMs()}`, (scenario) =>
    relaxed(scenario, relaxation, stationId),
  );
}

function relaxed(
  scenario: Scenario,
  { kind, params, vehicleTypeId }: Relaxation,
  stationId: StationId,
): Scenario {
  const rule = <Key extends keyof LineRules>(key: Key, value: LineRules[Key] | undefined): Scenario =>
    setLineRule(scenario, key, value);
  switch (kind) {
    case 'lineCount': {
      const max = params.count ?? 1;
      return setPolicy(scenario, { lineCount: { min: Math.min(scenario.policy.lineCount.min, max), max } });
    }
    case 'noVehicle': {
      const type = scenario.vehicleTypes.find(({ id }) => id === vehicleTypeId);
      return type ? setVehicleCount(scenario, type.id, type.count + 1) : scenario;
    }
    case 'shift': {
      const { overtimeLimitMin } = scenario.dutyRules;
      const value = params.minutes ?? overtimeLimitMin.value;
      return {
        ...scenario,
        dutyRules: { ...scenario.dutyRules, overtimeLimitMin: { ...overtimeLimitMin, value, grade: 'user' } },
      };
    }
    case 'maxStops':
      return rule('maxStopsPerLine', params.count);
    case 'maxKm':
      return rule('maxKmPerLine', params.km);
    case 'maxHours':
      return rule('maxHoursPerLine', params.hours);
    case 'openUntil':
      return changeStation(scenario, stationId, { closeClockMin: params.clockMin ?? minPerDay });
    case 'leaveEarlier': {
      const earlierMin = params.minutes ?? 0;
      return setPolicy(scenario, {
        departureClockMin: scenario.policy.departureClockMin.map((clockMin) => clockMin - earlierMin),
      });
    }
    case 'anyTime':
      return rule('visitsWhileOpen', undefined);
    case 'mandatory': {
      const left = (scenario.policy.lineRules?.optionalStops ?? []).filter(
        (each) => each.stationId !== stationId,
      );
      return rule('optionalStops', left.length > 0 ? left : undefined);
    }
  }
}
