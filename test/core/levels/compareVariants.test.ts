import { expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { compareVariants } from '../../../src/core/levels/compareVariants.ts';
import { smallCounty, smallMatrix } from './smallCounty.ts';

it('compares shapes, days and carriers; the own choice is never dearer than what keeps the target; all plans are sound', () => {
  const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
  const scenario = smallCounty({ policy, shape: 'direct' });
  const matrix = smallMatrix();
  const steps = compareVariants(scenario, matrix, { seed: 1, iterations: 300, choices: 120 });
  let step = steps.next();
  const told: string[] = [];
  while (!step.done) {
    if (step.value.finished) told.push(step.value.finished.row.key);
    step = steps.next();
  }
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
  // Each is told once, as soon as it is finished.
  expect(told).toEqual(compared.map(({ row }) => row.key));
  expect(compared.map(({ row }) => row.busTimetable).filter((each) => each !== null)).toEqual(
    compared.filter(({ row }) => row.busParcelShare > 0).map(() => 'assumed'),
  );
  expect(compared.find(({ row }) => row.key === 'buses')!.row.busTimetable).toBe('assumed');
  expect(compared[0]!.row.changedStationCount).toBe(0);
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
