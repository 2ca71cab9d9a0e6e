import { describe, expect, it } from 'vitest';
import { sortingMinPerDay, sortingRounds, sortWaves } from '../../../src/core/evaluate/sorting.ts';
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

  it('lets the morning wait for what the evening has left', () => {
    const scenario = aScenario([], {
      waves: [
        { arrivalClockMin: 360, share: 0.3 },
        { arrivalClockMin: 1200, share: 0.7 },
      ],
      sorting: { parcelsPerHour: graded(50), chuteCount: 0, roundChangeMin: graded(0) },
    });
    const sorted = (parcels: number) => sortWaves(scenario, parcels, 1).map((wave) => wave.sortedClockMin);
    // 1000 parcels: 700 take 14 h from 20:00 to 10:00 (600 + 1440 min), then 300 take 6 h, to 16:00 (960 min).
    expect(sorted(1000)).toEqual([960, 2040]);
    expect(sortingMinPerDay(scenario, 1000, 1)).toBe(20 * 60);
    // 400: the evening's 280 take 5.6 h, to 01:36; nothing waits in the morning.
    expect(sorted(400)).toEqual([360 + 144, 1200 + 336]);
    // 1500 take 30 h a day: more every day, and the first morning is told.
    expect(sortingMinPerDay(scenario, 1500, 1)).toBe(30 * 60);
  });
});
