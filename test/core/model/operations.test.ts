import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readOperations } from '../../../src/core/io/readRates.ts';
import { TableSource } from '../../../src/core/io/tableRows.ts';
import { defaultOperations } from '../../../src/core/model/operations.ts';

describe('the default operations', () => {
  it.each(['plain', 'hills', 'mountain'] as const)('of %s are the rows of data/defaults', (terrain) => {
    const source = new TableSource(readCountyFiles('heshui'));
    const read = readOperations(source, ['defaults/operations.csv'], terrain);
    expect(source.issues).toEqual([]);
    expect(read).toEqual(defaultOperations(terrain));
  });

  it('each carry a range, a grade and a source in both languages', () => {
    for (const [key, { value, low, high, source }] of Object.entries(defaultOperations('hills'))) {
      expect(low, key).toBeLessThanOrEqual(value);
      expect(high, key).toBeGreaterThanOrEqual(value);
      expect(source, key).toMatch(/ \/ /);
    }
  });
});
