import { expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { compareVariants } from '../../../src/core/levels/compareVariants.ts';
import { withHubCandidates } from '../../../src/core/levels/townshipStations.ts';
import { smallCounty, smallMatrix } from './smallCounty.ts';

it('compares shapes, days and carriers; the own choice is never dearer than what keeps the target; all plans are sound', () => {
  const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
  const scenario = withHubCandidates(smallCounty({ policy, shape: 'direct' }));
  const matrix = smallMatrix();
  const steps = compareVariants(scenario, matrix, { seed: 1, iterations: 300, choices: 120 });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const compared = step.value;
  expect(compared.map(({ row }) => row.key)).toEqual([
    'asGiven',
    'townshipHubsDaily',
    'townshipHubsAlternate',
    'directDaily',
    'directAlternate',
    'mixedDaily',
    'mixedAlternate',
    'buses',
    'ownChoice',
    'ownChoiceWithBuses',
  ]);
  for (const { scenario: variant, plan, row } of compared)
    expect(checkPlan(variant, matrix, plan, evaluatePlan(variant, matrix, plan)), row.key).toEqual([]);
  const own = compared.find(({ row }) => row.key === 'ownChoice')!.row;
  expect(own.meetsTimeTarget).toBe(true);
  for (const { row } of compared)
    if (row.meetsTimeTarget && row.busParcelShare === 0 && row.unservedStationCount === 0)
      expect(own.totalYuanPerDay, row.key).toBeLessThanOrEqual(row.totalYuanPerDay + 1e-6);
  const withBuses = compared.find(({ row }) => row.key === 'ownChoiceWithBuses')!.row;
  expect(withBuses.totalYuanPerDay).toBeLessThanOrEqual(own.totalYuanPerDay + 1e-6);
});
