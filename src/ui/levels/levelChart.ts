import { formatHours, formatInput, formatNumber, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../charts/chartStyle.ts';
import type { ChartOption } from '../charts/echarts.ts';
import { colours } from '../theme.ts';
import { isWhole } from './bestVariant.ts';
import type { VariantPoint } from './variantChart.ts';

interface LevelWords {
  readonly cost: string;
  readonly worst: string;
  readonly level: string;
  /** Of one that leaves stations out or passes a limit. */
  readonly incomplete: string;
}

type Figures = VariantPoint['figures'];

/** Where a variant stands on the axis: the level asked for, or its own number of lines. */
export const levelOf = ({ level, depotLineCount }: Figures): number => level ?? depotLineCount;
/** The same where it is asked how much may change: what did. */
export const changesOf = ({ changedStationCount }: Figures): number => changedStationCount;

/**
 * Cost and longest time against the number of lines, the multiple of the parcels, or the stations that change. Those
 * that leave stations out or pass a limit are drawn hollow.
 */
export function levelChart(
  points: readonly VariantPoint[],
  words: LevelWords,
  language: Language,
  placeOf: (figures: Figures) => number = levelOf,
): ChartOption {
  // The scenario as given stands among the others; where one of them is of the same level, that one is drawn. What has
  // fewer lines than it was to have is not of its level: its plan stands there under another.
  const ofTheirLevel = points.filter(({ figures }) => figures.level === null || !figures.hasFewerLines);
  const byLevel = new Map(ofTheirLevel.map((point) => [placeOf(point.figures), point]));
  const inOrder = [...byLevel].toSorted(([a], [b]) => a - b).map(([, point]) => point);
  const series = (
    name: string,
    key: 'yuanPerParcel' | 'worstH',
    color: string,
    yAxisIndex: number,
    symbol: string,
  ) => ({
    type: 'line',
    name,
    yAxisIndex,
    symbol,
    symbolSize: 9,
    lineStyle: { color, width: 1.6, type: key === 'worstH' ? 'dashed' : 'solid' },
    itemStyle: { color },
    data: inOrder.map(({ figures, name: variant }) => ({
      value: [placeOf(figures), figures[key]],
      name: variant,
      isWhole: isWhole(figures),
      itemStyle: isWhole(figures) ? { color } : { color: '#ffffff', borderColor: color, borderWidth: 1.6 },
    })),
  });
  const axis = (name: string, format: (value: number) => string) => ({
    type: 'value',
    scale: true,
    name,
    splitNumber: 3,
    ...axisStyle,
    axisLabel: { ...axisStyle.axisLabel, formatter: format },
  });
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 44, top: 46, bottom: 34 },
    legend: { top: 0, left: 'center', itemWidth: 18, itemHeight: 9, textStyle },
    tooltip: {
      ...tooltipStyle,
      formatter: (at: unknown) => {
        const { data, seriesName } = at as {
          readonly data: {
            readonly value: readonly [number, number];
            readonly name: string;
            readonly isWhole: boolean;
          };
          readonly seriesName: string;
        };
        const [, value] = data.value;
        const shown = seriesName === words.cost ? formatYuan(value, language) : formatHours(value, language);
        return `${data.name}<br/>${seriesName} ${shown}${data.isWhole ? '' : `<br/>${words.incomplete}`}`;
      },
    },
    xAxis: {
      type: 'value',
      scale: true,
      name: words.level,
      nameLocation: 'middle',
      nameGap: 20,
      minInterval: inOrder.every(({ figures }) => Number.isInteger(placeOf(figures))) ? 1 : 0,
      ...axisStyle,
    },
    yAxis: [
      axis(words.cost, (value) => formatNumber(value, language, 2)),
      { ...axis(words.worst, (value) => formatInput(value, language)), splitLine: { show: false } },
    ],
    series: [
      series(words.cost, 'yuanPerParcel', colours.primary, 0, 'circle'),
      series(words.worst, 'worstH', '#b45309', 1, 'diamond'),
    ],
  };
}
