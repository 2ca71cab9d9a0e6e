import { expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

function scenarioOf(countyId: string, scenarioId: string): Scenario {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} does not read`);
  return county.value.scenarios.find(({ id }) => id === scenarioId)!;
}

function run(scenario: Scenario) {
  const { matrix } = travelMatrix(scenario);
  const plan = toEnd(assignLines(scenario, matrix, { seed: 1, iterations: 600 }));
  const evaluation = evaluatePlan(scenario, matrix, plan);
  return { plan, evaluation, faults: checkPlan(scenario, matrix, plan, evaluation) };
}

it('loads what is sorted sooner where most stations are left out', () => {
  // One truck, leaving at 7:00 and at 10:00: with the parcels of the whole county some are sorted only after 7:00, with
  // those of its own stations all are.
  const direct = scenarioOf('luxi', '1+12+130');
  const { plan, evaluation } = run({
    ...direct,
    vehicleTypes: direct.vehicleTypes.map((type) => ({ ...type, count: type.id === 'boxTruck' ? 1 : 0 })),
    policy: { ...direct.policy, departureClockMin: [420, 600] },
  });
  expect(plan.unserved.length).toBeGreaterThan(100);
  expect(evaluation.violations.filter(({ code }) => code === 'capacity.exceeded')).toEqual([]);
});

it('lets branch lines wait for the hand-over of what the trunk then carries', () => {
  const hubs = scenarioOf('heshui', '1+12+68-hub');
  const { plan, faults } = run({
    ...hubs,
    vehicleTypes: hubs.vehicleTypes.map((type) => ({ ...type, count: type.id === 'boxTruck' ? 1 : 5 })),
    policy: {
      ...hubs.policy,
      departureClockMin: [420, 900],
      allowSeveralTripsPerDuty: false,
      lineRules: { visitsWhileOpen: true },
    },
  });
  expect(plan.unserved.length).toBeGreaterThan(40);
  expect(plan.lines.some(({ kind }) => kind === 'branch')).toBe(true);
  expect(faults.filter(({ code }) => code === 'handover.missed')).toEqual([]);
});
