import type { Evaluation } from '../model/evaluation.ts';
import type { VillageStop } from '../model/villageStop.ts';
import type { Parcels, Yuan } from '../units.ts';

/** What a village is charged with: its own stop, or its share of everything. */
export const stopBases = ['own', 'share'] as const;
export type StopBasis = (typeof stopBases)[number];

export const stopParcelsPerDay = ({ parcelsPerDay }: VillageStop): Parcels =>
  parcelsPerDay.delivery + parcelsPerDay.pickup;

/** What a village is charged with on a day. */
export const chargedYuanPerDay = (stop: VillageStop, basis: StopBasis): Yuan =>
  basis === 'share'
    ? stop.shareYuanPerDay
    : stop.stopYuanPerDay + stop.yuanPerParcel * stopParcelsPerDay(stop);

/**
 * Parcels a day from which a stop pays for itself: what the stop costs over what a parcel leaves. 9 yuan a day over
 * (1.60 - 1.00) yuan = 15 parcels. Infinite where a parcel leaves nothing.
 */
export function breakEvenParcelsPerDay(
  { stopYuanPerDay, yuanPerParcel }: Pick<VillageStop, 'stopYuanPerDay' | 'yuanPerParcel'>,
  incomeYuanPerParcel: Yuan,
): Parcels {
  const leftYuan = incomeYuanPerParcel - yuanPerParcel;
  return leftYuan > 0 ? Math.max(0, stopYuanPerDay) / leftYuan : Number.POSITIVE_INFINITY;
}

/** What the parcels of a village bring less than it is charged with; below 0 = they bring more. */
export const missingYuanPerDay = (stop: VillageStop, basis: StopBasis, incomeYuanPerParcel: Yuan): Yuan =>
  chargedYuanPerDay(stop, basis) - incomeYuanPerParcel * stopParcelsPerDay(stop);

/** Stations that can be judged by themselves: the stop of one that supplies others is not its own. */
export const judgedStops = (stops: readonly VillageStop[], basis: StopBasis): readonly VillageStop[] =>
  basis === 'share' ? stops : stops.filter(({ suppliesOthers }) => !suppliesOthers);

/** Less is no shortage but rounding. */
const leastYuan = 1e-6;

export interface StopBudget {
  readonly stopCount: number;
  readonly shortCount: number;
  /** Sum over the villages that bring less than they are charged with: what a subsidy would have to bring. */
  readonly missingYuanPerDay: Yuan;
  /** What the others bring beyond it. */
  readonly surplusYuanPerDay: Yuan;
}

export const isShort = (stop: VillageStop, basis: StopBasis, incomeYuanPerParcel: Yuan): boolean =>
  missingYuanPerDay(stop, basis, incomeYuanPerParcel) > leastYuan;

/** Villages that do not pay for themselves, and what that takes. */
export function stopBudget(
  stops: readonly VillageStop[],
  basis: StopBasis,
  incomeYuanPerParcel: Yuan,
): StopBudget {
  const judged = judgedStops(stops, basis);
  const missing = judged.map((stop) => missingYuanPerDay(stop, basis, incomeYuanPerParcel));
  return {
    stopCount: judged.length,
    shortCount: missing.filter((yuan) => yuan > leastYuan).length,
    missingYuanPerDay: missing.reduce((sum, yuan) => sum + Math.max(0, yuan), 0),
    surplusYuanPerDay: missing.reduce((sum, yuan) => sum + Math.max(0, -yuan), 0),
  };
}

/**
 * What the parcels of all other stations (those of the townships) bring beyond their share of the plan's cost; below 0 =
 * less.
 */
export function otherSurplusYuanPerDay(
  stops: readonly VillageStop[],
  { parcelsPerDay, totalYuanPerDay }: Pick<Evaluation, 'parcelsPerDay' | 'totalYuanPerDay'>,
  incomeYuanPerParcel: Yuan,
): Yuan {
  const parcels = stops.reduce((sum, stop) => sum + stopParcelsPerDay(stop), 0);
  const charged = stops.reduce((sum, { shareYuanPerDay }) => sum + shareYuanPerDay, 0);
  const otherParcels = parcelsPerDay.delivery + parcelsPerDay.pickup - parcels;
  return incomeYuanPerParcel * otherParcels - (totalYuanPerDay - charged);
}
