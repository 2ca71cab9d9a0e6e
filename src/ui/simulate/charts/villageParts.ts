import { numbersIn, type TidyTable, tableNamed, textsIn } from '../../../core/kpi/tidyTable.ts';
import { formatHours } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours } from '../../theme.ts';

export const timeParts = ['sortH', 'waitDepartureH', 'driveH', 'hubWaitH', 'stationClosedH'] as const;
export type TimePart = (typeof timeParts)[number];

/** Each at least 3 : 1 against its neighbours or parted by a white edge. */
export const partColours = {
  sortH: '#8b95a3',
  waitDepartureH: '#c2410c',
  driveH: '#0958d9',
  hubWaitH: '#86c9a4',
  stationClosedH: '#e3a64a',
} as const satisfies Record<TimePart, string>;

/** Mean hours of one station's parcels by part. */
export interface VillagePartRow {
  readonly stationId: string;
  readonly name: string;
  readonly parts: Readonly<Record<TimePart, number>>;
  readonly totalH: number;
}

/** Slowest first. Stations where nothing arrived have no hours to take apart. */
export function villagePartRows(
  tables: readonly TidyTable[],
  nameOf: (stationId: string) => string,
): VillagePartRow[] {
  const stations = tableNamed(tables, 'stations');
  const roles = textsIn(stations, 'role');
  const parcels = numbersIn(stations, 'parcelsPerDay');
  const total = numbersIn(stations, 'meanH');
  const hours = timeParts.map((part) => [part, numbersIn(stations, part)] as const);
  return textsIn(stations, 'stationId')
    .map((stationId, row) => ({ stationId, row }))
    .filter(({ row }) => parcels[row]! > 0 && roles[row] !== 'depot')
    .map(({ stationId, row }) => ({
      stationId,
      name: nameOf(stationId),
      parts: Object.fromEntries(
        hours.map(([part, values]) => [part, values[row]!]),
      ) as VillagePartRow['parts'],
      totalH: total[row]!,
    }))
    .sort((a, b) => b.totalH - a.totalH);
}

export interface VillagePartWords {
  readonly hours: string;
  readonly total: string;
  readonly part: (part: TimePart) => string;
}

export function villagePartOption(
  rows: readonly VillagePartRow[],
  selectedId: string | null,
  words: VillagePartWords,
  language: Language,
): ChartOption {
  const upward = rows.toReversed();
  const used = timeParts.filter((part) => rows.some((row) => row.parts[part] > 0.005));
  return {
    ...noAnimation,
    textStyle,
    // Four names and more take two rows in a narrow card.
    grid: { left: 8, right: 18, top: used.length > 3 ? 46 : 26, bottom: 20, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 9,
      textStyle: { fontSize: 11, color: colours.textSoft },
    },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = upward[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        return [
          `${row.name}: ${formatHours(row.totalH, language)} ${words.hours}`,
          ...used.map((part) => `${words.part(part)} ${formatHours(row.parts[part], language)}`),
        ].join('<br/>');
      },
    },
    xAxis: {
      type: 'value',
      ...axisStyle,
      splitNumber: 4,
      name: words.hours,
      nameLocation: 'end',
      nameGap: 2,
    },
    yAxis: {
      type: 'category',
      data: upward.map((row) => row.name),
      ...axisStyle,
      axisLabel: {
        ...axisStyle.axisLabel,
        interval: 0,
        width: 96,
        overflow: 'truncate',
        color: (_name: string, index: number) =>
          upward[index]?.stationId === selectedId ? colours.primary : colours.text,
      },
    },
    series: used.map((part) => ({
      type: 'bar',
      stack: 'hours',
      name: words.part(part),
      barWidth: '70%',
      cursor: 'pointer',
      itemStyle: { color: partColours[part], borderColor: '#fff', borderWidth: 0.5 },
      data: upward.map((row) => ({
        value: row.parts[part],
        stationId: row.stationId,
        itemStyle: { opacity: selectedId === null || selectedId === row.stationId ? 1 : 0.45 },
      })),
    })),
  };
}
