import { numbersIn, type TidyTable, tableNamed } from '../../../core/kpi/tidyTable.ts';
import type { SimulatedHour } from '../../../core/model/simulation.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours } from '../../theme.ts';

export interface HourWords {
  readonly vehicles: string;
  readonly parcels: string;
}

export function hourRows(tables: readonly TidyTable[]): SimulatedHour[] {
  const hours = tableNamed(tables, 'hours');
  const vehicles = numbersIn(hours, 'vehiclesOnRoad');
  const parcels = numbersIn(hours, 'parcelsOnBoard');
  return Array.from(numbersIn(hours, 'hour'), (hour, row) => ({
    hour,
    vehiclesOnRoad: vehicles[row]!,
    parcelsOnBoard: parcels[row]!,
  }));
}

/** Vehicles on the road (bars) and parcels on board (line) by hour of the day. */
export function hourOption(
  hours: readonly SimulatedHour[],
  words: HourWords,
  language: Language,
): ChartOption {
  const axis = (name: string, isRight: boolean) => ({
    type: 'value',
    name,
    ...axisStyle,
    splitNumber: 3,
    nameGap: 10,
    nameTextStyle: {
      ...axisStyle.nameTextStyle,
      align: isRight ? 'right' : 'left',
      padding: isRight ? [0, -30, 0, 0] : [0, 0, 0, -24],
    },
    ...(isRight ? { splitLine: { show: false } } : {}),
  });
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 34, right: 46, top: 28, bottom: 24 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = hours[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        return [
          `${row.hour}:00–${row.hour + 1}:00`,
          `${words.vehicles} ${formatNumber(row.vehiclesOnRoad, language, 1)}`,
          `${words.parcels} ${formatNumber(row.parcelsOnBoard, language)}`,
        ].join('<br/>');
      },
    },
    xAxis: {
      type: 'category',
      data: hours.map(({ hour }) => String(hour)),
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, interval: 2 },
    },
    yAxis: [axis(words.vehicles, false), axis(words.parcels, true)],
    series: [
      {
        type: 'bar',
        name: words.vehicles,
        barWidth: '72%',
        itemStyle: { color: '#9bbcf0', borderRadius: [2, 2, 0, 0] },
        data: hours.map(({ vehiclesOnRoad }) => vehiclesOnRoad),
      },
      {
        type: 'line',
        name: words.parcels,
        yAxisIndex: 1,
        showSymbol: false,
        lineStyle: { color: '#c2410c', width: 1.8 },
        itemStyle: { color: '#c2410c' },
        data: hours.map(({ parcelsOnBoard }) => parcelsOnBoard),
      },
    ],
    color: [colours.primary],
  };
}
