import type { Dimension } from './cells/units.ts';

export const tableKinds = ['stations', 'lines', 'vehicles', 'volumes', 'buses', 'rates', 'claims'] as const;
export type TableKind = (typeof tableKinds)[number];

/** fill = a blank or 同上 cell repeats the one above. */
export interface Field {
  readonly key: string;
  /** Header of the template. */
  readonly zh: string;
  readonly aliases: readonly string[];
  readonly dimension: Dimension | null;
  readonly isFilledDown: boolean;
  /** Written by exports and read again; nobody is asked to fill it in. */
  readonly isOwn: boolean;
  /** Words of a header that speak against the field however well the rest fits: 寄件 is not what comes in. */
  readonly never: RegExp | null;
}

/** Words for parcels on their way to the villages and from them. 收件 is either, by who speaks: the addressee or the courier. */
const outgoing = /寄|发件|发货|发出|揽|出件|出港|出村|上行|外发/;
const incoming = /派|投递|到件|进件|进港|进村|下行/;
const incomingOrReceived = /派|投递|到件|进件|进港|进村|下行|收件/;
/** Any of them: the part of a header that says a direction. */
export const directionWords =
  /寄|发件|发货|发出|揽|出件|出港|出村|上行|外发|派|投递|到件|进件|进港|进村|下行|收件/;

/**
 * Other headers that are accepted, between bars. The tables of shapefiles know ten letters: their headers are the first
 * letters of what is said in Pinyin (XZMC for 乡镇名称).
 */
const field = (key: string, zh: string, aliases = ''): Field => ({
  key,
  zh,
  aliases: aliases === '' ? [] : aliases.split('|'),
  dimension: null,
  isFilledDown: false,
  isOwn: false,
  never: null,
});
const number = (dimension: Dimension, key: string, zh: string, aliases = ''): Field => ({
  ...field(key, zh, aliases),
  dimension,
});
const parcels = (key: string, zh: string, never: RegExp | null, aliases: string): Field => ({
  ...number('parcel', key, zh, aliases),
  never,
});
const filled = (key: string, zh: string, aliases = ''): Field => ({
  ...field(key, zh, aliases),
  isFilledDown: true,
});

const own = (key: string, zh: string, aliases = ''): Field => ({ ...field(key, zh, aliases), isOwn: true });

const place = [
  filled('county', '县(区)', '县|区县|县区|县市|所属县|county'),
  filled(
    'township',
    '乡镇',
    '乡镇(街道)|乡镇街道|乡|镇|邮政支局|支局|所属支局|供销社|乡镇供销社|基层社|乡镇运输服务站|乡镇综合运输服务站|所属乡镇|所在乡镇|乡镇名称|街道|township|town|xzmc|xzjmc',
  ),
  field(
    'village',
    '行政村',
    '行政村(社区)|村|村名|投递村|通邮村|服务村|覆盖村|村居|村(居)|村(居)名称|村居名称|村(社区)|村社区|社区|所在村|村名称|建制村|行政村名称|所属村|village|cmc|czmc|xzcmc|jzcmc|cwhmc',
  ),
  field(
    'code',
    '区划代码',
    '行政区划代码|区划码|统计代码|12位代码|行政代码|村级代码|村代码|代码|统计用区划代码|村编码|区划编码|地点代码|行政区划编码|code|place_id|xzqdm|xzqhdm',
  ),
];
const note = [
  field('sequence', '序号', '编号|序|no|no.|#'),
  field('note', '备注', '说明|备注说明|note|remark|description'),
];

/** The one registry of what a user's table may hold, by kind; the first header of each field is the template's. */
export const kindFields: Readonly<Record<TableKind, readonly Field[]>> = {
  stations: [
    note[0]!,
    ...place,
    field(
      'name',
      '站点名称',
      '名称|站点名|服务站|村邮站|村邮站名称|村综合服务社|综合服务社|服务社名称|农村物流点|物流点|村级物流点|寄递物流点|客货邮站点|电商服务点|益农信息社|村级服务站|服务站点|服务点|店名|网点名称|服务点名称|站名|驿站名称|站点|网点|村级站点名称|服务站名称|name|station|mc|zdmc|fwzmc|wdmc',
    ),
    field('role', '站点级别', '级别|层级|站点类型|类型|网点类型|站点性质|role|level|type'),
    field('lon', '经度', '东经|X坐标|x|经度(度)|横坐标|lon|lng|longitude|lon_deg|jd'),
    field('lat', '纬度', '北纬|Y坐标|y|纬度(度)|纵坐标|lat|latitude|lat_deg|wd'),
    field(
      'coordinate',
      '坐标',
      '经纬度|经纬度坐标|位置坐标|地理坐标|定位|地图坐标|坐标(经度,纬度)|coordinates|location|lnglat',
    ),
    field('system', '坐标系', '坐标系统|坐标类型|crs|datum'),
    field('address', '地址', '详细地址|站点地址|具体位置|位置|address|dz|xxdz'),
    field('keeper', '负责人', '站长|联系人|管理员|站点负责人|姓名|contact|lxr|fzr'),
    field('phone', '电话', '联系电话|手机|手机号|联系方式|phone|phonenumber|lxdh'),
    number('people', 'residents', '服务人口(人)', '服务人口|人口|常住人口|覆盖人口|人数|population'),
    number('people', 'households', '服务户数(户)', '户数|服务户数|households'),
    parcels(
      'deliveryParcelsPerDay',
      '日均进件(件/日)',
      outgoing,
      '日均进件|进件|日均快递件数|日均快递量|日均到件|日均到件量|日均投递量|日均投递|日均收件|日均处理件量|派件量|日均派件量|日均派件|派件|下行件|日均件量|件量|日均进村件|进村件|delivery_parcels_per_day',
    ),
    parcels(
      'pickupParcelsPerDay',
      '日均出件(件/日)',
      incomingOrReceived,
      '日均出件|出件|揽件量|日均揽件量|日均揽件|揽件|揽收|揽收量|上行件|寄件|寄件量|日均寄件|日均寄件量|发件|发件量|日均发件|出村件|pickup_parcels_per_day',
    ),
    field('couriers', '合作快递品牌', '快递品牌|合作快递|合作品牌|快递公司|入驻快递|couriers'),
    field('serviceDays', '配送频次', '频次|配送班期|班期|配送周期'),
    field('hours', '营业时间', '开放时间|服务时间|hours'),
    field('isActive', '是否运营', '状态|是否启用|运营状态|是否正常运营|是否在用|是否建成|active|status'),
    number('m2', 'areaM2', '面积(平方米)', '面积|场地面积|面积㎡|建筑面积|area'),
    field('builtOn', '建成时间', '建站时间|成立时间|投运时间|建成日期|开通时间|开业时间'),
    field('line', '所属线路', '线路|配送线路|线路名称|line'),
    field('serves', '服务地点', '服务的村|服务村庄|覆盖村庄|places_served|places served'),
    own('servesCodes', '服务地点代码', 'places served, codes'),
    field('hub', '上级乡镇站', '由哪个乡镇站供货|hub'),
    own('quality', '坐标质量', 'coordinate quality'),
    number(
      'km',
      'distanceKm',
      '距乡镇(公里)',
      '距乡镇|距乡镇距离|到镇里程|到乡镇里程|与乡镇距离|邮路里程|公里数|距镇|距离|里程|距乡镇km|距乡镇政府|distance',
    ),
    note[1]!,
  ],
  lines: [
    note[0]!,
    filled('id', '线路编号', '线路号|线路代码|路线编号|line_id'),
    filled('name', '线路名称', '线路|路线|路线名称|配送线路|线路名|line'),
    field('from', '起点', '始发站|始发地|起始点|出发地|起点站|始发|from'),
    field(
      'via',
      '途经',
      '途经站点|途经点|途径|经过|停靠点|线路走向|走向|行驶路线|运行路线|配送路线|经由|途经村|途经乡镇|沿途站点|停靠站点|经停|途经地点|via|stops',
    ),
    field('to', '终点', '终点站|到达地|目的地|终到站|to'),
    number(
      'km',
      'lengthKm',
      '里程(公里)',
      '全程公里|公里|全程里程|里程|线路里程|单程里程|公里数|长度|总里程|全程|length_km|km',
    ),
    field('vehicle', '车型', '车辆|车辆类型|配送车辆|vehicle'),
    field('plate', '车牌', '车牌号|车号|车牌号码|plate'),
    field('driver', '司机', '驾驶员|配送员|驾驶人|司机姓名|driver'),
    field('departures', '发车时间', '发车时刻|出发时间|发班时间|发车|departure'),
    number('count', 'tripsPerDay', '班次(班/日)', '班次|日班次|每日班次|班次数|趟次|trips'),
    number('count', 'stopCount', '停靠点数', '停靠点数(个)|站点数|停靠站数|服务点数|停靠数'),
    field('serviceDays', '配送频次', '频次|班期|配送周期|运行频次'),
    number('count', 'firstDay', '首日(0起)', '首日|起始日'),
    note[1]!,
  ],
  vehicles: [
    note[0]!,
    field('type', '车型', '车辆类型|车辆型号|车辆名称|型号|车辆|车种|vehicle|vehicle_type|vehicle_type_id'),
    field('plate', '车牌', '车牌号|车牌号码|车号|plate'),
    number('count', 'count', '数量(辆)', '数量|车辆数|台数|辆数|车辆数量|count'),
    number('m3', 'volumeM3', '容积(立方米)', '容积|货厢容积|容积m³|装载容积|车厢容积|volume'),
    number(
      'kg',
      'capacityKg',
      '载重(公斤)',
      '载重|载重量|核定载重|核定载质量|载重kg|额定载重|载质量|payload',
    ),
    number('parcel', 'capacityParcels', '装载件数(件)', '装载件数|装载量|可装件数|满载件数|容量|capacity'),
    number('yuan', 'priceYuan', '购置价(元)', '购置价|购置价格|车价|价格|购车价|购置费|price'),
    number('year', 'depreciationYears', '折旧年限(年)', '折旧年限|使用年限|折旧'),
    number(
      'yuan',
      'energyYuanPerKm',
      '油电耗(元/公里)',
      '油电耗|油耗|电耗|油/电耗|能耗|燃料费|每公里油费|每公里能耗',
    ),
    number('yuan', 'driverYuanPerMonth', '司机工资(元/月)', '司机工资|驾驶员工资|工资|月工资|人工'),
    number('yuan', 'insuranceYuanPerYear', '保险(元/年)', '保险|保险费|年保险费|保险费用|车险'),
    number('yuan', 'driverYuanPerDay', '司机工资(元/日)', '司机日工资|日工资(元)'),
    number('yuan', 'fixedYuanPerDay', '固定费用(元/日)', '每日固定费用|日固定成本'),
    number('yuan', 'maintenanceYuanPerKm', '维修费(元/公里)', '维修费|维护费|每公里维修费'),
    number('kg', 'energyKgCo2PerKm', '碳排放(公斤/公里)', '碳排放|每公里碳排放'),
    field('usedFor', '用途', '线路类型|适用线路|used_for'),
    number('km', 'rangeKm', '续航(公里)', '续航|续航里程|range'),
    field('isElectric', '是否新能源', '新能源|是否电动'),
    note[1]!,
  ],
  volumes: [
    note[0]!,
    ...place,
    field('courier', '快递品牌', '快递公司|快递企业|品牌|企业|公司|快递|企业名称|公司名称|courier|company'),
    field('period', '月份', '月|日期|时间|年月|统计月份|统计时间|期间|统计期|month|date'),
    parcels(
      'delivery',
      '派件量(件)',
      outgoing,
      '派件量|派件|进件|进件量|进港件|下行件|投递量|日均派件量|日均进件|日均派件|进村件|投递件|delivery|delivery_parcels_per_day',
    ),
    parcels(
      'pickup',
      '揽件量(件)',
      incoming,
      '揽件量|揽件|揽收量|出件|出件量|出港件|上行件|收件量|收寄量|日均揽件量|日均出件|日均揽件|出村件|pickup|pickup_parcels_per_day',
    ),
    number(
      'parcel',
      'total',
      '业务量(件)',
      '业务量|总件量|件量|快递量|快件量|包裹量|快递件量|月件量|年件量|日均件量|日均业务量|total|volume',
    ),
    own('grade', '证据等级', 'evidence'),
    own('basis', '依据', 'basis'),
    note[1]!,
  ],
  buses: [
    note[0]!,
    filled('line', '班线名称', '班线|客运班线|客运线路|公交线路|线路名称|线路|班车线路|路线|bus_line|route'),
    field('from', '起点', '始发站|起点站|始发地|起始站|from'),
    field('via', '途经', '线路走向|走向|运行路线|途经站点|途经地点|停靠站点|途径|途经站|via'),
    field('to', '终点', '终点站|到达地|终到站|to'),
    field(
      'departures',
      '发车时间',
      '发车时刻|发班时间|班次时间|时刻|发车班次|发车时刻表|发班时刻|departures',
    ),
    field('first', '首班', '首班车|首班时间|首班车时间|首车'),
    field('last', '末班', '末班车|末班时间|末班车时间|末车'),
    number('min', 'headwayMin', '发车间隔(分钟)', '发车间隔|间隔|班次间隔|headway'),
    number('count', 'tripsPerDay', '日班次(班/日)', '日班次|班次|每日班次|日发班次|班次数'),
    number('km', 'lengthKm', '里程(公里)', '里程|营运里程|线路里程|公里数|线路长度'),
    number('count', 'seats', '座位数(座)', '座位数|座位|核定座位|座位数量|核载人数'),
    number('yuan', 'fareYuan', '票价(元)', '票价|全程票价'),
    field('takesParcels', '可带货', '是否带货|是否捎货|捎带快递|客货邮|是否客货邮|客货邮融合'),
    field('plate', '车牌', '车牌号|车牌号码'),
    field('operator', '经营者', '运营公司|客运公司|经营单位|运营单位'),
    field('serviceDays', '班期', '运行频次|开行班期|运行日'),
    field('offsetMin', '到站时间(分钟)', '到站时间|各站用时|运行时间'),
    number('parcel', 'spareParcels', '余位(件/班)', '余位|可带件数|剩余装载'),
    number('yuan', 'yuanPerParcel', '带货单价(元/件)', '带货单价|捎带单价|带货费'),
    note[1]!,
  ],
  rates: [
    note[0]!,
    field('item', '费用项目', '项目|收费项目|费用名称|参数|价格项目|计费项目|费用类别|item|key'),
    field('courier', '快递品牌', '快递公司|快递企业|品牌|公司|企业名称|courier'),
    filled('township', '乡镇', '适用乡镇|区域|适用范围|township'),
    number(
      'yuan',
      'value',
      '单价(元)',
      '单价|价格|合同价|费率|收费标准|标准|金额|数值|合同单价|派费|结算价|元/件|value|price',
    ),
    field('unit', '单位', '计价单位|计费单位|unit'),
    field('source', '来源', '依据|出处|文件|合同编号|source'),
    note[1]!,
  ],
  claims: [
    field('id', '主张编号', '编号|序号|id'),
    field('document', '文件', '文件名称|报告|报告名称|来源|出处|资料来源|document'),
    field('asOf', '日期', '发布日期|时间|截止日期|统计时间|年份|as_of|date'),
    field('kind', '类别', '类型|指标类别|kind'),
    field('subject', '事项', '主张|内容|指标|指标名称|表述|绩效指标|主张内容|subject|claim'),
    field('value', '数值', '完成值|指标值|实际完成值|数据|取值|value'),
    field('unit', '单位', '计量单位|unit'),
    field('note', '备注', '说明|note'),
  ],
};

/** A table of the kind needs at least one field of every group. */
export const requiredFields: Readonly<Record<TableKind, readonly (readonly string[])[]>> = {
  stations: [['village', 'township', 'name', 'code']],
  lines: [
    ['name', 'id', 'from'],
    ['via', 'to'],
  ],
  vehicles: [['type', 'plate']],
  volumes: [['delivery', 'pickup', 'total']],
  buses: [
    ['line', 'from'],
    ['departures', 'first', 'tripsPerDay', 'headwayMin'],
  ],
  rates: [['item', 'courier', 'township'], ['value']],
  claims: [['subject'], ['value']],
};

/** Fields that are known, so that no other field takes their column, and of which nothing is kept: each is told. */
export const fieldsNotKept: Readonly<Partial<Record<TableKind, readonly string[]>>> = {
  // Names and phone numbers are left out on purpose: a project file is handed on.
  stations: ['keeper', 'phone', 'couriers', 'serviceDays', 'line', 'areaM2', 'builtOn', 'note'],
  lines: ['stopCount', 'note'],
  vehicles: ['isElectric', 'note'],
  volumes: ['note'],
  buses: ['plate', 'note'],
  rates: ['note'],
};

/** Fields that hardly occur in tables of another kind. */
export const tellingFields: Readonly<Record<TableKind, readonly string[]>> = {
  stations: ['lon', 'lat', 'coordinate', 'role', 'hours', 'keeper', 'address', 'residents'],
  lines: ['id', 'via', 'driver', 'stopCount', 'vehicle'],
  vehicles: [
    'volumeM3',
    'capacityKg',
    'priceYuan',
    'depreciationYears',
    'insuranceYuanPerYear',
    'energyYuanPerKm',
  ],
  volumes: ['period', 'total', 'courier'],
  buses: ['first', 'last', 'fareYuan', 'seats', 'takesParcels', 'headwayMin', 'operator'],
  rates: ['item', 'value'],
  claims: ['subject', 'document', 'asOf'],
};

/** Words in a file or sheet name that speak for a kind. */
export const kindNames: Readonly<Record<TableKind, RegExp>> = {
  stations: /站点|网点|服务点|服务站|花名册|名册|台账|station|roster/i,
  lines: /线路表|配送线路|线路|lines?\b/i,
  vehicles: /车辆|车型|vehicle/i,
  volumes: /件量|业务量|快递量|volume|demand/i,
  buses: /班车|班线|客运|公交|时刻|bus/i,
  rates: /费率|价格|单价|合同|rate|price/i,
  claims: /主张|绩效|自评|指标|claim/i,
};
