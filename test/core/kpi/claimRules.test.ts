import { describe, expect, it } from 'vitest';
import { judgeClaim } from '../../../src/core/kpi/judgeClaim.ts';
import { claim, kpis, row } from './claimCases.ts';

/** Also a subsidy (1.41 - 0.16 yuan a parcel) and shares on time; the rest as in `kpis`. */
const plan = [
  ...kpis,
  row('shareWithin24h', 0.62, 'share'),
  row('branchLineCount', 0, 'count'),
  row('yuanPerParcelAfterSubsidy', 1.25, 'yuan/parcel'),
];
const judged = (subject: string, value: string, unit: string, note = '') =>
  judgeClaim(claim(subject, value, unit, note), plan);
/** Verdict and what it was held against. */
const outcome = (subject: string, value: string, unit: string, note = ''): string => {
  const { verdict, findings } = judged(subject, value, unit, note);
  return [verdict, ...findings.map(({ kpi }) => kpi)].join(' ');
};
const coverage = 'villageCoverageShare villageReachShare';

describe('years and numbers that are no time limits', () => {
  it.each([
    // 85 % have a station of their own, 100 % are reached.
    ['2024年行政村快递覆盖率', '100', '%', `byDefinition ${coverage}`],
    ['2024年村级站点覆盖率', '84', '%', `holds ${coverage}`],
    ['In 2024 villages covered', '100', '%', `byDefinition ${coverage}`],
    ['2023-2024年行政村覆盖率', '80', '%', `holds ${coverage}`],
    ['2024年培训完成率', '58.75', '%', 'noFigure'],
    ['48个行政村覆盖率', '80', '%', 'noFigure'],
    // 97 % within 48 h, 62 % within 24 h; of 72 h the plan has none.
    ['48小时到村率', '97', '%', 'holds shareWithin48h'],
    ['48 h delivery rate', '95', '%', 'holds shareWithin48h'],
    ['四十八小时送达率', '95', '%', 'holds shareWithin48h'],
    ['2024年24小时内送达率', '90', '%', 'fails shareWithin24h'],
    ['72小时到村率', '95', '%', 'noFigure'],
    ['快递72小时进村率', '95', '%', 'noFigure'],
    ['24小时揽收率', '95', '%', 'noFigure'],
    // Within 48 hours is no "at most" of the share.
    ['48小时以内送达率', '90', '%', 'holds shareWithin48h'],
  ])('%s: %s %s', (subject, value, unit, expected) => {
    expect(outcome(subject, value, unit)).toBe(expected);
  });
});

describe('words beside a number', () => {
  it.each([
    // 6 couriers are 3 or more; 68 stations are 60 or more, and not 70 or more.
    ['至少整合3家以上快递企业', '3家以上', '', 'holds', 'atLeast'],
    ['整合快递企业不少于', '3', '家', 'holds', 'atLeast'],
    ['整合快递企业', '≥3', '家', 'holds', 'atLeast'],
    ['村级服务站', '60个以上', '', 'holds', 'atLeast'],
    ['村级服务站', '60余', '个', 'holds', 'atLeast'],
    ['村级服务站', '60多个', '', 'holds', 'atLeast'],
    ['村级服务站', '超过70个', '', 'fails', 'atLeast'],
    ['village stations', 'at least 60', 'node', 'holds', 'atLeast'],
    ['配送线路', '不超过5条', '', 'holds', 'atMost'],
    ['配送线路', '3条以内', '', 'fails', 'atMost'],
    ['县到村', '24', '小时以内', 'fails', 'atMost'],
    // 1.41 is no more than 1.4 x 1.1 = 1.54; 1.41 is more than 1.2 x 1.1 = 1.32.
    ['单件成本', '约1.4', '元/件', 'holds', 'aboutAtMost'],
    ['单件成本', '1.2左右', '元/件', 'fails', 'aboutAtMost'],
    // 68 lies within a tenth of 70 (63 to 77), not of 80 (72 to 88).
    ['村级服务站', '近70个', '', 'holds', 'about'],
    ['村级服务站', '80个左右', '', 'fails', 'about'],
    // 85 % are no less than 90 % x 0.9 = 81 %.
    ['行政村覆盖率', '约90%', '', 'holds', 'aboutAtLeast'],
    // At most 30 % of saving: 27 % is; 节约 is no 约.
    ['快递成本节约', '不超过30%', '', 'holds', 'atMost'],
    ['快递成本', '节约30%', '', 'fails', 'atLeast'],
    // 县级以上 is no number.
    ['县级以上配送线路', '5', '条', 'fails', 'equal'],
  ])('%s: %s %s', (subject, value, unit, verdict, relation) => {
    expect(judged(subject, value, unit)).toMatchObject({ verdict, relation });
  });

  it('may stand at the start of the note, and are of something else behind it', () => {
    expect(judged('整合的快递公司', '3', '家', '不少于 / at least')).toMatchObject({
      verdict: 'holds',
      relation: 'atLeast',
    });
    expect(judged('整合的快递公司', '3', '家', '见表 2；网点不少于 5 个')).toMatchObject({
      verdict: 'fails',
      relation: 'equal',
    });
  });
});

describe('statements of something else than the county’s total', () => {
  it.each([
    // A change of a level is no level, and a price is no cost.
    ['单件成本比整合前下降', '0.5', '元/件', 'noFigure'],
    ['每件成本降低', '0.3', '元/件', 'noFigure'],
    ['分拣成本降低', '20', '%', 'noFigure'],
    ['人工成本降低', '20', '%', 'noFigure'],
    ['培训成本降低', '20', '%', 'noFigure'],
    ['出港首重价格降低', '10', '%', 'noFigure'],
    ['成本增加，效率提升', '10', '%', 'noFigure'],
    ['行政村覆盖率提高', '20', '%', 'noFigure'],
    ['村级服务站增加', '20', '个', 'noFigure'],
    ['成本上升', '5', '%', 'noFigure'],
    ['物流成本占比下降到', '8', '%', 'noFigure'],
    ['物流费用占GDP比重降低', '10', '%', 'noFigure'],
    ['跨区域物流成本降低', '15', '%', 'noFigure'],
    ['企业成本降低', '15', '%', 'noFigure'],
    ['成本降低目标完成率', '95', '%', 'noFigure'],
    ['cost per parcel fell by', '0.5', 'yuan/parcel', 'noFigure'],
    ['快递企业减少', '6', '家', 'noFigure'],
    ['快递企业减少到', '6', '家', 'holds courierCount'],
    // Times of something else, of a part of the way or of the best case.
    ['村级站点免费保管期限', '3', '天', 'noFigure'],
    ['村级站点建设周期', '60', '天', 'noFigure'],
    ['省会到村时间', '2', '天', 'noFigure'],
    ['村级站点营业时间', '10', '小时', 'noFigure'],
    ['最快到村', '4', '小时', 'noFigure'],
    ['乡镇到村', '4', '小时', 'noFigure'],
    ['县到村缩短', '12', '小时', 'noFigure'],
    ['90%的快件24小时内到村', '24', '小时', 'noFigure'],
    ['全程到村时限', '3', '天', 'noFigure'],
    ['村级站点送达后通知时间', '2', '小时', 'noFigure'],
    // Shares of other things and other villages.
    ['行政村未覆盖率', '15', '%', 'noFigure'],
    ['脱贫村覆盖率', '80', '%', 'noFigure'],
    ['行政村宽带覆盖率', '98', '%', 'noFigure'],
    ['3个乡镇行政村覆盖率', '80', '%', 'noFigure'],
    ['山区村覆盖率', '80', '%', 'noFigure'],
    ['主品牌快递进村率', '80', '%', 'noFigure'],
    ['村级快递服务站带动就业覆盖率', '10', '%', 'noFigure'],
    // Counts of other things; vehicles where the sentence names them.
    ['配送线路配备车辆', '4', '辆', 'holds vehicleCount'],
    ['配送线路站点', '4', '个', 'noFigure'],
    ['备用线路', '1', '条', 'noFigure'],
    ['客货邮融合线路', '2', '条', 'noFigure'],
    ['乡镇快递网点', '30', '个', 'noFigure'],
    ['乡镇和村级站点', '80', '个', 'noFigure'],
    ['其他快递企业', '6', '家', 'noFigure'],
    ['快递公司网点', '30', '个', 'noFigure'],
    ['快递企业车辆', '20', '辆', 'noFigure'],
    ['原有村级服务站', '80', '个', 'noFigure'],
    ['撤并村级服务站', '15', '个', 'noFigure'],
    ['新建村级服务站', '20', '个', 'noFigure'],
    ['第一批村级服务站', '20', '个', 'noFigure'],
    ['合并前村级服务站', '80', '个', 'noFigure'],
    // Parcels of one line, vehicle, day or machine.
    ['每条线路日均件量', '1100', '件/日', 'noFigure'],
    ['单车日均件量', '1100', '件/日', 'noFigure'],
    ['高峰日件量', '9000', '件/日', 'noFigure'],
    ['分拣线能力', '20000', '件/日', 'noFigure'],
    ['分拣中心处理能力', '20000', '件/日', 'noFigure'],
    // Yuan per parcel of a part; after subsidies the plan has 1.25.
    ['村级站点服务费用', '0.3', '元/件', 'noFigure'],
    ['人工成本', '0.5', '元/件', 'noFigure'],
    ['补贴后件均成本', '1.2', '元/件', 'fails yuanPerParcelAfterSubsidy'],
    ['扣除补贴后件均成本', '1.3', '元/件', 'holds yuanPerParcelAfterSubsidy'],
  ])('%s: %s %s', (subject, value, unit, expected) => {
    expect(outcome(subject, value, unit)).toBe(expected);
  });

  it.each([
    ['村级服务站', '新建20个', '', 'noFigure'],
    ['村级服务站', '每乡镇6个', '', 'noFigure'],
    ['县到村', '最快4小时', '', 'noFigure'],
    ['县到村', '平均10小时', '', 'noFigure'],
    ['件均成本', '补贴后1.2', '元/件', 'fails yuanPerParcelAfterSubsidy'],
    ['单件成本', '下降0.5', '元/件', 'noFigure'],
    ['行政村', '约80', '个', 'holds villageReachShare'],
  ])('reads the words before the number too: %s: %s %s', (subject, value, unit, expected) => {
    expect(outcome(subject, value, unit)).toBe(expected);
  });

  it('heeds the start of the note, unless that gives numbers of its own', () => {
    expect(outcome('日均件量', '9000', '件/日', '高峰日')).toBe('noFigure');
    expect(outcome('村级服务站', '80', '个', '整合前；见表 3')).toBe('noFigure');
    expect(outcome('行政村覆盖率', '80', '%', '其中脱贫村 / of which poor villages')).toBe('noFigure');
    expect(outcome('快递成本降低', '10', '%', '比整合前')).toBe('holds savingShare');
    expect(outcome('村级服务站', '68', '个', '另有 12 个在建')).toBe('holds villageStationCount');
    expect(outcome('村级服务站', '68', '个', '见表 3；原有 80 个')).toBe('holds villageStationCount');
    // A note names no figure.
    expect(outcome('数量', '4', '条', '配送线路')).toBe('noFigure');
  });

  it('has none for a sentence of several statements', () => {
    const sentence =
      '整合中通、圆通等6家快递企业，开通四条线路，首重由3.0元降为2.7元，快递成本降低10%，覆盖80个行政村';
    for (const [value, unit] of [
      ['10', '%'],
      ['6', '家'],
      ['4', '条'],
      ['80', '个'],
      ['2.7', '元/件'],
    ] as const)
      expect(outcome(sentence, value, unit)).toBe('noFigure');
    expect(outcome('整合六家快递企业，快递成本降低', '10', '%')).toBe('noFigure');
  });

  it('has none after subsidies where there are none', () => {
    const same = [...kpis, row('yuanPerParcelAfterSubsidy', 1.41, 'yuan/parcel')];
    expect(judgeClaim(claim('补贴后件均成本', '1.2', '元/件'), same).verdict).toBe('noFigure');
  });
});

describe('units and ways of writing numbers', () => {
  it.each([
    // 4,400 parcels a day; 0.44 x 10,000 = 4,400; 4.4 x 1,000 = 4,400.
    ['日均处理快件', '0.44', '万件/日', 'holds parcelsPerDay'],
    ['日均处理快件', '0.44万件/日', '', 'holds parcelsPerDay'],
    ['日均处理快件', '0.44万', '件/日', 'holds parcelsPerDay'],
    ['日均处理快件', '0.44万', '万件/日', 'holds parcelsPerDay'],
    ['日均处理快件', '4.4', '千件/日', 'holds parcelsPerDay'],
    ['日均处理快件', '0.44', '万件', 'holds parcelsPerDay'],
    ['日均处理快件', '4,400', '件/日', 'holds parcelsPerDay'],
    // 160 x 10,000 / 365 = 4,384; 100 x 10,000 / 365 = 2,740; 1,600,000 / 365 = 4,384.
    ['全年快递业务量', '160', '万件/年', 'holds parcelsPerDay'],
    ['全年快递业务量', '100', '万件/年', 'fails parcelsPerDay'],
    ['快递业务量', '1600000', '件/年', 'holds parcelsPerDay'],
    // 13.4 x 10,000 x 12 / 365 = 4,405.
    ['快递业务量', '13.4', '万件/月', 'holds parcelsPerDay'],
    // 1.41 yuan, 141 fen.
    ['单票成本', '1.5', '元/票', 'holds yuanPerParcel'],
    ['单件成本', '150', '分/件', 'holds yuanPerParcel'],
    ['单件成本', '130', '分/件', 'fails yuanPerParcel'],
    // 27.6 h are 1,656 minutes.
    ['县到村', '1700', '分钟', 'holds worstCountyToVillageH'],
    ['县到村', '1440', '分钟', 'fails worstCountyToVillageH'],
    ['配送线路', '４条', '', 'holds lineCount'],
    ['配送车辆', '１２ 辆', '', 'fails vehicleCount'],
    ['配送线路', '四条', '', 'holds lineCount'],
    ['配送线路', '4条线路', '', 'holds lineCount'],
    ['行政村', '80', '个村', 'holds villageReachShare'],
    ['快递成本降低', '两成', '', 'holds savingShare'],
    ['快递成本降低', '百分之三十', '', 'fails savingShare'],
    ['行政村覆盖率', '八成', '', `holds ${coverage}`],
    ['县到村', '两天', '', 'holds worstCountyToVillageH'],
    ['县到村', '一天', '', 'fails worstCountyToVillageH'],
    ['县到村', '两', '天', 'holds worstCountyToVillageH'],
    ['快递进村率', '100', '%', 'holds villageReachShare'],
    ['行政村覆盖率', '85', '个百分点', 'noFigure'],
    // What is left: 80 % are a saving of 20 %, 70 % one of 30 %; the plan saves 27 %.
    ['成本下降到', '80%', '', 'holds savingShare'],
    ['快递成本', '降至80%', '', 'holds savingShare'],
    ['成本', '降低到原来的80%', '', 'holds savingShare'],
    ['快递成本降至整合前的', '70', '%', 'fails savingShare'],
    ['快递成本', '降低20%', '', 'holds savingShare'],
    // From one state to another: the later is the level.
    ['件均成本', '由3.0元降为2.7', '元/件', 'holds yuanPerParcel'],
    ['件均成本', '由3.0元降为2.7 元/件', '', 'holds yuanPerParcel'],
    ['件均成本', '3.0→1.2 元/件', '', 'fails yuanPerParcel'],
    ['件均成本由3.0元降至1.5元', '1.5', '元/件', 'holds yuanPerParcel'],
    ['县到村缩短至', '48', '小时', 'holds worstCountyToVillageH'],
  ])('%s: %s %s', (subject, value, unit, expected) => {
    expect(outcome(subject, value, unit)).toBe(expected);
  });

  it('turns what is left, and the words about it, round', () => {
    // No more than 80 % are left: at least 20 % are saved.
    expect(judged('快递成本降至', '80%以下', '')).toMatchObject({ verdict: 'holds', relation: 'atLeast' });
  });
});

describe('numbers that look the same on the screen', () => {
  const near = [
    row('savingShare', 0.26999, 'share'),
    row('worstCountyToVillageH', 27.6252, 'hour'),
    row('shareWithin48h', 0.7526, 'share'),
    row('villageReachShare', 0.9967, 'share', { numerator: 299, denominator: 300 }),
  ];
  it.each([
    // 26.999 % is shown as 27 %, 27.625 h as 27.6 h, 75.26 % as 75.3 %.
    ['快递成本降低', '27', '%', 'holds'],
    ['县到村', '27.6', '小时', 'holds'],
    ['48小时到村率', '75.3', '%', 'holds'],
    ['48小时到村率', '75.4', '%', 'fails'],
    ['县到村', '27.5', '小时', 'fails'],
    // A limit of one day is no limit of one and a half, and 299 of 300 (99.7 %) are not all.
    ['县到村', '1', '天', 'fails'],
    ['快递进村率', '100', '%', 'fails'],
  ])('%s: %s %s', (subject, value, unit, expected) => {
    expect(judgeClaim(claim(subject, value, unit), near).verdict).toBe(expected);
  });
});

describe('lines with branches', () => {
  const branched = [row('lineCount', 3, 'count'), row('branchLineCount', 11, 'count')];
  it.each([
    // 3 leave the depot, 11 branches start at townships: 14 in all.
    ['县乡村三级配送线路', '3', '条', 'byDefinition', [3, 14]],
    ['配送线路', '14', '条', 'byDefinition', [3, 14]],
    ['配送线路', '8', '条', 'fails', [3, 14]],
    ['支线', '11', '条', 'holds', [11]],
    ['干线线路', '3', '条', 'holds', [3]],
  ])('%s: %s %s', (subject, value, unit, verdict, figures) => {
    const { findings, ...found } = judgeClaim(claim(subject, value, unit), branched);
    expect(found.verdict).toBe(verdict);
    expect(findings.map((finding) => finding.value)).toEqual(figures);
  });
});
