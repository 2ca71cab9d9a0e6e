import { one, type Rule } from './rule.ts';

/** Of a part of the money: what one handling, one leg or one thing costs. */
export const partOfCost =
  /sorting|分拣|末端|派费|揽|干线|支线|运输|提成|收件|出港|进港|上行|下行|首重|续重|仓储|包装|油|燃|维修|服务费|管理|租|站点|网点|服务站|服务点|乡镇|outgoing|incoming|outbound|inbound|\brent\b|fuel|manage/;
const cost = 'cost|expense|成本|费用';
const fall = 'reduc|less(?! than)|lower|saving|fell|down|降|节省|省[了下去]|减|节约';
/** Of other costs than those of bringing parcels, or of a share in something. */
const otherCost =
  'production|生产|加工|采购|库存|营销|销售|企业|商户|商家|农户|农民|车辆|线路|公里|跨区|冷链|同城|占|比重|gdp|完成|增|升|cross-region|cold|proportion|share of';
const downTo = /(?:降低?|下降|减少?|压缩)(?:到|至|为)|(?:reduced|fell|lowered|down) to/;
/** What is brought there, and not called at, opened or answered within the time. */
const delivered =
  '快件|包裹|送达|送到|到达|到村|进村|入村|妥投|投递|配送|派送|及时|时效|达成|通达|parcel|deliver|reach|to (?:the )?village';
const notDelivered = /柜|签收|揽|出村|发货|发出|取件|营业|自助|城区|乡镇(?!.*村)|同城|县城(?!.*村)|上行|出港/;
/** 县乡村 and 农村 name the countryside, not villages. */
const village = '(?<![农乡])村';
const otherThanParcels =
  /农户|居民|人口|村民|直播|金融|就业|带动|品牌|合作|山区|household|resident|employ|brand/;

/** The hours must be named as hours: 2024 年 and 48 个 are no time limits. */
function withinRule(hours: number, kpi: 'shareWithin24h' | 'shareWithin48h'): Rule {
  const within = `(?<!\\d)${hours}\\s*-?\\s*(?:小时|h(?:ours?)?\\b)`;
  return {
    unit: 'share',
    subject: new RegExp(`${within}.*(?:${delivered})|(?:${delivered}).*${within}`),
    not: notDelivered,
    relation: 'atLeast',
    measures: one(kpi),
  };
}

/** Statements in per cent. */
export const shareRules: readonly Rule[] = [
  {
    unit: 'share',
    subject: new RegExp(`(?:${cost}).*${downTo.source}|${downTo.source}.*(?:${cost})`),
    not: new RegExp(`${otherCost}|${partOfCost.source}`),
    isChange: true,
    isRest: true,
    relation: 'atMost',
    measures: one('savingShare'),
  },
  {
    unit: 'share',
    subject: new RegExp(`(?:${cost}).*(?:${fall})|(?:${fall}).*(?:${cost})`),
    not: new RegExp(`${otherCost}|${downTo.source}|${partOfCost.source}`),
    isChange: true,
    relation: 'atLeast',
    measures: one('savingShare'),
  },
  withinRule(48, 'shareWithin48h'),
  withinRule(24, 'shareWithin24h'),
  {
    unit: 'share',
    subject: /快递.*(?:进村|入村|到村)(?:率|比例|$)|express.*into.*village/,
    not: new RegExp(`小时|日达|[\\d]\\s*[天日]|时限|时效|hour|${otherThanParcels.source}`),
    relation: 'atLeast',
    measures: one('villageReachShare'),
  },
  {
    unit: 'share',
    subject: new RegExp(
      `village.*(?:cover|reach)|(?:cover|reach).*village|${village}.*(?:覆盖|通达|通邮|通快递)|(?:覆盖|通达|通邮|通快递).*${village}`,
    ),
    not: new RegExp(`小时|日达|[\\d]\\s*[天日]|时限|hour|${otherThanParcels.source}`),
    relation: 'atLeast',
    measures: [{ kpi: 'villageCoverageShare' }, { kpi: 'villageReachShare' }],
  },
];
