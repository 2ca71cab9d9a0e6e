import type { SimulatedHub } from '../../../core/model/simulation.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours, lineColour } from '../../theme.ts';

/** The busiest few can be told apart in one picture; the table has all. */
const shownCount = 6;

export const busiestHubs = (hubs: readonly SimulatedHub[]): SimulatedHub[] =>
  hubs.toSorted((a, b) => b.peakParcels.mean - a.peakParcels.mean).slice(0, shownCount);

/** Stock of the busiest hubs by hour of the day. */
export function hubHourOption(
  hubs: readonly SimulatedHub[],
  nameOf: (stationId: string) => string,
  language: Language,
): ChartOption {
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 12, top: 28, bottom: 24 },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 8,
      textStyle: { fontSize: 11, color: colours.textSoft },
    },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]) => {
        const hour = points[0]?.dataIndex ?? 0;
        return [
          `${hour}:00–${hour + 1}:00`,
          ...hubs.map(
            ({ stationId, parcelsByHour }) =>
              `${nameOf(stationId)} ${formatNumber(parcelsByHour[hour], language)}`,
          ),
        ].join('<br/>');
      },
    },
    xAxis: {
      type: 'category',
      data: Array.from({ length: 24 }, (_, hour) => String(hour)),
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, interval: 2 },
    },
    yAxis: { type: 'value', ...axisStyle, splitNumber: 3 },
    series: hubs.map(({ stationId, parcelsByHour }, index) => ({
      type: 'line',
      step: 'end',
      name: nameOf(stationId),
      showSymbol: false,
      lineStyle: { color: lineColour(index), width: 1.8 },
      itemStyle: { color: lineColour(index) },
      data: [...parcelsByHour],
    })),
  };
}
