import { describe, expect, it } from 'vitest';
import { costRows, costTotals } from '../../../src/ui/charts/costStack.ts';

const book = { C1: 0, C2: 0, C3: 0, C4: 0, C5: 0, C6: 0, C7: 0, C8: 0, C9: 0, C10: 0 };

describe('costRows', () => {
  it('divides each entry by the parcels of both directions and leaves the subsidy out', () => {
    const before = {
      costYuanPerDay: { ...book, C4: 300, C7: 500 },
      parcelsPerDay: { delivery: 900, pickup: 100 },
    };
    const after = {
      costYuanPerDay: { ...book, C4: 100, C6: 80, C7: 400, C10: 50 },
      parcelsPerDay: { delivery: 900, pickup: 100 },
    };
    const rows = costRows(before, after);
    expect(rows.map((row) => row.entry)).toEqual(['C4', 'C6', 'C7']);
    // 300/1000 + 500/1000 before; 100/1000 + 80/1000 + 400/1000 after.
    expect(costTotals(rows).before).toBeCloseTo(0.8);
    expect(costTotals(rows).after).toBeCloseTo(0.58);
  });
});
