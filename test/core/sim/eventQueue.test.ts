import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../../src/core/sim/eventQueue.ts';

describe('EventQueue', () => {
  it('gives events back by time, then by code, whatever the order they came in', () => {
    const events = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(1000)), { maxLength: 600 });
    fc.assert(
      fc.property(events, (pairs) => {
        const queue = new EventQueue(2);
        for (const [time, code] of pairs) queue.push(time, code);
        const out = pairs.map(() => {
          const code = queue.pop();
          return [queue.timeMin, code];
        });
        expect(out).toEqual([...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
        expect(queue.pop()).toBe(-1);
      }),
      { numRuns: 100 },
    );
  });

  it('does so while events come and go', () => {
    const steps = fc.array(fc.oneof(fc.constant(null), fc.tuple(fc.nat(50), fc.nat(1000))), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const queue = new EventQueue(2);
        const waiting: (readonly [number, number])[] = [];
        for (const step of all) {
          if (step !== null) {
            queue.push(...step);
            waiting.push(step);
            waiting.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
          } else {
            const first = waiting.shift();
            expect(queue.pop()).toBe(first === undefined ? -1 : first[1]);
          }
          expect(queue.size).toBe(waiting.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
