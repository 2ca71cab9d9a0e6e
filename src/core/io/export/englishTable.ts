import { rateKeys, rateNames, rateUnits } from '../tables/rateWords.ts';
import type { CellValue } from '../tables/sheet.ts';
import type { ExportKey, ExportTable } from './exportTable.ts';

/**
 * Tables that go out in English: headers, sheet names and the words of closed lists. Headers are names the import knows as
 * well as the Chinese ones, so that these tables come back too; names of places, people and documents stay as they are.
 */

const sheetNames: Readonly<Record<ExportKey, string>> = {
  stations: 'Stations',
  lines: 'Lines',
  timetable: 'Timetable',
  vehicles: 'Vehicles',
  volumes: 'Volumes',
  buses: 'Buses',
  rates: 'Rates',
  claims: 'Claims',
  kpis: 'KPIs',
  issues: 'Issues',
};

/** Chinese header -> English; a table with a header of its own for the same words stands below. */
const headers: Readonly<Record<string, string>> = {
  '县(区)': 'County',
  乡镇: 'Township',
  行政村: 'Village',
  区划代码: 'Code',
  站点名称: 'Name',
  站点级别: 'Role',
  经度: 'Longitude',
  纬度: 'Latitude',
  坐标系: 'CRS',
  '日均进件(件/日)': 'Delivery parcels per day',
  '日均出件(件/日)': 'Pickup parcels per day',
  营业时间: 'Hours',
  坐标质量: 'Coordinate quality',
  服务地点: 'Places served',
  服务地点代码: 'Places served, codes',
  上级乡镇站: 'Hub',
  日均派件量: 'Delivery parcels per day',
  日均揽件量: 'Pickup parcels per day',
  证据等级: 'Evidence',
  依据: 'Basis',
  线路编号: 'Line ID',
  线路名称: 'Line',
  起点: 'From',
  途经: 'Via',
  终点: 'To',
  '里程(公里)': 'Length km',
  车型: 'Vehicle',
  司机: 'Driver',
  发车时间: 'Departures',
  '班次(班/日)': 'Trips per day',
  停靠点数: 'Stop count',
  配送频次: 'Service days',
  '首日(0起)': 'First day',
  组织方式: 'Organisation',
  '日均件量(件/日)': 'Parcels per day',
  '日成本(元/日)': 'Cost (yuan/day)',
  '件均成本(元/件)': 'Cost (yuan/parcel)',
  轮次: 'Round',
  顺序: 'Order',
  停靠点: 'Stop',
  到达: 'Arrival',
  '等候(分钟)': 'Waiting min',
  离开: 'Departure',
  '派件(件)': 'Delivery parcels',
  '揽件(件)': 'Pickup parcels',
  '数量(辆)': 'Count',
  '载重(公斤)': 'Capacity kg',
  '装载件数(件)': 'Capacity parcels',
  '固定费用(元/日)': 'Fixed yuan per day',
  '油电耗(元/公里)': 'Energy yuan per km',
  '维修费(元/公里)': 'Maintenance yuan per km',
  '司机工资(元/日)': 'Driver yuan per day',
  '碳排放(公斤/公里)': 'Energy kg CO2 per km',
  '续航(公里)': 'Range km',
  用途: 'Used for',
  班线名称: 'Bus line',
  '到站时间(分钟)': 'Offset min',
  可带货: 'Takes parcels',
  经营者: 'Operator',
  班期: 'Service days',
  '余位(件/班)': 'Spare parcels',
  '带货单价(元/件)': 'Yuan per parcel',
  费用项目: 'Item',
  单价: 'Value',
  单位: 'Unit',
  下限: 'Low',
  上限: 'High',
  来源: 'Source',
  主张编号: 'ID',
  文件: 'Document',
  日期: 'As of',
  类别: 'Kind',
  事项: 'Subject',
  数值: 'Value',
  备注: 'Note',
  指标代码: 'KPI code',
  指标: 'KPI',
  层级: 'Tier',
  分子: 'Numerator',
  分母: 'Denominator',
  基准: 'Baseline',
  目标: 'Target',
  目标文件: 'Target document',
  是否达标: 'Meets the target',
  是否含估算: 'Includes estimates',
  代码: 'Code',
  级别: 'Severity',
  表: 'Table',
  行: 'Row',
  列: 'Column',
  原值: 'Given',
  原因: 'Cause',
  处理: 'Action',
};
const ownHeaders: Partial<Readonly<Record<ExportKey, Readonly<Record<string, string>>>>> = {
  vehicles: { 车型: 'Vehicle type' },
};

/** Prices go out in English by the keys and units of the registry, which the import knows. */
const keyOfName: Readonly<Record<string, string>> = Object.fromEntries(
  rateKeys.map((key) => [rateNames[key], key]),
);
const unitOfWord: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(rateUnits).map(([unit, word]) => [word, unit]),
);

/** Columns whose cells are words of a closed list, one or several. */
const wordColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  站点级别: {
    县级: 'County depot',
    乡镇级: 'Township station',
    村级: 'Village station',
    城区: 'Urban station',
  },
  坐标质量: {
    准确: 'exact',
    单一来源: 'single source',
    '推定(驻地附近)': 'assumed, near the seat',
    '推定(乡镇范围内)': 'assumed, within the township',
    无坐标: 'none',
  },
  证据等级: { 有出处: 'sourced', 推算: 'derived', 假设: 'assumption', 用户: 'user' },
  行政村: { 驻地: 'Seat' },
  组织方式: { 直达: 'direct', 干线: 'trunk', 支线: 'branch', 城区: 'urban', 班车带货: 'bus' },
  用途: { 直达: 'direct', 干线: 'trunk', 支线: 'branch', 城区: 'urban' },
  可带货: { 是: 'Yes', 否: 'No' },
  是否含估算: { 是: 'Yes', 否: 'No' },
  是否达标: { 达标: 'Yes', 未达标: 'No' },
  费用项目: keyOfName,
  单位: unitOfWord,
  级别: { 错误: 'Error', 警告: 'Warning', 提示: 'Note' },
};

const dayNames = { 一: 'Mon', 二: 'Tue', 三: 'Wed', 四: 'Thu', 五: 'Fri', 六: 'Sat', 日: 'Sun' } as const;

/** 每日, 隔日, 每3天, 周一、四 -> daily, every 2 days, every 3 days, Mon, Thu. */
function serviceDaysInEnglish(text: string): string {
  if (text === '每日') return 'daily';
  if (text === '隔日') return 'every 2 days';
  const every = /^每(\d)天$/.exec(text)?.[1];
  if (every !== undefined) return `every ${every} days`;
  return [...text]
    .flatMap((letter) => (letter in dayNames ? [dayNames[letter as keyof typeof dayNames]] : []))
    .join(', ');
}

function cellInEnglish(header: string, cell: CellValue): CellValue {
  if (typeof cell !== 'string') return cell;
  if (header === '配送频次' || header === '班期') return serviceDaysInEnglish(cell);
  if (header === '司机') return cell.replaceAll('司机', 'Driver ');
  const words = wordColumns[header];
  if (!words) return cell;
  return (
    words[cell] ??
    cell
      .split('、')
      .map((word) => words[word] ?? word)
      .join('、')
  );
}

export function inEnglish(table: ExportTable): ExportTable {
  const own = ownHeaders[table.key] ?? {};
  return {
    ...table,
    sheetName: sheetNames[table.key],
    headers: table.headers.map((header) => own[header] ?? headers[header] ?? header),
    rows: table.rows.map((row) => row.map((cell, index) => cellInEnglish(table.headers[index] ?? '', cell))),
  };
}
