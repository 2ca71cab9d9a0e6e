import { describe, expect, it } from 'vitest';
import { createNextTask, runInSlices } from '../../workers/runInSlices.ts';

/** A clock that moves one millisecond each time it is read. */
const tickingClock = () => {
  let nowMs = 0;
  return () => nowMs++;
};
const immediately = () => Promise.resolve();

function* countTo(limit: number): Generator<number, string> {
  for (let count = 1; count <= limit; count++) yield count;
  return `counted ${limit}`;
}

describe('runInSlices', () => {
  it('finishes the work and reports the newest progress once per slice', async () => {
    const seen: number[] = [];
    const outcome = await runInSlices(countTo(100), {
      onProgress: (count) => seen.push(count),
      isCancelled: () => false,
      nowMs: tickingClock(),
      nextTask: immediately,
      sliceMs: 10,
    });
    expect(outcome).toEqual({ status: 'done', value: 'counted 100' });
    // A slice starts at tick s and ends with the first reading >= s + 10: ten steps a slice.
    expect(seen.slice(0, 3)).toEqual([10, 20, 30]);
  });

  it('stops between two slices when cancelled and closes the work', async () => {
    let isClosed = false;
    function* endless(): Generator<number, never> {
      try {
        for (let count = 0; ; count++) yield count;
      } finally {
        isClosed = true;
      }
    }
    let slices = 0;
    const outcome = await runInSlices(endless(), {
      onProgress: () => slices++,
      isCancelled: () => slices >= 3,
      nowMs: tickingClock(),
      nextTask: immediately,
    });
    expect(outcome).toEqual({ status: 'cancelled' });
    expect(slices).toBe(3);
    expect(isClosed).toBe(true);
  });

  it('turns a throw into a failed outcome', async () => {
    // biome-ignore lint/correctness/useYield: it breaks before its first step
    function* broken(): Generator<number, string> {
      throw new Error('broken promise');
    }
    const outcome = await runInSlices(broken(), {
      onProgress: () => undefined,
      isCancelled: () => false,
      nowMs: tickingClock(),
      nextTask: immediately,
    });
    expect(outcome).toMatchObject({ status: 'failed', message: 'broken promise' });
  });

  it('lets waiting messages in between slices', async () => {
    const order: string[] = [];
    const nextTask = createNextTask();
    setImmediate(() => order.push('message'));
    for (let turn = 0; turn < 50 && order.length === 0; turn++) await nextTask();
    expect(order).toEqual(['message']);
  });
});
