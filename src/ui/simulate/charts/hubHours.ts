import { numbersIn, type TidyTable, tableNamed, textsIn } from '../../../core/kpi/tidyTable.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours, lineColour } from '../../theme.ts';

/** Parcels that wait at one hub, hour by hour of the day, and the most there were at once. */
export interface HubHourRow {
  readonly stationId: string;
  readonly peakParcels: number;
  readonly parcelsByHour: readonly number[];
}

export function hubHourRows(tables: readonly TidyTable[]): HubHourRow[] {
  const hubs = tableNamed(tables, 'hubs');
  const byHour = tableNamed(tables, 'hubHours');
  const peak = numbersIn(hubs, 'peakParcels');
  const hubOfRow = textsIn(byHour, 'stationId');
  const parcels = numbersIn(byHour, 'parcels');
  return textsIn(hubs, 'stationId').map((stationId, row) => ({
    stationId,
    peakParcels: peak[row]!,
    parcelsByHour: [...parcels].filter((_, at) => hubOfRow[at] === stationId),
  }));
}

/** The busiest few can be told apart in one picture; the table has all. */
const shownCount = 6;

export const busiestHubs = (hubs: readonly HubHourRow[]): HubHourRow[] =>
  hubs.toSorted((a, b) => b.peakParcels - a.peakParcels).slice(0, shownCount);

/** Stock of the busiest hubs by hour of the day. */
export function hubHourOption(
  hubs: readonly HubHourRow[],
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
