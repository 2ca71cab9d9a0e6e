import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostileFiles } from './hostileFiles.ts';
import { fixtures, truePoint, villages } from './luxi.ts';
import { moreTraps } from './moreTraps.ts';
import { otherFiles } from './otherFiles.ts';
import { strangerFiles } from './strangerFiles.ts';
import { type Trap, traps } from './traps.ts';
import { type CsvEncoding, csvText, encode, workbook } from './writeTables.ts';

/** What a file of the corpus must give; points in WGS-84 by place code, null without a point. */
export interface Expectation {
  readonly file: string;
  readonly as?: string;
  readonly tables: readonly { kind: string; rows: number; accepted: number; crs: string | null }[];
  readonly issues: readonly (readonly [code: string, row: number | null, column: string | null])[];
  readonly points?: Readonly<Record<string, readonly [number, number] | null>>;
  readonly toleranceM?: number;
}

/** A trap costs nothing to the other villages: their points must come out. */
function expectationOf(trap: Trap, file: string, encoding: CsvEncoding | 'xlsx'): Expectation {
  const { name, cells, rejected = [], unlocated = [], crs = 'wgs84', headerRow = 1 } = trap;
  const issues: [string, number | null, string | null][] = trap.issues.map(([code, row, column]) => [
    code,
    row,
    column ?? null,
  ]);
  if (encoding === 'gbk') issues.push(['file.encodingFound', null, null]);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') issues.push(['file.encodingFound', null, null]);
  if (crs !== 'cgcs2000' && !trap.isStated)
    issues.push([trap.isDoubtful ? 'coord.systemDoubtful' : 'coord.systemFound', headerRow, null]);
  const points: Record<string, readonly [number, number] | null> = {};
  for (const [index, [, , id]] of villages.entries())
    if (!rejected.includes(index) && !(name === 'renamed-village' && index === 1))
      points[id] = unlocated.includes(index) ? null : truePoint(index);
  const rows = 12 + (name === 'doubled-row' ? 1 : 0);
  if (cells.length < rows) throw new Error(name);
  return {
    file,
    tables: [{ kind: 'stations', rows, accepted: rows - rejected.length, crs }],
    issues,
    points,
    ...(trap.toleranceM === undefined
      ? {}
      : { toleranceM: trap.toleranceM === Number.POSITIVE_INFINITY ? 1e9 : trap.toleranceM }),
  };
}

export function corpus(): { bytes: Uint8Array; expected: Expectation }[] {
  const files: { bytes: Uint8Array; expected: Expectation }[] = [];
  for (const trap of [...traps, ...moreTraps]) {
    const add = (suffix: string, bytes: Uint8Array, encoding: CsvEncoding | 'xlsx'): void =>
      void files.push({ bytes, expected: expectationOf(trap, `${trap.name}${suffix}`, encoding) });
    if (trap.only !== 'xlsx') {
      const text = csvText(trap.cells);
      add('.csv', encode(text, 'utf-8'), 'utf-8');
      // GBK has no sign for the arc minute's prime in some old tables, but it has all of ours.
      if (!trap.isBeyondGbk) add('-gbk.csv', encode(text, 'gbk'), 'gbk');
    }
    if (trap.only !== 'csv')
      add('.xlsx', workbook([{ name: '花名册', cells: trap.cells, ...trap.sheet }]), 'xlsx');
  }
  const everything = traps.find(({ name }) => name === 'everything-at-once')!;
  const text = csvText(everything.cells);
  for (const encoding of ['utf-8-bom', 'utf-16le', 'utf-16be'] as const)
    files.push({
      bytes: encode(text, encoding),
      expected: expectationOf(everything, `everything-at-once-${encoding}.csv`, encoding),
    });
  for (const [delimiter, name] of [
    ['\t', 'tab'],
    [';', 'semicolon'],
    ['，', 'full-width-comma'],
  ] as const)
    files.push({
      bytes: encode(csvText(traps[0]!.cells, delimiter), 'utf-8'),
      expected: expectationOf(traps[0]!, `plain-${name}.csv`, 'utf-8'),
    });
  return [...files, ...otherFiles(), ...hostileFiles(), ...strangerFiles()];
}

/** Writes the corpus: node --import tsx test/core/io/tables/writeCorpus.ts */
export function writeCorpus(): void {
  mkdirSync(fixtures, { recursive: true });
  const files = corpus();
  for (const { bytes, expected } of files) writeFileSync(join(fixtures, expected.file), bytes);
  const lines = files.map(({ expected }) => `  ${JSON.stringify(expected)}`);
  writeFileSync(join(fixtures, 'expected.json'), `[\n${lines.join(',\n')}\n]\n`);
}

if (process.argv[1]?.endsWith('writeCorpus.ts')) writeCorpus();
