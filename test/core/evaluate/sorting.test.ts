import { describe, expect, it } from 'vitest';
import { sortingRounds, sortWaves } from '../../../src/core/evaluate/sorting.ts';
import { aScenario, graded } from '../../builders.ts';

describe('sortingRounds', () => {
  it('needs two rounds for 97 destinations over 48 chutes', () => {
    expect(sortingRounds(97, 48)).toBe(2); // 48 < 97 <= 48^2
    expect(sortingRounds(48, 48)).toBe(1);
    expect(sortingRounds(49, 48)).toBe(2);
    expect(sortingRounds(500, 0)).toBe(1); // by hand
  });
});

describe('sortWaves', () => {
  it('sorts wave after wave, two rounds with a change-over', () => {
    const scenario = aScenario([], {
      waves: [
        { arrivalClockMin: 360, share: 0.5 },
        { arrivalClockMin: 370, share: 0.5 },
      ],
      sorting: { parcelsPerHour: graded(12_000), chuteCount: 48, roundChangeMin: graded(10) },
    });
    // 4000 parcels: each wave 2000 x 2 rounds / 200 per min = 20 min + 10 min change = 30 min; the second waits for the first.
    expect(sortWaves(scenario, 4000, 2).map((wave) => wave.sortedClockMin)).toEqual([390, 420]);
  });
});
