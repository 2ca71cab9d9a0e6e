import { strToU8, zipSync } from 'fflate';
import { roster } from './luxi.ts';
import type { Expectation } from './writeCorpus.ts';
import { type Cells, csvText, encode, workbook } from './writeTables.ts';

const found = ['coord.systemFound', 1, null] as const;
const stations = { kind: 'stations', rows: 12, accepted: 12, crs: 'wgs84' } as const;
const utf8 = (file: string, cells: Cells, expected: Omit<Expectation, 'file'>) => ({
  bytes: encode(csvText(cells), 'utf-8'),
  expected: { file, ...expected },
});

/** Files that are no plain roster: other kinds of table, whole workbooks, and what is no table at all. */
export function otherFiles(): { bytes: Uint8Array; expected: Expectation }[] {
  const whole = workbook([{ name: '花名册', cells: roster() }]);
  const ole = new Uint8Array(2048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const encrypted = ole.slice();
  for (const [index, letter] of [...'EncryptedPackage'].entries())
    encrypted[600 + 2 * index] = letter.charCodeAt(0);
  return [
    {
      bytes: workbook([
        { name: '花名册', cells: roster() },
        { name: '旧数据', cells: roster().slice(0, 4), isHidden: true },
      ]),
      expected: {
        file: 'hidden-sheet.xlsx',
        tables: [stations],
        issues: [found, ['table.hiddenSheet', 1, null]],
      },
    },
    {
      bytes: workbook([
        { name: '花名册', cells: roster() },
        {
          name: '车辆',
          cells: [
            ['车型', '数量', '载重', '购置价'],
            ['4.2米厢货', '3辆', '1.5吨', '12万元'],
            ['微面', 2, 600, 50000],
          ],
        },
      ]),
      expected: {
        file: 'two-sheets.xlsx',
        tables: [stations, { kind: 'vehicles', rows: 2, accepted: 2, crs: null }],
        issues: [
          found,
          ['cell.repaired', 2, '数量'],
          ['cell.unitConverted', 2, '载重'],
          ['cell.unitConverted', 2, '购置价'],
        ],
      },
    },
    {
      bytes: workbook([
        {
          name: 'S',
          cells: [
            [...roster()[0]!, '建成时间'],
            ...roster()
              .slice(1)
              .map((row, index) => [...row, [45413, '2024年5月', '很久以前'][index] ?? 45413]),
          ],
          dates: ['I2'],
        },
      ]),
      expected: {
        file: 'dates.xlsx',
        tables: [stations],
        issues: [
          found,
          ['table.columnNotKept', 1, '建成时间'],
          ['cell.notADate', 4, '建成时间'],
          ...[5, 6, 7, 8, 9, 10, 11, 12, 13].map((row) => ['cell.dateFromSerial', row, '建成时间'] as const),
        ],
      },
    },
    utf8(
      'lines.csv',
      [
        ['线路编号', '线路名称', '起点', '途经', '终点', '里程', '车型', '发车时间', '班次', '配送频次'],
        [
          'L1',
          '达岚线',
          '县城',
          '达岚镇、六里村、五德村',
          '麻坪村',
          '42.5公里',
          '微面',
          '7:30、13:30',
          '2班',
          '每日',
        ],
        ['L2', '潭溪线', '县城', '潭溪镇→下都村→无此村', '新寨坪村', 38, '厢货', 0.3125, 1, '隔日'],
        ['L3', '空线', null, null, null, 10, null, '早上', 1, null],
      ],
      {
        tables: [{ kind: 'lines', rows: 3, accepted: 2, crs: null }],
        issues: [
          ['cell.repaired', 2, '里程'],
          ['cell.repaired', 2, '班次'],
          ['place.unknown', 3, '途经'],
          ['cell.required', 4, '途经'],
          ['cell.notAClock', 4, '发车时间'],
        ],
      },
    ),
    utf8(
      'vehicles.csv',
      [
        ['车型', '数量', '容积m³', '载重kg', '购置价(万元)', '折旧年限', '油电耗', '司机工资', '保险'],
        ['4.2米厢货', 2, 15, 1500, 12, '8年', '1.1元', 6000, 8000],
        ['新能源微面', '两辆', '3方', '0.7吨', 6.5, 5, 0.2, '５０００', '0.4万'],
        [null, 1, null, null, null, null, null, null, null],
        ['三轮车', 1.5, null, null, null, null, null, null, null],
      ],
      {
        tables: [{ kind: 'vehicles', rows: 4, accepted: 2, crs: null }],
        issues: [
          ['table.unitConverted', 1, '购置价(万元)'],
          ['cell.repaired', 2, '折旧年限'],
          ['cell.repaired', 2, '油电耗'],
          ['cell.repaired', 3, '数量'],
          ['cell.repaired', 3, '容积m³'],
          ['cell.unitConverted', 3, '载重kg'],
          ['cell.repaired', 3, '司机工资'],
          ['cell.unitConverted', 3, '保险'],
          ['cell.required', 4, '车型'],
          ['cell.outOfRange', 5, '数量'],
        ],
      },
    ),
    utf8(
      'volumes.csv',
      [
        ['快递品牌', '乡镇', '月份', '派件量', '揽件量'],
        ['中通', '达岚镇', '2024年5月', '3,100', 310],
        ['圆通', '同上', 45413, '0.31万', 31],
        ['韵达', '达兰镇', '5月', 310, 31],
        ['合计', null, null, 6510, 372],
      ],
      {
        tables: [{ kind: 'volumes', rows: 3, accepted: 2, crs: null }],
        issues: [
          ['row.total', 5, null],
          ['cell.sameAsAbove', 3, '乡镇'],
          ['cell.repaired', 2, '派件量'],
          ['cell.dateFromSerial', 3, '月份'],
          ['cell.unitConverted', 3, '派件量'],
          ['place.ambiguous', 4, '乡镇'],
        ],
      },
    ),
    utf8(
      'volumes-by-month.csv',
      [
        ['乡镇', '1月', '2月', '3月'],
        ['达岚镇', 3100, 2800, 3100],
        ['潭溪镇', 6200, '5,600', '无'],
      ],
      {
        as: 'volumes',
        tables: [{ kind: 'volumes', rows: 2, accepted: 2, crs: null }],
        issues: [['cell.repaired', 3, '2月']],
      },
    ),
    utf8(
      'volumes-county-total.csv',
      [
        ['月份', '业务量'],
        ['2024-01', 310000],
        ['2024-02', 290000],
      ],
      {
        tables: [{ kind: 'volumes', rows: 2, accepted: 2, crs: null }],
        issues: [],
      },
    ),
    utf8(
      'buses.csv',
      [
        ['班线名称', '起点', '途经', '终点', '首班', '末班', '发车间隔', '里程', '票价', '可带货'],
        ['泸溪-达岚', '县城', '洗溪镇', '达岚镇', '6：30', '17点半', '30分钟', 36, '8元', '是'],
        ['泸溪-潭溪', '县城', null, '潭溪镇', '7:00', '25:00', '一小时', 30, 7, '看情况'],
      ],
      {
        tables: [{ kind: 'buses', rows: 2, accepted: 2, crs: null }],
        issues: [
          ['cell.repaired', 2, '发车间隔'],
          ['cell.repaired', 2, '票价'],
          ['cell.notAClock', 3, '末班'],
          ['cell.repaired', 3, '发车间隔'],
          ['cell.unknownWord', 3, '可带货'],
        ],
      },
    ),
    utf8(
      'rates.csv',
      [
        ['快递公司', '费用项目', '单价(元/件)', '依据'],
        ['中通', '派费', '0.65元/件', '合同'],
        ['圆通', '派费', '６角', '合同'],
        ['申通', '派费', '面议', '合同'],
      ],
      {
        tables: [{ kind: 'rates', rows: 3, accepted: 2, crs: null }],
        issues: [
          ['cell.repaired', 2, '单价(元/件)'],
          ['cell.unitConverted', 3, '单价(元/件)'],
          ['cell.notANumber', 4, '单价(元/件)'],
        ],
      },
    ),
    utf8(
      'claims.csv',
      [
        ['编号', '文件', '日期', '事项', '数值', '单位'],
        ['C1', '绩效自评报告', '2024-04-18', '行政村覆盖率', '100%', null],
        ['C2', '绩效自评报告', 45400, '县到村时效', '次日达', null],
        ['C3', '绩效自评报告', '2024年', null, 12, '个'],
      ],
      {
        tables: [{ kind: 'claims', rows: 3, accepted: 2, crs: null }],
        issues: [
          ['cell.dateFromSerial', 3, '日期'],
          ['cell.required', 4, '事项'],
        ],
      },
    ),
    utf8(
      'odd-headers.csv',
      [
        ['附件2', null, null, null],
        [null, null, null, null],
        ['填报单位：泸溪县邮政管理局', null, null, '填报日期：2024年5月'],
        ['序号', '所属乡镇', '村（社区）名称', '位置（经纬度）'],
        [1, '达岚镇', '六里村', '110.0139°E, 28.0635°N'],
        [2, '达岚', '五德村委会', 'N27.9913 E109.9980'],
        [3, '兴隆场镇', '都里坪村', '28.0982,109.8549'],
        ['填表人：张三', null, null, '审核人：李四'],
      ],
      {
        tables: [{ kind: 'stations', rows: 3, accepted: 3, crs: 'wgs84' }],
        issues: [
          ['row.title', 1, null],
          ['row.title', 3, null],
          ['row.note', 8, null],
          ['cell.repaired', 5, '位置（经纬度）'],
          ['coord.swapped', 6, '位置（经纬度）'],
          ['coord.swapped', 7, '位置（经纬度）'],
          ['coord.systemFound', 4, null],
          ['place.variant', 6, '所属乡镇'],
          ['place.variant', 6, '村（社区）名称'],
        ],
      },
    ),
    utf8(
      'unnamed-coordinates.csv',
      [
        ['乡镇', '村', '服务站', '甲列', '乙列'],
        ['达岚镇', '六里村', '六里站', 110.013904, 28.063511],
        ['达岚镇', '五德村', '五德站', 109.997981, 27.991339],
        ['兴隆场镇', '都里坪村', '都里坪站', 109.854921, 28.098205],
      ],
      { tables: [{ kind: 'stations', rows: 3, accepted: 3, crs: 'wgs84' }], issues: [found] },
    ),
    utf8(
      'line-courses.csv',
      [
        ['线路', '线路走向', '全程公里', '发车时间', '车牌号', '司机'],
        ['1号线', '县城-洗溪镇-能滩村-县城', '56.5km', '07:30,14:00', '湘U12345', '张三'],
        ['2号线', '泸溪县配送中心—潭溪镇—下都村', '约40公里', '8点', '湘U54321', '李四'],
      ],
      {
        tables: [{ kind: 'lines', rows: 2, accepted: 2, crs: null }],
        issues: [
          ['cell.repaired', 2, '全程公里'],
          ['cell.approximate', 3, '全程公里'],
        ],
      },
    ),
    {
      bytes: encode(csvText(roster()).replace('麻坪村,', '麻坪村,甲,'), 'utf-8'),
      expected: {
        file: 'slipped-row.csv',
        tables: [{ ...stations, accepted: 11 }],
        issues: [['row.extraCells', 2, null], found],
      },
    },
    utf8(
      'same-names.csv',
      [
        ['行政村', '站点名称'],
        ['红岩村', '红岩村站'],
        ['六里村', '六里村站'],
      ],
      {
        as: 'stations',
        tables: [{ kind: 'stations', rows: 2, accepted: 1, crs: null }],
        issues: [['place.ambiguous', 2, '行政村']],
      },
    ),
    utf8('not-a-table.csv', [['早上好'], ['今天天气不错']], {
      tables: [],
      issues: [['table.noHeader', 1, null]],
    }),
    utf8('header-only.csv', roster().slice(0, 1), {
      tables: [{ ...stations, rows: 0, accepted: 0, crs: null }],
      issues: [['table.empty', 1, null]],
    }),
    {
      bytes: new Uint8Array(0),
      expected: { file: 'empty.csv', tables: [], issues: [['file.empty', null, null]] },
    },
    {
      bytes: new TextEncoder().encode('<kml><Document/></kml>'),
      expected: { file: 'villages.kml', tables: [], issues: [['file.isMap', null, null]] },
    },
    { bytes: ole, expected: { file: 'old-format.xls', tables: [], issues: [['file.oldExcel', null, null]] } },
    {
      bytes: encrypted,
      expected: { file: 'password.xlsx', tables: [], issues: [['file.encrypted', null, null]] },
    },
    {
      bytes: whole.subarray(0, whole.length - 300),
      expected: { file: 'cut-off.xlsx', tables: [], issues: [['file.truncated', null, null]] },
    },
    {
      bytes: zipSync(
        { 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) },
        { level: 9, mtime: new Date('2024-01-01T00:00:00') },
      ),
      expected: { file: 'bomb.xlsx', tables: [], issues: [['file.archiveTooLarge', null, null]] },
    },
    {
      bytes: strToU8('<html><body><table><tr><td>乡镇</td></tr></table></body></html>'),
      expected: { file: 'web-page.xls', tables: [], issues: [['file.notReadable', null, null]] },
    },
  ];
}
