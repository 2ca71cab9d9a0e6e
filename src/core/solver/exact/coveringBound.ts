import type { LineColumns } from './lineColumns.ts';

const mostPivots = 4000;
const tolerance = 1e-9;

/**
 * Lower bound of the cost of lines that together serve every stop: the linear relaxation of set covering over all
 * columns, by the simplex method with columns priced as needed (Dantzig 1963). What is returned is the worth of the
 * dual prices after scaling them until no column is dearer than it costs, so rounding cannot make it untrue.
 * Null when a stop is in no column.
 */
export function coveringBound(columns: LineColumns, stopCount: number): number | null {
  const n = stopCount;
  const start = startingBasis(columns, n);
  if (!start) return null;
  const { basisCost, inverse, value } = start;
  const prices = new Float64Array(n);
  const step = new Float64Array(n);
  let best = 0;
  for (let pivot = 0; pivot < mostPivots; pivot++) {
    setPrices(prices, basisCost, inverse, n);
    if (pivot % 16 === 0) best = Math.max(best, worth(columns, prices));
    const entering = mostWorthwhile(columns, prices);
    if (!entering) break;
    for (let row = 0; row < n; row++) {
      let sum = 0;
      for (const stop of entering.stops) sum += inverse[row * n + stop]! * entering.sign;
      step[row] = sum;
    }
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < n; row++) {
      if (step[row]! <= tolerance) continue;
      const ratio = value[row]! / step[row]!;
      if (ratio < least - 1e-12) {
        least = ratio;
        leaving = row;
      }
    }
    if (leaving < 0) break;
    exchange(inverse, value, step, leaving, least, n);
    basisCost[leaving] = entering.cost;
  }
  setPrices(prices, basisCost, inverse, n);
  best = Math.max(best, worth(columns, prices));
  // Costs are whole numbers, so is the least of their sums.
  return Math.ceil(best * (1 - 1e-9) - 1e-6);
}

/** Each stop served by its cheapest column of its own, or by the cheapest one that holds it. */
function startingBasis(columns: LineColumns, n: number) {
  const single = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const any = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let dearest = 0;
  for (const [index, stops] of columns.stops.entries()) {
    const cost = columns.cost[index]!;
    dearest = Math.max(dearest, cost);
    for (const stop of stops) any[stop] = Math.min(any[stop]!, cost);
    if (stops.length === 1) single[stops[0]!] = Math.min(single[stops[0]!]!, cost);
  }
  if (any.includes(Number.POSITIVE_INFINITY)) return null;
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row++) inverse[row * n + row] = 1;
  return {
    basisCost: single.map((cost) => (cost === Number.POSITIVE_INFINITY ? 10 * dearest + 1 : cost)),
    inverse,
    // Slightly different amounts keep the method from going round in circles.
    value: Float64Array.from({ length: n }, (_, row) => 1 + (row + 1) * 1e-7),
  };
}

function setPrices(prices: Float64Array, basisCost: Float64Array, inverse: Float64Array, n: number): void {
  prices.fill(0);
  for (let row = 0; row < n; row++) {
    const cost = basisCost[row]!;
    if (cost !== 0)
      for (let stop = 0; stop < n; stop++) prices[stop] = prices[stop]! + cost * inverse[row * n + stop]!;
  }
}

interface Entering {
  readonly stops: readonly number[];
  readonly sign: 1 | -1;
  readonly cost: number;
}

/** The column the prices undervalue most; a stop with a negative price is rather served twice. */
function mostWorthwhile({ stops, cost }: LineColumns, prices: Float64Array): Entering | null {
  let most = -1e-7;
  let chosen: Entering | null = null;
  for (let stop = 0; stop < prices.length; stop++)
    if (prices[stop]! < most) {
      most = prices[stop]!;
      chosen = { stops: [stop], sign: -1, cost: 0 };
    }
  for (let column = 0; column < stops.length; column++) {
    let reduced = cost[column]!;
    for (const stop of stops[column]!) reduced -= prices[stop]!;
    if (reduced < most) {
      most = reduced;
      chosen = { stops: stops[column]!, sign: 1, cost: cost[column]! };
    }
  }
  return chosen;
}

function exchange(
  inverse: Float64Array,
  value: Float64Array,
  step: Float64Array,
  leaving: number,
  amount: number,
  n: number,
): void {
  const pivot = step[leaving]!;
  for (let stop = 0; stop < n; stop++) inverse[leaving * n + stop] = inverse[leaving * n + stop]! / pivot;
  for (let row = 0; row < n; row++) {
    if (row === leaving || step[row] === 0) continue;
    const factor = step[row]!;
    for (let stop = 0; stop < n; stop++)
      inverse[row * n + stop] = inverse[row * n + stop]! - factor * inverse[leaving * n + stop]!;
    value[row] = value[row]! - factor * amount;
  }
  value[leaving] = amount;
}

/** Sum of the prices, made smaller until no column holds more than it costs. */
function worth({ stops, cost }: LineColumns, prices: Float64Array): number {
  let scale = 1;
  for (let column = 0; column < stops.length; column++) {
    let held = 0;
    for (const stop of stops[column]!) held += Math.max(0, prices[stop]!);
    if (held > 0) scale = Math.min(scale, cost[column]! / held);
  }
  let sum = 0;
  for (const price of prices) sum += Math.max(0, price);
  return sum * scale;
}
