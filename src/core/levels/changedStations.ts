import { handPlanOf } from '../evaluate/handPlan.ts';
import type { StationId } from '../model/ids.ts';
import type { TodaysPlan } from '../model/networkPolicy.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';

/** What is compared of a plan. */
type Compared = Pick<TodaysPlan, 'lines' | 'duties'>;

export interface StationChange {
  readonly stationId: StationId;
  readonly isOtherLine: boolean;
  readonly isOtherDriver: boolean;
  readonly areOtherDays: boolean;
}

/**
 * Stations of today's plan that another line, another driver or other days serve afterwards. Lines and duties have no
 * names that last: a new one is taken for the old one with which it shares most stations, each old one once. Stations
 * new to the plan, or gone from it, are not changes.
 */
export function changedStations(today: Compared, plan: Pick<Plan, 'lines' | 'duties'>): StationChange[] {
  const before = placesOf(today);
  const after = placesOf(plan);
  const sameLine = matches(before, after, ({ lineIndex }) => lineIndex);
  const sameDuty = matches(before, after, ({ dutyIndex }) => dutyIndex);
  return [...before].flatMap(([stationId, old]): StationChange[] => {
    const now = after.get(stationId);
    if (!now) return [];
    const change = {
      stationId,
      isOtherLine: sameLine.get(now.lineIndex) !== old.lineIndex,
      isOtherDriver: sameDuty.get(now.dutyIndex) !== old.dutyIndex,
      areOtherDays: now.days !== old.days,
    };
    return change.isOtherLine || change.isOtherDriver || change.areOtherDays ? [change] : [];
  });
}

/** Stations a plan calls at though none of today's lines does: to serve them is no change, and not today's plan either. */
export function addedStations(scenario: Scenario, plan: Pick<Plan, 'lines'>): StationId[] {
  const { todaysPlan } = scenario;
  const asIs = todaysPlan && handPlanOf({ ...scenario, handPlan: { ...todaysPlan, moved: [] } });
  if (!asIs) return [];
  const callsOf = ({ lines }: Pick<Plan, 'lines'>) => new Set(lines.flatMap(({ stopIds }) => stopIds));
  const [before, after] = [callsOf(asIs), callsOf(plan)];
  return scenario.stations.flatMap(({ id }) => (after.has(id) && !before.has(id) ? [id] : []));
}

interface Place {
  readonly lineIndex: number;
  /** -1 = a bus. */
  readonly dutyIndex: number;
  readonly days: string;
}

/** Where each station stands; of several lines the one that carries most of it. */
function placesOf({ lines, duties }: Compared): Map<StationId, Place> {
  const dutyOf = new Map(duties.flatMap((duty, index) => duty.trips.map(({ lineId }) => [lineId, index])));
  const shareOf = (line: PlannedLine, call: number): number => line.stopShares?.[call] ?? 1;
  const places = new Map<StationId, Place & { readonly share: number }>();
  lines.forEach((line, lineIndex) => {
    line.stopIds.forEach((stationId, call) => {
      const share = shareOf(line, call);
      if ((places.get(stationId)?.share ?? 0) >= share) return;
      const days = JSON.stringify([
        line.serviceDays,
        line.serviceDays.kind === 'everyNDays' ? line.phase % line.serviceDays.n : 0,
      ]);
      places.set(stationId, { lineIndex, dutyIndex: dutyOf.get(line.id) ?? -1, days, share });
    });
  });
  return places;
}

/** New index -> old index with most stations in common, largest overlaps first. */
function matches(
  before: ReadonlyMap<StationId, Place>,
  after: ReadonlyMap<StationId, Place>,
  indexOf: (place: Place) => number,
): Map<number, number> {
  const overlaps = new Map<string, { old: number; now: number; count: number }>();
  for (const [stationId, place] of after) {
    const known = before.get(stationId);
    if (!known) continue;
    const [old, now] = [indexOf(known), indexOf(place)];
    const entry = overlaps.get(`${old} ${now}`) ?? { old, now, count: 0 };
    entry.count++;
    overlaps.set(`${old} ${now}`, entry);
  }
  const result = new Map<number, number>();
  const taken = new Set<number>();
  for (const { old, now } of [...overlaps.values()].sort(
    (a, b) => b.count - a.count || a.old - b.old || a.now - b.now,
  )) {
    if (result.has(now) || taken.has(old)) continue;
    result.set(now, old);
    taken.add(old);
  }
  return result;
}
