import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { bridge } from '../../../src/core/kpi/bridge.ts';
import { savingAgainst } from '../../../src/core/kpi/saving.ts';
import type { BaselineKind } from '../../../src/core/model/report.ts';
import { runBaselines } from '../../../src/core/run/runBaselines.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

const county = readCounty(readCountyFiles('heshui'));
if (!county.ok) throw new Error('heshui does not read');
const scenario = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;
const options = { seed: 1, iterations: 200 };
const kinds: readonly BaselineKind[] = ['B1', 'B2', 'B3'];

describe('the three befores of Heshui', () => {
  const baselines = toEnd(runBaselines(scenario, kinds, options));
  const report = toEnd(runScenario(scenario, options));
  const yuan = baselines.map((baseline) => baseline.evaluation.yuanPerParcel);

  it('are dearer the more operators drive the further: B3 above B1 above B2', () => {
    expect(yuan[2]!).toBeGreaterThan(yuan[0]!);
    expect(yuan[0]!).toBeGreaterThan(yuan[1]!);
  });

  it('name their service level', () => {
    expect(baselines.map(({ kind, reaches }) => [kind, reaches])).toEqual([
      ['B1', 'township'],
      ['B2', 'township'],
      ['B3', 'village'],
    ]);
  });

  it('serve every stop in B3', () => {
    expect(baselines[2]!.operators.flatMap((operator) => operator.plan.unserved)).toEqual([]);
  });

  it('give the headline baseline the same figures as the pipeline', () => {
    expect(report.baseline.evaluation.yuanPerParcel).toBeCloseTo(yuan[0]!, 12);
    expect(report.saving).toEqual(
      savingAgainst(report.baseline, {
        yuanPerParcel: report.evaluation.yuanPerParcel,
        reaches: 'village',
      }),
    );
  });

  it('bridge from before to after without a remainder', () => {
    for (const baseline of baselines) {
      const { steps, fromYuanPerParcel, toYuanPerParcel } = bridge(baseline, report.evaluation);
      const arrived = steps.reduce((sum, step) => sum + step.yuanPerParcel, fromYuanPerParcel);
      expect(arrived).toBeCloseTo(toYuanPerParcel, 9);
      expect(steps.filter((step) => step.yuanPerParcel !== 0).length).toBeGreaterThan(4);
    }
  });
});
