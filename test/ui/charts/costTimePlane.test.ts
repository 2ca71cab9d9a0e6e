import { describe, expect, it } from 'vitest';
import { labelSide, type PlaneRow } from '../../../src/ui/charts/costTimePlane.ts';

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
