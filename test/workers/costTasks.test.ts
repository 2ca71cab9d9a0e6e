import { expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { runScenario } from '../../src/core/run/runScenario.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { costsOf } from '../../workers/costTasks.ts';

it('searches every "before" as long as the plan was searched', () => {
  const county = readCounty(readCountyFiles('heshui'));
  if (!county.ok) throw new Error('heshui cannot be read');
  const scenario = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;
  const report = toEnd(runScenario(scenario, { seed: 3, iterations: 40 }));
  const { befores } = toEnd(
    costsOf(report.scenario, { plan: report.plan, separate: report.baseline, seed: 3, operatorCount: 3 }),
  );
  expect(befores.baselines.map(({ kind, search }) => [kind, search])).toEqual([
    ['B1', { iterations: 40, seed: 3 }],
    ['B2', { iterations: 40, seed: 3 }],
    ['B3', { iterations: 40, seed: 3 }],
  ]);
});
