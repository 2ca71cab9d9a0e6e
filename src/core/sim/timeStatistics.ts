import { timeStatisticKeys } from '../model/simulation.ts';
import { type Minutes, minPerHour, type Parcels } from '../units.ts';
import type { TimeRecords } from './timeRecords.ts';
import { weightedQuantiles } from './weightedQuantiles.ts';

/** Numbers per station, in the order of `timeStatisticKeys`. */
export const statisticCount = timeStatisticKeys.length;
export const histogramHours = 120;
/** Calendar days told apart; the last entry holds all beyond. */
export const calendarDayCount = 8;
const tolerance = 1e-9;
const quantileShares = [0.5, 0.9, 0.95] as const;

/** Times of the measured tier by bins of a quarter of an hour, to find the few records near a quantile. */
const binMin = 15;
const binCount = 4096;
const bins = new Float64Array(binCount);
const binOf = (minutes: Minutes): number => Math.min(binCount - 1, Math.floor(minutes / binMin));

export interface TimeStatistics {
  /** The measured tier as a whole, weighted by parcels. */
  readonly overall: Float64Array;
  /** `statisticCount` numbers each. */
  readonly byStation: Float64Array;
  /** Parcels of the measured tier by whole hour, ends inclusive, and by calendar days. */
  readonly histogram: Float64Array;
  readonly calendarDays: Float64Array;
}

/**
 * Mean, quantiles, worst and shares of all records; `undelivered` parcels count as late. Where nothing arrived hours are
 * missing (NaN), where nothing was bound for shares are too. Sorts records in place.
 */
export function timeStatistics(
  records: TimeRecords,
  isMeasured: Uint8Array,
  undelivered: Float64Array,
): TimeStatistics {
  const { stationCount, room, minutes, amount, calendarDays } = records;
  const overall = new Float64Array(statisticCount);
  const byStation = new Float64Array(stationCount * statisticCount);
  const histogram = new Float64Array(histogramHours + 1);
  const byDays = new Float64Array(calendarDayCount);
  bins.fill(0);
  let allParcels = 0;
  let allUndelivered = 0;
  for (let station = 0; station < stationCount; station++) {
    const from = station * room;
    const to = from + records.count[station]!;
    const measured = isMeasured[station] === 1;
    if (measured) allUndelivered += undelivered[station]!;
    let total = 0;
    let worstMin = 0;
    let parcelMin = 0;
    let within24 = 0;
    let within48 = 0;
    let within72 = 0;
    let within2Days = 0;
    for (let record = from; record < to; record++) {
      const parcels = amount[record]!;
      const ofRecord = minutes[record]!;
      const hours = ofRecord / minPerHour;
      const days = calendarDays[record]!;
      total += parcels;
      if (ofRecord > worstMin) worstMin = ofRecord;
      parcelMin += parcels * ofRecord;
      if (hours <= 24 + tolerance) within24 += parcels;
      if (hours <= 48 + tolerance) within48 += parcels;
      if (hours <= 72 + tolerance) within72 += parcels;
      if (days <= 2) within2Days += parcels;
      if (!measured) continue;
      // Hours end inclusively: a parcel of 24.0 h is within 24.
      const hour = Math.max(0, Math.ceil(hours - tolerance) - 1);
      histogram[Math.min(histogramHours, hour)]! += parcels;
      byDays[Math.min(calendarDayCount - 1, days)]! += parcels;
      bins[binOf(ofRecord)]! += parcels;
    }
    const at = station * statisticCount;
    if (total === 0) {
      nothingArrived(byStation, at, undelivered[station]!);
      continue;
    }
    const all = total + undelivered[station]!;
    byStation[at] = parcelMin / total / minPerHour;
    byStation[at + 4] = worstMin / minPerHour;
    byStation[at + 5] = within24 / all;
    byStation[at + 6] = within48 / all;
    byStation[at + 7] = within72 / all;
    byStation[at + 8] = within2Days / all;
    weightedQuantiles(minutes, amount, from, to, wantedOf(total), byStation, at + 1);
    for (let quantile = 1; quantile <= 3; quantile++) byStation[at + quantile]! /= minPerHour;
    if (!measured) continue;
    allParcels += total;
    overall[0]! += parcelMin;
    overall[4] = Math.max(overall[4]!, worstMin / minPerHour);
    overall[5]! += within24;
    overall[6]! += within48;
    overall[7]! += within72;
    overall[8]! += within2Days;
  }
  if (allParcels > 0) {
    overall[0]! /= allParcels * minPerHour;
    overallQuantiles(records, isMeasured, wantedOf(allParcels), overall);
    for (let share = 5; share <= 8; share++) overall[share]! /= allParcels + allUndelivered;
  } else nothingArrived(overall, 0, allUndelivered);
  return { overall, byStation, histogram, calendarDays: byDays };
}

function nothingArrived(statistics: Float64Array, at: number, undelivered: Parcels): void {
  statistics.fill(Number.NaN, at, at + 5);
  statistics.fill(undelivered > 0 ? 0 : Number.NaN, at + 5, at + statisticCount);
}

const wantedOf = (total: Parcels): Parcels[] =>
  quantileShares.map((share) => share * total * (1 - tolerance));

/** Only the records in the bins that hold a quantile are put in order. */
function overallQuantiles(
  { stationCount, room, count, minutes, amount }: TimeRecords,
  isMeasured: Uint8Array,
  wanted: readonly Parcels[],
  overall: Float64Array,
): void {
  const wantedBins: number[] = [];
  const before: Parcels[] = [];
  let reached = 0;
  for (let bin = 0, next = 0; next < wanted.length; bin++) {
    const upTo = reached + bins[bin]!;
    for (; next < wanted.length && (upTo >= wanted[next]! || bin === binCount - 1); next++) {
      wantedBins.push(bin);
      before.push(reached);
    }
    reached = upTo;
  }
  const [first = -1, second = -1, third = -1] = wantedBins;
  const near: { minutes: number[]; amount: number[] }[] = wantedBins.map(() => ({ minutes: [], amount: [] }));
  for (let station = 0; station < stationCount; station++) {
    if (isMeasured[station] !== 1) continue;
    const to = station * room + count[station]!;
    for (let record = station * room; record < to; record++) {
      const bin = binOf(minutes[record]!);
      if (bin !== first && bin !== second && bin !== third) continue;
      wantedBins.forEach((wantedBin, index) => {
        if (wantedBin !== bin) return;
        near[index]!.minutes.push(minutes[record]!);
        near[index]!.amount.push(amount[record]!);
      });
    }
  }
  const found = new Float64Array(1);
  near.forEach((records, index) => {
    const times = Float64Array.from(records.minutes);
    const parcels = Float64Array.from(records.amount);
    weightedQuantiles(times, parcels, 0, times.length, [wanted[index]! - before[index]!], found, 0);
    overall[1 + index] = found[0]! / minPerHour;
  });
}
