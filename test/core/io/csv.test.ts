import { expect, it } from 'vitest';
import { parseCsv } from '../../../src/core/io/csv.ts';

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
