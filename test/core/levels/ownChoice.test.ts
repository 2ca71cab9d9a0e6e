import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { readScenarioFile } from '../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { VariantRow } from '../../../src/core/levels/compareVariants.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { runVariants } from '../../../src/core/run/runVariants.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

function scenarioOf(countyId: string, scenarioId: string): Scenario {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} does not read`);
  return county.value.scenarios.find(({ id }) => id === scenarioId)!;
}

/** A hand-made variant that keeps the time target and every limit, and so is one the solver may be held against. */
const isSound = (row: VariantRow): boolean =>
  row.meetsTimeTarget && row.unservedStationCount === 0 && row.violationCount === 0;
const isOwn = ({ key }: VariantRow): boolean => key.startsWith('ownChoice');

describe.each([
  ['yanling', '1+3+96'],
  ['heshui', '1+12+68'],
])('the own choice for %s %s', (countyId, scenarioId) => {
  it.each([1, 2, 3])('is as cheap as every hand-made variant that keeps the target, seed %i', (seed) => {
    const { compared, matrix } = toEnd(
      runVariants(scenarioOf(countyId, scenarioId), { seed, iterations: 150, choices: 12 }),
    );
    const rows = compared.map(({ row }) => row);
    const [own, withBuses] = ['ownChoice', 'ownChoiceWithBuses'].map(
      (key) => rows.find((row) => row.key === key)!,
    );
    for (const row of [own!, withBuses!]) expect(isSound(row), row.key).toBe(true);
    const handMade = rows.filter((row) => !isOwn(row) && isSound(row));
    expect(handMade.length).toBeGreaterThan(1);
    for (const row of handMade) {
      const held = row.busTimetable === null ? own! : withBuses!;
      expect(held.totalYuanPerDay, row.key).toBeLessThanOrEqual(row.totalYuanPerDay + 1e-6);
    }
    for (const { scenario, plan, row } of compared) {
      expect(checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan)), row.key).toEqual([]);
      // Adopted, it must come back from a file: buses call at no place on paper that nothing came of.
      const text = writeScenarioFile(scenario, { appVersion: 'test', savedAt: '2026-11-29T00:00:00Z' });
      expect(readScenarioFile(text).issues, row.key).toEqual([]);
    }
  });
});
