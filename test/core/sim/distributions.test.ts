import { describe, expect, it } from 'vitest';
import { countTables, drawCount, factorTable, normalQuantile } from '../../../src/core/sim/distributions.ts';
import { entityHashes, Streams } from '../../../src/core/sim/streams.ts';

/** Mean and variance of a table by going through its quantiles evenly. */
function moments(mean: number, variationCv: number): { mean: number; variance: number } {
  const tables = countTables([5, mean], variationCv);
  const cells = 200_000;
  let sum = 0;
  let squares = 0;
  for (let cell = 0; cell < cells; cell++) {
    const count = drawCount(tables, 1, (cell + 0.5) / cells);
    sum += count;
    squares += count * count;
  }
  return { mean: sum / cells, variance: squares / cells - (sum / cells) ** 2 };
}

describe('daily counts', () => {
  it('have the mean and variance of the negative binomial', () => {
    // variance = mean + (cv mean)^2: 22 + (0.2 x 22)^2 = 22 + 19.36 = 41.36
    const village = moments(22, 0.2);
    expect(village.mean).toBeCloseTo(22, 2);
    expect(village.variance).toBeCloseTo(41.36, 1);
    // 1,300 + (0.25 x 1,300)^2 = 106,925
    const urban = moments(1300, 0.25);
    expect(urban.mean / 1300).toBeCloseTo(1, 4);
    expect(urban.variance / 106_925).toBeCloseTo(1, 2);
  });

  it('are Poisson without variation of the rate', () => {
    expect(moments(0.4, 0).variance).toBeCloseTo(0.4, 3);
    // P(0) = e^-0.4 = 0.67032: the uniform number just below it still gives 0.
    const tables = countTables([0.4], 0);
    expect(drawCount(tables, 0, 0.6703)).toBe(0);
    expect(drawCount(tables, 0, 0.6704)).toBe(1);
  });

  it('are always zero where nothing is sent', () => {
    expect(drawCount(countTables([0], 0.2), 0, 0.999999)).toBe(0);
  });
});

describe('normalQuantile and factorTable', () => {
  it('match published quantiles', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 7);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 7);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  });

  it('have mean 1 and the median of the lognormal', () => {
    const table = factorTable(0.2);
    expect(table.reduce((sum, factor) => sum + factor, 0) / table.length).toBeCloseTo(1, 12);
    // Median of a lognormal with mean 1: exp(-0.2^2 / 2) = 0.980199
    expect(table[table.length / 2]!).toBeCloseTo(0.9802, 3);
  });
});

describe('Streams', () => {
  const hashes = entityHashes(['place A', 'place B']);

  it('give an entity the same luck whatever stands beside it and whoever was asked before', () => {
    const alone = new Streams(7, 3, entityHashes(['place B']));
    expect(alone.uniform(0, 12, 1)).toBe(new Streams(7, 3, hashes).uniform(1, 12, 1));
  });

  it('differ by seed, replication, entity, day and draw', () => {
    const numbers = [
      new Streams(7, 3, hashes).uniform(0, 12, 1),
      new Streams(8, 3, hashes).uniform(0, 12, 1),
      new Streams(7, 4, hashes).uniform(0, 12, 1),
      new Streams(7, 3, hashes).uniform(1, 12, 1),
      new Streams(7, 3, hashes).uniform(0, 13, 1),
      new Streams(7, 3, hashes).uniform(0, 12, 2),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are uniform and unrelated from one day to the next', () => {
    const streams = new Streams(1, 0, hashes);
    const days = 20_000;
    const numbers = Array.from({ length: days }, (_, day) => streams.uniform(0, day, 0));
    const mean = numbers.reduce((sum, value) => sum + value, 0) / days;
    // Standard error of the mean: 0.2887 / sqrt(20,000) = 0.0020; five of them.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    let product = 0;
    for (let day = 1; day < days; day++) product += (numbers[day]! - mean) * (numbers[day - 1]! - mean);
    // Correlation of neighbours: standard error 1 / sqrt(20,000) = 0.0071; five of them.
    expect(Math.abs((product / days) * 12)).toBeLessThan(0.036);
  });
});
