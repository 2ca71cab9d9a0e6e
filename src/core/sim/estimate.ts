import type { Estimate } from '../model/simulation.ts';

/** 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom (standard tables). */
const studentQuantiles = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const quantileFor = (degrees: number): number => studentQuantiles[degrees - 1] ?? 1.96 + 2.4 / degrees;

/** Mean and 95 % confidence interval of one figure over the replications, summed in their order. */
export function estimate(values: readonly number[]): Estimate {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { mean, low: mean, high: mean };
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const halfWidth = quantileFor(count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { mean, low: mean - halfWidth, high: mean + halfWidth };
}

/** The same over the replications that have the figure: one in which nothing arrived says nothing about hours. */
export function estimateKnown(values: readonly number[]): Estimate {
  const known = values.filter((value) => !Number.isNaN(value));
  return estimate(known.length > 0 ? known : values);
}
