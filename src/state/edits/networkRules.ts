import type { Graded } from '../../core/model/graded.ts';
import type { StationId } from '../../core/model/ids.ts';
import type {
  BusPolicy,
  CalendarPolicy,
  HubPolicy,
  HubTraits,
  StabilityPolicy,
  TimeBound,
} from '../../core/model/networkPolicy.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { NetworkShape, Scenario } from '../../core/model/scenario.ts';
import { setPolicy } from './setPolicy.ts';
import { withHubs, withoutHubs } from './shape.ts';

/** The rules a network is drawn up by. What is absent in the scenario means these. */

export const hubPolicyOf = (scenario: Scenario): HubPolicy =>
  scenario.policy.hubs ?? { choice: 'given', assignment: 'given', maxHubCount: null };
export const calendarPolicyOf = (scenario: Scenario): CalendarPolicy =>
  scenario.policy.calendar ?? { choice: 'given', options: [] };
export const busPolicyOf = (scenario: Scenario): BusPolicy =>
  scenario.policy.buses ?? { use: 'off', maxAccessMin: 15 };
export const stabilityOf = (scenario: Scenario): StabilityPolicy =>
  scenario.policy.stability ?? { mode: 'free', maxChangedStations: null, yuanPerChangedStation: 0 };

export const byUser = (value: number, source: string): Graded => ({ value, grade: 'user', source });

/** Direct and hub as the comparison makes them; mixed leaves every township station to the program. */
export function setShape(scenario: Scenario, shape: NetworkShape): Scenario {
  if (shape === 'urbanStar' || shape === scenario.shape) return scenario;
  if (shape === 'direct') return withoutChoice(withoutHubs(scenario));
  const hubs = withHubs(scenario);
  if (!hubs) return scenario;
  if (shape === 'hub') return withoutChoice(hubs);
  return setPolicy(
    {
      ...hubs,
      shape: 'mixed',
      vehicleTypes: withoutHubs(hubs).vehicleTypes,
      stations: hubs.stations.map((station) =>
        station.role === 'townshipStation'
          ? { ...station, hub: { ...station.hub, isCandidate: true } }
          : station,
      ),
    },
    {
      hubs: { ...hubPolicyOf(scenario), choice: 'chosen', assignment: 'chosen' },
      lineCount: { min: 1, max: null },
    },
  );
}

const withoutChoice = (scenario: Scenario): Scenario =>
  scenario.policy.hubs
    ? setPolicy(scenario, { hubs: { ...scenario.policy.hubs, choice: 'given', assignment: 'given' } })
    : scenario;

export const setHubPolicy = (scenario: Scenario, change: Partial<HubPolicy>): Scenario =>
  setPolicy(scenario, { hubs: { ...hubPolicyOf(scenario), ...change } });

/** A limit set to null is none. */
export type HubLimits = {
  readonly openYuanPerDay?: number | null;
  readonly capacityParcelsPerDay?: number | null;
  readonly dockCount?: number | null;
};

export function setHubLimits(scenario: Scenario, hubId: StationId, limits: HubLimits): Scenario {
  return {
    ...scenario,
    stations: scenario.stations.map((station) => {
      if (station.id !== hubId) return station;
      const { openYuanPerDay, capacityParcelsPerDay, dockCount, ...rest }: HubTraits = station.hub ?? {
        isCandidate: false,
      };
      const pick = <Value>(wished: Value | null | undefined, now: Value | undefined): Value | undefined =>
        wished === undefined ? now : (wished ?? undefined);
      const openYuan = pick(limits.openYuanPerDay, openYuanPerDay?.value);
      const capacity = pick(limits.capacityParcelsPerDay, capacityParcelsPerDay);
      const docks = pick(limits.dockCount, dockCount);
      return {
        ...station,
        hub: {
          ...rest,
          ...(openYuan === undefined
            ? {}
            : {
                openYuanPerDay:
                  openYuanPerDay?.value === openYuan
                    ? openYuanPerDay
                    : byUser(openYuan, openYuanPerDay?.source ?? ''),
              }),
          ...(capacity === undefined ? {} : { capacityParcelsPerDay: capacity }),
          ...(docks === undefined ? {} : { dockCount: docks }),
        },
      };
    }),
  };
}

export const setCalendarPolicy = (scenario: Scenario, change: Partial<CalendarPolicy>): Scenario =>
  setPolicy(scenario, { calendar: { ...calendarPolicyOf(scenario), ...change } });

export function setTimeBound(scenario: Scenario, timeBound: TimeBound | null): Scenario {
  const { timeBound: _before, ...policy } = scenario.policy;
  return { ...scenario, policy: timeBound ? { ...policy, timeBound } : policy };
}

export const setWorkDays = (scenario: Scenario, workDaysPerWeek: number): Scenario => ({
  ...scenario,
  dutyRules: { ...scenario.dutyRules, workDaysPerWeek },
});

/** Days a week every driver is paid for; 0 = by duties driven. */
export function setPaidDays(scenario: Scenario, paidDaysPerWeek: number): Scenario {
  const { paidDaysPerWeek: _before, ...dutyRules } = scenario.dutyRules;
  return { ...scenario, dutyRules: paidDaysPerWeek > 0 ? { ...dutyRules, paidDaysPerWeek } : dutyRules };
}

export const setHandover = (scenario: Scenario, min: number): Scenario => ({
  ...scenario,
  serviceTimes: {
    ...scenario.serviceTimes,
    hubHandoverMin: byUser(min, scenario.serviceTimes.hubHandoverMin.source),
  },
});

export const setStability = (scenario: Scenario, change: Partial<StabilityPolicy>): Scenario =>
  setPolicy(scenario, { stability: { ...stabilityOf(scenario), ...change } });

/** The lines and duties of a plan become what is driven today; null forgets them. */
export function setTodaysPlan(scenario: Scenario, plan: Pick<Plan, 'lines' | 'duties'> | null): Scenario {
  const { todaysPlan: _before, ...rest } = scenario;
  return plan ? { ...rest, todaysPlan: { lines: plan.lines, duties: plan.duties } } : rest;
}
