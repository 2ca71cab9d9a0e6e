import { exponential, naturalLog } from '../deterministicMath.ts';
import type { Parcels } from '../units.ts';

/** Tables of cumulative probabilities, one per place, behind each other in one array; whole numbers come out by inversion. */
export interface CountTables {
  /** Count of a table's first entry less the place of that entry in `cumulative`. */
  readonly first: Int32Array;
  readonly cumulative: Float64Array;
  /** By table and highest bits of the uniform number: entry at which to start looking. Few enough cells to stay in the cache. */
  readonly guide: Int32Array;
}
const guideCells = 128;

const negligible = 1e-17;

/**
 * Parcels of one day: negative binomial with mean `mean` and variance mean + (variationCv mean)^2, that is Poisson
 * counting noise around a rate that itself varies by `variationCv` from day to day; 0 = Poisson. The probabilities are
 * built up from the mode by their ratio p(k+1)/p(k) = (k+r)/(k+1) q, q = mean/(r+mean), r = 1/variationCv^2.
 */
function probabilities(mean: Parcels, variationCv: number): { first: number; weights: number[] } {
  if (mean <= 0) return { first: 0, weights: [1] };
  const r = variationCv > 0 ? 1 / (variationCv * variationCv) : 0;
  const ratio = (k: number): number => (r > 0 ? (((k + r) / (k + 1)) * mean) / (r + mean) : mean / (k + 1));
  const mode = r > 0 ? Math.max(0, Math.floor(((r - 1) * mean) / r)) : Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > negligible; k--) {
    weight /= ratio(k - 1);
    below.push(weight);
  }
  const weights = [...below.reverse(), 1];
  for (let k = mode, weight = 1; weight > negligible; k++) {
    weight *= ratio(k);
    weights.push(weight);
  }
  return { first: mode - below.length, weights };
}

export function countTables(means: readonly Parcels[], variationCv: number): CountTables {
  const all = means.map((mean) => probabilities(mean, variationCv));
  const cumulative = new Float64Array(all.reduce((sum, { weights }) => sum + weights.length, 0));
  const guide = new Int32Array(means.length * guideCells);
  let offset = 0;
  all.forEach(({ weights }, table) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let reached = 0;
    weights.forEach((weight, index) => {
      reached += weight / total;
      cumulative[offset + index] = reached;
    });
    const last = offset + weights.length - 1;
    cumulative[last] = 1;
    for (let cell = 0, entry = offset; cell < guideCells; cell++) {
      while (cumulative[entry]! < cell / guideCells) entry++;
      guide[table * guideCells + cell] = entry;
    }
    offset = last + 1;
  });
  let from = 0;
  const first = Int32Array.from(all, (table) => {
    const shifted = table.first - from;
    from += table.weights.length;
    return shifted;
  });
  return { first, cumulative, guide };
}

/** The count of a table whose cell of the cumulative probabilities holds `uniform`. */
export function drawCount(tables: CountTables, table: number, uniform: number): number {
  const { cumulative } = tables;
  let entry = tables.guide[table * guideCells + Math.floor(uniform * guideCells)]!;
  while (cumulative[entry]! < uniform) entry++;
  return entry + tables.first[table]!;
}

/** Quantile of the standard normal distribution; rational approximation of P. J. Acklam, relative error below 1.2e-9. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p >= 0.02425) {
    const q = p - 0.5;
    const r = q * q;
    return (
      ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r +
        1.38357751867269e2) *
        r -
        3.066479806614716e1) *
        r +
        2.506628277459239) *
        q) /
      (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
        6.680131188771972e1) *
        r -
        1.328068155288572e1) *
        r +
        1)
    );
  }
  const q = Math.sqrt(-2 * naturalLog(p));
  return (
    (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) *
      q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) *
      q +
      1)
  );
}

/** Cells of the lognormal table: a power of two. */
const factorCells = 4096;

/** Equally likely values of a lognormal factor with mean exactly 1; `logSd` = 0 gives ones. */
export function factorTable(logSd: number): Float64Array {
  const table = new Float64Array(factorCells).fill(1);
  if (logSd === 0) return table;
  let sum = 0;
  for (let cell = 0; cell < factorCells; cell++) {
    table[cell] = exponential(logSd * normalQuantile((cell + 0.5) / factorCells));
    sum += table[cell]!;
  }
  for (let cell = 0; cell < factorCells; cell++) table[cell]! *= factorCells / sum;
  return table;
}

export const drawFactor = (table: Float64Array, uniform: number): number =>
  table[Math.floor(uniform * table.length)]!;
