/**
 * Logarithm and exponential from +, -, *, / alone. Math.log and Math.exp may differ in the last bit between engines,
 * and one different bit sends a seeded search another way.
 */
const ln2 = Math.LN2;

/** Natural logarithm of a positive number: halve or double into [0.75, 1.5), then the area-tangent series. */
export function naturalLog(value: number): number {
  let mantissa = value;
  let exponent = 0;
  while (mantissa >= 1.5) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < 0.75) {
    mantissa *= 2;
    exponent--;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let term = ratio;
  let sum = 0;
  for (let odd = 1; odd < 40; odd += 2) {
    sum += term / odd;
    term *= square;
  }
  return 2 * sum + exponent * ln2;
}

/** e^value by the Taylor series of value / 2^k, squared k times. */
export function exponential(value: number): number {
  let scaled = value;
  let squarings = 0;
  while (scaled > 0.25 || scaled < -0.25) {
    scaled /= 2;
    squarings++;
  }
  let term = 1;
  let sum = 1;
  for (let order = 1; order < 16; order++) {
    term *= scaled / order;
    sum += term;
  }
  for (let step = 0; step < squarings; step++) sum *= sum;
  return sum;
}

/** -ln(u) for u at the middle of each of `size` equal cells of (0, 1): exponential waiting times by table look-up. */
export function exponentialVariateTable(size: number): Float64Array {
  const table = new Float64Array(size);
  for (let cell = 0; cell < size; cell++) table[cell] = -naturalLog((cell + 0.5) / size);
  return table;
}
