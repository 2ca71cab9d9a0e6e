import type { CostBook } from '../../core/model/evaluation.ts';
import { type CostEntryKey, costEntryKeys } from '../../core/model/rates.ts';
import type { Report } from '../../core/model/report.ts';
import { formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { colours, costColours } from '../theme.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from './chartStyle.ts';
import type { ChartOption } from './echarts.ts';

/** Yuan per parcel of one cost entry before and after. */
export interface CostRow {
  readonly entry: CostEntryKey;
  readonly beforeYuanPerParcel: number;
  readonly afterYuanPerParcel: number;
}

type Priced = Pick<Report['evaluation'], 'costYuanPerDay' | 'parcelsPerDay'>;

const perParcel = (book: CostBook, entry: CostEntryKey, parcels: Priced['parcelsPerDay']): number => {
  const total = parcels.delivery + parcels.pickup;
  return total > 0 ? book[entry] / total : 0;
};

/** Entries that cost something before or after. The subsidy (C10) is shown apart from the costs, never among them. */
export function costRows(before: Priced, after: Priced): CostRow[] {
  return costEntryKeys
    .filter((entry) => entry !== 'C10')
    .map((entry) => ({
      entry,
      beforeYuanPerParcel: perParcel(before.costYuanPerDay, entry, before.parcelsPerDay),
      afterYuanPerParcel: perParcel(after.costYuanPerDay, entry, after.parcelsPerDay),
    }))
    .filter((row) => row.beforeYuanPerParcel > 0 || row.afterYuanPerParcel > 0);
}

export const costTotals = (rows: readonly CostRow[]): { before: number; after: number } => ({
  before: rows.reduce((sum, row) => sum + row.beforeYuanPerParcel, 0),
  after: rows.reduce((sum, row) => sum + row.afterYuanPerParcel, 0),
});

export interface CostWords {
  readonly before: string;
  readonly after: string;
  readonly unit: string;
  readonly limit: string;
  readonly entry: (entry: CostEntryKey) => string;
}

/** `targetShare` is the asked-for saving, null where the scenario has no such target. */
export function costOption(
  rows: readonly CostRow[],
  targetShare: number | null,
  words: CostWords,
  language: Language,
): ChartOption {
  const totals = costTotals(rows);
  const target =
    targetShare === null ? [] : [targetLine({ xAxis: totals.before * (1 - targetShare) }, words.limit)];
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 58, right: 26, top: 24, bottom: 62 },
    legend: {
      data: rows.map((row) => words.entry(row.entry)),
      bottom: 0,
      left: 'center',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 9,
      textStyle: { fontSize: 11, color: colours.textSoft },
    },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const isBefore = points[0]?.dataIndex === 1;
        const lines = rows.map(
          (row) =>
            `${words.entry(row.entry)} ${formatYuan(isBefore ? row.beforeYuanPerParcel : row.afterYuanPerParcel, language)}`,
        );
        const title = isBefore ? words.before : words.after;
        const total = isBefore ? totals.before : totals.after;
        return [`${title}: ${formatYuan(total, language)} ${words.unit}`, ...lines].join('<br/>');
      },
    },
    xAxis: { type: 'value', ...axisStyle, splitNumber: 4 },
    yAxis: {
      type: 'category',
      data: [words.after, words.before],
      ...axisStyle,
      // The total stands with the name: beside the bar the target line would run through it.
      axisLabel: {
        ...axisStyle.axisLabel,
        color: colours.text,
        formatter: (name: string, index: number) =>
          `{name|${name}}\n{total|${formatYuan(index === 0 ? totals.after : totals.before, language)}}`,
        rich: {
          name: { fontSize: 12, lineHeight: 17, color: colours.textSoft },
          total: { fontSize: 14, lineHeight: 19, fontWeight: 600, color: colours.text },
        },
      },
    },
    series: [
      ...rows.map((row, index) => ({
        type: 'bar',
        ...(index === 0 ? { markLine: { silent: true, symbol: 'none', data: target } } : {}),
        stack: 'cost',
        name: words.entry(row.entry),
        barWidth: '56%',
        itemStyle: { color: costColours[row.entry], borderColor: '#fff', borderWidth: 0.5 },
        data: [row.afterYuanPerParcel, row.beforeYuanPerParcel],
      })),
    ],
  };
}
