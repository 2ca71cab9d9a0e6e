import { hashText } from '../../src/core/hash.ts';
import { createRandom } from '../../src/core/random.ts';
import { invariant } from '../../src/core/result.ts';

/** Splits a total by weights into steps of 0.1 that add up to it exactly (largest remainders). */
export function splitExactly(total: number, weights: readonly number[]): number[] {
  const totalTenths = Math.round(total * 10);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (totalTenths * weight) / weightSum);
  const tenths = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = totalTenths - tenths.reduce((sum, value) => sum + value, 0);
  for (const { index } of byRemainder.slice(0, left)) tenths[index]!++;
  return tenths.map((value) => value / 10);
}

/** Standard normal by Box and Muller (1958), seeded by the code. */
function normalOf(code: string): number {
  const random = createRandom(hashText(`demand ${code}`));
  const radius = Math.sqrt(-2 * Math.log(1 - random.nextFloat()));
  return radius * Math.cos(2 * Math.PI * random.nextFloat());
}

const coefficientOfVariation = 0.6;
export const villageLimits = { min: 3, max: 80 };

/**
 * Log-normal demand per village (CV 0.6) between 3 and 80 parcels a day, in steps of 0.1, adding up to the total.
 * The scale is found by bisection, since clipping at the limits moves the sum.
 */
export function spreadOverVillages(codes: readonly string[], total: number): number[] {
  const sigma = Math.sqrt(Math.log(1 + coefficientOfVariation ** 2));
  const draws = codes.map((code) => Math.exp(sigma * normalOf(code)));
  const clipped = (scale: number): number[] =>
    draws.map((draw) => Math.min(villageLimits.max, Math.max(villageLimits.min, scale * draw)));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  let low = 0;
  let high = villageLimits.max * 100;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (sum(clipped(middle)) < total) low = middle;
    else high = middle;
  }
  const values = clipped(high);
  invariant(Math.abs(sum(values) - total) < 0.01, 'village demand cannot reach its total within the limits');
  return splitExactly(total, values);
}
