import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedQuantiles } from '../../../src/core/sim/weightedQuantiles.ts';

describe('weighted quantiles', () => {
  it('are those of the records put in order', () => {
    const record = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 200 }), (records) => {
        const minutes = Float64Array.from(records, ([time]) => time);
        const amount = Float64Array.from(records, ([, parcels]) => parcels);
        const total = amount.reduce((sum, parcels) => sum + parcels, 0);
        const wanted = [0.5, 0.9, 0.95].map((share) => share * total);
        const expected = wanted.map((weight) => {
          let reached = 0;
          for (const [time, parcels] of [...records].sort(([left], [right]) => left - right)) {
            reached += parcels;
            if (reached >= weight) return time;
          }
          return Number.NaN;
        });
        const found = new Float64Array(3);
        weightedQuantiles(minutes, amount, 0, minutes.length, wanted, found, 0);
        expect([...found]).toEqual(expected);
      }),
    );
  });

  it('leave records outside the given range alone', () => {
    const minutes = Float64Array.of(99, 3, 1, 2, 99);
    const amount = Float64Array.of(9, 1, 1, 1, 9);
    const found = new Float64Array(1);
    weightedQuantiles(minutes, amount, 1, 4, [2], found, 0);
    expect(found[0]).toBe(2);
    expect([minutes[0], minutes[4]]).toEqual([99, 99]);
  });
});
