import { readCountyFiles } from '../../../../../src/cli/countyFiles.ts';
import { type CountyDefaults, readDefaults } from '../../../../../src/core/io/readDefaults.ts';
import {
  type CheckedTables,
  type CheckOptions,
  checkTables,
} from '../../../../../src/core/io/tables/pipeline/checkTables.ts';
import { type OpenedFiles, openFiles } from '../../../../../src/core/io/tables/pipeline/openFiles.ts';
import type { TableFile } from '../../../../../src/core/io/tables/sheet.ts';
import { toEnd } from '../../../../../src/core/toEnd.ts';
import { type Cells, csvText, decode, encode } from '../writeTables.ts';

export const csvFile = (name: string, cells: Cells): TableFile => ({
  name,
  bytes: encode(csvText(cells), 'utf-8'),
});

export const open = (...files: TableFile[]): OpenedFiles => toEnd(openFiles(files, decode));

/** Nothing known, nothing chosen. */
export const defaultCheckOptions: CheckOptions = {
  county: null,
  countyName: '',
  choices: {},
  remembered: {},
  distanceToRoadM: null,
};

export const check = (opened: OpenedFiles, options: Partial<CheckOptions> = {}): CheckedTables =>
  toEnd(checkTables(opened.tables, { ...defaultCheckOptions, ...options }));

export function defaults(terrain: 'plain' | 'hills' | 'mountain' = 'hills'): CountyDefaults {
  const read = readDefaults(readCountyFiles('none'), terrain);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** A county that ships with nothing: two townships, five villages, a centre. */
export const unknownCounty = (): Cells => [
  ['县', '乡镇', '行政村', '站点名称', '级别', '经度', '纬度', '服务人口', '日均进件'],
  ['石桥县', null, null, '石桥县配送中心', '县级', 104.5, 31.2, null, null],
  ['石桥县', '青山镇', null, '青山镇综合服务站', '乡镇级', 104.62, 31.25, 4000, 180],
  ['石桥县', '青山镇', '石门村', '石门村服务站', '村级', 104.65, 31.28, 900, 25],
  ['石桥县', '青山镇', '上坪村', '上坪村服务站', '村级', 104.6, 31.3, 800, null],
  ['石桥县', '青山镇', '下坪村', '下坪村服务站', '村级', null, null, 700, 18],
  ['石桥县', '白水乡', null, '白水乡服务站', '乡镇级', 104.4, 31.1, 3000, null],
  ['石桥县', '白水乡', '石门村', '石门村站', '村级', 104.42, 31.06, 600, 12],
  ['石桥县', '白水乡', '双河社区', '双河社区站', '村级', 104.38, 31.12, 1200, 30],
];
