import gcoord from 'gcoord';
import { toGaussKruger } from '../../../../src/core/io/gaussKruger.ts';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import type { IssueCode } from '../../../../src/core/issues.ts';
import { at, headers, roster, truePoint, villages } from './luxi.ts';
import type { SheetSource } from './writeTables.ts';

export type ExpectedIssue = readonly [code: IssueCode, row: number, column?: string];

/** One thing that goes wrong in a roster, what is to be found, and what is left of it. */
export interface Trap {
  readonly name: string;
  readonly cells: CellValue[][];
  readonly issues: readonly ExpectedIssue[];
  /** Numbers of the villages (0 to 11) that are rejected. */
  readonly rejected?: readonly number[];
  /** Numbers of the villages that come in without a point. */
  readonly unlocated?: readonly number[];
  readonly crs?: string;
  /** The evidence is not clear, or a header states the system. */
  readonly isDoubtful?: true;
  readonly isStated?: true;
  /** Has letters that GBK cannot write. */
  readonly isBeyondGbk?: true;
  /** Row the system's issue is told at, where the header is not row 1; null where it is not told. */
  readonly headerRow?: number;
  /** Metres a point may be off, where the trap costs accuracy. */
  readonly toleranceM?: number;
  readonly sheet?: Partial<SheetSource>;
  /** Only as a workbook, or only as text. */
  readonly only?: 'xlsx' | 'csv';
}

/** The roster with some cells replaced: [village 0 to 11, column, value]. */
function changed(...changes: readonly [number, number, CellValue][]): CellValue[][] {
  const cells = roster();
  for (const [village, column, value] of changes) cells[village + 1]![column] = value;
  return cells;
}
const everyRow = (change: (row: CellValue[], index: number) => CellValue[]): CellValue[][] => {
  const [header, ...rows] = roster();
  return [header!, ...rows.map(change)];
};
const convertedTo = (system: 'GCJ02' | 'BD09', which = (_index: number) => true): CellValue[][] =>
  everyRow((row, index) => {
    if (!which(index)) return row;
    const [lon, lat] = gcoord.transform(
      [...truePoint(index)] as [number, number],
      gcoord.WGS84,
      gcoord[system],
    );
    return row.with(at.lon, Number(lon.toFixed(6))).with(at.lat, Number(lat.toFixed(6)));
  });
const dms = (degrees: number): string => {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  return `${whole}°${minutes}′${(((degrees - whole) * 60 - minutes) * 60).toFixed(2)}″`;
};
/** 泸溪 at 110° E lies in three-degree zone 37 (111° E). */
const projected = (index: number): { northing: number; easting: number } => {
  const { northingM, eastingM } = toGaussKruger(truePoint(index), 111);
  return { northing: Number(northingM.toFixed(2)), easting: Number(eastingM.toFixed(2)) };
};
const told = (
  code: IssueCode,
  column: string,
  villageNumbers: readonly number[],
  firstRow = 2,
): ExpectedIssue[] => villageNumbers.map((village) => [code, village + firstRow, column] as const);
const all = villages.map((_, index) => index);
const blankRow: CellValue[] = headers.map(() => null);
const withRows = (start: CellValue[][], end: CellValue[][] = []): CellValue[][] => [
  ...start,
  ...roster(),
  ...end,
];
const titled = (text: string): CellValue[] => [text, ...headers.slice(1).map(() => null)];

export const traps: readonly Trap[] = [
  { name: 'plain', cells: roster(), issues: [] },
  {
    name: 'title-rows',
    cells: withRows([titled('泸溪县村级寄递物流综合服务站花名册'), titled('填报时间 2024年5月')]),
    headerRow: 3,
    issues: [
      ['row.title', 1],
      ['row.title', 2],
    ],
  },
  {
    name: 'two-row-header',
    cells: [
      ['序号', '乡镇', '行政村', '站点名称', '坐标', null, '日均进件', '距乡镇(公里)'],
      [null, null, null, null, '经度', '纬度', null, null],
      ...roster().slice(1),
    ],
    headerRow: 2,
    issues: [],
    sheet: { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2', 'H1:H2'] },
  },
  {
    name: 'merged-townships',
    cells: changed(
      ...[1, 2, 3, 5, 6, 7, 9, 10, 11].map(
        (village) => [village, at.township, null] as [number, number, null],
      ),
    ),
    sheet: { merges: ['B2:B5', 'B6:B9', 'B10:B13'] },
    only: 'xlsx',
    issues: [
      ['cell.merged', 2, '乡镇'],
      ['cell.merged', 6, '乡镇'],
      ['cell.merged', 10, '乡镇'],
    ],
  },
  {
    name: 'blank-townships',
    cells: changed(
      ...[1, 2, 3, 5, 6, 7, 9, 10, 11].map(
        (village) => [village, at.township, null] as [number, number, null],
      ),
    ),
    issues: told('cell.filledDown', '乡镇', [1, 2, 3, 5, 6, 7, 9, 10, 11]),
  },
  {
    name: 'same-as-above',
    cells: changed([1, at.township, '同上'], [2, at.township, '〃']),
    issues: told('cell.sameAsAbove', '乡镇', [1, 2]),
  },
  {
    name: 'totals',
    cells: [
      ...roster().slice(0, 5),
      [null, '小计', null, null, null, null, 86, null],
      ...roster().slice(5),
      ['合 计', null, null, null, null, null, 306, null],
    ],
    issues: [
      ['row.total', 6],
      ['row.total', 15],
    ],
  },
  {
    name: 'full-width-digits',
    cells: changed(
      [0, at.delivery, '２０'],
      [1, at.distance, '３．５'],
      [
        2,
        at.lon,
        String(truePoint(2)[0]).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ],
    ),
    issues: [
      ['cell.repaired', 2, '日均进件'],
      ['cell.repaired', 3, '距乡镇(公里)'],
      ['cell.repaired', 4, '经度'],
    ],
  },
  {
    name: 'thousands',
    cells: changed([0, at.delivery, '1,020'], [1, at.delivery, '１，０２１']),
    issues: told('cell.repaired', '日均进件', [0, 1]),
  },
  {
    name: 'units-in-cells',
    cells: changed(
      [0, at.distance, '12.5公里'],
      [1, at.distance, '3500米'],
      [2, at.delivery, '22件'],
      [3, at.delivery, '1.2万'],
    ),
    issues: [
      ['cell.repaired', 2, '距乡镇(公里)'],
      ['cell.unitConverted', 3, '距乡镇(公里)'],
      ['cell.repaired', 4, '日均进件'],
      ['cell.unitConverted', 5, '日均进件'],
    ],
  },
  {
    name: 'approximate',
    cells: changed([0, at.delivery, '约30件'], [1, at.delivery, '20左右'], [2, at.delivery, '20-30']),
    issues: [...told('cell.approximate', '日均进件', [0, 1]), ['cell.rangeAveraged', 4, '日均进件']],
  },
  {
    name: 'unit-in-header',
    cells: everyRow((row) => row.with(at.distance, 1000 * Number(row[at.distance]))).with(0, [
      ...headers.slice(0, 7),
      '距乡镇(米)',
    ]),
    issues: [['table.unitConverted', 1, '距乡镇(米)']],
  },
  {
    name: 'pair-in-one-cell',
    cells: everyRow((row) => [...row.slice(0, 4), `${row[at.lon]},${row[at.lat]}`, ...row.slice(6)]).with(0, [
      '序号',
      '乡镇',
      '行政村',
      '站点名称',
      '坐标',
      '日均进件',
      '距乡镇(公里)',
    ]),
    issues: told('cell.repaired', '坐标', all),
  },
  {
    name: 'pair-under-longitude',
    cells: changed([4, at.lon, truePoint(4).join('，')], [4, at.lat, null]),
    issues: told('cell.repaired', '经度', [4]),
  },
  {
    name: 'swapped',
    cells: changed([3, at.lon, truePoint(3)[1]], [3, at.lat, truePoint(3)[0]]),
    issues: told('coord.swapped', '经度', [3]),
  },
  {
    name: 'all-swapped',
    cells: everyRow((row) => row.with(at.lon, row[at.lat]!).with(at.lat, row[at.lon]!)),
    issues: told('coord.swapped', '经度', all),
  },
  {
    name: 'degrees-minutes-seconds',
    cells: everyRow((row) =>
      row.with(at.lon, dms(Number(row[at.lon]))).with(at.lat, dms(Number(row[at.lat]))),
    ),
    issues: told('cell.repaired', '经度', all),
  },
  {
    name: 'hemisphere-words',
    cells: changed(
      [0, at.lon, `东经${truePoint(0)[0]}`],
      [0, at.lat, `北纬${truePoint(0)[1]}`],
      [1, at.lon, `E${truePoint(1)[0]}`],
      [1, at.lat, `N${truePoint(1)[1]}`],
    ),
    issues: told('cell.repaired', '经度', [0, 1]),
  },
  { name: 'gcj02', cells: convertedTo('GCJ02'), crs: 'gcj02', issues: [] },
  { name: 'bd09', cells: convertedTo('BD09'), crs: 'bd09', issues: [] },
  {
    name: 'mixed-systems',
    cells: convertedTo('GCJ02', (index) => index < 4),
    crs: 'mixed',
    issues: [['coord.systemMixed', 1]],
  },
  {
    name: 'projected-without-zone',
    cells: everyRow((row, index) =>
      row.with(at.lon, projected(index).easting).with(at.lat, projected(index).northing),
    ).with(0, ['序号', '乡镇', '行政村', '站点名称', 'Y坐标', 'X坐标', '日均进件', '距乡镇(公里)']),
    crs: 'cgcs2000',
    issues: told('coord.projected', 'X坐标', all),
  },
  {
    name: 'projected-with-zone',
    cells: everyRow((row, index) =>
      row.with(at.lon, 37_000_000 + projected(index).easting).with(at.lat, projected(index).northing),
    ),
    crs: 'cgcs2000',
    issues: told('coord.projected', '经度', all),
  },
  {
    name: 'no-coordinate',
    cells: changed(
      [2, at.lon, null],
      [2, at.lat, null],
      [3, at.lon, 0],
      [3, at.lat, 0],
      [4, at.lat, null],
      [5, at.lon, '见地图'],
      [6, at.lon, '#N/A'],
    ),
    unlocated: [2, 3, 4, 5, 6],
    issues: [
      ['place.unlocated', 4, '经度'],
      ['coord.zero', 5, '经度'],
      ['place.unlocated', 5, '经度'],
      ['coord.incomplete', 6, '纬度'],
      ['place.unlocated', 6, '经度'],
      ['coord.notReadable', 7, '经度'],
      ['place.unlocated', 7, '经度'],
      ['coord.notReadable', 8, '经度'],
      ['place.unlocated', 8, '经度'],
    ],
  },
  {
    name: 'outside-county',
    cells: changed([5, at.lon, 112.98], [5, at.lat, 28.19]),
    issues: [
      ['place.outsideCounty', 7, '经度'],
      ['place.farFromTownship', 7, '经度'],
    ],
    toleranceM: Number.POSITIVE_INFINITY,
  },
  {
    name: 'outside-china',
    cells: changed([5, at.lon, 10.985], [5, at.lat, 28.19]),
    unlocated: [5],
    issues: [['coord.outsideChina', 7, '经度']],
  },
  {
    name: 'lost-digits',
    cells: everyRow((row) => row.with(at.sequence, '4.33E+11')).with(0, ['区划代码', ...headers.slice(1)]),
    issues: told('cell.lostDigits', '区划代码', all),
  },
  {
    name: 'codes',
    cells: everyRow((row, index) =>
      row
        .with(at.sequence, Number(villages[index]![2]))
        .with(at.village, index === 0 ? '旧名村' : row[at.village]!),
    ).with(0, ['区划代码', ...headers.slice(1)]),
    issues: [['place.renamed', 2, '行政村']],
  },
  {
    name: 'village-variants',
    cells: changed(
      [0, at.village, '麻坪村村民委员会'],
      [1, at.village, '六里村委会'],
      [2, at.village, '覃木阳'],
      [3, at.village, '达岚镇五德行政村'],
    ),
    issues: told('place.variant', '行政村', [0, 1, 2, 3]),
  },
  {
    name: 'renamed-village',
    cells: changed([0, at.village, '麻平村'], [1, at.village, '全新村']),
    issues: [
      ['place.ambiguous', 2, '行政村'],
      ['place.added', 3, '行政村'],
    ],
    rejected: [0],
  },
  {
    name: 'bad-numbers',
    cells: changed(
      [0, at.delivery, '很多'],
      [1, at.delivery, -5],
      [2, at.distance, '#DIV/0!'],
      [3, at.delivery, '—'],
    ),
    issues: [
      ['cell.notANumber', 2, '日均进件'],
      ['cell.outOfRange', 3, '日均进件'],
      ['cell.errorValue', 4, '距乡镇(公里)'],
      ['demand.notGiven', 5, '日均进件'],
    ],
  },
  {
    name: 'blank-last-lines',
    cells: withRows([], [blankRow, blankRow, [' ', ...blankRow.slice(1)]]),
    issues: [],
  },
  {
    name: 'notes-and-repeated-header',
    cells: [...roster().slice(0, 7), [...headers], ...roster().slice(7), titled('注：本表由各乡镇填报')],
    issues: [
      ['row.headerRepeated', 8],
      ['row.note', 15],
    ],
  },
  {
    name: 'sections',
    cells: [
      ['序号', '乡镇', '行政村', '站点名称', '经度', '纬度', '日均进件', '距乡镇(公里)'],
      titled('一、达岚镇（4个）'),
      ...roster()
        .slice(1, 5)
        .map((row) => row.with(at.township, null)),
      titled('二、兴隆场镇（4个）'),
      ...roster()
        .slice(5, 9)
        .map((row) => row.with(at.township, null)),
      titled('三、潭溪镇（4个）'),
      ...roster()
        .slice(9)
        .map((row) => row.with(at.township, null)),
    ],
    issues: [
      ['row.section', 2],
      ['row.section', 7],
      ['row.section', 12],
    ],
  },
  {
    name: 'doubled-row',
    cells: [...roster(), roster()[1]!],
    issues: [['row.doubled', 14]],
  },
  {
    name: 'unknown-columns',
    cells: roster().map((row, index) => [...row, index === 0 ? '门头照片' : '有']),
    issues: [['table.columnUnused', 1, '门头照片']],
  },
  {
    name: 'everything-at-once',
    cells: [
      titled('泸溪县服务站花名册'),
      ['序号', '乡镇', '行政村', '站点名称', '坐标', null, '日均进件', '距乡镇(公里)'],
      [null, null, null, null, '经度', '纬度', null, null],
      ...convertedTo('GCJ02')
        .slice(1)
        .map((row, index) => {
          if (index === 1) return row.with(at.township, '同上');
          if (index === 4) return row.with(at.lon, row[at.lat]!).with(at.lat, row[at.lon]!);
          return index === 6 ? row.with(at.delivery, '约３０件') : row;
        }),
      ['合计', null, null, null, null, null, 306, null],
      blankRow,
    ],
    crs: 'gcj02',
    headerRow: 3,
    issues: [
      ['row.title', 1],
      ['row.total', 16],
      ['cell.sameAsAbove', 5, '乡镇'],
      ['coord.swapped', 8, '经度'],
      ['cell.approximate', 10, '日均进件'],
    ],
  },
];
