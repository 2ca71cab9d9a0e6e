import { strToU8, zipSync } from 'fflate';
import type { TableOptions } from '../../../../src/core/io/tables/importTables.ts';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import type { DecodeText } from '../../../../src/core/io/textDecoding.ts';

export type Cells = readonly (readonly CellValue[])[];
export type CsvEncoding = 'utf-8' | 'utf-8-bom' | 'gbk' | 'utf-16le' | 'utf-16be';

export const decode: DecodeText = (bytes, encoding, isStrict) => {
  try {
    return new TextDecoder(encoding, { fatal: isStrict }).decode(bytes);
  } catch {
    return null;
  }
};

/** How tables are read where nothing is stated: everything guessed. */
export const asGuessed: TableOptions = {
  decode,
  kind: null,
  system: 'auto',
  remembered: new Map(),
  distanceToRoadM: null,
};

/** Bytes of every two-byte GBK letter, found by decoding them all: Node has no encoder for it. */
const gbkBytes = new Map<string, readonly [number, number]>();
function findGbkBytes(): void {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1 && letter !== '\ufffd' && !gbkBytes.has(letter))
        gbkBytes.set(letter, [lead, trail]);
    }
}

export function encode(text: string, encoding: CsvEncoding): Uint8Array {
  if (encoding === 'utf-8') return strToU8(text);
  if (encoding === 'utf-8-bom') return strToU8(`\ufeff${text}`);
  if (encoding === 'gbk') {
    if (gbkBytes.size === 0) findGbkBytes();
    return Uint8Array.from(
      [...text].flatMap((letter) => (letter < '\x80' ? letter.charCodeAt(0) : gbkBytes.get(letter)!)),
    );
  }
  const bytes = new Uint8Array(2 * text.length + 2);
  for (const [index, unit] of [...`\ufeff${text}`].entries()) {
    const code = unit.charCodeAt(0);
    const isLittle = encoding === 'utf-16le';
    bytes[2 * index] = isLittle ? code & 0xff : code >> 8;
    bytes[2 * index + 1] = isLittle ? code >> 8 : code & 0xff;
  }
  return bytes;
}

export const csvText = (cells: Cells, delimiter = ','): string =>
  cells
    .map((row) =>
      row
        .map((cell) => {
          const text = cell === null ? '' : String(cell);
          return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        })
        .join(delimiter),
    )
    .join('\r\n')
    .concat('\r\n');

export interface SheetSource {
  readonly name: string;
  readonly cells: Cells;
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
  /** References of cells that carry a date format. */
  readonly dates?: readonly string[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const reference = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row}`;

function sheetXml({ cells, merges = [], dates = [] }: SheetSource): string {
  const rows = cells.map((row, rowIndex) => {
    const written = row.map((cell, column) => {
      const at = reference(rowIndex + 1, column);
      if (cell === null || cell === '') return '';
      if (typeof cell === 'number')
        return `<c r="${at}"${dates.includes(at) ? ' s="1"' : ''}><v>${cell}</v></c>`;
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell))}</t></is></c>`;
    });
    return `<row r="${rowIndex + 1}">${written.join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const tail = merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`;
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${tail}</worksheet>`;
}

/** A workbook with what rosters have and library writers do not offer: merges, hidden sheets, bare serials. */
export function workbook(sheets: readonly SheetSource[]): Uint8Array {
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(
      '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetXml(sheet));
  // A fixed time keeps the bytes the same on every run.
  return zipSync(files, { mtime: new Date('2024-01-01T00:00:00') });
}
