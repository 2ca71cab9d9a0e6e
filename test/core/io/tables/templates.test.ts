import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importTables } from '../../../../src/core/io/tables/importTables.ts';
import { tableKinds } from '../../../../src/core/io/tables/kinds.ts';
import { templateText } from '../../../../src/core/io/tables/templates.ts';
import { asGuessed } from './writeTables.ts';

const folder = join(import.meta.dirname, '../../../../data/templates');

it.each(tableKinds)(
  '%s: the shipped template is the registry, and comes back as an empty table of its kind',
  (kind) => {
    const bytes = new Uint8Array(readFileSync(join(folder, `${kind}.csv`)));
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(templateText(kind));
    const result = importTables([{ name: 'a.csv', bytes }], null, asGuessed);
    expect(result.ok && result.value.map((table) => [table.kind, table.rowCount])).toEqual([[kind, 0]]);
    expect(result.issues.map(({ code }) => code)).toEqual(['table.empty']);
  },
);
