import { one, type Rule } from './rule.ts';

const lines = /^(?:条|lines?|routes?)$/;
const stations = /^(?:个|处|座|所|家|站|点|村|nodes?|stations?|cent(?:er|re)s?|points?|villages?)$/;
const villages = /^(?:个|村|个?(?:行政村|建制村)|villages?)$/;
const companies = /^(?:家|个|compan(?:y|ies)|brands?)$/;
const vehicles = /^(?:辆|台|部|vehicles?|vans?|trucks?)$/;
/** 县乡村 and 农村 name the countryside, not villages. */
const village = '(?<![农乡])村';
/** Before something was changed: the plan is of afterwards. */
const earlier = '合并前|整合前|改造前|项目前|before';

/** Statements that count things. */
export const countRules: readonly Rule[] = [
  {
    unit: 'count',
    countedIn: lines,
    subject: /branch lines?\b|支线/,
    not: new RegExp(`干线|trunk|${earlier}`),
    relation: 'equal',
    measures: one('branchLineCount'),
  },
  {
    unit: 'count',
    countedIn: lines,
    subject: /trunk lines?\b|干线|县城?[到至]乡镇(?!.*村)/,
    not: new RegExp(`支线|branch|${earlier}`),
    relation: 'equal',
    measures: one('lineCount'),
  },
  {
    unit: 'count',
    countedIn: lines,
    subject: /lines?\b|线路|专线/,
    not: new RegExp(
      `goods|工业品|农产品|reached|通达|覆盖|station|chute|sorting|分拣|冷链|cold|同城|城区|班线|邮政|客货邮|融合|往返|bus|${earlier}`,
    ),
    relation: 'equal',
    // Lines that leave the depot, and those with their branches: reports count either.
    measures: [{ kpi: 'lineCount' }, { kpi: 'lineCount', part: 'withBranches' }],
  },
  {
    unit: 'count',
    countedIn: stations,
    subject: /township.*(?:station|centre|center)|乡镇.*(?:站|中心|点)/,
    not: new RegExp(`village|${village}|快递网点|${earlier}`),
    relation: 'equal',
    measures: one('townshipStationCount'),
  },
  {
    unit: 'count',
    countedIn: villages,
    subject: new RegExp(
      `village.*(?:reached|covered)|(?:通达|覆盖|送到).*${village}|${village}.*(?:通达|覆盖)`,
    ),
    not: new RegExp(`农户|居民|人口|村民|乡镇数|${earlier}`),
    relation: 'equal',
    measures: [
      { kpi: 'villageCoverageShare', part: 'numerator' },
      { kpi: 'villageReachShare', part: 'numerator' },
    ],
  },
  {
    unit: 'count',
    countedIn: stations,
    subject: new RegExp(`village.*(?:station|point|destination)|${village}.*(?:站|点)`),
    not: new RegExp(
      `邮政|金融|直播|益农|供销|通达|覆盖|快递网点|乡镇级?(?:和|及|与|、|/|,)|township and|${earlier}`,
    ),
    relation: 'equal',
    measures: one('villageStationCount'),
  },
  {
    unit: 'count',
    countedIn: villages,
    // How many there are, and not how many have something.
    subject:
      /(?:^| \/ )(?:.{1,6}县)?(?:全县|全部|现有|共有|共|下辖|所辖|辖|有|内|的|\s)*(?:行政村|建制村)(?:总?数量?|个数)?\s*(?:$| \/ )|(?:^| \/ )(?:number of |all |the )*administrative villages\s*(?:$| \/ )/,
    relation: 'equal',
    measures: [{ kpi: 'villageReachShare', part: 'denominator' }],
  },
  {
    unit: 'count',
    countedIn: stations,
    subject: /urban|pick-up|城区|自提/,
    not: /村|乡镇|village|town/,
    relation: 'equal',
    measures: one('urbanStationCount'),
  },
  {
    unit: 'count',
    countedIn: companies,
    subject: /courier|express (?:compan|brand|enterprise)|快递(?:公司|企业|品牌)|(?:整合|入驻).*快递/,
    not: new RegExp(
      `网点|门店|驿站|站点|服务点|车|从业|人员|员工|分公司|退出|outlet|branch|staff|${earlier}`,
    ),
    relation: 'equal',
    measures: one('courierCount'),
  },
  {
    unit: 'count',
    countedIn: vehicles,
    subject: /vehicle|车辆|货车|配送车/,
    not: new RegExp(
      `快递(?:公司|企业)|courier|新能源|电动|三轮|摩托|客车|公交|班车|同城|分拣|${village}|乡镇|electric|bus\\b|${earlier}`,
    ),
    relation: 'equal',
    measures: one('vehicleCount'),
  },
];
