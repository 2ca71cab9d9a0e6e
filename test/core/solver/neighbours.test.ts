import { expect, test } from 'vitest';
import { createProblem } from '../../../src/core/model/problem.ts';
import { buildKernelModel } from '../../../src/core/solver/kernelModel.ts';
import { aProblem, randomDraft } from './randomProblem.ts';

test.each([2, 5, 40, 101, 102, 130])(
  'of %i tasks each has all others, or the nearest hundred, as neighbours',
  (n) => {
    const model = buildKernelModel(aProblem(randomDraft(n, n)));
    const { neighbours, neighbourCount, lengths, lengthsT, width } = model;
    expect(neighbourCount).toBe(Math.min(n - 1, 100));
    for (let task = 0; task < n; task++) {
      const there = (other: number): number =>
        lengths[0]![task * width + other]! + lengthsT[0]![task * width + other]!;
      const others = Array.from({ length: n }, (_, other) => other).filter((other) => other !== task);
      const nearest = others.map(there).sort((a, b) => a - b);
      const listed = [...neighbours.subarray(task * neighbourCount, (task + 1) * neighbourCount)];
      expect(new Set(listed).size).toBe(neighbourCount);
      expect(listed).not.toContain(task);
      expect(listed.map(there)).toEqual(nearest.slice(0, neighbourCount));
    }
  },
);

test('neighbours are near for any vehicle type, also where the first one may not go there', () => {
  // Stop 2 is next to stop 0 for the second vehicle type only.
  const far = Int32Array.from([0, 9, 9, 9, 9, 0, 5, 4000000, 9, 5, 0, 5, 9, 4000000, 5, 0]);
  const near = Int32Array.from([0, 9, 9, 9, 9, 0, 5, 1, 9, 5, 0, 5, 9, 1, 5, 0]);
  const model = buildKernelModel(
    createProblem({
      stops: [{}, {}, {}],
      profiles: [far, near].map((lengthM) => ({ lengthM, durationS: lengthM })),
      vehicleTypes: [{}, { profileIndex: 1 }],
    }),
  );
  expect([...model.neighbours.subarray(0, 2)]).toEqual([2, 1]);
  // Twice the way there: 1 + 1 and 5 + 5; the depot is farther (9).
  expect([...model.endsBesideM.subarray(0, 2)]).toEqual([2, 10]);
});
