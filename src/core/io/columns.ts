/**
 * The one registry of table columns: key used in code and in the shipped tables, Chinese header, other headers accepted.
 * The unit of a dimensioned column is part of its headers.
 */
export interface Column {
  readonly key: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  /** The column must be in the table; whether a cell may be empty is up to the reader. */
  readonly isRequired: boolean;
}

const required = (key: string, zh: string, ...aliases: string[]): Column => ({
  key,
  zh,
  aliases,
  isRequired: true,
});
const optional = (key: string, zh: string, ...aliases: string[]): Column => ({
  key,
  zh,
  aliases,
  isRequired: false,
});

const graded = [
  optional('low', '下限'),
  optional('high', '上限'),
  required('grade', '证据等级', '等级'),
  required('source', '来源', '出处'),
];
const quantity = [required('value', '数值', '取值'), required('unit', '单位'), ...graded];
const names = [required('name_zh', '中文名称', '名称'), required('name_en', '英文名称')];

export const tableColumns = {
  counties: [
    required('id', '县编号'),
    required('adcode', '行政区划代码', '县代码'),
    ...names,
    required('terrain', '地形'),
    required('residents', '常住人口(人)', '常住人口'),
    required('residents_grade', '人口证据等级'),
    required('residents_source', '人口来源'),
    required('area_km2', '面积(平方公里)', '面积'),
  ],
  places: [
    required('id', '代码', '编号', '区划代码', 'code'),
    required('name', '名称', '地名', '村名'),
    required('tier', '层级', '级别', 'level'),
    required('kind', '类别', '类型'),
    optional('parent_id', '上级代码', '所属乡镇', 'parent'),
    optional('lon_deg', '经度', '经度(度)', 'lon', 'lng', 'longitude'),
    optional('lat_deg', '纬度', '纬度(度)', 'lat', 'latitude'),
    required('coord_quality', '坐标质量'),
    required('coord_source', '坐标来源'),
  ],
  demand: [
    required('place_id', '地点代码', '村代码'),
    required('delivery_parcels_per_day', '日均派件量(件/日)', '日均派件量', '下行件(件/日)'),
    required('pickup_parcels_per_day', '日均揽件量(件/日)', '日均揽件量', '上行件(件/日)'),
    required('grade', '证据等级', '等级'),
    required('source', '来源', '出处'),
  ],
  stations: [
    required('scenario_id', '方案编号'),
    required('id', '站点编号', '编号'),
    required('name', '站点名称', '名称'),
    required('role', '角色', '站点类型'),
    required('place_id', '所在地代码', '地点代码'),
    required('serves_place_ids', '服务地点', '服务村代码'),
    optional('hub_id', '上级乡镇站', '所属乡镇站'),
    required('open_clock', '营业开始', '开门时间'),
    required('close_clock', '营业结束', '关门时间'),
  ],
  stationHours: [
    required('role', '角色', '站点类型'),
    required('open_clock', '营业开始', '开门时间'),
    required('close_clock', '营业结束', '关门时间'),
    required('grade', '证据等级', '等级'),
    required('source', '来源', '出处'),
  ],
  scenarios: [
    required('id', '方案编号', '编号'),
    ...names,
    required('notation', '网络写法'),
    required('shape', '组织方式'),
    required('description_zh', '中文说明', '说明'),
    required('description_en', '英文说明'),
    required('line_count_min', '线路数下限(条)', '线路数下限'),
    optional('line_count_max', '线路数上限(条)', '线路数上限'),
    required('service_days', '服务日'),
    required('branch_service_days', '支线服务日'),
    required('departure_clocks', '发车时刻'),
    required('cutoff_lead_min', '截单提前(分钟)', '截单提前量(分钟)'),
    required('allow_several_trips', '允许一日多班'),
    required('is_default', '默认方案'),
  ],
  vehicles: [
    optional('scenario_id', '方案编号'),
    required('vehicle_type_id', '车型编号', '车型'),
    required('count', '车辆数(辆)', '车辆数'),
    required('used_for', '用途'),
    required('is_baseline', '用于基准'),
    required('grade', '证据等级', '等级'),
    required('source', '来源', '出处'),
  ],
  vehicleTypes: [
    required('id', '车型编号', '编号'),
    ...names,
    optional('range_km', '续航里程(公里)', '续航(公里)'),
  ],
  vehicleQuantities: [
    required('vehicle_type_id', '车型编号', '车型'),
    required('key', '参数', '项目'),
    optional('terrain', '地形'),
    ...quantity,
  ],
  rates: [required('key', '参数', '项目'), ...quantity],
  parameters: [required('key', '参数', '项目'), optional('terrain', '地形'), ...quantity],
  operations: [required('key', '参数', '项目'), optional('terrain', '地形'), ...quantity],
  couriers: [
    required('id', '快递编号', '编号'),
    ...names,
    required('volume_share', '件量份额', '份额'),
    ...graded,
  ],
  waves: [required('arrival_clock', '到达时刻'), required('volume_share', '件量份额', '份额'), ...graded],
  targets: [
    required('pack_id', '目标组编号'),
    required('pack_name_zh', '目标组名称'),
    required('pack_name_en', '目标组英文名称'),
    required('kpi', '指标'),
    required('threshold', '阈值'),
    required('unit', '单位'),
    required('direction', '方向'),
    required('document', '文件'),
    required('clause', '条款'),
  ],
  claims: [
    required('id', '主张编号', '编号'),
    required('document', '文件'),
    required('as_of', '日期'),
    required('kind', '类别'),
    required('subject', '事项'),
    required('value', '数值'),
    required('unit', '单位'),
    optional('note', '备注'),
  ],
  provenance: [
    required('subject', '事项'),
    required('source', '来源'),
    required('licence', '许可'),
    optional('scenario_id', '方案编号'),
  ],
  credits: [required('text_zh', '署名'), required('text_en', '英文署名'), required('licence', '许可')],
} as const satisfies Record<string, readonly Column[]>;

export type TableName = keyof typeof tableColumns;

/** Headers compare without case, spaces and the width of brackets. */
const normalise = (header: string): string =>
  header.toLowerCase().replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, '');

/** Index of each known column in a header row; columns that are not there are absent. */
export function locateColumns(
  table: TableName,
  headers: readonly string[],
): ReadonlyMap<string, { readonly index: number; readonly header: string }> {
  const located = new Map<string, { index: number; header: string }>();
  for (const column of tableColumns[table] as readonly Column[]) {
    const accepted = new Set([column.key, column.zh, ...column.aliases].map(normalise));
    const index = headers.findIndex((header) => accepted.has(normalise(header)));
    if (index >= 0) located.set(column.key, { index, header: headers[index]! });
  }
  return located;
}
