import type { IssueCode } from '../core/issues.ts';
import { drivenIssuesZh } from './drivenIssues.zh.ts';
import { tableIssuesZh } from './tableIssues.zh.ts';

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
  'row.unknownReference': {
    cause: '引用的“{{reference}}”不存在。',
    action: '请核对编号，或先补上被引用的那一行。',
  },
  'place.outsideCounty': { cause: '“{{name}}”的坐标在县界之外。', action: '请核对经纬度和坐标系。' },
  'place.unlocated': { cause: '“{{name}}”没有坐标。', action: '请补上经纬度；在此之前用推算位置。' },
  'place.unreachable': { cause: '“{{name}}”与道路不通。', action: '请核对坐标，或补上缺的路段。' },
  'place.farFromRoad': {
    cause: '“{{name}}”离最近的道路较远。',
    action: '请核对坐标，或补上通往该处的道路。',
  },
  'evidence.none': {
    cause: '这不是村通的证据包，或清单 manifest.json 已损坏。',
    action: '请选择由“导出”生成的证据包（.zip），不要解压后重新打包。',
  },
  'evidence.broken': {
    cause: '证据包里的方案与项目对不上，无法重算。',
    action: '请向提供者索取原始的证据包。',
  },
  'file.truncated': {
    cause: '文件“{{file}}”不完整，读到一半就断了。',
    action: '请重新下载或复制该文件；已读出的部分不会使用。',
  },
  'file.unknownFormat': {
    cause: '认不出“{{file}}”是什么格式。',
    action:
      '可用的道路文件：Shapefile（.shp、.dbf、.prj 一起选，或打成 zip）、.osm.pbf、.osm、.osm.gz、Overpass JSON、GeoJSON 线、KML/KMZ、GPX、CSV 边表。',
  },
  'road.noRoads': { cause: '“{{file}}”里没有道路。', action: '请选择含道路线的文件。' },
  'road.pointsMissing': {
    cause: '道路有的点在文件里没有坐标，或坐标不对。',
    action: '该路缺点处已断开；请导出完整范围后再导入。',
  },
  'road.unknownClass': {
    cause: '不认识道路等级“{{word}}”，先按村道计。',
    action: '请改为国道、省道、县道、乡道或村道。',
  },
  'road.nodeUnlocated': {
    cause: '路网节点“{{id}}”没有坐标。',
    action: '请补上坐标；在此之前它所连的路不在地图上显示走向。',
  },
  'road.shorterThanStraight': { cause: '道路长度比两端的直线距离还短。', action: '请核对里程和两端坐标。' },
  'road.ferry': { cause: '“{{name}}”是轮渡。', action: '请确认配送车辆能否乘渡；不能则把它封闭。' },
  'road.crsAssumed': {
    cause: '“{{file}}”没有写明坐标系，按 WGS-84 读入。',
    action: '如来自高德或百度，请在导入时指定 GCJ-02 或 BD-09。',
  },
  'shapefile.shpMissing': {
    cause: '“{{file}}”是 Shapefile 的一部分，缺同名的 .shp 文件。',
    action: '请把同名的 .shp、.dbf、.prj 一起选中，或打成一个 zip 再导入。',
  },
  'shapefile.dbfMissing': {
    cause: '“{{file}}”没有同名的 .dbf，里面的点和线没有名称和其他属性，道路一律按村道计。',
    action: '请把同名的 .shp、.dbf、.prj 一起选中再导入。',
  },
  'road.notDegrees': {
    cause: '“{{file}}”的坐标（如 {{value}}）既不是经纬度，也不是认得的投影坐标。',
    action: '请在 GIS 软件里另存为经纬度（WGS-84 或 CGCS2000）后再导入。',
  },
  'road.projected': {
    cause: '“{{file}}”是高斯投影的米制坐标，按中央经线 {{meridianDeg}}° 换算成经纬度。',
    action:
      '请在地图上核对道路与村点是否对得上；对不上多半是分带不同，可在“坐标系”里选高斯投影并填中央经线。',
  },
  'road.webMercator': {
    cause: '“{{file}}”是网络墨卡托的米制坐标，已换算成经纬度。',
    action: '请在地图上核对道路与村点是否对得上。',
  },
  'road.oldDatum': {
    cause: '“{{file}}”用的是北京 54 或西安 80 坐标，与 WGS-84 的差别没有公开参数。',
    action: '位置可能偏 50 到 150 米；如有 CGCS2000 的版本，请改用。',
  },
  'road.latitudeFirst': {
    cause: '“{{file}}”把纬度写在前面（如 {{value}}），已按经度在前读入。',
    action: '请在地图上核对。',
  },
  'road.clipped': {
    cause: '县界外 {{marginKm}} 公里以远的 {{removed}} 段道路没有导入。',
    action: '如需更大范围，请放宽裁剪距离。',
  },
  'road.crossingNoded': { cause: '两条路相交处没有节点，已补上。', action: '如为立交桥，请撤销这一处。' },
  'road.endJoined': { cause: '路端与邻近道路相差很近，已接上。', action: '如两者本不相通，请撤销这一处。' },
  'road.islandRemoved': {
    cause: '一小片道路与路网不相连，已移出。',
    action: '如应相连，请补上缺的路段后撤销移出。',
  },
  'elevation.notReadable': {
    cause: '“{{file}}”不是能读的高程文件。',
    action: '请用 SRTM 的 .hgt 文件（文件名形如 N36E108.hgt），或装有它的 .zip。',
  },
  'elevation.noRoads': {
    cause: '只有高程文件，没有道路文件。',
    action: '请把高程文件和道路文件一起选上。',
  },
  'elevation.used': {
    cause: '按 {{tiles}} 幅高程推算坡度：{{roads}} 条路中 {{sloping}} 条有坡。',
    action: '上坡慢、陡下坡也慢，行驶时间已按坡度加长；不想考虑坡度，就不带高程文件再导入一次。',
  },
  'calibration.noDrivingTime': {
    cause: '这条线路扣除停站时间后没有行驶时间。',
    action: '请核对起止时间、站数和每站停留时间。',
  },
  'calibration.noWay': {
    cause: '模型里这条线路的站点之间没有通路。',
    action: '请核对站点，或先补上缺的路段。',
  },
  'instance.sectionMissing': { cause: '算例文件缺少“{{section}}”。', action: '请补上这一节后再读。' },
  'instance.sectionLength': {
    cause: '“{{section}}”应有 {{wanted}} 项，读到 {{found}} 项。',
    action: '请补全或删去多余的数字。',
  },
  'instance.unknownValue': {
    cause: '不认识“{{key}}”的取值“{{value}}”。',
    action: '请换成手册中列出的算例格式。',
  },
  'instance.outOfRange': {
    cause: '“{{key}}”的值 {{value}} 应在 {{least}} 到 {{most}} 之间。',
    action: '请更正数值，或改用更大的单位。',
  },
  'instance.tooLong': {
    cause: '最长的一段为 {{length}}，最多只能计算到 {{most}}。',
    action: '请把坐标换成更大的单位。',
  },
  'instance.unknownFormat': {
    cause: '文件不属于任何已知的算例格式。',
    action: '请换成手册中列出的算例格式。',
  },
  'instance.notReadable': {
    cause: '文件像是 {{format}} 格式，但缺少数字或行。',
    action: '请与该格式的公开算例对照。',
  },
  'cost.villageLegOutsideBand': {
    cause: '线路“{{line}}”的村段成本为 {{yuanPerParcel}} 元/件，不在合理区间 {{low}}–{{high}} 元内。',
    action: '请核对这条线的件量、车型、司机工资和里程；区间可在全部参数中修改。',
  },
  'scenario.noStops': { cause: '方案里没有任何服务点。', action: '请至少设一个服务点。' },
  'station.servesServedPlace': {
    cause: '“{{place}}”同时由站点“{{first}}”和“{{second}}”服务，件量会算两遍。',
    action: '请只留一个站点服务它。',
  },
  'scenario.sharesDoNotAddUp': {
    cause: '各项比例加起来不等于 100%。',
    action: '请调整比例，使合计为 100%。',
  },
  ...drivenIssuesZh,
  ...tableIssuesZh,
} as const satisfies Record<IssueCode, IssueWords>;
