import { describe, expect, it } from 'vitest';
import { labelSide, type PlaneRow, planeOption } from '../../../src/ui/charts/costTimePlane.ts';

const aRow = (
  scenarioId: string,
  stage: PlaneRow['stage'],
  yuanPerParcel: number,
  p95H: number,
): PlaneRow => ({
  scenarioId,
  name: scenarioId,
  stage,
  baseline: 'B1',
  yuanPerParcel,
  p95H,
  isStale: false,
  isActive: false,
});

describe('names in the plane of cost and time', () => {
  const hub = aRow('hub', 'after', 1.92, 28);
  const urban = aRow('urban', 'after', 0.7, 3);
  const points = aRow('points', 'after', 1.37, 24);
  const rows = [hub, urban, points, aRow('points', 'before', 1.94, 26), aRow('urban', 'before', 0.97, 5)];

  it('stand below, above near the axis and above the plan that is chosen', () => {
    expect(labelSide(points, rows)).toBe('bottom');
    expect(labelSide(urban, rows)).toBe('top');
    expect(labelSide({ ...points, isActive: true }, rows)).toBe('top');
    expect(labelSide(rows[3]!, rows)).toBe('right');
  });

  it('stand above where the plan’s own before lies just below', () => {
    // Costs from 0.7 to 1.95 yuan: beside means within 0.31 yuan, below within 12 hours.
    expect(labelSide(hub, [...rows, aRow('hub', 'before', 1.95, 24)])).toBe('top');
    expect(labelSide(hub, [...rows, aRow('hub', 'before', 1.95, 30)])).toBe('bottom');
    expect(labelSide(hub, [...rows, aRow('hub', 'before', 1.5, 24)])).toBe('bottom');
    expect(labelSide(hub, [...rows, aRow('hub', 'before', 1.95, 15)])).toBe('bottom');
  });
});

describe('the axes of the plane', () => {
  const words = {
    cost: 'yuan/parcel',
    hours: 'hours (95% of parcels)',
    costTarget: 'cost target',
    timeTarget: '48 h',
    before: 'before',
    after: 'after',
    stale: 'being solved',
  };
  const rows = [aRow('points', 'after', 1.41, 24), aRow('points', 'before', 1.93, 26)];
  const axes = (costTargetYuan: number | null, of = rows) => {
    const { xAxis, yAxis } = planeOption(of, costTargetYuan, words, 'en') as unknown as {
      xAxis: { min: number; max: number };
      yAxis: { nameGap: number };
    };
    return { min: xAxis.min, max: xAxis.max, nameGap: yAxis.nameGap };
  };

  it('end at tenths of a yuan beyond the points', () => {
    // 1.41 - 0.12 * 0.52 = 1.348, 1.93 + 0.15 * 0.52 = 2.008
    expect(axes(null)).toEqual({ min: 1.3, max: 2.1, nameGap: 10 });
    expect(axes(null, [])).toEqual({ min: 0, max: 1, nameGap: 10 });
  });

  it('name the hours above the words of a cost target that stands in the left half', () => {
    // Half way between 1.3 and 2.1 is 1.7.
    expect(axes(1.54).nameGap).toBeGreaterThan(axes(1.8).nameGap);
  });
});
