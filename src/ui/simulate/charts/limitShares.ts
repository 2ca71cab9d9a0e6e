import { estimatesIn, type TidyTable, tableNamed } from '../../../core/kpi/tidyTable.ts';
import type { Estimate } from '../../../core/model/simulation.ts';
import { formatShare } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours } from '../../theme.ts';

/** Share of the parcels that arrive within a limit, in hours or in calendar days (0 = the day they came in). */
export interface LimitRow {
  readonly kind: 'hours' | 'days';
  readonly limit: number;
  readonly share: Estimate;
}

const limitsH = [24, 48, 72] as const;
const limitsDays = [0, 1, 2, 3] as const;

export function limitRows(tables: readonly TidyTable[]): LimitRow[] {
  const byHour = estimatesIn(tableNamed(tables, 'timeDistribution'), 'cumulativeShare');
  const byDays = estimatesIn(tableNamed(tables, 'calendarDays'), 'cumulativeShare');
  return [
    ...limitsH.map((limit) => ({ kind: 'hours' as const, limit, share: byHour[limit - 1]! })),
    ...limitsDays.map((limit) => ({ kind: 'days' as const, limit, share: byDays[limit]! })),
  ];
}

/** A share's interval ends at 0 and 1, whatever the normal approximation says. */
export const clipped = ({ mean, low, high }: Estimate): Estimate => ({
  mean,
  low: Math.max(0, low),
  high: Math.min(1, high),
});

interface DrawApi {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

export function limitOption(
  rows: readonly LimitRow[],
  nameOf: (row: LimitRow) => string,
  language: Language,
): ChartOption {
  const upward = rows.toReversed();
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 8, right: 22, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = upward[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        const { mean, low, high } = clipped(row.share);
        return `${nameOf(row)}<br/>${formatShare(mean, language)} (${formatShare(low, language)}–${formatShare(high, language)})`;
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: (share: number) => formatShare(share, language) },
    },
    yAxis: {
      type: 'category',
      data: upward.map(nameOf),
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, color: colours.text },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: upward.map((row) => ({
          value: row.share.mean,
          itemStyle: { color: row.kind === 'hours' ? colours.primary : '#0f766e' },
          label: {
            show: true,
            position: row.share.mean > 0.3 ? 'insideLeft' : 'right',
            distance: row.share.mean > 0.3 ? 6 : 16,
            formatter: formatShare(row.share.mean, language),
            color: row.share.mean > 0.3 ? '#ffffff' : colours.text,
            fontSize: 11.5,
          },
        })),
      },
      {
        type: 'custom',
        silent: true,
        z: 5,
        data: upward.map(({ share }, index) => [index, clipped(share).low, clipped(share).high]),
        renderItem: (_parameters: unknown, api: DrawApi) => {
          const index = api.value(0);
          const [lowX, y] = api.coord([api.value(1), index]);
          const [highX] = api.coord([api.value(2), index]);
          const line = (x1: number, y1: number, x2: number, y2: number) => ({
            type: 'line',
            shape: { x1, y1, x2, y2 },
            style: { stroke: colours.text, lineWidth: 1.4 },
          });
          const ends = [lowX, highX].map((x) => line(x, y - 4, x, y + 4));
          return { type: 'group', children: [line(lowX, y, highX, y), ...ends] };
        },
      },
    ],
  };
}
