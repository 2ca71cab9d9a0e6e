import type { BaselineKind, Before, BeforeKind, Saving, ServiceLevel } from '../model/report.ts';
import type { Tier } from '../model/scenario.ts';
import type { Yuan } from '../units.ts';

/** What a saving is for: the new price, and how deep its parcels go. */
export interface After {
  readonly yuanPerParcel: Yuan;
  readonly reaches: Tier;
}

/**
 * What a plan saves against a "before". The only way to make a `Saving`: it cannot be had without its baseline. Missing
 * (NaN) where either has no price, or the before costs nothing.
 */
export function savingAgainst<Kind extends BeforeKind>(before: Before<Kind>, after: After): Saving<Kind> {
  const beforeYuan = before.evaluation.yuanPerParcel;
  const service: ServiceLevel = {
    basis: before.reaches === after.reaches ? 'equal' : 'actual',
    before: before.reaches,
    after: after.reaches,
  };
  return {
    share: beforeYuan > 0 ? (beforeYuan - after.yuanPerParcel) / beforeYuan : Number.NaN,
    yuanPerParcel: beforeYuan - after.yuanPerParcel,
    baseline: before.kind,
    service,
  } as Saving<Kind>;
}

/** The user's own "before": a contract price per parcel and how deep it goes, for example 3.0 yuan to the village. */
export const contractBefore = (yuanPerParcel: Yuan, reaches: Tier): Before<'contract'> => ({
  kind: 'contract',
  reaches,
  evaluation: { yuanPerParcel },
});

/** The one assumption the figure of each "before" hangs on most; words under `befores.hangsOn`. */
export const hangsOn = {
  B1: 'courierCount',
  B2: 'operatorCount',
  B3: 'fictitiousService',
  contract: 'contractPrice',
} as const satisfies Record<BaselineKind | 'contract', string>;
export type HangsOn = (typeof hangsOn)[BeforeKind];
