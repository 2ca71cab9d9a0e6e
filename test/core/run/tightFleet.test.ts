import { expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

const county = readCounty(readCountyFiles('luxi'));
if (!county.ok) throw new Error('luxi does not read');
const direct = county.value.scenarios.find(({ id }) => id === '1+12+130')!;

/** As many as Luxi's cheapest plan found by searches of a minute uses: each drives to the last minutes of its duty. */
const fleet: { readonly [id: string]: number } = { boxTruck: 3, evVan: 7 };

it('finds lines for a fleet that only just suffices', () => {
  const vehicleTypes = direct.vehicleTypes.map((type) => ({ ...type, count: fleet[type.id]! }));
  const { evaluation } = toEnd(runScenario({ ...direct, vehicleTypes }, { seed: 3, iterations: 20_000 }));
  expect(evaluation.violations).toEqual([]);
  expect(evaluation.vehicleCount).toBe(10);
});
