import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { checkPlan } from '../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../src/core/evaluate/evaluatePlan.ts';
import type { Report } from '../../src/core/model/report.ts';
import { violationTexts } from '../../src/ui/violationText.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType } from '../builders.ts';

const matrix = aMatrix(
  ['depot', 'V', 'W'],
  [
    ['depot', 'V', 10, 30],
    ['depot', 'W', 10, 30],
  ],
);
const plan = aPlan([aLine('L', ['V']), aLine('M', ['W'])]);
const reportWith = (vans: number): Report => {
  const scenario = aScenario(
    [
      { id: 'V', delivery: 10 },
      { id: 'W', delivery: 10 },
    ],
    { vehicleTypes: [aVehicleType('van', { count: vans })] },
  );
  const evaluation = evaluatePlan(scenario, matrix, plan);
  return {
    scenario,
    plan,
    evaluation,
    faults: checkPlan(scenario, matrix, plan, evaluation),
  } as unknown as Report;
};
const t = ((key: string, params: { needed: string; available: string; vehicle: string }) =>
  `${key}: ${params.needed} ${params.vehicle}, ${params.available}`) as unknown as TFunction;
const shortages = (report: Report) =>
  violationTexts(report, 'en', t, ({ code }) => code === 'fleet.exceeded');

it('tells of the vehicles a plan needs and the county does not have, beside figures that agree', () => {
  // Two lines leave at 07:30, an hour each: two vans.
  expect(shortages(reportWith(1))).toEqual(['violations.fleet.exceeded: 2 van, 1']);
  expect(shortages(reportWith(2))).toEqual([]);
  for (const vans of [1, 2]) expect(reportWith(vans).faults).toEqual([]);
});

it('does not take the number of vehicles on trust', () => {
  const { scenario, evaluation } = reportWith(1);
  const faults = checkPlan(scenario, matrix, plan, { ...evaluation, vehicleCount: 1 });
  expect(faults).toEqual([
    { code: 'figure.differs', params: { figure: 'vehicleCount', recomputed: 2, published: 1 } },
  ]);
});
