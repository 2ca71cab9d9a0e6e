import { formatNumber, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from '../charts/chartStyle.ts';
import type { ChartOption } from '../charts/echarts.ts';
import { colours } from '../theme.ts';
import { colourOfStop } from './stopColours.ts';
import type { StopRow } from './stopRows.ts';

export interface StopChartWords {
  readonly parcels: string;
  readonly yuan: string;
  readonly income: string;
}

/** Each station by its parcels and by what one of them costs there; above the line it lacks something. */
export function stopChartOption(
  rows: readonly StopRow[],
  incomeYuanPerParcel: number,
  selectedStationId: string | null,
  words: StopChartWords,
  language: Language,
): ChartOption {
  const points = rows.filter(
    ({ parcelsPerDay, chargedYuanPerParcel }) => parcelsPerDay > 0 && Number.isFinite(chargedYuanPerParcel),
  );
  const least = Math.min(1, ...points.map(({ chargedYuanPerParcel }) => chargedYuanPerParcel));
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 40, right: 18, top: 26, bottom: 36 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'item',
      formatter: (point: { data?: { row?: StopRow } }) => {
        const row = point.data?.row;
        return row
          ? [
              row.name,
              `${formatNumber(row.parcelsPerDay, language, 1)} ${words.parcels}`,
              `${formatYuan(row.chargedYuanPerParcel, language)} ${words.yuan}`,
            ].join('<br/>')
          : '';
      },
    },
    xAxis: {
      // From a handful to some hundreds: on even steps most villages would lie on one another.
      type: 'log',
      name: words.parcels,
      nameLocation: 'middle',
      nameGap: 22,
      min: 'dataMin',
      max: 'dataMax',
      ...axisStyle,
      axisLabel: {
        ...axisStyle.axisLabel,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (parcels: number) => formatNumber(parcels, language),
      },
    },
    yAxis: {
      type: 'value',
      name: words.yuan,
      ...axisStyle,
      nameTextStyle: { ...axisStyle.nameTextStyle, align: 'left', padding: [0, 0, 0, -32] },
      nameGap: 9,
      min: Math.min(0, Math.floor(least)),
      // The line of the income is always in sight.
      max: ({ max }: { readonly max: number }) =>
        max < incomeYuanPerParcel ? Math.ceil(incomeYuanPerParcel * 10.5) / 10 : null,
    },
    series: [
      {
        type: 'scatter',
        data: points.map((row) => {
          const isSelected = row.stationId === selectedStationId;
          return {
            value: [row.parcelsPerDay, row.chargedYuanPerParcel],
            row,
            symbolSize: isSelected ? 14 : 8,
            itemStyle: {
              color: colourOfStop(row.missingYuanPerParcel),
              borderColor: isSelected ? colours.text : '#ffffff',
              borderWidth: isSelected ? 2 : 0.8,
            },
          };
        }),
        markLine: {
          z: 1,
          silent: true,
          symbol: 'none',
          data: [targetLine({ yAxis: incomeYuanPerParcel }, words.income)],
        },
      },
    ],
  };
}
