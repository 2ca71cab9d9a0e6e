import type { IssueWords } from './issues.zh.ts';

/** Words for what is found in the tables people bring. */
export const tableIssuesZh = {
  'file.tooLarge': {
    cause: '“{{file}}”有 {{sizeMb}} MB，超过 {{limitMb}} MB 的上限。',
    action: '请按月份或乡镇拆成几个文件后再导入。',
  },
  'file.archiveTooLarge': {
    cause: '“{{file}}”解压后约 {{unpackedMb}} MB，超过 {{limitMb}} MB 或压缩比异常，没有打开。',
    action: '请在 WPS 或 Excel 里另存一份，只保留需要的工作表。',
  },
  'file.oldExcel': {
    cause: '“{{file}}”是旧版 Excel 格式（.xls）。',
    action: '请在 WPS 或 Excel 里另存为 .xlsx 后再导入。',
  },
  'file.isMap': {
    cause: '“{{file}}”是地图文件，里面没有可以当站点的点。',
    action: '请选择把站点标成点的文件；道路请在“道路”里导入。',
  },
  'file.linesLeft': {
    cause: '“{{file}}”里除了点还有 {{count}} 条线或面，没有读入。',
    action: '如果是道路，请再到“道路”里导入该文件。',
  },
  'file.encrypted': { cause: '“{{file}}”设了打开密码。', action: '请先取消密码保护再导入。' },
  'file.badBytes': {
    cause: '“{{file}}”里有些字节不是有效的 {{encoding}} 文字，这些字已显示为问号。',
    action: '请核对文件里的生僻字，或另存为 UTF-8 后再导入。',
  },
  'file.encodingFound': {
    cause: '“{{file}}”按 {{encoding}} 编码读入。',
    action: '如有乱码，请另存为 UTF-8 后再导入。',
  },
  'table.noHeader': {
    cause: '“{{table}}”里找不到表头行。',
    action: '请保证有一行写着列名，例如“乡镇、行政村、经度、纬度”。',
  },
  'table.turned': {
    cause: '“{{file}}”里的表横着放：列名写在第一列。已转成一行一个站点来读，共 {{rows}} 行。',
    action: '请核对转过来的表；提示里的“第几行”是原表的第几列。以后可在 Excel 里用“选择性粘贴—转置”。',
  },
  'table.unknownKind': {
    cause: '看不出这是哪一类表（表头：{{headers}}）。',
    action: '请在导入时指定类别，或按模板改列名。',
  },
  'table.empty': { cause: '“{{table}}”只有表头，没有数据行。', action: '请填写数据后再导入。' },
  'table.hiddenSheet': {
    cause: '隐藏的工作表“{{sheet}}”（{{rows}} 行）没有读入。',
    action: '如需要它，请取消隐藏后再导入。',
  },
  'table.columnUnused': {
    cause: '列“{{column}}”没有对应的项目，没有读入。',
    action: '如需要它，请为它选择对应的项目。',
  },
  'table.columnNotKept': {
    cause: '列“{{column}}”认得，但方案里没有地方存放，没有保存。',
    action: '需要时请留着原表；姓名和电话按设计不进方案，以免随文件流出。',
  },
  'table.unitConverted': {
    cause: '列“{{column}}”的单位是“{{unit}}”，数值已乘以 {{factor}}。',
    action: '请核对换算是否正确。',
  },
  'table.unmatched': {
    cause: '没有选定县，“{{table}}”里的地名没有与官方名录核对。',
    action: '请选定县后再导入。',
  },
  'row.title': { cause: '表头上方的标题行“{{text}}”没有当作数据。', action: '无需处理。' },
  'row.total': { cause: '合计行“{{text}}”没有当作数据。', action: '无需处理；如果它是真实的一行，请改名。' },
  'row.note': { cause: '说明行“{{text}}”没有当作数据。', action: '无需处理。' },
  'row.headerRepeated': { cause: '重复出现的表头行没有当作数据。', action: '无需处理。' },
  'row.columnNumbers': { cause: '列号行“{{text}}”没有当作数据。', action: '无需处理。' },
  'row.section': {
    cause: '“{{text}}”作为分段标题，其下空着的乡镇填为“{{name}}”。',
    action: '请核对其下各行是否都属于该乡镇。',
  },
  'row.extraCells': {
    cause: '这一行有 {{cells}} 格，多于表头的 {{columns}} 列，内容可能错位。',
    action: '请检查是否有未加引号的逗号，改好后重新导入。',
  },
  'row.doubled': { cause: '“{{name}}”与第 {{first}} 行重复。', action: '请保留一行，或写明两者的区别。' },
  'cell.merged': { cause: '合并单元格“{{value}}”用于本行到第 {{lastRow}} 行。', action: '请核对合并范围。' },
  'cell.filledDown': { cause: '空格按上一行填为“{{to}}”。', action: '如不属于它，请填写这一格。' },
  'cell.sameAsAbove': { cause: '“{{value}}”换成了上一行的“{{to}}”。', action: '无需处理。' },
  'cell.repaired': { cause: '“{{value}}”读作 {{to}}。', action: '请核对。' },
  'cell.unitConverted': { cause: '“{{value}}”换算为 {{to}}。', action: '请核对单位。' },
  'cell.approximate': { cause: '“{{value}}”是约数，按 {{to}} 计。', action: '有准确数时请替换。' },
  'cell.rangeAveraged': { cause: '“{{value}}”是一个范围，取中间值 {{to}}。', action: '有准确数时请替换。' },
  'cell.noneIsZero': {
    cause: '“{{value}}”读作 0：没有件。',
    action: '如果是还没有统计，请清空这一格，改按默认值计。',
  },
  'cell.dateFromSerial': { cause: '“{{value}}”是 Excel 的日期序号，读作 {{to}}。', action: '请核对日期。' },
  'cell.errorValue': {
    cause: '“{{value}}”是公式错误，这一格没有采用。',
    action: '请修正公式或直接填写数值。',
  },
  'cell.notADate': { cause: '“{{value}}”不是日期。', action: '请写成 2024-05-01 或 2024年5月。' },
  'cell.notAClock': { cause: '“{{value}}”不是时刻。', action: '请写成 7:30；多个时刻用顿号隔开。' },
  'cell.lostDigits': {
    cause: '代码“{{value}}”被表格软件改成了科学记数，后几位已丢失；改按名称核对。',
    action: '请把该列设为文本后重新填写代码。',
  },
  'coord.notReadable': {
    cause: '坐标“{{value}}”读不出来，没有采用。',
    action: '请写成十进制度，例如 106.5231 和 29.6102。',
  },
  'coord.zoneUnknown': {
    cause: '“{{value}}”是米制坐标，没有带号，县的位置也还不知道。',
    action: '请在“坐标系”一步填写中央经线。',
  },
  'coord.incomplete': { cause: '坐标只有一半（{{value}}），没有采用。', action: '请补上另一半。' },
  'coord.zero': { cause: '坐标是 0, 0，当作没有坐标。', action: '请填写真实坐标。' },
  'coord.swapped': { cause: '经纬度写反了（{{value}}），已对调为 {{to}}。', action: '请核对点位。' },
  'coord.projected': {
    cause: '“{{value}}”是 CGCS2000 投影坐标（中央经线 {{meridianDeg}}°），换算为 {{to}}。',
    action: '请核对点位；分带不对时，在“坐标系”一步填写中央经线。',
  },
  'coord.outsideChina': {
    cause: '坐标 {{lon}}, {{lat}} 不在中国境内，没有采用。',
    action: '请核对经纬度是否少了数字或写反。',
  },
  'coord.repeated': {
    cause: '几行（{{rows}}）用了同一个坐标 {{point}}。',
    action: '请核对是否把默认点位或乡镇中心当成了各村位置。',
  },
  'coord.systemFound': {
    cause:
      '按与已知地点的偏差判断，坐标系为 {{crs}}（{{points}} 个点；平均偏移 WGS-84 {{wgs84ShiftM}} 米、GCJ-02 {{gcj02ShiftM}} 米、BD-09 {{bd09ShiftM}} 米）。',
    action: '如不对，请指定坐标系后重新导入。',
  },
  'coord.systemDoubtful': {
    cause: '坐标系难以判断，暂按 {{crs}}（可比的点 {{points}} 个）。',
    action: '请确认点位来自哪种地图并指定坐标系。',
  },
  'coord.systemAssumed': {
    cause: '没有可以比对的地点，坐标系暂按 {{crs}}。',
    action: '请确认点位来自哪种地图并指定坐标系。',
  },
  'coord.systemContradicted': {
    cause: '表里写明坐标系为 {{stated}}，但点位更像 {{crs}}；仍按写明的处理。',
    action: '请核对坐标系，不对就改为 {{crs}} 后重新导入。',
  },
  'coord.systemMixed': {
    cause: '“{{township}}”的点位用的是另一种坐标系 {{crs}}，已分开换算。',
    action: '请核对该乡镇的点位。',
  },
  'place.ambiguous': {
    cause: '“{{name}}”对应不止一处，或与名录上的名字只差一字：{{candidates}}。',
    action: '请选择其中一处，或补写乡镇、改正名称。',
  },
  'place.unknown': {
    cause: '名录里没有“{{name}}”。',
    action: '请核对名称；如是新设或改名的村，请补上坐标或选择对应的村。',
  },
  'place.added': {
    cause: '名录里没有“{{name}}”，按其坐标新增为地点。',
    action: '请核对是否为改名或合并的村。',
  },
  'place.variant': { cause: '“{{name}}”按名录读作“{{to}}”（{{id}}）。', action: '请核对。' },
  'place.renamed': {
    cause: '名称“{{name}}”与代码 {{id}} 的官方名称“{{to}}”不同，按代码认定。',
    action: '请核对是改名还是代码填错。',
  },
  'place.chosenByPoint': {
    cause: '“{{name}}”有几处同名（{{candidates}}），按坐标认定为“{{to}}”（{{id}}）。',
    action: '请核对。',
  },
  'place.farFromTownship': {
    cause: '“{{name}}”的坐标离{{township}}驻地 {{km}} 公里。',
    action: '请核对坐标和所属乡镇。',
  },
  'demand.split': {
    cause: '{{from}} 的 {{parcels}} 件/日按{{basis}}分到 {{places}} 个地点。',
    action: '有各村实际件量时请替换。',
  },
  'demand.periodAssumed': {
    cause: '列“{{column}}”没有写明是每日、每月还是每年，按每日计。',
    action: '请在列名里写明，例如“日均派件量(件/日)”或“月件量”。',
  },
  'demand.periodDivided': {
    cause: '列“{{column}}”不是每日的数：已除以 {{days}} 天，换成每日件数。',
    action: '如果表中本来就是每日的数，请在列名里写明“日均”。',
  },
  'demand.notGiven': {
    cause: '“{{name}}”的“{{column}}”没有数，取默认值或方案原有的数，不算自填。',
    action: '有实际件量时请填写；确实没有件请写 0。',
  },
  'demand.notServed': {
    cause: '“{{name}}”有件量，但没有站点服务它，件量没有计入。',
    action: '请为它添加站点，或让附近站点服务它。',
  },
  'roster.noDepot': {
    cause: '{{county}} 的台账里没有县级配送中心。',
    action: '请填写县级中心的经纬度（“选文件”一步里也有这一格），或在台账里加一行“县级”站点。',
  },
  'roster.noName': {
    cause: '新建的县还没有县名。',
    action: '请填写县名，或在表里加“县”一列。',
  },
  'roster.noPoints': {
    cause: '“{{table}}”里没有一个点有坐标，新建的县无法画到地图上。',
    action:
      '请加“经度”“纬度”两列后再导入；或在地图软件里标点，导出 KML 后导入；如本县在名录里，请改为导入到现有的县，位置沿用名录。',
  },
  'roster.listsNone': {
    cause: '台账里没有一行能对应到本方案的站点，原有站点一个也没有删除。',
    action: '请检查是否选错了县或文件，并看各行的提示。',
  },
  'roster.hubOfHub': {
    cause: '“{{name}}”的上级“{{hub}}”自己也由别的站供货；线路只有两级，改由“{{to}}”直接供货。',
    action: '请在“站点”表里核对它的供货站。',
  },
  'roster.placedByRule': {
    cause: '“{{name}}”没有坐标，按规则放在所属乡镇周围。',
    action: '请在地图上把它拖到实际位置。',
  },
  'roster.defaultsUsed': {
    cause:
      '{{places}} 个地点的件量（全部或一个方向）台账没有给出，取默认值（村 {{parcels}} 件/日，出件为进件的一成），标为假设。',
    action: '请用本县数据替换。',
  },
  'roster.couriersAssumed': {
    cause: '没有各快递企业的件量，按通用份额假设 {{couriers}} 家。',
    action: '请导入带“快递品牌”列的件量表，或在“快递企业”表里改。',
  },
  'roster.fleetAssumed': {
    cause: '没有车辆表，按站点数假设：厢货 {{trucks}} 辆、微面 {{vans}} 辆。',
    action: '请导入车辆表，或在“车辆”表里改。',
  },
  'line.stopWithoutStation': {
    cause: '线路“{{line}}”的停靠点“{{name}}”在方案里没有站点，已略过。',
    action: '请先添加该站点，再导入线路。',
  },
  'line.noStops': {
    cause: '线路“{{line}}”没有一个停靠点是方案里的站点，没有导入。',
    action: '请核对停靠点的名称。',
  },
  'line.noVehicle': {
    cause: '方案里没有可跑线路“{{line}}”的车型（{{vehicle}}）。',
    action: '请先导入车辆表。',
  },
  'line.vehicleAssumed': {
    cause: '线路“{{line}}”的车型“{{vehicle}}”不在车辆表里，按“{{to}}”计。',
    action: '请填写车辆表里的车型。',
  },
  'line.departureAssumed': {
    cause: '线路“{{line}}”没有发车时间，按方案的发车时刻排 {{trips}} 班。',
    action: '如有时刻表，请填写发车时间。',
  },
  'vehicle.figuresAssumed': {
    cause: '车型“{{vehicle}}”缺少的数据（{{fields}}）取自“{{like}}”。',
    action: '有实际数据时请填写。',
  },
  'vehicle.energyPer100Km': {
    cause: '“{{value}}”看来是每百公里用几升油或几度电，这里要的是元/公里；这一格没有采用，按相近车型计。',
    action:
      '请乘以油价或电价再除以 100 后填写，例如 12 升 × 7.8 元/升 ÷ 100 = 0.94 元/公里；如果本来就是元/公里，请在列名里写明“元/公里”。',
  },
  'vehicle.energyHigh': {
    cause: '油电费 {{yuan}} 元/公里高得少见，仍按它计。',
    action: '请核对单位：常见的是 0.1 到 1.5 元/公里。',
  },
  'vehicle.wageDoubtful': {
    cause: '“{{value}}”折合每天 {{perDay}} 元，不像司机一天的工资；仍按它计。',
    action: '请核对是按日、按月还是按年，并在列名里写明“元/月”或“元/日”。',
  },
  'rate.notPlaced': {
    cause: '费用项目“{{item}}”（{{unit}}）对应不上成本项，没有使用。',
    action: '请改用模板里的项目名称和单位。',
  },
  'bus.noStation': {
    cause: '班线“{{line}}”不经过任何站点，没有导入。',
    action: '请核对途经站名，或先添加站点。',
  },
  'bus.timesAssumed': {
    cause: '班线“{{line}}”没有各站时间，按里程和 30 公里/小时推算。',
    action: '如有各站时刻，请填写“到站时间(分钟)”。',
  },
  'table.hiddenCells': {
    cause: '工作表“{{sheet}}”里有隐藏的行（{{rows}}）或列（{{columns}}），也已读入。',
    action: '如不需要，请在表里删除后再导入。',
  },
  'cell.notCalculated': {
    cause: '工作表“{{sheet}}”的公式（如 {{cell}}）没有保存结果，按空白读入。',
    action: '请在 WPS 或 Excel 里打开并保存一次，再导入。',
  },
  'file.notOurs': {
    cause: '“{{file}}”不是村通的项目文件或方案文件，或者内容不完整。屏幕上的内容没有改动。',
    action: '请换一份备份，或重新复制这个文件后再打开；表格请用“导入表格”。',
  },
  'row.openQuote': {
    cause: '这一行有一个没有配对的引号，已略去，否则后面的行会并进一个单元格。',
    action: '请核对这一行的各格；可在原文件中补上或删去引号。',
  },
  'place.severalInCell': {
    cause: '“{{name}}”写了几个村：{{to}}；按一个站点服务这几个村处理，站点设在第一个村。',
    action: '如各村各有站点，请拆成几行。',
  },
  'place.byAddress': {
    cause: '“{{name}}”没有写所属村，按地址“{{address}}”归到“{{to}}”（{{id}}）。',
    action: '请核对是否正确。',
  },
  'rate.contractPrices': {
    cause: '读到 {{prices}} 条各快递的合同价，按件量份额平均为 {{yuan}} 元/件。',
    action: '已填为“费用与基准”里的整合前合同价（按送到村计），在那里可改。',
  },
} as const satisfies Record<string, IssueWords>;
