import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { dailyParcels, setVolumeFactor, volumeFactor } from '../../src/core/model/edit/volumeFactor.ts';
import { roadClasses, type Scenario } from '../../src/core/model/scenario.ts';
import { runScenario } from '../../src/core/run/runScenario.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { inputGroupsOfKpi, inputRows } from '../../src/state/inputs.ts';

const result = readCounty(readCountyFiles('heshui'));
if (!result.ok) throw new Error('heshui cannot be read');
const scenario = result.value.scenarios[0]!;

describe('inputRows', () => {
  it('gives every input an id of its own, a grade and a source', () => {
    const rows = inputRows(scenario);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    for (const row of rows) expect(row.graded.source, row.id).not.toBe('');
  });

  it('writes a value back where it was read, marked as the user’s own', () => {
    for (const row of inputRows(scenario)) {
      if (!row.write) continue;
      const changed = row.write(row.graded.value + 1);
      const again = inputRows(changed).find((each) => each.id === row.id);
      expect(again?.graded.value, row.id).toBe(row.graded.value + 1);
      expect(again?.graded.grade, row.id).toBe('user');
      expect(inputRows(scenario).find((each) => each.id === row.id)?.graded.value).toBe(row.graded.value);
    }
  });
});

describe('any value that may be typed', () => {
  // The levels share one county: each value by itself, everything else as it is.
  const figuresOf = (changed: Scenario) => toEnd(runScenario(changed, { seed: 1, iterations: 50 }));
  const writable = inputRows(scenario).filter(({ id, write }) => write && !/^(operations|baseline)/.test(id));

  it.each(writable.map(({ id, least }) => [id, least] as const))('%s from %d up', (id, least) => {
    const { write } = writable.find((row) => row.id === id)!;
    for (const value of [least, 1_000_000]) {
      const { kpis, plan } = figuresOf(write!(value));
      for (const { key, value: figure, status } of kpis) {
        // Nobody is served within a day of a million minutes: then there is no figure, and no verdict.
        if (Number.isNaN(figure)) expect([plan.unserved.length > 0, status], key).toEqual([true, 'none']);
        else expect(Number.isFinite(figure), key).toBe(true);
      }
    }
  });

  it('leaves out only what means nothing', () => {
    const above = inputRows(scenario).filter(({ least }) => least > 0);
    expect(above.map(({ id }) => id).sort()).toEqual(
      [
        'dutyRules.breakAfterDrivingMin',
        'dutyRules.shiftMin',
        'sorting.parcelsPerHour',
        'travel.detourFactor',
        ...roadClasses.map((roadClass) => `travel.${roadClass}`),
      ].sort(),
    );
  });
});

describe('setVolumeFactor', () => {
  it('multiplies both directions and can be read back', () => {
    const before = dailyParcels(scenario);
    const doubled = setVolumeFactor(scenario, scenario, 2);
    expect(dailyParcels(doubled).delivery).toBeCloseTo(2 * before.delivery);
    expect(dailyParcels(doubled).pickup).toBeCloseTo(2 * before.pickup);
    expect(volumeFactor(doubled, scenario)).toBe(2);
    // From the original, not from the last value: 3 after 2 is 3, not 6.
    expect(volumeFactor(setVolumeFactor(doubled, scenario, 3), scenario)).toBe(3);
  });
});

it('puts behind a figure only the inputs it rests on', () => {
  // Villages with a station are counted in the roster: no price, speed or parcel changes them.
  expect(inputGroupsOfKpi('villageReachShare')).toEqual([]);
  expect(inputGroupsOfKpi('parcelsPerDay')).toEqual(['demand']);
  // The plan has no vehicles of the couriers before, and these none of the plan's.
  expect(inputGroupsOfKpi('yuanPerParcel')).not.toContain('baselineVehicles');
  expect(inputGroupsOfKpi('baselineYuanPerParcel')).not.toContain('vehicles');
  expect(inputGroupsOfKpi('savingShare')).toEqual(expect.arrayContaining(['vehicles', 'baselineVehicles']));
});
