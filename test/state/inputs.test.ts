import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { dailyParcels, setVolumeFactor, volumeFactor } from '../../src/state/edits/setVolumeFactor.ts';
import { inputRows } from '../../src/state/inputs.ts';

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
