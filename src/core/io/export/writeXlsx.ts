import { strToU8, zipSync } from 'fflate';
import type { CellValue } from '../tables/sheet.ts';
import type { ExportTable } from './exportTable.ts';
import { needsGuard } from './guardText.ts';
import { escapeXml } from './xmlText.ts';

/** Cell formats by index: plain, header, text that looks like a formula (shown, never run). */
const plainStyle = 0;
const headerStyle = 1;
const quotedStyle = 2;

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Column letters from 0: A, Z, AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

function cellXml(value: CellValue, reference: string, style: number): string {
  if (value === null || value === '') return '';
  const format = style === plainStyle ? '' : ` s="${style}"`;
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${reference}"${format}><v>${value}</v></c>` : '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"${format}><v>${value ? 1 : 0}</v></c>`;
  const own = style === plainStyle && needsGuard(value) ? ` s="${quotedStyle}"` : format;
  return `<c r="${reference}" t="inlineStr"${own}><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

const rowXml = (cells: readonly CellValue[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${row}`, style)).join('')}</row>`;

/** Wide letters take two places. */
const textWidth = (value: CellValue): number =>
  [...String(value ?? '')].reduce((width, letter) => width + (letter > '\u2e80' ? 2 : 1), 0);

function sheetXml({ headers, rows }: ExportTable): string {
  const widths = headers.map((header, index) =>
    Math.min(
      40,
      2 + Math.max(textWidth(header), ...rows.slice(0, 50).map((row) => textWidth(row[index] ?? null))),
    ),
  );
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map((row, index) => rowXml(row, index + 2, plainStyle)).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rowXml(headers, 1, headerStyle)}${body}</sheetData></worksheet>`
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook (Office Open XML, ECMA-376) with one sheet for each table. The same tables give the same bytes. */
export function writeXlsx(tables: readonly ExportTable[]): Uint8Array {
  const sheets = tables.map(
    ({ sheetName }, index) =>
      `<sheet name="${escapeXml(sheetName)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = tables.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationshipTypes}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const overrides = tables.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${relationshipTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationshipTypes}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageTypes}/relationships">${relations.join('')}<Relationship Id="rIdStyles" Type="${relationshipTypes}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${declaration}${styles}`,
  };
  for (const [index, table] of tables.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(table);
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // A workbook's parts carry a time; a fixed one keeps the bytes the same (the earliest that ZIP can hold).
  return zipSync(parts, { mtime: '1980-01-02T00:00:00' });
}
