import { estimatesIn, numbersIn, type TidyTable, tableNamed } from '../../../core/kpi/tidyTable.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { addDays } from '../../../state/simulationChoices.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { bandSeries } from './bands.ts';

/** Inbound parcels of one day of the horizon: those that came in and those not at their station by midnight. */
export interface BacklogRow {
  /** 2026-11-13 */
  readonly date: string;
  readonly backlog: number;
  readonly low: number;
  readonly high: number;
  readonly created: number;
}

export function backlogRows(tables: readonly TidyTable[], startDate: string): BacklogRow[] {
  const days = tableNamed(tables, 'days');
  const day = numbersIn(days, 'day');
  const created = numbersIn(days, 'createdParcels');
  return estimatesIn(days, 'backlogParcels').map(({ mean, low, high }, row) => ({
    date: addDays(startDate, day[row]!),
    backlog: mean,
    low: Math.max(0, low),
    high,
    created: created[row]!,
  }));
}

export interface BacklogWords {
  readonly backlog: string;
  readonly created: string;
  readonly band: string;
}

export function backlogOption(
  rows: readonly BacklogRow[],
  words: BacklogWords,
  language: Language,
): ChartOption {
  const shortDate = (date: string): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`;
  const dates = rows.map(({ date }) => shortDate(date));
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 48, right: 12, top: 28, bottom: 24 },
    legend: {
      top: 0,
      right: 0,
      itemWidth: 10,
      itemHeight: 10,
      data: [words.backlog, words.created],
      textStyle: { ...textStyle, fontSize: 11 },
    },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        const number = (value: number): string => formatNumber(value, language);
        return [
          row.date,
          `${words.backlog} ${number(row.backlog)} (${number(row.low)}–${number(row.high)})`,
          `${words.created} ${number(row.created)}`,
        ].join('<br/>');
      },
    },
    xAxis: { type: 'category', data: dates, ...axisStyle },
    yAxis: { type: 'value', ...axisStyle, splitNumber: 3 },
    series: [
      {
        type: 'bar',
        name: words.created,
        barWidth: '66%',
        itemStyle: { color: '#c9ced6', borderRadius: [2, 2, 0, 0] },
        data: rows.map(({ created }) => created),
      },
      bandSeries(
        words.band,
        '#c2410c',
        rows.map(({ low, high }, index) => ({ at: index, low, high })),
      ),
      {
        type: 'line',
        name: words.backlog,
        showSymbol: rows.length < 3,
        lineStyle: { color: '#c2410c', width: 1.8 },
        itemStyle: { color: '#c2410c' },
        data: rows.map(({ backlog }) => backlog),
      },
    ],
  };
}
