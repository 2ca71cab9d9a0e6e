import { timeStatisticKeys } from '../model/simulation.ts';
import { minPerHour, type Parcels } from '../units.ts';

/** One entry per lot that became available. */
export interface TimeRecords {
  count: number;
  readonly station: Int32Array;
  readonly minutes: Float64Array;
  readonly amount: Float64Array;
  readonly calendarDays: Int32Array;
}

/** Numbers per station, in the order of `timeStatisticKeys`. */
export const statisticCount = timeStatisticKeys.length;
const tolerance = 1e-9;

/** Sorts minutes[0..count) ascending and takes amounts and days along: Shell's sort with Ciura's gaps. */
function sortRecords(minutes: Float64Array, amount: Float64Array, days: Int32Array, count: number): void {
  for (const gap of [3905, 1750, 701, 301, 132, 57, 23, 10, 4, 1]) {
    for (let from = gap; from < count; from++) {
      const time = minutes[from]!;
      const parcels = amount[from]!;
      const day = days[from]!;
      let to = from;
      for (; to >= gap && minutes[to - gap]! > time; to -= gap) {
        minutes[to] = minutes[to - gap]!;
        amount[to] = amount[to - gap]!;
        days[to] = days[to - gap]!;
      }
      minutes[to] = time;
      amount[to] = parcels;
      days[to] = day;
    }
  }
}

const quantileShares = [0.5, 0.9, 0.95];
const binMin = 15;
const binCount = 4096;

/** Smallest time by which a share of the parcels has arrived, for records in any order: finds its bin, sorts only that. */
function quantileMin(
  minutes: Float64Array,
  amount: Float64Array,
  count: number,
  bins: Float64Array,
  wanted: Parcels,
): number {
  const binOf = (record: number): number => Math.min(binCount - 1, Math.floor(minutes[record]! / binMin));
  let reached = 0;
  let bin = 0;
  while (bin < binCount - 1 && reached + bins[bin]! < wanted) reached += bins[bin++]!;
  const inBin: number[] = [];
  for (let record = 0; record < count; record++) if (binOf(record) === bin) inBin.push(record);
  inBin.sort((left, right) => minutes[left]! - minutes[right]!);
  for (const record of inBin) {
    reached += amount[record]!;
    if (reached >= wanted) return minutes[record]!;
  }
  return inBin.length > 0 ? minutes[inBin.at(-1)!]! : 0;
}

/** Statistics of records into target[at..]; `undelivered` parcels count as late. */
function describe(
  minutes: Float64Array,
  amount: Float64Array,
  days: Int32Array,
  count: number,
  isSorted: boolean,
  undelivered: Parcels,
  target: Float64Array,
  at: number,
): void {
  let total = 0;
  let worstMin = 0;
  let parcelMin = 0;
  let within24 = 0;
  let within48 = 0;
  let within72 = 0;
  let within2Days = 0;
  for (let record = 0; record < count; record++) {
    const parcels = amount[record]!;
    const hours = minutes[record]! / minPerHour;
    total += parcels;
    if (minutes[record]! > worstMin) worstMin = minutes[record]!;
    parcelMin += parcels * minutes[record]!;
    if (hours <= 24 + tolerance) within24 += parcels;
    if (hours <= 48 + tolerance) within48 += parcels;
    if (hours <= 72 + tolerance) within72 += parcels;
    if (days[record]! <= 2) within2Days += parcels;
  }
  if (total === 0) return;
  if (isSorted) {
    let reached = 0;
    let next = 0;
    for (let record = 0; record < count && next < quantileShares.length; record++) {
      reached += amount[record]!;
      while (next < quantileShares.length && reached >= quantileShares[next]! * total * (1 - tolerance)) {
        target[at + 1 + next] = minutes[record]! / minPerHour;
        next++;
      }
    }
  } else {
    const bins = new Float64Array(binCount);
    for (let record = 0; record < count; record++)
      bins[Math.min(binCount - 1, Math.floor(minutes[record]! / binMin))]! += amount[record]!;
    quantileShares.forEach((share, index) => {
      const wanted = share * total * (1 - tolerance);
      target[at + 1 + index] = quantileMin(minutes, amount, count, bins, wanted) / minPerHour;
    });
  }
  const all = total + undelivered;
  target[at] = parcelMin / total / minPerHour;
  target[at + 4] = worstMin / minPerHour;
  target[at + 5] = within24 / all;
  target[at + 6] = within48 / all;
  target[at + 7] = within72 / all;
  target[at + 8] = within2Days / all;
}

/** Weighted by parcels: the measured tier as a whole, and every station. A station without parcels has zeros. */
export function timeStatistics(
  records: TimeRecords,
  stationCount: number,
  isMeasured: Uint8Array,
  undelivered: Float64Array,
): { readonly overall: Float64Array; readonly byStation: Float64Array } {
  const { count } = records;
  const starts = new Int32Array(stationCount + 1);
  for (let record = 0; record < count; record++) starts[records.station[record]! + 1]!++;
  for (let station = 0; station < stationCount; station++) starts[station + 1]! += starts[station]!;
  const minutes = new Float64Array(count);
  const amount = new Float64Array(count);
  const days = new Int32Array(count);
  const fill = starts.slice();
  for (let record = 0; record < count; record++) {
    const to = fill[records.station[record]!]!++;
    minutes[to] = records.minutes[record]!;
    amount[to] = records.amount[record]!;
    days[to] = records.calendarDays[record]!;
  }
  const byStation = new Float64Array(stationCount * statisticCount);
  let measuredUndelivered = 0;
  let kept = 0;
  for (let station = 0; station < stationCount; station++) {
    const from = starts[station]!;
    const to = starts[station + 1]!;
    const ofStation = [
      minutes.subarray(from, to),
      amount.subarray(from, to),
      days.subarray(from, to),
    ] as const;
    sortRecords(...ofStation, to - from);
    describe(...ofStation, to - from, true, undelivered[station]!, byStation, station * statisticCount);
    if (!isMeasured[station]) continue;
    measuredUndelivered += undelivered[station]!;
    // Records of the measured stations move to the front, in order.
    minutes.copyWithin(kept, from, to);
    amount.copyWithin(kept, from, to);
    days.copyWithin(kept, from, to);
    kept += to - from;
  }
  const overall = new Float64Array(statisticCount);
  describe(minutes, amount, days, kept, false, measuredUndelivered, overall, 0);
  return { overall, byStation };
}
