import { describe, expect, it } from 'vitest';
import { clockFromNow } from '../../src/cli/clock.ts';

/** Reads the clock all the time for so long by the wall. */
function watch(clock: () => number, forMs: number): number[] {
  const readings: number[] = [];
  for (const endMs = performance.now() + forMs; performance.now() < endMs; ) readings.push(clock());
  return readings;
}
const isInOrder = (readings: readonly number[]): boolean =>
  readings.every((reading, index) => index === 0 || reading >= readings[index - 1]!);

describe('the clock of a search', () => {
  it('by the processor never goes back and keeps to what the process has used', () => {
    const start = process.cpuUsage();
    const clock = clockFromNow({ isWall: false, workers: 1 });
    const readings = watch(clock, 60);
    const { user, system } = process.cpuUsage(start);
    expect(isInOrder(readings)).toBe(true);
    // Off by the 4 ms between two questions, and by a time slice the process may have waited meanwhile.
    expect(Math.abs(readings.at(-1)! - (user + system) / 1e6)).toBeLessThan(0.02);
  });

  it('shared by two threads goes half as fast', () => {
    const whole = clockFromNow({ isWall: false, workers: 1 });
    const half = clockFromNow({ isWall: false, workers: 2 });
    watch(() => whole() + half(), 60);
    expect(half() / whole()).toBeGreaterThan(0.4);
    expect(half() / whole()).toBeLessThan(0.75);
  });

  it('by the wall tells the time since it was started', () => {
    const startMs = performance.now();
    const readings = watch(clockFromNow({ isWall: true, workers: 1 }), 20);
    expect(isInOrder(readings)).toBe(true);
    expect(readings.at(-1)! * 1000).toBeLessThanOrEqual(performance.now() - startMs);
    expect(readings.at(-1)!).toBeGreaterThan(0.015);
  });
});
