import { strToU8, zipSync } from 'fflate';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import { at, roster } from './luxi.ts';
import type { Expectation } from './writeCorpus.ts';
import { type Cells, csvText, encode, reference } from './writeTables.ts';

const found = ['coord.systemFound', 1, null] as const;
const stations = { kind: 'stations', rows: 12, accepted: 12, crs: 'wgs84' } as const;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Parts {
  /** Body of the cell at a reference; undefined leaves the usual one. */
  readonly cell?: (reference: string, value: CellValue) => string | undefined;
  readonly rowAttributes?: (row: number) => string;
  readonly beforeData?: string;
  readonly afterData?: string;
  readonly workbookProperties?: string;
  readonly sharedStrings?: string;
  /** Prefix of every element, as some programs write it. */
  readonly prefix?: string;
}

/** A workbook written by hand, with what library writers do not offer. */
function oddWorkbook(cells: Cells, parts: Parts = {}): Uint8Array {
  const rows = cells.map((row, index) => {
    const written = row.map((value, column) => {
      const ref = reference(index + 1, column);
      const own = parts.cell?.(ref, value);
      if (own !== undefined) return own;
      if (value === null) return '';
      return typeof value === 'number'
        ? `<c r="${ref}"><v>${value}</v></c>`
        : `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(String(value))}</t></is></c>`;
    });
    return `<row r="${index + 1}"${parts.rowAttributes?.(index + 1) ?? ''}>${written.join('')}</row>`;
  });
  const sheet = `<worksheet xmlns="x">${parts.beforeData ?? ''}<sheetData>${rows.join('')}</sheetData>${parts.afterData ?? ''}</worksheet>`;
  const prefixed = (xml: string): string =>
    parts.prefix === undefined ? xml : xml.replace(/<(\/?)(\w)/g, `<$1${parts.prefix}:$2`);
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${parts.workbookProperties ?? ''}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': prefixed(sheet),
    ...(parts.sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': parts.sharedStrings }),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(bytes, { mtime: new Date('2024-01-01T00:00:00') });
}

/** Bytes of a letter that GB 18030 writes with four bytes, found by trying the plane of 㐀 to 䶵. */
function fourBytes(letter: string): number[] {
  const decoder = new TextDecoder('gb18030');
  for (let second = 0x30; second <= 0x39; second++)
    for (let third = 0x81; third <= 0xfe; third++)
      for (let fourth = 0x30; fourth <= 0x39; fourth++)
        for (const first of [0x81, 0x82, 0x95])
          if (decoder.decode(Uint8Array.of(first, second, third, fourth)) === letter)
            return [first, second, third, fourth];
  throw new Error(`no bytes for ${letter}`);
}

const file = (name: string, bytes: Uint8Array, expected: Omit<Expectation, 'file'>) => ({
  bytes,
  expected: { file: name, ...expected },
});
const plain = { tables: [stations], issues: [found] };

/** Files whose container or bytes are odd, and tables that share a sheet. */
export function hostileFiles(): { bytes: Uint8Array; expected: Expectation }[] {
  const cells = roster();
  const text = csvText(cells);
  const rare = [...encode(text, 'gbk')];
  const mark = [...encode('麻坪村服务站', 'gbk')];
  const start = rare.findIndex((_, index) => mark.every((byte, offset) => rare[index + offset] === byte));
  rare.splice(start, 0, ...fourBytes('㙟'));
  const utf16 = encode(text, 'utf-16le').subarray(2);
  const stacked: Cells = [
    ...cells,
    [null],
    ['车辆情况'],
    ['车型', '数量', '载重', '购置价'],
    ['微面', 2, 700, 50000],
    ['厢货', 1, 1500, 120000],
  ];
  const dated = cells.map((row, index) => [...row, index === 0 ? '建成时间' : 43951]);
  return [
    file('cr-only.csv', strToU8(text.replaceAll('\r\n', '\r')), plain),
    file('utf16-without-mark.csv', utf16, {
      tables: [stations],
      issues: [found, ['file.encodingFound', null, null]],
    }),
    file(
      'mark-in-the-middle.csv',
      strToU8(`\ufeff${csvText(cells.slice(0, 6))}\ufeff${csvText([cells[0]!, ...cells.slice(6)])}`),
      {
        tables: [stations],
        issues: [found, ['row.headerRepeated', 7, null]],
      },
    ),
    file('four-byte-letters.csv', Uint8Array.from(rare), {
      tables: [stations],
      issues: [found, ['file.encodingFound', null, null]],
    }),
    file('only-a-mark.csv', Uint8Array.of(0xef, 0xbb, 0xbf), {
      tables: [],
      issues: [['file.empty', null, null]],
    }),
    file('only-blanks.csv', strToU8('  \r\n \r\n'), { tables: [], issues: [['file.empty', null, null]] }),
    file('text-called-workbook.xlsx', strToU8(text), plain),
    file('workbook-called-text.csv', oddWorkbook(cells), plain),
    file(
      'picture-called-table.csv',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      {
        tables: [],
        issues: [
          ['file.encodingFound', null, null],
          ['file.notReadable', null, null],
        ],
      },
    ),
    file('two-tables-on-a-sheet.csv', encode(csvText(stacked), 'utf-8'), {
      tables: [stations, { kind: 'vehicles', rows: 2, accepted: 2, crs: null }],
      issues: [found, ['row.title', 15, null]],
    }),
    file(
      'hidden-rows-and-columns.xlsx',
      oddWorkbook(cells, {
        rowAttributes: (row) => (row === 4 ? ' hidden="1"' : ''),
        beforeData: '<cols><col min="7" max="7" hidden="1"/></cols>',
      }),
      { tables: [stations], issues: [found, ['table.hiddenCells', 1, null]] },
    ),
    file(
      'formulas.xlsx',
      oddWorkbook(cells, {
        cell: (ref, value) => {
          if (ref === 'G2') return '<c r="G2"><f>10+10</f><v>20</v></c>';
          if (ref === 'C3') return `<c r="C3" t="str"><f>"六"&amp;"里村"</f><v>${value}</v></c>`;
          if (ref === 'H4') return '<c r="H4"><f>A4*2</f></c>';
          return ref === 'H5' ? '<c r="H5" t="e"><f>1/0</f><v>#DIV/0!</v></c>' : undefined;
        },
      }),
      {
        tables: [stations],
        issues: [found, ['cell.notCalculated', 1, null], ['cell.errorValue', 5, '距乡镇(公里)']],
      },
    ),
    file(
      'rich-text.xlsx',
      oddWorkbook(cells, {
        cell: (ref) => (ref === 'C2' ? '<c r="C2" t="s"><v>0</v></c>' : undefined),
        sharedStrings:
          '<sst><si><r><rPr><b/></rPr><t>麻</t></r><r><t xml:space="preserve">坪村 </t></r><rPh sb="0" eb="1"><t>ma</t></rPh></si></sst>',
      }),
      plain,
    ),
    file(
      'date1904.xlsx',
      oddWorkbook(dated, {
        workbookProperties: '<workbookPr date1904="1"/>',
        cell: (ref, value) =>
          ref.startsWith('I') && typeof value === 'number'
            ? `<c r="${ref}" s="1"><v>${value - 1462}</v></c>`
            : undefined,
      }),
      { tables: [stations], issues: [found, ['table.columnNotKept', 1, '建成时间']] },
    ),
    file('prefixed-elements.xlsx', oddWorkbook(cells, { prefix: 'x' }), plain),
    file(
      'cell-beyond-the-sheet.xlsx',
      oddWorkbook(cells, {
        cell: (ref) => (ref === 'H13' ? '<c r="H13"><v>1</v></c><c r="ZZZZZZ13"><v>1</v></c>' : undefined),
        afterData: '<mergeCells><mergeCell ref="J2:J1048576"/><mergeCell ref="K2:K1048576"/></mergeCells>',
      }),
      plain,
    ),
    file(
      'volumes-by-quarter.csv',
      encode(
        csvText([
          ['乡镇', '统计期', '派件量'],
          ['达岚镇', '2024年一季度', 9100],
          ['潭溪镇', '2024上半年', 18200],
          ['兴隆场镇', '1-6月', 1810],
        ]),
        'utf-8',
      ),
      { tables: [{ kind: 'volumes', rows: 3, accepted: 3, crs: null }], issues: [] },
    ),
    file(
      'volumes-months-over-directions.csv',
      encode(
        csvText([
          ['乡镇', '1月', null, '2月', null],
          [null, '派件', '揽件', '派件', '揽件'],
          ['达岚镇', 3100, 310, 2800, 280],
          ['潭溪镇', 6200, 620, 5600, 560],
        ]),
        'utf-8',
      ),
      { tables: [{ kind: 'volumes', rows: 2, accepted: 2, crs: null }], issues: [] },
    ),
    file(
      'some-swapped.csv',
      encode(
        csvText(
          cells.map((row, index) =>
            index % 3 === 1 ? row.with(at.lon, row[at.lat]!).with(at.lat, row[at.lon]!) : row,
          ),
        ),
        'utf-8',
      ),
      {
        tables: [stations],
        issues: [found, ...[2, 5, 8, 11].map((row) => ['coord.swapped', row, '经度'] as const)],
      },
    ),
  ];
}
