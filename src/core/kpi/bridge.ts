import type { Evaluation } from '../model/evaluation.ts';
import type { CostEntryKey } from '../model/rates.ts';
import type { Baseline, BaselineKind } from '../model/report.ts';
import type { Tier } from '../model/scenario.ts';
import type { Yuan } from '../units.ts';

/** Causes of the difference, in the order of the chart. */
export const bridgeCauses = [
  'sorting',
  'fewerKm',
  'yuanPerKm',
  'fewerDuties',
  'yuanPerDuty',
  'vehicles',
  'hubs',
  'stationFees',
  'endDelivery',
  'busCarriage',
  'overhead',
] as const;
export type BridgeCause = (typeof bridgeCauses)[number];

export interface BridgeStep {
  readonly cause: BridgeCause;
  /** Negative = cheaper than before. */
  readonly yuanPerParcel: Yuan;
}

/** From before to after, yuan per parcel. The steps add up to the difference. */
export interface Bridge {
  readonly baseline: BaselineKind;
  readonly reaches: Tier;
  readonly fromYuanPerParcel: Yuan;
  readonly toYuanPerParcel: Yuan;
  readonly steps: readonly BridgeStep[];
}

type Side = Pick<
  Evaluation,
  'costYuanPerDay' | 'parcelsPerDay' | 'lineKmPerDay' | 'dutyCount' | 'yuanPerParcel'
>;

/**
 * Takes the difference apart entry by entry of the cost book. Kilometres and duties are parted further: what the change
 * of quantity would have saved at the price of before, then the change of price (other vehicles, overtime) at the
 * quantity of after.
 */
export function bridge(before: Baseline, after: Side): Bridge {
  const from: Side = before.evaluation;
  const perParcel = (side: Side, amount: number): number => {
    const parcels = side.parcelsPerDay.delivery + side.parcelsPerDay.pickup;
    return parcels > 0 ? amount / parcels : 0;
  };
  const entry = (key: CostEntryKey): Yuan =>
    perParcel(after, after.costYuanPerDay[key]) - perParcel(from, from.costYuanPerDay[key]);
  const byQuantity = (key: CostEntryKey, quantity: (side: Side) => number): Yuan => {
    const price = quantity(from) > 0 ? from.costYuanPerDay[key] / quantity(from) : 0;
    return price * (perParcel(after, quantity(after)) - perParcel(from, quantity(from)));
  };
  const km = byQuantity('C3', (side) => side.lineKmPerDay);
  const duties = byQuantity('C4', (side) => side.dutyCount);
  const yuanByCause: Record<BridgeCause, Yuan> = {
    sorting: entry('C1'),
    fewerKm: km,
    yuanPerKm: entry('C3') - km,
    fewerDuties: duties,
    yuanPerDuty: entry('C4') - duties,
    vehicles: entry('C2'),
    hubs: entry('C5'),
    stationFees: entry('C6'),
    endDelivery: entry('C7'),
    busCarriage: entry('C8'),
    overhead: entry('C9'),
  };
  return {
    baseline: before.kind,
    reaches: before.reaches,
    fromYuanPerParcel: from.yuanPerParcel,
    toYuanPerParcel: after.yuanPerParcel,
    steps: bridgeCauses.map((cause) => ({ cause, yuanPerParcel: yuanByCause[cause] })),
  };
}
