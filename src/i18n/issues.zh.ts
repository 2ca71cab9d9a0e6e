import type { IssueCode } from '../core/issues.ts';

export interface IssueWords {
  readonly cause: string;
  readonly action: string;
}

/** What went wrong with the data and what to do, for every code. */
export const issuesZh = {
  'file.empty': { cause: '文件是空的。', action: '请选择有内容的文件。' },
  'file.notReadable': { cause: '文件读不出来。', action: '请另存为 CSV（UTF-8）或 XLSX 后再试。' },
  'file.newerVersion': { cause: '文件来自更新版本的村通。', action: '请升级村通后再打开。' },
  'file.schema': { cause: '文件内容不是村通方案的格式。', action: '请打开由村通保存的方案文件。' },
  'table.columnMissing': { cause: '缺少“{{column}}”列。', action: '请补上这一列，列名与模板一致。' },
  'cell.required': { cause: '这一格不能为空。', action: '请填写后重新读入。' },
  'cell.notANumber': { cause: '“{{value}}”不是数字。', action: '请改成数字，不带单位。' },
  'cell.outOfRange': { cause: '“{{value}}”超出合理范围。', action: '请核对数值和单位。' },
  'cell.unknownWord': { cause: '不认识“{{value}}”。', action: '请改用模板里列出的写法。' },
  'row.duplicateId': { cause: '编号“{{id}}”重复。', action: '请保留一行，或换一个编号。' },
  'row.unknownReference': { cause: '引用的“{{id}}”不存在。', action: '请核对编号，或先补上被引用的那一行。' },
  'place.outsideCounty': { cause: '“{{name}}”的坐标在县界之外。', action: '请核对经纬度和坐标系。' },
  'place.unlocated': { cause: '“{{name}}”没有坐标。', action: '请补上经纬度；在此之前用推算位置。' },
  'place.unreachable': { cause: '“{{name}}”与道路不通。', action: '请核对坐标，或补上缺的路段。' },
  'place.farFromRoad': {
    cause: '“{{name}}”离最近的道路较远。',
    action: '请核对坐标，或补上通往该处的道路。',
  },
  'scenario.noStops': { cause: '方案里没有任何服务点。', action: '请至少设一个服务点。' },
  'scenario.sharesDoNotAddUp': {
    cause: '各项比例加起来不等于 100%。',
    action: '请调整比例，使合计为 100%。',
  },
} as const satisfies Record<IssueCode, IssueWords>;
