import { issue } from '../../issues.ts';
import { readDbf } from '../mapFiles/dbfTable.ts';
import type { MapFile, ReportIssue } from '../mapFiles/mapFile.ts';
import { attributeNames, attributeSheet, cellOf } from './attributeSheet.ts';
import type { Sheet } from './sheet.ts';

/** A dBASE table (.dbf), as statistical offices hand them out: its fields are the header, row 2 is its first record. */
export function dbfSheet({ name, bytes }: MapFile, report: ReportIssue): readonly Sheet[] {
  let records: Record<string, unknown>[] | null = null;
  try {
    records = readDbf(bytes);
    if (!records) report(issue('file.truncated', { file: name }));
  } catch {
    report(issue('file.notReadable', { file: name }));
  }
  if (!records) return [];
  const names = attributeNames(records);
  const rows = records.map((record) => names.map((field) => cellOf(record[field])));
  return [attributeSheet(name, names, rows)];
}
