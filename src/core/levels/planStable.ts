import { type AssignOptions, type AssignProgress, assignLines } from '../assign/assignLines.ts';
import { handPlanOf } from '../evaluate/handPlan.ts';
import type { StationId } from '../model/ids.ts';
import type { LineLock } from '../model/lineRules.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { invariant } from '../result.ts';
import { changedStations } from './changedStations.ts';
import { keepCrews } from './keepCrews.ts';
import { type PricedChoice, pricePlan } from './priceChoice.ts';

/** Line pairs freed together in one try, and tries in all. */
const mostTries = 40;
const quickShare = 0.05;

interface Attempt {
  readonly freed: ReadonlySet<number>;
  readonly priced: PricedChoice;
  readonly changed: number;
}

/**
 * A plan near today's: lines are held by locks and freed pair by pair, where that saves more than the price of the
 * change, within the bound. keepLines holds every line and its order, so that only new stations are put in; keepDrivers
 * holds every line's stations and frees their order; free may let go of all. A bound of zero is today's plan itself
 * where no station is new.
 */
export function* planStable(
  scenario: Scenario,
  matrix: TravelMatrix,
  options: AssignOptions,
): Generator<AssignProgress, Plan> {
  const { stability } = scenario.policy;
  const { todaysPlan: today } = scenario;
  invariant(stability && today, 'stability needs the plan of today');
  const asIs = handPlanOf({ ...scenario, handPlan: { ...today, moved: [] } });
  invariant(asIs, 'a plan of today is a plan');
  const most = stability.maxChangedStations ?? Number.POSITIVE_INFINITY;
  const isWhole = asIs.unserved.length === 0;
  if (isWhole && most === 0) return asIs;

  const held = asIs.lines.filter(({ kind }) => kind !== 'bus');
  const keep = stability.mode === 'keepLines' ? 'sequence' : 'stops';
  const lockOf = (line: PlannedLine): LineLock => ({
    keep,
    originId: line.originId,
    vehicleTypeId: line.vehicleTypeId,
    stationIds: line.stopIds,
  });
  const isSplit = new Set(
    held.flatMap((line) => line.stopIds.filter((_, call) => (line.stopShares?.[call] ?? 1) < 1)),
  );
  const draw = function* (
    freed: ReadonlySet<number>,
    iterations: number,
  ): Generator<AssignProgress, Attempt> {
    const locks = held
      .filter((line, index) => !freed.has(index) && !line.stopIds.some((id) => isSplit.has(id)))
      .map(lockOf);
    const locked: Scenario = { ...scenario, locks: [...(scenario.locks ?? []), ...locks] };
    const plan = yield* assignLines(locked, matrix, {
      ...options,
      iterations,
      startFrom: held,
      isQuick: iterations < options.iterations,
    });
    return withCrews(freed, plan);
  };
  const attemptWith = (freed: ReadonlySet<number>, plan: Plan): Attempt => ({
    freed,
    priced: pricePlan(scenario, matrix, plan),
    changed: changedStations(today, plan).length,
  });
  /** Who keeps lines or drivers keeps the crews too wherever nothing is broken by it; else what is worth it counts. */
  const withCrews = (freed: ReadonlySet<number>, plan: Plan): Attempt => {
    const packed = attemptWith(freed, plan);
    const kept = withCostOf(attemptWith(freed, keepCrews(asIs, plan, scenario, matrix)), packed);
    const isSound = kept.priced.excess <= packed.priced.excess + 1e-6;
    const isAsked = stability.mode === 'free' ? isBetter(kept, packed) : isSound;
    return isAsked ? kept : packed;
  };
  const worth = ({ priced, changed }: Attempt): number =>
    priced.yuanPerDay + stability.yuanPerChangedStation * changed;
  const isBetter = (left: Attempt, right: Attempt): boolean => {
    if (left.changed > most !== right.changed > most) return left.changed <= most;
    const lost = left.priced.unservedParcels - right.priced.unservedParcels;
    if (Math.abs(lost) > 1e-6) return lost < 0;
    const excess = left.priced.excess - right.priced.excess;
    return Math.abs(excess) > 1e-6 ? excess < 0 : worth(left) < worth(right) - 1e-6;
  };

  const quick = Math.max(200, Math.round(options.iterations * quickShare));
  let best: Attempt = { freed: new Set(), priced: pricePlan(scenario, matrix, asIs), changed: 0 };
  const consider = (attempt: Attempt): boolean => {
    if (!isBetter(attempt, best)) return false;
    best = attempt;
    return true;
  };
  const asHeld = yield* draw(new Set(), stability.mode === 'free' ? quick : options.iterations);
  consider(asHeld);
  if (stability.mode !== 'free') return withReasons(best.priced.plan, asHeld.priced.plan);

  consider(yield* draw(new Set(held.keys()), options.iterations));
  const pairs = neighbouringPairs(held, matrix);
  let tries = 0;
  for (let isGaining = true; isGaining && tries < mostTries; ) {
    isGaining = false;
    for (const pair of pairs) {
      if (tries >= mostTries || options.isStopped?.()) break;
      if (pair.every((line) => best.freed.has(line))) continue;
      tries++;
      isGaining = consider(yield* draw(new Set([...best.freed, ...pair]), quick)) || isGaining;
    }
  }
  if (best.freed.size > 0) consider(yield* draw(best.freed, options.iterations));
  return withReasons(best.priced.plan, asHeld.priced.plan);
}

/** A plan with other crews than the search gave it costs other than the search says, and is proven by no bound of it. */
function withCostOf(kept: Attempt, drawn: Attempt): Attempt {
  const { plan, yuanPerDay } = kept.priced;
  const dearerYuan = yuanPerDay - drawn.priced.yuanPerDay;
  if (Math.abs(dearerYuan) < 1e-6) return kept;
  const quality = {
    ...plan.quality,
    objectiveYuanPerDay: plan.quality.objectiveYuanPerDay + dearerYuan,
    lowerBoundYuanPerDay: null,
  };
  return { ...kept, priced: { ...kept.priced, plan: { ...plan, quality } } };
}

/** What today's plan leaves out has a reason of its own once the lines were drawn around it in vain. */
function withReasons(plan: Plan, drawn: Plan): Plan {
  const known = new Map(drawn.unserved.map((entry) => [entry.stationId, entry]));
  return {
    ...plan,
    unserved: plan.unserved.map((entry) =>
      entry.reason === 'byHand' ? (known.get(entry.stationId) ?? entry) : entry,
    ),
  };
}

/** Pairs of lines of one origin, those whose stations lie nearest to each other first. */
function neighbouringPairs(
  lines: readonly PlannedLine[],
  matrix: TravelMatrix,
): (readonly [number, number])[] {
  const size = matrix.stationIds.length;
  const rowOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const seconds = (from: StationId, to: StationId): number =>
    matrix.durationS[rowOf.get(from)! * size + rowOf.get(to)!]!;
  const pairs = lines.flatMap((line, index) =>
    lines.slice(index + 1).flatMap((other, offset) => {
      if (other.originId !== line.originId) return [];
      const gap = Math.min(...line.stopIds.flatMap((from) => other.stopIds.map((to) => seconds(from, to))));
      return [{ pair: [index, index + 1 + offset] as const, gap }];
    }),
  );
  return pairs.sort((a, b) => a.gap - b.gap).map(({ pair }) => pair);
}
