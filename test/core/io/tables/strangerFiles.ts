import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import { at, roster } from './luxi.ts';
import type { Expectation } from './writeCorpus.ts';
import { type Cells, csvText, encode, workbook } from './writeTables.ts';

/** Files as strangers bring them: habits of WPS, of accountants, of devices and of people in a hurry. */

const found = ['coord.systemFound', 1, null] as const;
const stations = { kind: 'stations', rows: 12, accepted: 12, crs: 'wgs84' } as const;
type Expected = Omit<Expectation, 'file'>;
const file = (name: string, bytes: Uint8Array, expected: Expected) => ({
  bytes,
  expected: { file: name, ...expected },
});
const utf8 = (cells: Cells): Uint8Array => encode(csvText(cells), 'utf-8');

/** The roster with cells replaced: [row from 1, column from 0, value]. */
function set(...changes: readonly (readonly [number, number, CellValue])[]): CellValue[][] {
  const cells = roster();
  for (const [row, column, value] of changes) cells[row]![column] = value;
  return cells;
}

/** The workbook of the roster with the XML of its cells replaced. */
function withCells(...changes: readonly (readonly [string, string])[]): Uint8Array {
  const part = 'xl/worksheets/sheet1.xml';
  const files = unzipSync(workbook([{ name: 'S', cells: roster() }]));
  let xml = strFromU8(files[part]!);
  for (const [reference, cell] of changes)
    xml = xml.replace(new RegExp(`<c r="${reference}">.*?</c>`), `<c r="${reference}"${cell}</c>`);
  return zipSync({ ...files, [part]: strToU8(xml) }, { mtime: new Date('2024-01-01T00:00:00') });
}

export function strangerFiles(): { bytes: Uint8Array; expected: Expectation }[] {
  const cells = roster();
  const [header, ...rows] = cells;
  const { lon, lat, village, delivery } = at;
  const text = (row: number, column: number): string => String(cells[row]![column]);
  const total = (name: string): CellValue[] => [name, null, null, null, null, null, 99, null];
  return [
    file(
      'header-on-row-six.csv',
      utf8([
        ['泸溪县村级寄递物流服务站点花名册'],
        ['填报单位：泸溪县邮政局', null, null, '填报日期：2024年6月'],
        ['联系人：张三', null, '电话：0743-1234567'],
        [null],
        ['（本表数据为5月日均）'],
        ...cells,
      ]),
      {
        tables: [stations],
        issues: [
          ['coord.systemFound', 6, null],
          ...[1, 2, 3, 5].map((row) => ['row.title', row, null] as const),
        ],
      },
    ),
    file(
      'totals-and-of-which.csv',
      utf8([
        header!,
        ...rows.slice(0, 4),
        total('小计'),
        total('其中：村级'),
        ...rows.slice(4, 8),
        total('兴隆场镇小计'),
        ...rows.slice(8),
        total('总   计'),
      ]),
      {
        tables: [stations],
        issues: [found, ...[6, 7, 12, 17].map((row) => ['row.total', row, null] as const)],
      },
    ),
    file(
      'several-villages-in-a-cell.csv',
      utf8([
        header!,
        rows[0]!.with(village, '麻坪村/六里村'),
        rows[2]!.with(village, '覃木阳村、五德村'),
        ...rows.slice(4),
      ]),
      {
        tables: [{ ...stations, rows: 10, accepted: 10 }],
        issues: [found, ['place.severalInCell', 2, '行政村'], ['place.severalInCell', 3, '行政村']],
      },
    ),
    file(
      'percent-and-negative.csv',
      utf8(
        set(
          [1, delivery, '85%'],
          [2, delivery, -5],
          [3, delivery, 0],
          [4, delivery, '(12)'],
          [5, delivery, '－3'],
        ),
      ),
      {
        tables: [stations],
        issues: [
          found,
          ['cell.notANumber', 2, '日均进件'],
          ['cell.outOfRange', 3, '日均进件'],
          ['cell.notANumber', 5, '日均进件'],
          ['cell.outOfRange', 6, '日均进件'],
        ],
      },
    ),
    file(
      'odd-blanks.csv',
      utf8(
        set([1, village, '麻\u00a0坪村'], [2, village, '\u3000六里村\u200b'], [3, village, '覃木阳\uff9e村']),
      ),
      {
        tables: [{ ...stations, accepted: 11 }],
        issues: [found, ['place.ambiguous', 4, '行政村']],
      },
    ),
    file(
      'limits-for-numbers.csv',
      utf8(
        set(
          [1, delivery, '≥10'],
          [2, delivery, '<5'],
          [3, delivery, '二十多件'],
          [4, delivery, '1.2.3'],
          [5, delivery, '不少于8件'],
        ),
      ),
      {
        tables: [stations],
        issues: [
          found,
          ...[2, 3, 4, 6].map((row) => ['cell.approximate', row, '日均进件'] as const),
          ['cell.notANumber', 5, '日均进件'],
        ],
      },
    ),
    file(
      'points-of-all-sorts.csv',
      utf8(
        set(
          [1, lon, `E${text(1, lon)}`],
          [1, lat, `N${text(1, lat)}`],
          [2, lon, `经度:${text(2, lon)}`],
          [2, lat, `纬度:${text(2, lat)}`],
          [3, lon, text(3, lon).replace('.', '。')],
          // Whole millionths of a degree.
          [4, lon, Math.round(Number(text(4, lon)) * 1e6)],
          [4, lat, Math.round(Number(text(4, lat)) * 1e6)],
        ),
      ),
      {
        tables: [stations],
        issues: [found, ...[2, 3, 4, 5].map((row) => ['cell.repaired', row, '经度'] as const)],
      },
    ),
    file(
      'decimal-commas.csv',
      encode(
        csvText(
          cells.map((row, index) =>
            index === 0
              ? row
              : row
                  .with(lon, Number(row[lon]).toFixed(6).replace('.', ','))
                  .with(lat, Number(row[lat]).toFixed(6).replace('.', ',')),
          ),
          ';',
        ),
        'utf-8',
      ),
      {
        tables: [stations],
        issues: [found, ...rows.map((_row, index) => ['cell.repaired', index + 2, '经度'] as const)],
      },
    ),
    file(
      'line-breaks-in-gbk.csv',
      encode(
        csvText(
          set([1, at.name, '麻坪村\n服务站'], [2, at.name, '六里村"老店"'], [3, village, '覃木阳\n村']),
        ),
        'gbk',
      ),
      { tables: [stations], issues: [found, ['file.encodingFound', null, null]] },
    ),
    file('a-quote-never-closed.csv', strToU8(csvText(cells).replace('麻坪村,', '"麻坪村,')), {
      tables: [stations],
      issues: [found, ['row.openQuote', 2, null]],
    }),
    file(
      'formulas-and-errors.xlsx',
      withCells(
        ['G2', ' t="e"><v>#N/A</v>'],
        ['G3', ' t="b"><v>1</v>'],
        ['G4', '><f>SUM(A1:A2)</f><v>33</v>'],
        ['G5', ' t="str"><f>A1&amp;"件"</f><v>21件</v>'],
        ['G6', '><f>SUM(A1:A2)</f>'],
      ),
      {
        tables: [stations],
        issues: [
          found,
          ['cell.notCalculated', 1, null],
          ['cell.errorValue', 2, '日均进件'],
          ['cell.notANumber', 3, '日均进件'],
          ['cell.repaired', 5, '日均进件'],
          ['demand.notGiven', 6, '日均进件'],
        ],
      },
    ),
    file('web-page-called-workbook.xls', strToU8('<html><table><tr><td>乡镇</td></tr></table></html>'), {
      tables: [],
      issues: [['file.notReadable', null, null]],
    }),
    file(
      'workbook-of-2003.xls',
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook></Workbook>'),
      { tables: [], issues: [['file.notReadable', null, null]] },
    ),
    file(
      'same-meaning-twice.csv',
      utf8([[...header!, '件量'], ...rows.map((row, index) => [...row, index])]),
      { tables: [stations], issues: [found, ['table.columnUnused', 1, '件量']] },
    ),
    file(
      'money-in-words.csv',
      utf8([
        ['项目', '单价', '单位'],
        ['派费', '￥0.35', '元/件'],
        ['镇站房租', '1,200.00', '元/月'],
        ['社保', '16%', null],
        ['站点补贴', '¥600', '元/月'],
      ]),
      {
        tables: [{ kind: 'rates', rows: 4, accepted: 4, crs: null }],
        issues: [2, 3, 5].map((row) => ['cell.repaired', row, '单价'] as const),
      },
    ),
    file(
      'lorries-by-plate.csv',
      utf8([
        ['车牌号', '车型', '核定载质量', '备注'],
        ['湘U·12345', '五菱荣光', '0.6吨', '自有'],
        ['湘U12346', '五菱荣光', '600kg', '租赁'],
        ['湘U12347', '4.2米厢货', '1495', null],
      ]),
      {
        tables: [{ kind: 'vehicles', rows: 3, accepted: 3, crs: null }],
        issues: [
          ['cell.unitConverted', 2, '核定载质量'],
          ['cell.repaired', 3, '核定载质量'],
          ['table.columnNotKept', 1, '备注'],
        ],
      },
    ),
    file('only-a-header.csv', utf8([header!]), {
      tables: [{ kind: 'stations', rows: 0, accepted: 0, crs: null }],
      issues: [['table.empty', 1, null]],
    }),
    file(
      'turned-on-its-side.csv',
      utf8(header!.map((_name, column) => cells.map((row) => row[column] ?? null))),
      {
        tables: [stations],
        issues: [['table.turned', null, null], found],
      },
    ),
  ];
}
