import { formatShare, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import type { VariantFigures } from '../../state/variants.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../charts/chartStyle.ts';
import type { ChartOption } from '../charts/echarts.ts';
import { colours } from '../theme.ts';

export interface VariantPoint {
  readonly name: string;
  /** As in the table. */
  readonly number: number;
  readonly figures: VariantFigures;
}

/** Cost against promptness: every variant twice, by 48 hours (filled) and by two calendar days (hollow). */
export function variantChart(
  points: readonly VariantPoint[],
  words: { readonly cost: string; readonly share48h: string; readonly days2: string },
  language: Language,
): ChartOption {
  const series = (name: string, key: 'shareWithin48h' | 'shareWithin2CalendarDays', isFilled: boolean) => ({
    type: 'scatter',
    name,
    symbolSize: 17,
    itemStyle: {
      color: isFilled ? colours.primary : '#ffffff',
      borderColor: colours.primary,
      borderWidth: 1.6,
    },
    label: {
      show: true,
      formatter: ({ data }: { readonly data: { readonly number: number } }) => String(data.number),
      color: isFilled ? '#ffffff' : colours.primary,
      fontSize: 11,
    },
    data: points.map((point) => ({
      value: [point.figures.yuanPerParcel, point.figures[key] * 100],
      number: point.number,
      name: point.name,
    })),
  });
  const percents = points.flatMap(({ figures }) => [
    figures.shareWithin48h,
    figures.shareWithin2CalendarDays,
  ]);
  const lowest = Math.max(0, Math.floor(Math.min(...percents, 0.9) * 5 - 0.2) * 20);
  return {
    ...noAnimation,
    textStyle,
    // Circles at 100 % stand half above the grid: the legend leaves them room.
    grid: { left: 44, right: 14, top: 40, bottom: 34 },
    legend: { top: 0, right: 0, itemWidth: 11, itemHeight: 11, textStyle },
    tooltip: {
      ...tooltipStyle,
      formatter: (at: unknown) => {
        const { data, seriesName } = at as {
          readonly data: { readonly value: readonly [number, number]; readonly name: string };
          readonly seriesName: string;
        };
        const [yuan, percent] = data.value;
        return `${data.name}<br/>${formatYuan(yuan, language)} ${words.cost} · ${seriesName} ${formatShare(percent / 100, language)}`;
      },
    },
    xAxis: {
      type: 'value',
      scale: true,
      name: words.cost,
      nameLocation: 'middle',
      nameGap: 20,
      splitNumber: 4,
      ...axisStyle,
    },
    yAxis: {
      type: 'value',
      min: lowest,
      max: 100,
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: '{value}%' },
    },
    series: [
      series(words.days2, 'shareWithin2CalendarDays', false),
      series(words.share48h, 'shareWithin48h', true),
    ],
  };
}
