/** Words of evidence packs. */
export const evidenceZh = {
  title: '证据包',
  export: '导出证据包（.zip）',
  exportHint: '项目、方案、指标、主张核对、全部参数及来源、表格和路网，每个文件带校验码；收到的人可以重算。',
  verify: '核验证据包',
  verifyHint: '不重新求解：按包里的线路逐项重算指标，并把各文件与包内的校验码比对。',
  verifying: '正在重算',
  refused: '“{{file}}”没有核验',
  sound: '文件与包内校验码一致，{{count}} 项指标按包内的输入和线路重算一致，方案检查没有问题。',
  made: '已导出 {{file}}。把指纹另行告诉收件人：',
  fingerprint: '指纹（与寄出人另行告知的比对；不同就不是原来的包）：',
  unsound: '有不一致的地方，见下。',
  ofScenario: '{{file}}；村通 {{version}}，{{date}} 生成',
  states: {
    changed: '文件已改动：{{names}}',
    missing: '缺少文件：{{names}}',
    added: '清单外的文件：{{names}}',
  },
  and: '、',
  figure: '指标',
  recorded: '包内',
  recomputed: '重算',
  faults: '方案检查发现 {{count}} 个问题：打开项目后在“求解”里看。',
  besides: '（末位、目标、判定或计数不同）',
  limits:
    '只说明数字由包内的输入和线路算出，不说明输入真实。网页和表格只比对校验码，没有重算：连校验码一起改写的包，只有比对指纹才看得出。数字以这里重算的为准。',
  open: '打开包内项目',
  page: {
    intro:
      '本页由村通 {{version}} 于 {{date}} 生成。同包内：project.cuntong.json 是全部输入，plan.json 是线路和指标，manifest.json 是各文件的校验码（SHA-256）。',
    how: '核验：在村通“数据”里选“核验证据包”，或在命令行 npm run -s cli -- verify 文件名。核验不重新求解，按同样的线路重算全部指标，并由独立的检查程序检查方案；再与寄出人比对清单的指纹。',
    limits: '核验说明数字由这些输入和线路算出，不说明输入本身真实：输入的来源和等级见参数表。',
    figures: '全部指标',
    inputs: '全部参数与来源',
    columns: { name: '参数', value: '数值', range: '范围', grade: '等级', source: '来源' },
  },
};
