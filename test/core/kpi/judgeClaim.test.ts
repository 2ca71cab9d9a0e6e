import { describe, expect, it } from 'vitest';
import {
  chosenFigure,
  comparableFigures,
  judgeClaim,
  notCompared,
} from '../../../src/core/kpi/judgeClaim.ts';
import { savingAgainst } from '../../../src/core/kpi/saving.ts';
import type { BaselineKind, Before } from '../../../src/core/model/report.ts';
import type { Tier } from '../../../src/core/model/scenario.ts';
import { claim, kpis } from './claimCases.ts';

const verdict = (subject: string, valueText: string, unit: string): string =>
  judgeClaim(claim(subject, valueText, unit), kpis).verdict;

describe('judgeClaim', () => {
  it.each([
    // 80 % of villages: both 85 % and 100 % are as much.
    [
      '电商和物流服务覆盖：行政村 / e-commerce and logistics service: administrative villages',
      '80',
      '% / percent',
      'holds',
    ],
    // 100 %: reached are all, with a station of their own 85 %.
    ['administrative-village coverage of delivery', '100', 'percent', 'byDefinition'],
    ['村级服务站覆盖率', '81.25', '%', 'holds'],
    ['建制村覆盖率', '90', '%', 'byDefinition'],
    ['administrative villages reached by the delivery lines', '80', 'village', 'byDefinition'],
    ['administrative villages', '80', 'village', 'holds'],
    ['行政村', '79', '个', 'fails'],
    // 27.6 h are more than 24, less than two days (48 h).
    ['county town to village', '24', 'hour', 'fails'],
    ['county to village', '2', 'day', 'holds'],
    ['县到村时间', '2', '天', 'holds'],
    ['县到村', '1-2', '天', 'holds'],
    ['县到村', '20～24', '小时', 'fails'],
    ['县到村', '次日达', '天', 'noNumber'],
    ['express cost reduction', '10', 'percent', 'holds'],
    ['物流成本降低', '30', '%', 'fails'],
    ['48小时送达率', '95', '%', 'holds'],
    ['delivery lines opened', '4', 'line', 'holds'],
    ['配送线路', '8', '条', 'fails'],
    ['township e-commerce/logistics stations', '12', 'node', 'holds'],
    ['乡镇物流站', '11', '个', 'fails'],
    ['village destinations at the sorting line ("1+12+68")', '68', 'village', 'holds'],
    ['村级站点', '65', '个', 'fails'],
    ['courier companies integrated', '6', 'company', 'holds'],
    ['refrigerated and box delivery vehicles', '9', 'vehicle', 'fails'],
    ['件均成本', '1.5', '元/件', 'holds'],
    ['件均成本', '1.4', '元/件', 'fails'],
    // 1.93 lies within a tenth of 1.8 (1.62 to 1.98), not of 1.7 (to 1.87).
    ['整合前件均成本', '1.8', '元/件', 'holds'],
    ['整合前件均成本', '1.7', '元/件', 'fails'],
    ['日均件量', '4200', '件/日', 'holds'],
    ['日均件量', '8000', '件/日', 'fails'],
    ['日均件量', '3000-5000', '件/日', 'holds'],
    // Of villages, but not of how many are covered.
    ['村48小时送达率', '98', '%', 'fails'],
    ['村级配送成本降低', '20', '%', 'holds'],
    ['村级站点盈利率', '60', '%', 'noFigure'],
    ['village stations run at a profit', '60', 'percent', 'noFigure'],
    // Of a part, or on average: not of the whole, or the longest.
    ['县到村平均时间', '24', '小时', 'noFigure'],
    ['分拣成本', '0.1', '元/件', 'noFigure'],
    ['日均上行件量', '400', '件/日', 'noFigure'],
    ['每个村级站点日均件量', '50', '件/日', 'noFigure'],
    // The unit in the cell of the number, and words about it.
    ['村级服务站覆盖率', '81.25%', '', 'holds'],
    ['县到村', '不超过24小时', '', 'fails'],
    ['县到村时间', '1—2天', '', 'holds'],
    ['县到村时间', '1天~2天', '', 'holds'],
    ['日均件量', '约4200件/日', '', 'holds'],
    ['配送线路', '4条', '', 'holds'],
    ['配送线路', '“1+12”条', '', 'noNumber'],
    // As the data ship: both languages.
    [
      '配送线路通达的行政村 / administrative villages reached by the delivery lines',
      '80',
      '个 / village',
      'byDefinition',
    ],
    ['县乡村三级配送线路 / county-township-village delivery lines', '4', '条 / line', 'holds'],
    ['县到村 / county to village', '2', '天 / day', 'holds'],
    ['自动分拣线格口 / chutes of the automatic sorting line', '48', '个 / chute', 'noFigure'],
    // Of nothing the plan speaks of.
    [
      '农村和农产品网络零售额增长 / rural and farm-product online retail',
      '30',
      '%/年 / percent/year',
      'noFigure',
    ],
    [
      '每个村级服务站上行件量 / upward parcels per village station',
      '100',
      '件/月 / parcel/month',
      'noFigure',
    ],
    ['registered poor villages', '54', 'village', 'noFigure'],
    ['same-city distribution per day', '8000', 'parcel/day', 'noFigure'],
    ['urban pick-up stations ("1+17")', '17', 'node', 'noFigure'],
    ['cold store', '1500', 'tonne', 'noFigure'],
    ['training against target', '58.75', 'percent', 'noFigure'],
    ['lines for manufactured goods to the countryside', '8', 'line', 'noFigure'],
    ['first-weight price of an outgoing parcel before', '3.0', 'yuan/parcel', 'noFigure'],
  ])('%s: %s %s %s', (subject, value, unit, expected) => {
    expect(verdict(subject, value, unit)).toBe(expected);
  });

  it('gives the figures with what they rest on', () => {
    expect(judgeClaim(claim('快递成本下降', '20', '%'), kpis)).toMatchObject({
      relation: 'atLeast',
      findings: [{ kpi: 'savingShare', value: 0.27, isEstimated: true, holds: true }],
    });
    expect(
      judgeClaim(claim('administrative villages reached', '80', 'village'), kpis).findings.map(
        ({ part, value, holds }) => [part, value, holds],
      ),
    ).toEqual([
      ['numerator', 68, false],
      ['numerator', 80, true],
    ]);
  });

  it('compares with nothing where the plan lacks the figure', () => {
    expect(judgeClaim(claim('county to village', '2', 'day'), []).verdict).toBe('noFigure');
  });
});

describe('a saving against every "before"', () => {
  const pricedBefore = (kind: BaselineKind, yuanPerParcel: number, reaches: Tier): Before => ({
    ...{ kind, reaches, evaluation: { yuanPerParcel } },
  });
  const after = { yuanPerParcel: 1.41, reaches: 'village' } as const;
  // (1.93 - 1.41) / 1.93 = 26.9 %; (1.435 - 1.41) / 1.435 = 1.7 %; (3.06 - 1.41) / 3.06 = 53.9 %.
  const actual = [
    savingAgainst(pricedBefore('B1', 1.93, 'township'), after),
    savingAgainst(pricedBefore('B2', 1.435, 'township'), after),
    savingAgainst(pricedBefore('B3', 3.06, 'village'), after),
  ];
  // To the township only: (1.93 - 1.0) / 1.93 = 48.2 %; B3 goes to the village either way.
  const equal = savingAgainst(pricedBefore('B1', 1.93, 'township'), {
    yuanPerParcel: 1,
    reaches: 'township',
  });
  const savings = [...actual, equal, actual[2]!];
  const judged = (value: string) => judgeClaim(claim('快递成本降低', value, '%'), kpis, savings);

  it('is one by definition where they disagree, each with its name and once', () => {
    const { verdict: found, findings } = judged('10');
    expect(found).toBe('byDefinition');
    expect(findings.map(({ against, holds }) => [against?.baseline, against?.basis, holds])).toEqual([
      ['B1', 'actual', true],
      ['B2', 'actual', false],
      ['B3', 'equal', true],
      ['B1', 'equal', true],
    ]);
  });

  it('holds or fails where they agree', () => {
    expect(judged('1').verdict).toBe('holds');
    expect(judged('60').verdict).toBe('fails');
  });

  it('is against the one of the report until the others are known', () => {
    expect(verdict('快递成本降低', '10', '%')).toBe('holds');
    expect(judgeClaim(claim('快递成本降低', '10', '%'), kpis).findings[0]).not.toHaveProperty('against');
  });
});

describe('a figure chosen by a person', () => {
  const chosen = (subject: string, valueText: string, unit: string, comparedWith: string) =>
    judgeClaim({ ...claim(subject, valueText, unit), comparedWith }, kpis);

  it('is used instead of what the words say', () => {
    // 90 % of "services": no rule knows the word; of villages reached the plan has 100 %.
    expect(verdict('服务到位情况', '90', '%')).toBe('noFigure');
    expect(chosen('服务到位情况', '90', '%', 'villageReachShare').verdict).toBe('holds');
    // 90 % of villages is by definition; held against stations of their own alone (85 %) it fails.
    expect(verdict('建制村覆盖率', '90', '%')).toBe('byDefinition');
    expect(chosen('建制村覆盖率', '90', '%', 'villageCoverageShare').verdict).toBe('fails');
    // Two days are 48 hours; the plan's longest time is 27.6.
    expect(chosen('时效', '2', '天', 'worstCountyToVillageH').verdict).toBe('holds');
    // 1.30 yuan is claimed, 1.41 is planned: a cost may be no more.
    expect(chosen('单票', '1.30', '元/件', 'yuanPerParcel').verdict).toBe('fails');
  });

  it('counts villages where the statement is no percentage', () => {
    // 68 villages with a station of their own, of 80.
    const judged = chosen('服务村', '68', '个', 'villageCoverageShare');
    expect([judged.verdict, judged.findings.map(({ value }) => value)]).toEqual(['holds', [68]]);
    expect(chosen('服务村', '70', '个', 'villageCoverageShare').verdict).toBe('fails');
  });

  it('is none where a person says so, and what the words say where the unit no longer fits', () => {
    expect(chosen('建制村覆盖率', '80', '%', notCompared).verdict).toBe('noFigure');
    const other = { ...claim('建制村覆盖率', '80', '%'), comparedWith: 'lineCount' };
    expect(chosenFigure(other)).toBeNull();
    expect(judgeClaim(other, kpis).verdict).toBe('holds');
  });

  it('is offered by the unit of the statement', () => {
    expect(comparableFigures(claim('x', '80', '%'))).toContain('savingShare');
    expect(comparableFigures(claim('x', '80', '%'))).not.toContain('lineCount');
    expect(comparableFigures(claim('x', '24小时', ''))).toContain('worstCountyToVillageH');
    expect(comparableFigures(claim('x', '4', '条'))).toEqual(
      expect.arrayContaining(['lineCount', 'villageReachShare']),
    );
    // 1,015 points are no yuan per parcel, nor kilometres a day.
    const counts = comparableFigures(claim('x', '1015', '个 / node'));
    expect(counts).toContain('villageStationCount');
    for (const key of ['yuanPerParcel', 'lineKmPerDay', 'parcelsPerDay', 'totalYuanPerDay'] as const)
      expect(counts).not.toContain(key);
    expect(comparableFigures(claim('x', '4400', '件/日'))).toEqual(['parcelsPerDay']);
    expect(comparableFigures(claim('x', '600', '公里/日'))).toEqual(['lineKmPerDay']);
    expect(comparableFigures(claim('x', '1.4', '元/件'))).toContain('yuanPerParcelAfterSubsidy');
    expect(comparableFigures(claim('x', '1500', '吨'))).toEqual([]);
    // A bare number counts.
    expect(comparableFigures(claim('x', '4', ''))).toContain('lineCount');
    expect(judgeClaim({ ...claim('x', '1015', '个'), comparedWith: 'yuanPerParcel' }, kpis).verdict).toBe(
      'noFigure',
    );
  });
});
