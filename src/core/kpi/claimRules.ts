import type { KpiKey } from './kpis.ts';

/** What a statement of a report can be held against: a figure, or one of the two counts behind a share. */
export interface Measure {
  readonly kpi: KpiKey;
  readonly part?: 'numerator' | 'denominator';
}

/** equal: counts to the unit, anything else to a tenth. */
export type Relation = 'atLeast' | 'atMost' | 'equal';

export interface Rule {
  readonly unit: RegExp;
  readonly subject: RegExp;
  readonly not?: RegExp;
  readonly relation: Relation;
  /** Several where words of reports leave open which definition is meant. */
  readonly measures: readonly Measure[];
}

const percent = /percent|%|％|百分/;
const time = /^(hour|h\b|day|小时|时|天|日)/;
const count = /node|village|line|company|vehicle|station|point|个|村|站|点|条|家|辆|台|处/;
const perParcel = /(yuan|元).*(parcel|件|单)/;
const parcelsPerDay = /(parcel|件|单).*(day|日|天)/;
/** What is said of a part of the way, of one direction, of one station or on average is not said of the whole. */
const partOfCost = /sorting|分拣|末端|派费|揽|干线|支线|运输|提成/;
const partOfParcels =
  /same-city|同城|order|订单|upward|outgoing|outbound|inbound|incoming|上行|下行|进港|出港|揽|派|(per|each|every) (village|station|town)|每个|每村|每站|村均|站均|单站/;
const onAverage = /average|平均|mean|median|中位/;
const one = (kpi: KpiKey): readonly Measure[] => [{ kpi }];

/** The first that fits counts. Words as Chinese county reports use them, and their translations. */
const rules: readonly Rule[] = [
  {
    unit: percent,
    subject:
      /(cost|price|expense|成本|费用|运费|价格).*(reduc|less|lower|saving|降|省|减)|(降|节).*(成本|费用)/,
    not: /production|生产/,
    relation: 'atLeast',
    measures: one('savingShare'),
  },
  { unit: percent, subject: /48/, relation: 'atLeast', measures: one('shareWithin48h') },
  { unit: percent, subject: /24/, relation: 'atLeast', measures: one('shareWithin24h') },
  {
    unit: percent,
    subject:
      /village.*(cover|reach)|(cover|reach).*village|(?<!农)村.*(覆盖|通达|通邮|通快递)|(覆盖|通达|通邮|通快递).*(?<!农)村/,
    not: /poor|贫困|train|培训/,
    relation: 'atLeast',
    measures: [{ kpi: 'villageCoverageShare' }, { kpi: 'villageReachShare' }],
  },
  {
    unit: time,
    subject: /to.*village|到村|进村|入村|村级/,
    not: onAverage,
    relation: 'atMost',
    measures: one('worstCountyToVillageH'),
  },
  {
    unit: count,
    subject: /lines?\b|线路|专线/,
    not: /goods|工业品|reached|通达|覆盖|station|chute|sorting|分拣/,
    relation: 'equal',
    measures: one('lineCount'),
  },
  {
    unit: count,
    subject: /township.*(station|centre|center)|乡镇.*(站|中心|点)/,
    not: /village|(?<!农)村/,
    relation: 'equal',
    measures: one('townshipStationCount'),
  },
  {
    unit: count,
    subject: /village.*(reached|covered)|(通达|覆盖|送到).*(?<!农)村|(?<!农)村.*(通达|覆盖)/,
    not: /poor|贫困/,
    relation: 'equal',
    measures: [
      { kpi: 'villageCoverageShare', part: 'numerator' },
      { kpi: 'villageReachShare', part: 'numerator' },
    ],
  },
  {
    unit: count,
    subject: /village.*(station|point|destination)|(?<!农)村.*(站|点)/,
    not: /poor|贫困/,
    relation: 'equal',
    measures: one('villageStationCount'),
  },
  {
    unit: count,
    subject: /administrative villages|行政村|建制村/,
    not: /poor|贫困/,
    relation: 'equal',
    measures: [{ kpi: 'villageReachShare', part: 'denominator' }],
  },
  {
    unit: count,
    subject: /urban|pick-up|城区|自提/,
    relation: 'equal',
    measures: one('urbanStationCount'),
  },
  {
    unit: count,
    subject: /courier|快递(公司|企业|品牌)/,
    relation: 'equal',
    measures: one('courierCount'),
  },
  {
    unit: count,
    subject: /vehicle|车辆|货车|配送车/,
    relation: 'equal',
    measures: one('vehicleCount'),
  },
  {
    unit: perParcel,
    subject: /(cost|成本|费用).*(before|整合前|以前)|(before|整合前|以前).*(cost|成本|费用)/,
    not: partOfCost,
    relation: 'equal',
    measures: one('baselineYuanPerParcel'),
  },
  {
    unit: perParcel,
    subject: /cost|成本|费用/,
    not: partOfCost,
    relation: 'atMost',
    measures: one('yuanPerParcel'),
  },
  {
    unit: parcelsPerDay,
    subject: /./,
    not: partOfParcels,
    relation: 'equal',
    measures: one('parcelsPerDay'),
  },
];

/** What the words of a statement say it is about; null = nothing the plan has a figure of. Subject and unit in small letters. */
export const ruleOf = (subject: string, unit: string): Rule | null =>
  rules.find((each) => each.unit.test(unit) && each.subject.test(subject) && !each.not?.test(subject)) ??
  null;

export const isPercent = (unit: string): boolean => percent.test(unit);
export const isTime = (unit: string): boolean => time.test(unit);
