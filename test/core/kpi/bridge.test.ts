import { describe, expect, it } from 'vitest';
import { bridge } from '../../../src/core/kpi/bridge.ts';
import { costEntryKeys } from '../../../src/core/model/rates.ts';
import type { Baseline } from '../../../src/core/model/report.ts';

type Side = Parameters<typeof bridge>[1];
const side = (
  entries: Partial<Side['costYuanPerDay']>,
  parcels: number,
  km: number,
  duties: number,
): Side => {
  const costYuanPerDay = Object.fromEntries(
    costEntryKeys.map((key) => [key, entries[key] ?? 0]),
  ) as unknown as Side['costYuanPerDay'];
  const total = Object.values(entries).reduce((sum, yuan) => sum + yuan, 0);
  return {
    costYuanPerDay,
    parcelsPerDay: { delivery: parcels, pickup: 0 },
    lineKmPerDay: km,
    dutyCount: duties,
    yuanPerParcel: total / parcels,
  };
};

describe('bridge', () => {
  it('parts kilometres and duties into quantity and price', () => {
    const before = side({ C1: 12, C3: 60, C4: 400 }, 100, 100, 2);
    const after = side({ C1: 8, C3: 60, C4: 231 }, 100, 50, 1);
    const baseline = { kind: 'B1', reaches: 'township', evaluation: before } as unknown as Baseline;
    const steps = Object.fromEntries(
      bridge(baseline, after).steps.map((step) => [step.cause, step.yuanPerParcel]),
    );
    // Sorting 0.12 -> 0.08. Km: 50 fewer at 0.60 yuan = -30 yuan / 100; then 50 km dearer by 0.60 = +30 / 100.
    expect(steps.sorting).toBeCloseTo(-0.04, 12);
    expect(steps.fewerKm).toBeCloseTo(-0.3, 12);
    expect(steps.yuanPerKm).toBeCloseTo(0.3, 12);
    // Duties: one fewer at 200 = -200 / 100; the other costs 231 instead of 200 = +31 / 100.
    expect(steps.fewerDuties).toBeCloseTo(-2, 12);
    expect(steps.yuanPerDuty).toBeCloseTo(0.31, 12);
    // 4.72 - 0.04 - 0.3 + 0.3 - 2 + 0.31 = 2.99 = (8 + 60 + 231) / 100
    const sum = Object.values(steps).reduce((total, yuan) => total + yuan, before.yuanPerParcel);
    expect(sum).toBeCloseTo(2.99, 12);
  });
});
