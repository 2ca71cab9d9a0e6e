import { describe, expect, it } from 'vitest';
import type { TimeDistribution } from '../../../src/core/model/evaluation.ts';
import { timeRows } from '../../../src/ui/charts/timeDistribution.ts';

const times = (points: readonly (readonly [hours: number, parcelsPerDay: number])[]): TimeDistribution => ({
  points: points.map(([hours, parcelsPerDay]) => ({ hours, parcelsPerDay, villages: 1, calendarDays: 1 })),
  parcelsPerDay: points.reduce((sum, [, parcels]) => sum + parcels, 0),
  villageCount: points.length,
  medianH: 0,
  p90H: 0,
  p95H: 0,
  worstH: Math.max(...points.map(([hours]) => hours)),
  meanH: 0,
  shareWithin24h: 0,
  shareWithin48h: 0,
  shareWithin72h: 0,
  shareWithin2CalendarDays: 0,
  villageShareWithin48h: 0,
});

describe('timeRows', () => {
  it('counts a parcel of exactly 48 h as within 48 h', () => {
    const rows = timeRows(
      times([
        [10, 30],
        [48, 50],
        [50, 20],
      ]),
    );
    // Bins of 4 h, (0, 4], (4, 8], ...: 10 h in (8, 12], 48 h in (44, 48], 50 h in (48, 52].
    expect(rows.find((row) => row.toH === 12)?.parcelsPerDay).toBe(30);
    expect(rows.find((row) => row.toH === 48)?.parcelsPerDay).toBe(50);
    // 30 + 50 of 100 parcels by 48 h.
    expect(rows.find((row) => row.toH === 48)?.cumulativeShare).toBeCloseTo(0.8);
    expect(rows.at(-1)).toMatchObject({ toH: 52, parcelsPerDay: 20, cumulativeShare: 1 });
  });

  it('never reaches 100 % where some parcels are on no line', () => {
    // 30 of 100 parcels arrive, the other 70 are asked for and not brought.
    const rows = timeRows({ ...times([[10, 30]]), parcelsPerDay: 100 });
    expect(rows.at(-1)!.cumulativeShare).toBeCloseTo(0.3, 12);
  });

  it('always shows the axis up to the limit', () => {
    expect(timeRows(times([[6, 1]])).at(-1)?.toH).toBe(48);
  });
});
