import { describe, expect, it } from 'vitest';
import { bridgeTable } from '../../../src/core/kpi/costTables.ts';
import { waterfallRows } from '../../../src/ui/costs/charts/waterfall.ts';

describe('waterfallRows', () => {
  const rows = waterfallRows(
    bridgeTable(
      {
        baseline: 'B1',
        reaches: 'township',
        fromYuanPerParcel: 2,
        toYuanPerParcel: 1.6,
        steps: [
          { cause: 'sorting', yuanPerParcel: -0.5 },
          { cause: 'hubs', yuanPerParcel: 0 },
          { cause: 'stationFees', yuanPerParcel: 0.1 },
        ],
      },
      'actual',
    ),
  );

  it('hangs every step on the end of the one before', () => {
    // 2 - 0.5 = 1.5, then + 0.1 = 1.6, where the last bar ends.
    expect(rows.map(({ fromYuan, toYuan }) => [fromYuan, toYuan])).toEqual([
      [0, 2],
      [2, 1.5],
      [1.5, 1.6],
      [0, 1.6],
    ]);
  });

  it('leaves out steps of nothing', () => {
    expect(rows.map(({ cause }) => cause)).toEqual([null, 'sorting', 'stationFees', null]);
  });
});
