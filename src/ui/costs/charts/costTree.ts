import { numbersIn, type TidyTable, tableNamed, textsIn } from '../../../core/kpi/tidyTable.ts';
import { type CostEntryKey, costEntryKeys } from '../../../core/model/rates.ts';
import { formatNumber, formatYuan } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { noAnimation, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours, costColours, lineColour } from '../../theme.ts';

/** Yuan a day of one line's stop (its parcels of both directions), by entry of the cost book. */
export interface StopYuanRow {
  readonly lineId: string;
  /** From 1, as in the lines table. */
  readonly number: number;
  readonly stationId: string;
  readonly parcelsPerDay: number;
  readonly yuanPerDay: number;
  readonly byEntry: Readonly<Record<CostEntryKey, number>>;
}

/** Running cost only: the subsidy (C10) is no cost and stands apart. */
const runningEntries = costEntryKeys.filter((entry) => entry !== 'C10');

export function stopYuanRows(
  tables: readonly TidyTable[],
  numberOf: (lineId: string) => number,
): StopYuanRow[] {
  const table = tableNamed(tables, 'costByStop');
  const [lineIds, stationIds, directions, entries] = [
    textsIn(table, 'lineId'),
    textsIn(table, 'stationId'),
    textsIn(table, 'direction'),
    textsIn(table, 'entry'),
  ];
  const parcels = numbersIn(table, 'parcelsPerDay');
  const yuan = numbersIn(table, 'yuanPerDay');
  const stops = new Map<string, { readonly firstRow: number; readonly rows: number[] }>();
  lineIds.forEach((lineId, row) => {
    const key = `${lineId} ${stationIds[row]}`;
    const known = stops.get(key);
    if (known) known.rows.push(row);
    else stops.set(key, { firstRow: row, rows: [row] });
  });
  return [...stops.values()].map(({ firstRow, rows }) => {
    const lineId = lineIds[firstRow]!;
    const byEntry = Object.fromEntries(
      runningEntries.map((entry) => [
        entry,
        rows.reduce((sum, row) => (entries[row] === entry ? sum + yuan[row]! : sum), 0),
      ]),
    ) as Record<CostEntryKey, number>;
    // Every row of a direction repeats its parcels.
    const ofDirection = new Map(rows.map((row) => [directions[row]!, parcels[row]!]));
    return {
      lineId,
      number: numberOf(lineId),
      stationId: stationIds[firstRow]!,
      parcelsPerDay: [...ofDirection.values()].reduce((sum, each) => sum + each, 0),
      yuanPerDay: runningEntries.reduce((sum, entry) => sum + byEntry[entry], 0),
      byEntry,
    };
  });
}

export interface LineYuan {
  readonly lineId: string;
  readonly number: number;
  readonly yuanPerDay: number;
  readonly stops: readonly StopYuanRow[];
}

/** Lines in the order of their number, each with its stops, the dearest first. */
export function lineYuan(rows: readonly StopYuanRow[]): LineYuan[] {
  const lines = new Map<string, StopYuanRow[]>();
  for (const row of rows) {
    const known = lines.get(row.lineId);
    if (known) known.push(row);
    else lines.set(row.lineId, [row]);
  }
  return [...lines]
    .map(([lineId, stops]) => ({
      lineId,
      number: stops[0]!.number,
      yuanPerDay: stops.reduce((sum, stop) => sum + stop.yuanPerDay, 0),
      stops: stops.toSorted((a, b) => b.yuanPerDay - a.yuanPerDay),
    }))
    .sort((a, b) => a.number - b.number);
}

export interface CostTreeWords {
  readonly all: string;
  readonly yuanPerDay: string;
  readonly yuanPerParcel: string;
  readonly line: (number: number) => string;
  readonly stop: (stationId: string) => string;
  readonly entry: (entry: CostEntryKey) => string;
}

interface TreePoint {
  readonly name: string;
  readonly value: number;
  readonly data?: { readonly parcelsPerDay?: number };
}

export function costTreeOption(
  lines: readonly LineYuan[],
  words: CostTreeWords,
  language: Language,
): ChartOption {
  return {
    ...noAnimation,
    textStyle,
    tooltip: {
      ...tooltipStyle,
      formatter: ({ name, value, data }: TreePoint) => {
        const parcels = data?.parcelsPerDay ?? 0;
        const perParcel =
          parcels > 0 ? ` · ${formatYuan(value / parcels, language)} ${words.yuanPerParcel}` : '';
        return `${name}<br/>${formatNumber(value, language, 1)} ${words.yuanPerDay}${perParcel}`;
      },
    },
    series: [
      {
        type: 'treemap',
        name: words.all,
        roam: false,
        nodeClick: 'zoomToNode',
        // Small areas have room for a name or for a sign, not for both.
        drillDownIcon: '',
        leafDepth: 2,
        left: 0,
        right: 0,
        top: 0,
        bottom: 26,
        breadcrumb: {
          bottom: 0,
          height: 20,
          itemStyle: { color: '#e9eef5', borderColor: '#cfd5dc', textStyle: { color: colours.text } },
        },
        label: { fontSize: 11, formatter: '{b}', overflow: 'truncate' },
        upperLabel: { show: true, height: 18, color: '#ffffff', fontSize: 11.5, fontWeight: 600 },
        levels: [
          { itemStyle: { borderWidth: 0, gapWidth: 2 }, upperLabel: { show: false } },
          { itemStyle: { borderWidth: 2, gapWidth: 1 } },
          { itemStyle: { gapWidth: 1 }, upperLabel: { show: false } },
        ],
        data: lines.map(({ lineId, number, yuanPerDay, stops }) => {
          const colour = lineColour(number - 1);
          return {
            name: words.line(number),
            value: yuanPerDay,
            lineId,
            parcelsPerDay: stops.reduce((sum, stop) => sum + stop.parcelsPerDay, 0),
            itemStyle: { color: colour, borderColor: colour },
            children: stops.map((stop) => ({
              name: words.stop(stop.stationId),
              value: stop.yuanPerDay,
              stationId: stop.stationId,
              lineId,
              parcelsPerDay: stop.parcelsPerDay,
              itemStyle: { color: colour, borderColor: '#ffffff' },
              children: runningEntries
                .filter((entry) => stop.byEntry[entry] > 0)
                .map((entry) => ({
                  name: words.entry(entry),
                  value: stop.byEntry[entry],
                  parcelsPerDay: stop.parcelsPerDay,
                  itemStyle: { color: costColours[entry] },
                })),
            })),
          };
        }),
      },
    ],
  };
}
