import type { ClockMin } from '../units.ts';
import type { LineId } from './ids.ts';
import type { Plan, PlannedDuty } from './plan.ts';
import type { LineKind, Scenario } from './scenario.ts';

/** Kinds of lines that can end where the driver lives; the others bring their vehicle back. */
const openKinds: readonly LineKind[] = ['direct', 'branch'];

/** Whether the rule for lines that start at a village is about lines of this kind. */
export const mayStartAtVillage = ({ policy }: Pick<Scenario, 'policy'>, kind: LineKind): boolean =>
  policy.lineRules?.startsAtVillage === true && openKinds.includes(kind);

/** The same for lines that only end at one. A way in that is driven on the clock is driven whatever the other rule says. */
export const mayEndAtVillage = (scenario: Scenario, kind: LineKind): boolean =>
  scenario.policy.lineRules?.endsAtVillage === true &&
  !mayStartAtVillage(scenario, kind) &&
  openKinds.includes(kind);

/**
 * Lines of a plan whose way back is neither driven nor paid: the rule asks for it, and no crew has another trip to load
 * for once it has driven the line.
 */
export function openLineIds(scenario: Scenario, plan: Pick<Plan, 'lines' | 'duties'>): ReadonlySet<LineId> {
  const open = new Set(plan.lines.filter(({ kind }) => mayEndAtVillage(scenario, kind)).map(({ id }) => id));
  for (const { trips } of plan.duties)
    for (const [index, { lineId }] of trips.entries()) if (index < trips.length - 1) open.delete(lineId);
  return open;
}

export const tripKey = ({ lineId, roundIndex }: PlannedDuty['trips'][number]): string =>
  `${lineId} ${roundIndex}`;

/**
 * Trips that leave their vehicle at their last stop for the night, each with the clock by which it has to be back at the
 * start in the morning: when the duty begins to load. Only the last trip of a duty can be one.
 */
export function morningClocks(
  scenario: Scenario,
  plan: Pick<Plan, 'lines' | 'duties'>,
): ReadonlyMap<string, ClockMin> {
  const lineById = new Map(plan.lines.map((line) => [line.id, line]));
  const clocks = new Map<string, ClockMin>();
  for (const { trips } of plan.duties) {
    const [first, last] = [trips[0]!, trips.at(-1)!];
    const kind = lineById.get(last.lineId)?.kind;
    const departureClockMin = lineById.get(first.lineId)?.departureClockMin[first.roundIndex];
    if (kind !== undefined && departureClockMin !== undefined && mayStartAtVillage(scenario, kind))
      clocks.set(tripKey(last), departureClockMin - scenario.serviceTimes.loadingMin.value);
  }
  return clocks;
}

/** Lines all of whose trips end where their vehicle stays for the night: their way back is the first they drive. */
export function villageStartIds(
  scenario: Scenario,
  plan: Pick<Plan, 'lines' | 'duties'>,
): ReadonlySet<LineId> {
  const clocks = morningClocks(scenario, plan);
  return new Set(
    plan.lines
      .filter(({ id: lineId, departureClockMin }) =>
        departureClockMin.every((_clock, roundIndex) => clocks.has(tripKey({ lineId, roundIndex }))),
      )
      .map(({ id }) => id),
  );
}

/** The trip with which a duty ends that begins with a given one: where its drive in the morning comes from. */
export const lastTripOf = (
  { duties }: Pick<Plan, 'duties'>,
  first: PlannedDuty['trips'][number],
): PlannedDuty['trips'][number] | null =>
  duties.find(({ trips }) => tripKey(trips[0]!) === tripKey(first))?.trips.at(-1) ?? null;
