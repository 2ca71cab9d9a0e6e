import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { importCommand } from '../../../src/cli/commands/import.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const roster = (name: string): string => join(fixtures, 'rosters', name);

afterEach(() => {
  vi.restoreAllMocks();
});

async function answerOf(...args: string[]) {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  const exitCode = await importCommand.run([...args, '--json']);
  return { exitCode, answer: JSON.parse(String(print.mock.calls.at(-1)![0])) };
}

it('prints tables and issues with table, row and column', async () => {
  const { exitCode, answer } = await answerOf(roster('swapped-gbk.csv'), '--county', 'luxi');
  expect(exitCode).toBe(0);
  expect(answer.tables).toMatchObject([
    { name: 'swapped-gbk.csv', kind: 'stations', rows: 12, accepted: 12, crs: 'wgs84' },
  ]);
  const { code, severity, table, row, column } = answer.issues.find(
    (found: { code: string }) => found.code === 'coord.swapped',
  );
  expect({ code, severity, table, row, column }).toEqual({
    code: 'coord.swapped',
    severity: 'warning',
    table: 'swapped-gbk.csv',
    row: 5,
    column: '经度',
  });
});

it('guesses the county by the names in the table', async () => {
  expect((await answerOf(roster('gcj02.xlsx'))).answer).toMatchObject({
    county: 'luxi',
    tables: [{ crs: 'gcj02' }],
  });
});

it('takes a file for what --as says, and a system for what --crs says', async () => {
  const { answer } = await answerOf(roster('same-names.csv'), '--as', 'volumes', '--county', 'luxi');
  expect(answer.tables).toMatchObject([{ kind: 'volumes', accepted: 0 }]);
  const stated = await answerOf(roster('plain.csv'), '--crs', 'gcj02', '--county', 'luxi');
  expect(stated.answer.tables).toMatchObject([{ crs: 'gcj02' }]);
});

it('keeps reading roads, alone and beside tables', async () => {
  const edges = join(fixtures, 'roads/cumcm1998b-edges.csv');
  const alone = await answerOf(edges);
  expect(alone.answer.counts.edges).toBeGreaterThan(50);
  expect(alone.answer.tables).toBeUndefined();
  const both = await answerOf(edges, roster('lines.csv'), '--county', 'luxi');
  expect(both.answer.counts).toEqual(alone.answer.counts);
  expect(both.answer.tables).toMatchObject([{ kind: 'lines', rows: 3, accepted: 2 }]);
});

it('answers 1 where nothing could be used', async () => {
  expect((await answerOf(roster('password.xlsx'))).exitCode).toBe(1);
});

it.each([
  ['stations', 'plain.csv', 12],
  ['lines', 'lines.csv', 3],
  ['vehicles', 'vehicles.csv', 4],
  ['volumes', 'volumes.csv', 3],
  ['buses', 'buses.csv', 2],
  ['rates', 'rates.csv', 3],
  ['claims', 'claims.csv', 3],
] as const)('reads %s, told or guessed, with the same answer', async (kind, file, rows) => {
  const told = await answerOf(roster(file), '--as', kind, '--county', 'luxi');
  const guessed = await answerOf(roster(file), '--county', 'luxi');
  expect(told.answer.tables).toMatchObject([{ name: file, kind, rows }]);
  expect(guessed.answer.tables).toEqual(told.answer.tables);
  expect(guessed.answer.issues).toEqual(told.answer.issues);
});
