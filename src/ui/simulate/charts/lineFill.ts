import { numbersIn, type TidyTable, tableNamed, textsIn } from '../../../core/kpi/tidyTable.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours, lineColour } from '../../theme.ts';

/** How full one line runs, and what found no room. */
export interface LineFillRow {
  readonly lineId: string;
  /** From 1, as in the lines table. */
  readonly number: number;
  readonly loadFactorShare: number;
  readonly tripsPerDay: number;
  readonly cancelledTripsPerDay: number;
  readonly leftBehindParcelsPerDay: number;
  readonly lengthKmPerDay: number;
}

export function lineFillRows(tables: readonly TidyTable[]): LineFillRow[] {
  const lines = tableNamed(tables, 'lines');
  const [fill, trips, cancelled, left, km] = (
    [
      'loadFactorShare',
      'tripsPerDay',
      'cancelledTripsPerDay',
      'leftBehindParcelsPerDay',
      'lengthKmPerDay',
    ] as const
  ).map((name) => numbersIn(lines, name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return textsIn(lines, 'lineId').map((lineId, row) => ({
    lineId,
    number: row + 1,
    loadFactorShare: fill[row]!,
    tripsPerDay: trips[row]!,
    cancelledTripsPerDay: cancelled[row]!,
    leftBehindParcelsPerDay: left[row]!,
    lengthKmPerDay: km[row]!,
  }));
}

export interface LineFillWords {
  readonly line: (number: number) => string;
  readonly fill: string;
  readonly left: string;
  readonly full: string;
}

export function lineFillOption(
  rows: readonly LineFillRow[],
  words: LineFillWords,
  language: Language,
): ChartOption {
  const most = Math.max(1, ...rows.map(({ loadFactorShare }) => loadFactorShare));
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 14, top: 24, bottom: 24 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        const { loadFactorShare, leftBehindParcelsPerDay } = row;
        return [
          words.line(row.number),
          `${words.fill} ${formatShare(loadFactorShare, language)}`,
          `${words.left} ${formatNumber(leftBehindParcelsPerDay, language, 1)}`,
        ].join('<br/>');
      },
    },
    xAxis: { type: 'category', data: rows.map(({ number }) => String(number)), ...axisStyle },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.ceil(most * 5) / 5,
      ...axisStyle,
      splitNumber: 4,
      axisLabel: { ...axisStyle.axisLabel, formatter: (share: number) => formatShare(share, language) },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        cursor: 'pointer',
        data: rows.map(({ loadFactorShare, leftBehindParcelsPerDay, lineId, number }) => ({
          value: loadFactorShare,
          lineId,
          itemStyle: {
            color: lineColour(number - 1),
            borderRadius: [2, 2, 0, 0],
          },
          label: {
            show: leftBehindParcelsPerDay >= 0.05,
            position: 'top',
            color: colours.fail,
            fontSize: 11,
            formatter: `−${formatNumber(leftBehindParcelsPerDay, language, 1)}`,
          },
        })),
        markLine: { silent: true, symbol: 'none', data: [targetLine({ yAxis: 1 }, words.full)] },
      },
    ],
  };
}
