import gcoord from 'gcoord';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import type { IssueCode } from '../../../../src/core/issues.ts';
import { at, headers, roster, truePoint, villages } from './luxi.ts';
import type { ExpectedIssue, Trap } from './traps.ts';

/** More that goes wrong in rosters, after those of traps.ts: what other people's files had. */

const all = villages.map((_, index) => index);
const told = (code: IssueCode, column: string, numbers: readonly number[], firstRow = 2): ExpectedIssue[] =>
  numbers.map((village) => [code, village + firstRow, column] as const);
const blank = (count: number): null[] => Array.from({ length: count }, () => null);
const alone = (text: string): CellValue[] => [text, ...blank(headers.length - 1)];
const withHeaders = (...texts: (string | null)[]): CellValue[][] => [texts, ...roster().slice(1)];
const everyRow = (change: (row: CellValue[], village: number) => CellValue[]): CellValue[][] => {
  const [header, ...rows] = roster();
  return [header!, ...rows.map(change)];
};
const inSystem = (village: number, system: 'GCJ02' | 'BD09' | 'WGS84'): [number, number] => {
  const [lon, lat] = gcoord.transform(
    [...truePoint(village)] as [number, number],
    gcoord.WGS84,
    gcoord[system],
  );
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
};

interface Parts {
  readonly degrees: number;
  readonly minutes: number;
  readonly seconds: string;
}
function partsOf(value: number): Parts {
  const degrees = Math.floor(value);
  const minutes = Math.floor((value - degrees) * 60);
  return { degrees, minutes, seconds: (((value - degrees) * 60 - minutes) * 60).toFixed(2) };
}
const oddAngles: readonly ((parts: Parts) => string)[] = [
  ({ degrees, minutes, seconds }) => `${degrees}°${minutes}'${seconds}''`,
  ({ degrees, minutes, seconds }) => `${degrees}度${minutes}分${seconds}秒`,
  ({ degrees, minutes, seconds }) => `${degrees} ${minutes} ${seconds}`,
  ({ degrees, minutes, seconds }) => `${degrees}°${(minutes + Number(seconds) / 60).toFixed(5)}'`,
  ({ degrees, minutes, seconds }) => `${degrees}˚${minutes}＇${seconds}＂`,
  ({ degrees, minutes, seconds }) => `${degrees}-${minutes}-${seconds}`,
  ({ degrees, minutes, seconds }) => `${degrees}。${minutes}′${seconds}″`,
  ({ degrees, minutes, seconds }) => `${degrees}°${minutes}′${seconds}`,
  ({ degrees, minutes, seconds }) => `${degrees}º${minutes}´${seconds}´´`,
  ({ degrees, minutes, seconds }) => `${degrees}°${minutes}‘${seconds}”`,
  ({ degrees, minutes, seconds }) => `${degrees}d${minutes}m${seconds}s`,
  ({ degrees, minutes, seconds }) => `${degrees}:${minutes}:${seconds}`,
];
const oddPairs: readonly ((lon: number, lat: number) => string)[] = [
  (lon, lat) => `lng:${lon},lat:${lat}`,
  (lon, lat) => `[${lon},${lat}]`,
  (lon, lat) => `POINT(${lon} ${lat})`,
  (lon, lat) => `${lon}，${lat}`,
  (lon, lat) => `${lon} E ${lat} N`,
  (lon, lat) => `经度${lon}纬度${lat}`,
  (lon, lat) => `(${lon}; ${lat})`,
  (lon, lat) => `东经${lon}°，北纬${lat}°`,
  (lon, lat) => `${lon}/${lat}`,
  (lon, lat) => `E${lon} N${lat}`,
  (lon, lat) => `N${lat},E${lon}`,
  (lon, lat) => `${lat},${lon}`,
];
const traditional: Readonly<Record<string, string>> = {
  达: '達',
  岚: '嵐',
  镇: '鎮',
  兴: '興',
  场: '場',
  岩: '巖',
  务: '務',
  阳: '陽',
  盘: '盤',
};

export const moreTraps: readonly Trap[] = [
  {
    name: 'unit-row',
    cells: [[...headers], [...blank(4), '度', '度', '件/日', '公里'], ...roster().slice(1)],
    headerRow: 2,
    issues: [],
  },
  {
    name: 'three-row-header',
    cells: [
      ['泸溪县寄递物流站点表', ...blank(7)],
      ['序号', '所在地', null, '站点名称', '坐标', null, '业务量', null],
      [null, '乡镇', '行政村', null, '经度', '纬度', '日均进件', '距乡镇'],
      [...blank(4), '度', '度', '件', '公里'],
      ...roster().slice(1),
    ],
    sheet: { merges: ['A1:H1', 'A2:A4', 'B2:C2', 'D2:D4', 'E2:F2', 'G2:H2'] },
    headerRow: 4,
    issues: [['row.title', 1]],
  },
  {
    name: 'degrees-minutes-seconds-columns',
    cells: [
      ['序号', '乡镇', '行政村', '站点名称', '经度', null, null, '纬度', null, null],
      [...blank(4), '度', '分', '秒', '度', '分', '秒'],
      ...roster()
        .slice(1)
        .map((row) => [
          ...row.slice(0, 4),
          ...[row[at.lon], row[at.lat]].flatMap((value) => {
            const { degrees, minutes, seconds } = partsOf(Number(value));
            return [degrees, minutes, Number(seconds)];
          }),
        ]),
    ],
    headerRow: 2,
    issues: told('cell.repaired', '经度', all, 3),
  },
  {
    name: 'odd-quotes',
    isBeyondGbk: true,
    cells: everyRow((row, village) =>
      row
        .with(at.lon, oddAngles[village]!(partsOf(Number(row[at.lon]))))
        .with(at.lat, oddAngles[village]!(partsOf(Number(row[at.lat])))),
    ),
    issues: told('cell.repaired', '经度', all),
  },
  {
    name: 'odd-pairs',
    cells: roster().map((row, index) =>
      index === 0
        ? ['序号', '乡镇', '行政村', '站点名称', '经纬度']
        : [...row.slice(0, 4), oddPairs[index - 1]!(...truePoint(index - 1))],
    ),
    issues: [
      ...told('cell.repaired', '经纬度', all.slice(0, 10)),
      ...told('coord.swapped', '经纬度', [10, 11]),
    ],
  },
  {
    name: 'totals-in-odd-columns',
    cells: [
      ...roster().slice(0, 5),
      [...blank(3), '合计', null, null, 86, null],
      ...roster().slice(5),
      [...blank(5), '总计：', 306, null],
      alone('共12个站点'),
    ],
    issues: [
      ['row.total', 6],
      ['row.total', 15],
      ['row.total', 16],
    ],
  },
  {
    name: 'trailing-notes',
    cells: [
      ...roster(),
      alone('注：1.本表由各乡镇填报。'),
      alone('2.坐标由高德地图采集后已转换。'),
      alone('    3、如有变动请及时更新'),
      ['制表：张三', '审核：李四', ...blank(5), '2024年5月1日'],
    ],
    issues: [
      ['row.note', 14],
      ['row.note', 15],
      ['row.note', 16],
      ['row.note', 17],
    ],
  },
  {
    name: 'words-of-the-post',
    cells: withHeaders('编号', '邮政支局', '投递村', '村邮站名称', 'X', 'Y', '日均投递量', '邮路里程'),
    issues: [],
  },
  {
    name: 'words-of-the-cooperative',
    cells: withHeaders(
      '序号',
      '供销社',
      '所在村',
      '村综合服务社',
      '东经',
      '北纬',
      '日均快递件数',
      '到镇里程(km)',
    ),
    issues: [],
  },
  {
    name: 'words-of-transport',
    cells: withHeaders(
      'NO',
      '乡镇运输服务站',
      '建制村',
      '农村物流点',
      '经度E',
      '纬度N',
      '日均处理件量',
      '公里数',
    ),
    issues: [],
  },
  {
    name: 'traditional-letters',
    cells: withHeaders('序號', '鄉鎮', '行政村', '站點名稱', '經度', '緯度', '日均進件', '距鄉鎮(公里)').map(
      (row, index) =>
        index === 0
          ? row
          : row.map((cell) =>
              typeof cell === 'string'
                ? [...cell].map((letter) => traditional[letter] ?? letter).join('')
                : cell,
            ),
    ),
    issues: [],
  },
  {
    name: 'radicals-of-a-pdf',
    isBeyondGbk: true,
    cells: everyRow((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace('里', '⾥').replace('木', '⽊') : cell)),
    ),
    issues: [],
  },
  {
    name: 'blanks-inside-names',
    cells: everyRow((row) =>
      row
        .with(at.township, [...String(row[at.township])].join(' '))
        .with(at.village, [...String(row[at.village])].join('\u3000')),
    ),
    issues: [],
  },
  {
    name: 'merged-and-renamed-villages',
    cells: everyRow((row, village) => {
      const name = ['麻坪村（原麻坪、五德合并）', '原六里村', '覃木阳村（合并村）', '五德村（撤并）'][
        village
      ];
      return name === undefined ? row : row.with(at.village, name);
    }),
    issues: [['place.renamed', 3, '行政村']],
  },
  {
    name: 'whole-addresses-as-names',
    cells: everyRow((row) =>
      row
        .with(at.township, `泸溪县${row[at.township]}`)
        .with(at.village, `湖南省湘西土家族苗族自治州泸溪县${row[at.township]}${row[at.village]}`),
    ),
    issues: [],
  },
  {
    name: 'addresses-only',
    cells: roster().map((row, index) =>
      index === 0
        ? ['序号', '服务站', '详细地址', '经度', '纬度']
        : [
            index,
            `便民店${index}`,
            `湖南省湘西州泸溪县${row[at.township]}${row[at.village]}${index}组`,
            row[at.lon]!,
            row[at.lat]!,
          ],
    ),
    issues: told('place.byAddress', '详细地址', all),
  },
  {
    name: 'three-systems',
    cells: everyRow((row, village) => {
      const [lon, lat] = inSystem(village, village < 4 ? 'GCJ02' : village < 8 ? 'BD09' : 'WGS84');
      return row.with(at.lon, lon).with(at.lat, lat);
    }),
    crs: 'mixed',
    isDoubtful: true,
    issues: [
      ['coord.systemMixed', 1],
      ['coord.systemMixed', 1],
    ],
  },
  {
    name: 'two-pairs-of-columns',
    cells: roster().map((row, index) =>
      index === 0
        ? [...headers.slice(0, 4), '经度(百度)', '纬度(百度)', '经度(高德)', '纬度(高德)']
        : [...row.slice(0, 4), ...inSystem(index - 1, 'BD09'), ...inSystem(index - 1, 'GCJ02')],
    ),
    crs: 'bd09',
    isStated: true,
    issues: [
      ['table.columnUnused', 1, '经度(高德)'],
      ['table.columnUnused', 1, '纬度(高德)'],
    ],
  },
  {
    name: 'codes-as-text',
    cells: everyRow((row, village) => row.with(at.sequence, `'${villages[village]![2]}`)).with(0, [
      '行政区划代码',
      ...headers.slice(1),
    ]),
    issues: [],
  },
  {
    name: 'line-breaks-in-cells',
    cells: everyRow((row) => row.with(at.name, `${row[at.name]}\n(二楼)`)).with(
      0,
      [...headers].with(at.delivery, '日均进件\n(件)' as never).with(at.lon, '经\n度' as never),
    ),
    issues: [],
  },
  {
    name: 'same-header-twice',
    cells: roster().map((row, index) => [...row, index === 0 ? '备注' : '甲', index === 0 ? '备注' : '乙']),
    issues: [
      ['table.columnNotKept', 1, '备注'],
      ['table.columnUnused', 1, '备注'],
    ],
  },
  {
    name: 'away-from-the-corner',
    cells: [[null], [null], ...roster().map((row) => [null, null, ...row])],
    headerRow: 3,
    issues: [],
  },
  {
    name: 'shorter-rows',
    cells: roster().map((row, index) => (index % 3 === 1 ? row.slice(0, 6) : row)),
    issues: [2, 5, 8, 11].map((row) => ['demand.notGiven', row, '日均进件'] as const),
  },
];
