import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../src/core/geo.ts';
import { importTables } from '../../../../src/core/io/tables/importTables.ts';
import { type TableKind, tableKinds } from '../../../../src/core/io/tables/kinds.ts';
import { countyOf, readFixture } from './luxi.ts';
import type { Expectation } from './writeCorpus.ts';
import { decode } from './writeTables.ts';

const expectations = JSON.parse(new TextDecoder().decode(readFixture('expected.json'))) as Expectation[];

const kindOf = (word: string | undefined): TableKind | null =>
  tableKinds.find((kind) => kind === word) ?? null;
const inOrder = (issues: readonly (readonly unknown[])[]): string[] =>
  issues.map((found) => JSON.stringify(found)).sort();

describe('the corpus of rosters', () => {
  it('has at least 240 files', () => expect(expectations.length).toBeGreaterThanOrEqual(240));

  it.each(expectations.map((expected) => [expected.file, expected] as const))('%s', (file, expected) => {
    const result = importTables([{ name: file, bytes: readFixture(file) }], countyOf('luxi'), {
      decode,
      kind: kindOf(expected.as),
      system: 'auto',
      remembered: new Map(),
      distanceToRoadM: null,
    });
    const tables = result.ok ? result.value : [];
    expect(
      tables.map(({ kind, rowCount, acceptedCount, crs }) => ({
        kind,
        rows: rowCount,
        accepted: acceptedCount,
        crs,
      })),
    ).toEqual(expected.tables);
    const found = result.issues.map(({ code, at }) =>
      at && 'table' in at ? [code, at.row, at.column ?? null] : [code, null, null],
    );
    expect(inOrder(found)).toEqual(inOrder(expected.issues));
    if (!expected.points) return;
    const [table] = tables;
    if (table?.kind !== 'stations') throw new Error('no stations');
    for (const [id, point] of Object.entries(expected.points)) {
      const row = table.rows.find(({ placeId }) => placeId === id);
      expect(row, id).toBeDefined();
      if (point === null) expect(row!.lonLat, id).toBeNull();
      else expect(1000 * haversineKm(row!.lonLat!, point), id).toBeLessThan(expected.toleranceM ?? 3);
    }
  });
});
