import { expect, it } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createRandom } from '../../../src/core/random.ts';
import { aProblem, randomDraft, runToEnd } from './randomProblem.ts';

/**
 * Quickest ways that are not the shortest: every second way is twice as long as its time would have it, and the way by a
 * third place may be shorter. A line that loses a stop then grows, and may pass the range of its vehicle. Hours cost more
 * than kilometres, so that such lines are tempting.
 */
function unevenDraft(seed: number) {
  const draft = randomDraft(seed, 25);
  const random = createRandom(seed);
  const { lengthM, durationS } = draft.profiles[0]!;
  const uneven = lengthM.map((metres) => (random.nextInt(2) === 0 ? 2 * metres : metres));
  const stops = draft.stops.map((stop) => ({ ...stop, skipCost: 400_000 }));
  const van = { capacity: [400], fixedCost: 10_000, costPerKm: 100, costPerHour: 20_000, maxLengthM: 90_000 };
  return { ...draft, stops, profiles: [{ lengthM: uneven, durationS }], vehicleTypes: [van] };
}

it('keeps the range of vehicles where the quickest way past a stop is longer than the one by it', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const problem = aProblem(unevenDraft(seed));
    const plan = runToEnd(problem, { seed, iterations: 1000 });
    expect(checkSolution(problem, plan).findings, `seed ${seed}`).toEqual([]);
  }
});
