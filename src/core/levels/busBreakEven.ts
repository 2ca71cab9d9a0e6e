import { busBreakEvenParcelsPerDay, ownCarriageYuanPerDay } from '../cost/busBreakEven.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { Parcels, Yuan } from '../units.ts';

export interface BusBreakEven {
  /** Vehicle, kilometres and duty of the mean line to villages. */
  readonly lineYuanPerDay: Yuan;
  /** Mean of what the bus lines ask. */
  readonly busYuanPerParcel: Yuan;
  readonly parcelsPerDay: Parcels;
}

/** Break-even between bus and van of a plan; null without bus lines or lines of one's own. */
export function busBreakEvenOf(scenario: Scenario, matrix: TravelMatrix, plan: Plan): BusBreakEven | null {
  const buses = scenario.busLines ?? [];
  if (buses.length === 0) return null;
  const evaluation = evaluatePlan(scenario, matrix, plan);
  const own = evaluation.lines.filter((_, index) => {
    const { kind } = plan.lines[index]!;
    return kind === 'direct' || kind === 'branch';
  });
  if (own.length === 0) return null;
  const lineYuanPerDay =
    own.reduce((sum, { costByEntry }) => sum + ownCarriageYuanPerDay(costByEntry), 0) / own.length;
  const busYuanPerParcel =
    buses.reduce((sum, { yuanPerParcel }) => sum + yuanPerParcel.value, 0) / buses.length;
  return {
    lineYuanPerDay,
    busYuanPerParcel,
    parcelsPerDay: busBreakEvenParcelsPerDay(lineYuanPerDay, busYuanPerParcel),
  };
}
