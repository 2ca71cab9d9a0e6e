import { one, type Rule } from './rule.ts';

/** Statements in hours and days: of the whole way from the county town to a village. */
export const timeRules: readonly Rule[] = [
  {
    unit: 'hour',
    subject: /to (?:the )?village|到(?:行政|建制)?村|进村|入村|村级.*(?:时间|时效|时限|送达)/,
    // On average, one way of two, a part of the way, and what is not a way at all.
    not: /average|平均|mean|median|中位|township to|[乡镇市](?:到|至)|全程|全网|通知|到村后|送达后|间隔|频次|班次|interval|出村|揽|上行|取件|自提|同城|站点?(?:间|到)/,
    relation: 'atMost',
    measures: one('worstCountyToVillageH'),
  },
];
