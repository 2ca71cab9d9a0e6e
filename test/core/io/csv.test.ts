import { expect, it } from 'vitest';
import { parseCsv, splitCsv, splitMended } from '../../../src/core/io/csv.ts';

it('numbers rows as a spreadsheet does, header 1, blank lines counted', () => {
  const table = parseCsv('\uFEFFid,name\nV1,石门村\n\n,\nV2,"a, ""b""\nc"\n');
  expect(table.headers).toEqual(['id', 'name']);
  expect(table.rows).toEqual([
    { row: 2, cells: ['V1', '石门村'] },
    { row: 5, cells: ['V2', 'a, "b"\nc'] },
  ]);
});

it('reads an empty text as an empty table', () => {
  expect(parseCsv('')).toEqual({ headers: [], rows: [] });
});

it('leaves out a quote that nothing closes, wherever it stands', () => {
  // Without another quote after it, and with one: either would take the rows between into one cell.
  expect(splitMended('a,b\n"1,2\n3,4', ',')).toEqual({
    records: [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
    openQuotes: [1],
  });
  expect(splitMended('a,b\n"1,2\n3,"x, y"\n5,6', ',')).toEqual({
    records: [
      ['a', 'b'],
      ['1', '2'],
      ['3', 'x, y'],
      ['5', '6'],
    ],
    openQuotes: [1],
  });
});

it('lets proper quotes be, with line breaks and quotes inside', () => {
  const text = 'a,b\n"1\n2","say ""no"""\n3,5"';
  expect(splitMended(text, ',')).toEqual({ records: splitCsv(text, ','), openQuotes: [] });
});
