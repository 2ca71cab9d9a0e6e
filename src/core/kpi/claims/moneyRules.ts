import { one, type Rule } from './rule.ts';
import { partOfCost } from './shareRules.ts';

/** Of the leg to villages alone, and of what is paid besides. */
const notWhole = new RegExp(`村级|village|补贴|subsid|投资|折旧|invest|价格|price|${partOfCost.source}`);
const cost = 'cost|成本|费用';
const before = 'before|整合前|以前|项目前|合并前|之前';

/** Statements in yuan per parcel, and of parcels a day. */
export const moneyRules: readonly Rule[] = [
  {
    unit: 'yuan/parcel',
    subject: new RegExp(
      `(?:补贴后|扣除?补贴|after subsid|net of subsid).*(?:${cost})|(?:${cost}).*(?:补贴后|扣除?补贴|after subsid|net of subsid)`,
    ),
    not: new RegExp(`${before}|村级|village|${partOfCost.source}`),
    relation: 'atMost',
    measures: one('yuanPerParcelAfterSubsidy'),
  },
  {
    unit: 'yuan/parcel',
    subject: new RegExp(`(?:${cost}).*(?:${before})|(?:${before}).*(?:${cost})`),
    not: notWhole,
    relation: 'equal',
    measures: one('baselineYuanPerParcel'),
  },
  {
    unit: 'yuan/parcel',
    subject: new RegExp(cost),
    not: new RegExp(`${before}|${notWhole.source}`),
    relation: 'atMost',
    measures: one('yuanPerParcel'),
  },
  {
    unit: 'parcel/day',
    subject: /件量|快件|快递|包裹|业务量|单量|处理|配送量|投递量|吞吐|parcel|volume/,
    // One direction, one place, one thing: not all parcels.
    not: /same-city|同城|order|订单|upward|outgoing|outbound|inbound|incoming|上行|下行|进港|出港|进村|揽|派|分拣|sort|城区|乡镇|(?<!乡)村|站|网点|企业|公司|平台|邮政|冷链|生鲜|农产品|电商|线路|车辆|最高|最大|village|town|station|line|vehicle|compan|cold/,
    relation: 'equal',
    measures: one('parcelsPerDay'),
  },
];
