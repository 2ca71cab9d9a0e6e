import type { CostRow } from '../../../core/evaluate/costRange.ts';
import { numbersIn, type TidyTable, tableNamed, textsIn } from '../../../core/kpi/tidyTable.ts';
import type { CostEntryKey } from '../../../core/model/rates.ts';
import { formatYuan } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours, costColours } from '../../theme.ts';

export const costEnds = ['low', 'likely', 'high'] as const;
export type CostEnd = (typeof costEnds)[number];

/** Yuan per parcel of one entry with its ends. */
export interface CostEndRow {
  readonly entry: CostEntryKey;
  readonly perParcel: Readonly<Record<CostEnd, number>>;
  readonly grade: CostRow['grade'];
}

/** Entries of the running cost that cost something; subsidy and social cost stand apart. */
export function costEndRows(tables: readonly TidyTable[]): CostEndRow[] {
  const range = tableNamed(tables, 'costRange');
  const grades = textsIn(range, 'grade');
  const [low, likely, high] = [
    numbersIn(range, 'lowYuanPerParcel'),
    numbersIn(range, 'likelyYuanPerParcel'),
    numbersIn(range, 'highYuanPerParcel'),
  ];
  return textsIn(range, 'entry')
    .map((entry, row) => ({
      entry: entry as CostRow['entry'],
      perParcel: { low: low[row]!, likely: likely[row]!, high: high[row]! },
      grade: grades[row] as CostRow['grade'],
    }))
    .filter(isRunning)
    .filter(({ perParcel }) => perParcel.high > 0 || perParcel.likely > 0);
}

const isRunning = <Row extends { readonly entry: CostRow['entry'] }>(
  row: Row,
): row is Row & { readonly entry: CostEntryKey } => row.entry !== 'C10' && row.entry !== 'S1';

export const endTotal = (rows: readonly CostEndRow[], end: CostEnd): number =>
  rows.reduce((sum, { perParcel }) => sum + perParcel[end], 0);

export interface CostEndWords {
  readonly end: (end: CostEnd) => string;
  readonly entry: (entry: CostEntryKey) => string;
  readonly unit: string;
}

export function costEndOption(
  rows: readonly CostEndRow[],
  words: CostEndWords,
  language: Language,
): ChartOption {
  const upward = costEnds.toReversed();
  return {
    ...noAnimation,
    textStyle,
    // The names of more than seven entries take three lines.
    grid: { left: 58, right: 26, top: 8, bottom: rows.length > 7 ? 80 : 62 },
    legend: {
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
        const end = upward[points[0]?.dataIndex ?? -1];
        if (!end) return '';
        return [
          `${words.end(end)}: ${formatYuan(endTotal(rows, end), language)} ${words.unit}`,
          ...rows.map((row) => `${words.entry(row.entry)} ${formatYuan(row.perParcel[end], language)}`),
        ].join('<br/>');
      },
    },
    xAxis: { type: 'value', ...axisStyle, splitNumber: 4 },
    yAxis: {
      type: 'category',
      data: upward.map(words.end),
      ...axisStyle,
      axisLabel: {
        ...axisStyle.axisLabel,
        formatter: (name: string, index: number) =>
          `{name|${name}}\n{total|${formatYuan(endTotal(rows, upward[index]!), language)}}`,
        rich: {
          name: { fontSize: 12, lineHeight: 16, color: colours.textSoft },
          total: { fontSize: 13.5, lineHeight: 18, fontWeight: 600, color: colours.text },
        },
      },
    },
    series: rows.map((row) => ({
      type: 'bar',
      stack: 'cost',
      name: words.entry(row.entry),
      barWidth: '60%',
      itemStyle: { color: costColours[row.entry], borderColor: '#fff', borderWidth: 0.5 },
      data: upward.map((end) => row.perParcel[end]),
    })),
  };
}
