/** Words of the check of reports' claims. */
export const claimsZh = {
  title: '报告主张核对',
  counts: '相符 {{holds}} · 看口径 {{byDefinition}} · 不符 {{fails}} · 未比较 {{rest}}',
  hint: '与当前方案的计算结果比较；换一个方案，结论可能不同。',
  empty: '还没有报告主张。用“导入表格”读入，或在“表格”里添加。',
  needsPlan: '求解后可以核对。',
  edit: '修改主张',
  columns: { claim: '报告的说法', value: '报告数值', figures: '方案计算', verdict: '结论', why: '说明' },
  verdicts: {
    holds: '相符',
    fails: '不符',
    byDefinition: '看口径',
    noNumber: '不是数字',
    noFigure: '未比较',
  },
  relations: {
    atLeast: '方案不低于报告即相符。',
    atMost: '方案不高于报告即相符。',
    equal: '计数须相等，其余相差不超过 10%。',
  },
  parts: { numerator: '{{name}}的村数', denominator: '行政村数' },
  estimated: '计算用到推算内容。',
  byDefinition: '两种口径结论不同：报告须说明是哪一种。',
  noFigure: '方案没有对应的数字。',
  noNumber: '报告写的是等级或文字，不能比大小。',
};
