import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../../src/core/file/write.ts';
import { editTable, logEdits } from '../../../../src/core/io/tables/fixes/editTable.ts';
import {
  type FixLabel,
  suggestFixes,
  type TableFix,
} from '../../../../src/core/io/tables/fixes/suggestFixes.ts';
import { applyTables } from '../../../../src/core/io/tables/pipeline/applyTables.ts';
import { issuesOf } from '../../../../src/core/io/tables/pipeline/checkTables.ts';
import type { TableChoices } from '../../../../src/core/io/tables/pipeline/choices.ts';
import type { OpenedTable } from '../../../../src/core/io/tables/pipeline/openFiles.ts';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import type { IssueCode } from '../../../../src/core/issues.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { at, countyOf, roster, truePoint } from './luxi.ts';
import { check, csvFile, open } from './pipeline/steps.ts';
import { workbook } from './writeTables.ts';

const recheck = (table: OpenedTable, choices: TableChoices = {}) =>
  check({ tables: [table], issues: [] }, { county: countyOf('luxi'), choices: { [table.key]: choices } });

const applied = (table: OpenedTable, { edits, choices }: TableFix) => ({
  table: editTable(table, edits),
  choices: choices ?? {},
});

/** Changes a cell of the roster, takes a fix by its label and tells what is left of the issue. */
function settle(cells: CellValue[][], code: IssueCode, label: FixLabel) {
  const [table] = open(csvFile('a.csv', cells)).tables;
  const before = recheck(table!);
  const found = issuesOf(before).find((each) => each.code === code);
  if (!found) throw new Error(`no ${code}: ${issuesOf(before).map((each) => each.code)}`);
  const fix = suggestFixes(found, before.tables[0]!, table!).find((each) => each.label === label);
  if (!fix) throw new Error(`no fix ${label}`);
  const fixed = applied(table!, fix);
  const after = recheck(fixed.table, fixed.choices);
  const count = (checked: typeof before): number =>
    issuesOf(checked).filter((each) => each.code === code).length;
  return { before: count(before), after: count(after), checked: after, table: table!, fixed };
}
const changed = (village: number, column: number, value: CellValue): CellValue[][] => {
  const cells = roster();
  cells[village + 1]![column] = value;
  return cells;
};

describe('one click settles', () => {
  const [lon, lat] = truePoint(3);
  const swapped = roster();
  swapped[4] = swapped[4]!.with(at.lon, lat).with(at.lat, lon);
  const slipped = roster();
  slipped[2] = [...slipped[2]!.slice(0, 3), null, ...slipped[2]!.slice(3)];
  it.each<[IssueCode, FixLabel, CellValue[][], number]>([
    ['place.ambiguous', 'useCandidate', changed(0, at.village, '麻平村'), 12],
    ['place.ambiguous', 'deleteRow', changed(0, at.village, '麻平村'), 11],
    ['place.variant', 'useOfficialName', changed(2, at.village, '覃木阳'), 12],
    ['cell.repaired', 'writeWhatWasRead', changed(1, at.delivery, '２０件'), 12],
    ['cell.approximate', 'writeWhatWasRead', changed(1, at.delivery, '约20件'), 12],
    ['cell.notANumber', 'useNumberInText', changed(1, at.delivery, '可能有20多吧'), 12],
    ['cell.notANumber', 'clearCell', changed(1, at.delivery, '很多'), 12],
    ['cell.outOfRange', 'makePositive', changed(1, at.delivery, -5), 12],
    ['coord.notReadable', 'clearPoint', changed(5, at.lon, '见地图'), 12],
    ['coord.swapped', 'swapPoint', swapped, 12],
    ['row.doubled', 'deleteRow', [...roster(), roster()[1]!], 12],
    ['row.extraCells', 'removeExtraCell', slipped, 12],
    ['cell.sameAsAbove', 'writeWhatWasRead', changed(1, at.township, '同上'), 12],
    ['coord.systemFound', 'useSystem', roster(), 12],
  ])('%s: %s', (code, label, cells, accepted) => {
    const { before, after, checked } = settle(cells, code, label);
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(before - 1);
    expect(checked.tables[0]!.imported!.acceptedCount).toBe(accepted);
  });

  it('a hidden sheet', () => {
    const bytes = workbook([
      { name: '花名册', cells: roster() },
      { name: '旧', cells: roster().slice(0, 4), isHidden: true },
    ]);
    const { tables } = open({ name: 'a.xlsx', bytes });
    const hidden = tables.find(({ sheet }) => sheet.isHidden)!;
    const before = recheck(hidden);
    const [fix] = suggestFixes(issuesOf(before)[0]!, before.tables[0]!, hidden);
    const { table, choices } = applied(hidden, fix!);
    expect(recheck(table, choices).tables[0]!.imported!.acceptedCount).toBe(3);
  });
});

it('a cell edited by hand is read again, and the log of it travels in the project file', () => {
  const [table] = open(csvFile('a.csv', changed(1, at.delivery, '很多'))).tables;
  const edits = [{ kind: 'setCell', row: 3, column: at.delivery, value: 33 }] as const;
  const log = logEdits(table!, edits, (column) => String(roster()[0]![column]));
  expect(log).toEqual([
    { table: 'a.csv', row: 3, column: '日均进件', code: 'edited', from: '很多', to: '33' },
  ]);
  const checked = recheck(editTable(table!, edits));
  const scenario = countyOf('luxi').scenarios[0]!;
  const options = { isRosterComplete: false, defaults: null, edits: log };
  const { scenario: after } = toEnd(applyTables(scenario, checked, options));
  expect(after.fixLog).toEqual(log);
  const text = writeScenarioFile(after, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' });
  const read = readScenarioFile(text);
  expect(read.ok && read.value.fixLog).toEqual(log);
  // The same import again writes nothing twice.
  expect(toEnd(applyTables(after, checked, options)).scenario.fixLog).toEqual(log);
});
