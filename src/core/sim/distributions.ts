import { exponential, naturalLog } from '../deterministicMath.ts';
import type { Parcels } from '../units.ts';

/** A table of cumulative probabilities from which whole numbers are drawn by inversion. */
export interface CountTable {
  /** Count of the first entry. */
  readonly first: number;
  readonly cumulative: Float64Array;
  /** Entry at which to start looking, by the highest eight bits of the uniform number. */
  readonly guide: Int32Array;
}

const negligible = 1e-17;

/**
 * Parcels of one day: negative binomial with mean `mean` and variance mean + (variationCv mean)^2, that is Poisson
 * counting noise around a rate that itself varies by `variationCv` from day to day; 0 = Poisson. The probabilities are
 * built up from the mode by their ratio p(k+1)/p(k) = (k+r)/(k+1) q, q = mean/(r+mean), r = 1/variationCv^2.
 */
export function countTable(mean: Parcels, variationCv: number): CountTable {
  if (mean <= 0) return { first: 0, cumulative: new Float64Array([1]), guide: new Int32Array(256) };
  const r = variationCv > 0 ? 1 / (variationCv * variationCv) : 0;
  const ratio = (k: number): number => (r > 0 ? (((k + r) / (k + 1)) * mean) / (r + mean) : mean / (k + 1));
  const mode = r > 0 ? Math.max(0, Math.floor(((r - 1) * mean) / r)) : Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > negligible; k--) {
    weight /= ratio(k - 1);
    below.push(weight);
  }
  const weights = [...below.reverse(), 1];
  const first = mode - below.length;
  for (let k = mode, weight = 1; weight > negligible; k++) {
    weight *= ratio(k);
    weights.push(weight);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cumulative = new Float64Array(weights.length);
  let reached = 0;
  weights.forEach((weight, index) => {
    reached += weight / total;
    cumulative[index] = reached;
  });
  cumulative[weights.length - 1] = 1;
  const guide = new Int32Array(256);
  for (let cell = 0, entry = 0; cell < 256; cell++) {
    while (cumulative[entry]! < cell / 256) entry++;
    guide[cell] = entry;
  }
  return { first, cumulative, guide };
}

/** The count whose cell of the cumulative probabilities holds `uniform`. */
export function drawCount(table: CountTable, uniform: number): number {
  const { cumulative } = table;
  let entry = table.guide[Math.floor(uniform * 256)]!;
  while (cumulative[entry]! < uniform) entry++;
  return table.first + entry;
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
