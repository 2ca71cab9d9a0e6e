import { describe, expect, it } from 'vitest';
import { beyondTable, blockOf, fromTabText, oneCell, placePasted } from '../../../src/ui/grids/cellRange.ts';

describe('what is pasted', () => {
  const last = { row: 4, column: 3 };
  const pasted = fromTabText('a\tb\r\nc\td\r\ne\tf\r\n');

  it('lies beyond the table by the rows and columns there is no room for, and the rest is placed', () => {
    // Rows 3, 4, 5 of 0..4 and columns 3, 4 of 0..3: one row and one column too many.
    const block = blockOf(oneCell({ row: 3, column: 3 }));
    expect(beyondTable(pasted, block, last)).toEqual({ rows: 1, columns: 1 });
    expect(placePasted(pasted, block, last).map(({ text }) => text)).toEqual(['a', 'c']);
  });

  it('lies inside where it ends with the last row and column', () => {
    const block = blockOf(oneCell({ row: 2, column: 2 }));
    expect(beyondTable(pasted, block, last)).toEqual({ rows: 0, columns: 0 });
    expect(placePasted(pasted, block, last)).toHaveLength(6);
  });

  it('lies inside where it is repeated over a larger block', () => {
    const block = { firstRow: 1, lastRow: 4, firstColumn: 0, lastColumn: 0 };
    expect(beyondTable([['x']], block, last)).toEqual({ rows: 0, columns: 0 });
    expect(placePasted([['x']], block, last)).toHaveLength(4);
  });
});
