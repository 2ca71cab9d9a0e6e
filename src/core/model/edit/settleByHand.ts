import type { StationId } from '../ids.ts';
import type { Plan } from '../plan.ts';
import type { Scenario } from '../scenario.ts';

/** The lines of a plan in which a station was put somewhere by hand become those of the scenario: nothing is solved until asked for. */
export function settleByHand(
  scenario: Scenario,
  plan: Pick<Plan, 'lines' | 'duties'>,
  stationId: StationId,
): Scenario {
  const lineId = plan.lines.find(({ stopIds }) => stopIds.includes(stationId))?.id;
  const others = (scenario.handPlan?.moved ?? []).filter((each) => each.stationId !== stationId);
  return {
    ...scenario,
    handPlan: {
      lines: plan.lines,
      duties: plan.duties,
      moved: lineId ? [...others, { stationId, lineId }] : others,
    },
  };
}
