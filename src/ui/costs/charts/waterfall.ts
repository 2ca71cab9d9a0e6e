import type { BridgeCause } from '../../../core/kpi/bridge.ts';
import { numbersIn, type TidyTable, textsIn } from '../../../core/kpi/tidyTable.ts';
import { formatNumber, formatYuan } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours } from '../../theme.ts';

/** One bar of a waterfall: a total from zero, or a step from where the bar before it ended. */
export interface WaterfallRow {
  readonly kind: 'before' | 'step' | 'after';
  readonly cause: BridgeCause | null;
  readonly yuanPerParcel: number;
  readonly fromYuan: number;
  readonly toYuan: number;
}

/** Steps too small to see are left out of the chart, never out of the sum: what they add up to moves with the next bar. */
const smallestStep = 0.0005;

export function waterfallRows(table: TidyTable): WaterfallRow[] {
  const causes = textsIn(table, 'cause');
  const [yuan, from, to] = [
    numbersIn(table, 'yuanPerParcel'),
    numbersIn(table, 'fromYuan'),
    numbersIn(table, 'toYuan'),
  ];
  return textsIn(table, 'kind')
    .map((kind, row) => ({
      kind: kind as WaterfallRow['kind'],
      cause: causes[row] === '' ? null : (causes[row] as BridgeCause),
      yuanPerParcel: yuan[row]!,
      fromYuan: from[row]!,
      toYuan: to[row]!,
    }))
    .filter(({ kind, yuanPerParcel }) => kind !== 'step' || Math.abs(yuanPerParcel) >= smallestStep);
}

export interface WaterfallWords {
  readonly name: (row: WaterfallRow) => string;
  readonly unit: string;
}

const colourOf = ({ kind, yuanPerParcel }: WaterfallRow): string =>
  kind === 'before'
    ? '#6b7684'
    : kind === 'after'
      ? colours.primary
      : yuanPerParcel < 0
        ? colours.pass
        : colours.fail;

const signed = (yuan: number, language: Language): string =>
  `${yuan > 0 ? '+' : yuan < 0 ? '−' : ''}${formatNumber(Math.abs(yuan), language, 2)}`;

export function waterfallOption(
  rows: readonly WaterfallRow[],
  words: WaterfallWords,
  language: Language,
): ChartOption {
  const upward = rows.toReversed();
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 8, right: 44, top: 6, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = upward[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        const yuan =
          row.kind === 'step' ? signed(row.yuanPerParcel, language) : formatYuan(row.yuanPerParcel, language);
        return `${words.name(row)}: ${yuan} ${words.unit}`;
      },
    },
    xAxis: { type: 'value', ...axisStyle, splitNumber: 4 },
    yAxis: {
      type: 'category',
      data: upward.map(words.name),
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, interval: 0, color: colours.text },
    },
    series: [
      {
        type: 'bar',
        stack: 'bridge',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: upward.map((row) => Math.min(row.fromYuan, row.toYuan)),
      },
      {
        type: 'bar',
        stack: 'bridge',
        barWidth: '64%',
        data: upward.map((row) => ({
          value: Math.abs(row.toYuan - row.fromYuan),
          itemStyle: { color: colourOf(row), borderRadius: 2 },
          label: {
            show: true,
            position: 'right',
            fontSize: 11,
            color: colours.text,
            formatter:
              row.kind === 'step'
                ? signed(row.yuanPerParcel, language)
                : formatYuan(row.yuanPerParcel, language),
          },
        })),
      },
    ],
  };
}
