import { type Issue, issue } from '../../../issues.ts';
import type { CellValue, Merge, Sheet, SheetRow, TableFile } from '../sheet.ts';
import { type DateStyle, readDateStyles, textOfSerial } from './dates.ts';
import { openArchive } from './openArchive.ts';
import { attribute, elementsOf, unescapeXml, withoutPrefix } from './xml.ts';

/** Columns of a sheet: A to XFD. */
const columnLimit = 16_384;
/** Days between the two date systems of workbooks (1900 and, on old Macs, 1904). */
const days1904 = 1462;

interface Workbook {
  readonly strings: readonly string[];
  readonly styles: readonly DateStyle[];
  readonly serialOffset: number;
}

/** Column number from 0 of a reference such as AB12. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

const textRuns = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map((match) => unescapeXml(match[1] ?? ''))
    .join('');

function cellValue(element: string, body: string, { strings, styles, serialOffset }: Workbook): CellValue {
  const type = attribute(element, 't') ?? 'n';
  if (type === 'inlineStr') return textRuns(body);
  const raw = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(body)?.[1];
  if (raw === undefined) return null;
  const text = unescapeXml(raw);
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1';
  if (type === 'd') return text.replace(/T00:00.*$/, '').replace('T', ' ');
  const number = Number(text);
  if (type !== 'n' || text === '' || Number.isNaN(number)) return text;
  const style = styles[Number(attribute(element, 's') ?? 0)] ?? 'none';
  return style === 'none' ? number : textOfSerial(number + serialOffset, style);
}

function readMerges(xml: string): Merge[] {
  return [...xml.matchAll(/<mergeCell\b[^>]*>/g)].map(([element]) => {
    const [from = '', to = from] = (attribute(element, 'ref') ?? '').split(':');
    const rowOf = (reference: string): number => Number(reference.replace(/^\D+/, ''));
    return {
      firstRow: rowOf(from),
      lastRow: rowOf(to),
      firstColumn: columnOf(from),
      lastColumn: columnOf(to),
    };
  });
}

function readSheet(
  name: string,
  isHidden: boolean,
  source: string,
  workbook: Workbook,
  report: (found: Issue) => void,
  file: string,
): Sheet {
  const xml = withoutPrefix(source);
  const cellsOfRow = new Map<number, CellValue[]>();
  let row = 0;
  let hiddenRows = 0;
  let uncalculated: string | null = null;
  for (const { attributes: rowElement, body: rowBody } of elementsOf(xml, 'row')) {
    row = Number(attribute(rowElement, 'r') ?? row + 1);
    if (attribute(rowElement, 'hidden') === '1' || attribute(rowElement, 'hidden') === 'true') hiddenRows++;
    const cells: CellValue[] = [];
    for (const { attributes: element, body } of elementsOf(rowBody, 'c')) {
      const reference = attribute(element, 'r');
      const column = reference === undefined ? cells.length : columnOf(reference);
      // A reference beyond what a spreadsheet can hold is no honest one.
      if (column < 0 || column >= columnLimit) continue;
      while (cells.length < column) cells.push(null);
      cells[column] = cellValue(element, body, workbook);
      if (cells[column] === null && body.includes('<f')) uncalculated ??= reference ?? '';
    }
    cellsOfRow.set(row, cells);
  }
  const hiddenColumns = [...xml.matchAll(/<col\b[^>]*>/g)].filter(([element]) =>
    /^(1|true)$/.test(attribute(element, 'hidden') ?? ''),
  ).length;
  const at = { table: file, row: 1 };
  if (!isHidden && hiddenRows + hiddenColumns > 0)
    report(issue('table.hiddenCells', { sheet: name, rows: hiddenRows, columns: hiddenColumns }, at));
  if (uncalculated !== null) report(issue('cell.notCalculated', { sheet: name, cell: uncalculated }, at));
  const merges = readMerges(xml);
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const value = cellsOfRow.get(firstRow)?.[firstColumn] ?? null;
    if (value === null) continue;
    for (let below = firstRow + 1; below <= Math.min(lastRow, row); below++) {
      const cells = cellsOfRow.get(below);
      // A row that holds nothing but the merged block stays blank.
      if (!cells?.some((cell) => cell !== null && cell !== '')) continue;
      while (cells.length < firstColumn) cells.push(null);
      cells[firstColumn] = value;
    }
  }
  const rows: SheetRow[] = [...cellsOfRow]
    .map(([number, cells]) => ({ row: number, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== ''))
    .sort((a, b) => a.row - b.row);
  return { name, isHidden, rows, merges };
}

/** Sheets of a workbook (Office Open XML, ECMA-376) in their order; null and an issue where it cannot be opened. */
export function readXlsx(file: TableFile, report: (found: Issue) => void): readonly Sheet[] | null {
  const parts = openArchive(file, report);
  if (!parts) return null;
  const workbookXml = withoutPrefix(parts.get('xl/workbook.xml') ?? '');
  const targets = new Map<string, string>();
  for (const [element] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g))
    targets.set(attribute(element, 'Id') ?? '', attribute(element, 'Target') ?? '');
  const sharedStrings = withoutPrefix(parts.get('xl/sharedStrings.xml') ?? '');
  const strings = [...elementsOf(sharedStrings, 'si')].map(({ body }) => textRuns(body));
  const workbook: Workbook = {
    strings,
    styles: readDateStyles(parts.get('xl/styles.xml')),
    serialOffset: /<workbookPr\b[^>]*date1904\s*=\s*"(1|true)"/.test(workbookXml) ? days1904 : 0,
  };
  const sheets: Sheet[] = [];
  for (const [element] of workbookXml.matchAll(/<sheet\b[^>]*>/g)) {
    const target = (targets.get(attribute(element, 'id') ?? '') ?? '').replace(/^\//, '');
    const xml = parts.get(target.startsWith('xl/') ? target : `xl/${target}`);
    const isHidden = /hidden/i.test(attribute(element, 'state') ?? '');
    if (xml !== undefined)
      sheets.push(readSheet(attribute(element, 'name') ?? '', isHidden, xml, workbook, report, file.name));
  }
  if (sheets.length > 0) return sheets;
  report(issue('file.notReadable', { file: file.name }));
  return null;
}
