import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitExactly, spreadOverVillages } from '../../../data/build/spreadDemand.ts';

it('splits into tenths by largest remainder', () => {
  // 1.0 = 10 tenths over three equal weights: 3.33 each, the tenth left over goes to the first.
  expect(splitExactly(1, [1, 1, 1])).toEqual([0.4, 0.3, 0.3]);
  expect(splitExactly(10, [3, 1])).toEqual([7.5, 2.5]);
});

it('loses nothing in a split', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50_000 }),
      fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 60 }),
      (tenths, weights) => {
        const parts = splitExactly(tenths / 10, weights);
        expect(Math.round(parts.reduce((sum, part) => sum + part * 10, 0))).toBe(tenths);
      },
    ),
  );
});

it('keeps a village its place in the spread whatever the order of the list', () => {
  const codes = Array.from({ length: 40 }, (_, index) => `62102410${String(index).padStart(4, '0')}`);
  const forward = new Map(codes.map((code, index) => [code, spreadOverVillages(codes, 880)[index]!]));
  const reversed = [...codes].reverse();
  spreadOverVillages(reversed, 880).forEach((value, index) => {
    expect(Math.abs(value - forward.get(reversed[index]!)!)).toBeLessThanOrEqual(0.1001);
  });
});

it('refuses a total the limits do not allow', () => {
  expect(() => spreadOverVillages(['a', 'b'], 1000)).toThrow('within the limits');
});
