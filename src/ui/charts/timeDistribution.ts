import type { TimeDistribution } from '../../core/model/evaluation.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { colours } from '../theme.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from './chartStyle.ts';
import type { ChartOption } from './echarts.ts';

/** Parcels per day whose county-to-village time falls between two hours. */
export interface TimeBinRow {
  readonly fromH: number;
  readonly toH: number;
  readonly parcelsPerDay: number;
  /** Share of all parcels, those no line brings among them, that arrive by `toH`. */
  readonly cumulativeShare: number;
}

export const timeLimitH = 48;

/** Bins that end exactly at the limit: a parcel of 48.0 h is within it. */
export function timeRows(times: TimeDistribution): TimeBinRow[] {
  const lastH = Math.max(timeLimitH, times.points.at(-1)?.hours ?? 0);
  const widthH = lastH > 96 ? 8 : lastH > 60 ? 6 : 4;
  const binCount = Math.ceil(lastH / widthH);
  const parcels = new Array<number>(binCount).fill(0);
  for (const point of times.points) {
    const bin = Math.min(binCount - 1, Math.max(0, Math.ceil(point.hours / widthH) - 1));
    parcels[bin]! += point.parcelsPerDay;
  }
  let soFar = 0;
  return parcels.map((parcelsPerDay, bin) => {
    soFar += parcelsPerDay;
    return {
      fromH: bin * widthH,
      toH: (bin + 1) * widthH,
      parcelsPerDay,
      cumulativeShare: times.parcelsPerDay > 0 ? soFar / times.parcelsPerDay : Number.NaN,
    };
  });
}

export interface TimeWords {
  readonly parcels: string;
  readonly share: string;
  readonly hours: string;
  readonly limit: string;
  readonly bin: (fromH: number, toH: number) => string;
}

export function timeOption(rows: readonly TimeBinRow[], words: TimeWords, language: Language): ChartOption {
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 40, top: 26, bottom: 34 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        return [
          words.bin(row.fromH, row.toH),
          `${formatNumber(row.parcelsPerDay, language)} ${words.parcels}`,
          `${words.share} ${formatShare(row.cumulativeShare, language)}`,
        ].join('<br/>');
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: rows.at(-1)?.toH ?? timeLimitH,
      interval: rows.length > 12 ? 24 : 12,
      name: words.hours,
      nameLocation: 'middle',
      nameGap: 20,
      ...axisStyle,
      splitLine: { show: false },
    },
    yAxis: [
      {
        type: 'value',
        name: words.parcels,
        ...axisStyle,
        nameTextStyle: { ...axisStyle.nameTextStyle, align: 'left', padding: [0, 0, 0, -30] },
        nameGap: 8,
        splitNumber: 3,
      },
      {
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.5,
        ...axisStyle,
        splitLine: { show: false },
        axisLabel: { ...axisStyle.axisLabel, formatter: (share: number) => formatShare(share, language) },
      },
    ],
    series: [
      {
        type: 'bar',
        barWidth: '86%',
        name: words.parcels,
        data: rows.map((row) => ({
          value: [(row.fromH + row.toH) / 2, row.parcelsPerDay],
          itemStyle: {
            color: row.toH <= timeLimitH ? colours.primary : '#c2410c',
            borderRadius: [2, 2, 0, 0],
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          data: [targetLine({ xAxis: timeLimitH }, words.limit)],
        },
      },
      {
        type: 'line',
        name: words.share,
        yAxisIndex: 1,
        step: false,
        showSymbol: false,
        silent: true,
        lineStyle: { color: '#0f9a8f', width: 1.6 },
        data: [[0, 0], ...rows.map((row) => [row.toH, row.cumulativeShare])],
      },
    ],
  };
}
