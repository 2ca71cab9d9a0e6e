import { expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';

const county = readCounty(readCountyFiles('luxi'));
if (!county.ok) throw new Error('luxi does not read');
const direct = county.value.scenarios.find(({ id }) => id === '1+12+130')!;

it('loads what is sorted sooner where most stations are left out', () => {
  // One truck, leaving at 7:00 and at 10:00: with the parcels of the whole county some are sorted only after 7:00, with
  // those of its own stations all are.
  const scenario = {
    ...direct,
    vehicleTypes: direct.vehicleTypes.map((type) => ({ ...type, count: type.id === 'boxTruck' ? 1 : 0 })),
    policy: { ...direct.policy, departureClockMin: [420, 600] },
  };
  const { matrix } = travelMatrix(scenario);
  const work = assignLines(scenario, matrix, { seed: 1, iterations: 600 });
  let step = work.next();
  while (!step.done) step = work.next();
  expect(step.value.unserved.length).toBeGreaterThan(100);
  const { violations } = evaluatePlan(scenario, matrix, step.value);
  expect(violations.filter(({ code }) => code === 'capacity.exceeded')).toEqual([]);
});
