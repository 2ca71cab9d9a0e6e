import { describe, expect, it } from 'vitest';
import type { StopCost } from '../../../src/core/evaluate/allocateCost.ts';
import { costTables } from '../../../src/core/kpi/costTables.ts';
import type { CostBook } from '../../../src/core/model/evaluation.ts';
import { asId } from '../../../src/core/model/ids.ts';
import { costEntryKeys } from '../../../src/core/model/rates.ts';
import { lineYuan, stopYuanRows } from '../../../src/ui/costs/charts/costTree.ts';

const book = (entries: Partial<CostBook>): CostBook => ({
  ...(Object.fromEntries(costEntryKeys.map((key) => [key, 0])) as unknown as CostBook),
  ...entries,
});
const stop = (
  line: string,
  station: string,
  direction: StopCost['direction'],
  entries: Partial<CostBook>,
): StopCost => ({
  lineId: asId(line),
  stationId: asId(station),
  direction,
  parcelsPerDay: 10,
  yuanPerDay: book(entries),
});

const rows = stopYuanRows(
  costTables(
    {
      legs: [],
      stops: [
        stop('L2', 'c', 'delivery', { C4: 3 }),
        stop('L1', 'a', 'delivery', { C1: 1, C3: 2, C10: 99 }),
        stop('L1', 'a', 'pickup', { C3: 4 }),
        stop('L1', 'b', 'delivery', { C3: 8 }),
      ],
    },
    { rows: [], parcelsPerDay: 40, totalYuanPerDay: { low: 0, likely: 0, high: 0 } },
  ),
  (lineId) => (lineId === 'L1' ? 1 : 2),
);

describe('stopYuanRows', () => {
  it('puts both directions of a stop together and leaves the subsidy out', () => {
    // a: 1 + 2 inbound, 4 outbound; its 99 yuan of subsidy are no cost.
    expect(rows.find(({ stationId }) => stationId === 'a')).toMatchObject({
      yuanPerDay: 7,
      parcelsPerDay: 20,
      byEntry: { C1: 1, C3: 6 },
    });
  });
});

describe('lineYuan', () => {
  it('orders lines by number and stops by cost, and adds up', () => {
    const lines = lineYuan(rows);
    expect(lines.map(({ number, yuanPerDay }) => [number, yuanPerDay])).toEqual([
      [1, 15],
      [2, 3],
    ]);
    expect(lines[0]!.stops.map(({ stationId }) => stationId)).toEqual(['b', 'a']);
  });
});
