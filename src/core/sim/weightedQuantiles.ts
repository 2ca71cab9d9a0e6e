import type { Minutes, Parcels } from '../units.ts';

/** Few enough to put in order by insertion. */
const fewRecords = 12;

/**
 * For every `wanted` weight (ascending) the smallest time by which so many parcels have arrived, into target[at..].
 * Records from..to-1 are put in order only where a quantile lies: quicksort that leaves the other parts alone.
 */
export function weightedQuantiles(
  minutes: Float64Array,
  amount: Float64Array,
  from: number,
  to: number,
  wanted: readonly Parcels[],
  target: Float64Array,
  at: number,
): void {
  search(minutes, amount, from, to, 0, wanted, 0, wanted.length, target, at);
}

function search(
  minutes: Float64Array,
  amount: Float64Array,
  given: number,
  to: number,
  weightBefore: Parcels,
  wanted: readonly Parcels[],
  firstWanted: number,
  endWanted: number,
  target: Float64Array,
  at: number,
): void {
  let from = given;
  let before = weightBefore;
  let next = firstWanted;
  while (next < endWanted) {
    if (to - from <= fewRecords) {
      inOrder(minutes, amount, from, to);
      for (let record = from; record < to && next < endWanted; record++) {
        before += amount[record]!;
        for (; next < endWanted && before >= wanted[next]!; next++) target[at + next] = minutes[record]!;
      }
      // Sums in another order may miss the last weight by a hair.
      for (; next < endWanted; next++) target[at + next] = to > from ? minutes[to - 1]! : 0;
      return;
    }
    const pivot = middleOf(minutes[from]!, minutes[(from + to) >> 1]!, minutes[to - 1]!);
    let low = from;
    let high = to - 1;
    while (low <= high) {
      while (minutes[low]! < pivot) low++;
      while (minutes[high]! > pivot) high--;
      if (low > high) break;
      const time = minutes[low]!;
      const parcels = amount[low]!;
      minutes[low] = minutes[high]!;
      amount[low] = amount[high]!;
      minutes[high] = time;
      amount[high] = parcels;
      low++;
      high--;
    }
    let middle = before;
    for (let record = from; record < low; record++) middle += amount[record]!;
    let inLower = next;
    while (inLower < endWanted && wanted[inLower]! <= middle) inLower++;
    if (inLower > next) search(minutes, amount, from, low, before, wanted, next, inLower, target, at);
    next = inLower;
    before = middle;
    from = low;
  }
}

const middleOf = (a: Minutes, b: Minutes, c: Minutes): Minutes =>
  a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;

function inOrder(minutes: Float64Array, amount: Float64Array, from: number, to: number): void {
  for (let record = from + 1; record < to; record++) {
    const time = minutes[record]!;
    const parcels = amount[record]!;
    let slot = record;
    for (; slot > from && minutes[slot - 1]! > time; slot--) {
      minutes[slot] = minutes[slot - 1]!;
      amount[slot] = amount[slot - 1]!;
    }
    minutes[slot] = time;
    amount[slot] = parcels;
  }
}
