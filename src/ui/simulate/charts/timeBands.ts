import { estimatesIn, numbersIn, type TidyTable, tableNamed } from '../../../core/kpi/tidyTable.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours } from '../../theme.ts';
import { bandSeries } from './bands.ts';

/** Parcels per day whose time falls between two hours, and the share that arrived by the later one. */
export interface TimeBandRow {
  readonly fromH: number;
  /** null = all beyond the last hour that is told apart. */
  readonly toH: number | null;
  readonly parcelsPerDay: number;
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
}

export const timeLimitsH = [24, 48, 72] as const;

/** Bins wide enough to read, up to the hour by which all but a thousandth has arrived, and at least to 72. */
export function timeBandRows(tables: readonly TidyTable[]): TimeBandRow[] {
  const distribution = tableNamed(tables, 'timeDistribution');
  const parcels = numbersIn(distribution, 'parcelsPerDay');
  const shareByHour = estimatesIn(distribution, 'cumulativeShare');
  // The last row holds all beyond.
  const lastHours = shareByHour.length - 1;
  const nearlyAll = shareByHour.findIndex(({ mean }) => mean >= 0.999);
  const wantedH = Math.max(timeLimitsH[2], nearlyAll < 0 ? lastHours : nearlyAll + 1);
  const widthH = wantedH > 96 ? 6 : 4;
  const endH = Math.min(lastHours, Math.ceil(wantedH / widthH) * widthH);
  const rows: TimeBandRow[] = [];
  for (let fromH = 0; fromH < endH; fromH += widthH) {
    const toH = Math.min(endH, fromH + widthH);
    const share = shareByHour[toH - 1]!;
    rows.push({
      fromH,
      toH,
      parcelsPerDay: parcels.slice(fromH, toH).reduce((sum, each) => sum + each, 0),
      share: share.mean,
      shareLow: Math.max(0, share.low),
      shareHigh: Math.min(1, share.high),
    });
  }
  const beyond = parcels.slice(endH).reduce((sum, each) => sum + each, 0);
  if (beyond > 0) {
    const untold = Number.NaN;
    rows.push({
      fromH: endH,
      toH: null,
      parcelsPerDay: beyond,
      share: untold,
      shareLow: untold,
      shareHigh: untold,
    });
  }
  return rows;
}

export interface TimeBandWords {
  readonly parcels: string;
  readonly share: string;
  readonly hours: string;
  readonly band: string;
  readonly limit: (hours: number) => string;
  readonly bin: (row: TimeBandRow) => string;
}

const shareColour = '#0f9a8f';

export function timeBandOption(
  rows: readonly TimeBandRow[],
  words: TimeBandWords,
  language: Language,
): ChartOption {
  const drawn = rows.filter((row) => row.toH !== null);
  const endH = drawn.at(-1)?.toH ?? timeLimitsH[2];
  const start = { at: 0, low: 0, high: 0 };
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 42, top: 28, bottom: 34 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      formatter: (points: readonly { seriesType: string; dataIndex: number }[]) => {
        const bar = points.find(({ seriesType }) => seriesType === 'bar');
        const row = drawn[bar?.dataIndex ?? -1];
        if (!row) return '';
        return [
          words.bin(row),
          `${formatNumber(row.parcelsPerDay, language, 1)} ${words.parcels}`,
          `${words.share} ${formatShare(row.share, language)} (${formatShare(row.shareLow, language)}–${formatShare(row.shareHigh, language)})`,
        ].join('<br/>');
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: endH,
      interval: 24,
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
        nameGap: 10,
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
        data: drawn.map((row) => ({
          value: [(row.fromH + row.toH!) / 2, row.parcelsPerDay],
          itemStyle: { color: row.toH! <= 48 ? colours.primary : '#c2410c', borderRadius: [2, 2, 0, 0] },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          data: timeLimitsH.map((hours) => targetLine({ xAxis: hours }, words.limit(hours))),
        },
      },
      bandSeries(
        words.band,
        shareColour,
        [start, ...drawn.map((row) => ({ at: row.toH!, low: row.shareLow, high: row.shareHigh }))],
        1,
      ),
      {
        type: 'line',
        name: words.share,
        yAxisIndex: 1,
        showSymbol: false,
        silent: true,
        lineStyle: { color: shareColour, width: 1.6 },
        data: [[0, 0], ...drawn.map((row) => [row.toH, row.share])],
      },
    ],
  };
}
