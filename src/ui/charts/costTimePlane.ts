import type { BaselineKind } from '../../core/model/report.ts';
import { formatHours, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import type { SolvedScenario } from '../../state/select.ts';
import { colours } from '../theme.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from './chartStyle.ts';
import type { ChartOption } from './echarts.ts';
import { timeLimitH } from './timeDistribution.ts';

/** One point of the plane: a scenario after pooling, or its before. */
export interface PlaneRow {
  readonly scenarioId: string;
  readonly name: string;
  readonly stage: 'after' | 'before';
  readonly baseline: BaselineKind;
  readonly yuanPerParcel: number;
  /** Hours within which 95 % of the parcels arrive. */
  readonly p95H: number;
  readonly isStale: boolean;
  readonly isActive: boolean;
}

export function planeRows(
  solved: readonly SolvedScenario[],
  nameOf: (solved: SolvedScenario) => string,
): PlaneRow[] {
  return solved.flatMap((each) => {
    const { report, isStale, isActive } = each;
    const shared = { name: nameOf(each), baseline: report.baseline.kind, isStale, isActive };
    return (['before', 'after'] as const).flatMap((stage): PlaneRow[] => {
      const priced = stage === 'after' ? report.evaluation : report.baseline.evaluation;
      // Where nothing is carried there is neither a price nor a time.
      if (Number.isNaN(priced.yuanPerParcel) || Number.isNaN(priced.times.p95H)) return [];
      return [
        {
          ...shared,
          scenarioId: each.scenario.id,
          stage,
          yuanPerParcel: priced.yuanPerParcel,
          p95H: priced.times.p95H,
        },
      ];
    });
  });
}

export interface PlaneWords {
  readonly cost: string;
  readonly hours: string;
  readonly costTarget: string;
  readonly timeTarget: string;
  readonly before: string;
  readonly after: string;
  readonly stale: string;
}

/** The notation of a plan on a line of its own: narrow names meet less. */
const inTwoLines = (name: string): string => name.replace(/\s+(?=\d+(\+\d+)+$)/, '\n');

/** What a name takes: share of the costs shown, and hours. */
const nameWidthShare = 0.25;
const nameHeightH = 12;

/** Where a point's name stands: not below, into the axis or its own before, where they are near. */
export function labelSide(row: PlaneRow, rows: readonly PlaneRow[]): 'top' | 'right' | 'bottom' {
  if (row.stage === 'before') return 'right';
  const costs = rows.map(({ yuanPerParcel }) => yuanPerParcel);
  const span = Math.max(...costs) - Math.min(...costs);
  const hasBeforeBelow = rows.some(
    (other) =>
      other.stage === 'before' &&
      other.scenarioId === row.scenarioId &&
      Math.abs(other.yuanPerParcel - row.yuanPerParcel) < nameWidthShare * span &&
      other.p95H <= row.p95H &&
      other.p95H > row.p95H - nameHeightH,
  );
  return row.isActive || row.p95H < nameHeightH || hasBeforeBelow ? 'top' : 'bottom';
}

/** The axis of cost: whole tenths of a yuan, with room for names on both sides. */
function costExtent(rows: readonly PlaneRow[]): { readonly min: number; readonly max: number } {
  if (rows.length === 0) return { min: 0, max: 1 };
  const costs = rows.map(({ yuanPerParcel }) => yuanPerParcel);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const span = most - least || 1;
  return {
    min: Math.floor((least - 0.12 * span) * 10) / 10,
    max: Math.ceil((most + 0.15 * span) * 10) / 10,
  };
}

/** `costTargetYuan` is the active scenario's before less the asked-for saving; null without such a target. */
export function planeOption(
  rows: readonly PlaneRow[],
  costTargetYuan: number | null,
  words: PlaneWords,
  language: Language,
): ChartOption {
  const highestH = Math.max(timeLimitH, ...rows.map((row) => row.p95H));
  const extent = costExtent(rows);
  // The name of the hours reaches to the middle: above the words of a target line that stands left of it.
  const standsAbove = costTargetYuan !== null && costTargetYuan < (extent.min + extent.max) / 2;
  const series = (stage: PlaneRow['stage']) => ({
    type: 'scatter',
    name: words[stage],
    symbol: stage === 'after' ? 'circle' : 'diamond',
    symbolSize: stage === 'after' ? 13 : 12,
    labelLayout: { hideOverlap: true },
    data: rows
      .filter((row) => row.stage === stage)
      // The active scenario first: its label is the one that stays where labels meet.
      .toSorted((a, b) => Number(b.isActive) - Number(a.isActive))
      .map((row) => ({
        value: [row.yuanPerParcel, row.p95H],
        row,
        itemStyle: {
          color: stage === 'after' ? (row.isActive ? colours.primary : '#7aa2e3') : '#ffffff',
          borderColor: stage === 'after' ? '#ffffff' : '#6b7684',
          borderWidth: 1.5,
          opacity: row.isStale ? 0.4 : 1,
        },
        label: {
          show: stage === 'after' || row.isActive,
          position: labelSide(row, rows),
          lineHeight: 13,
          // Target lines end at the letters instead of running through them.
          textBorderColor: '#ffffff',
          textBorderWidth: 3,
          formatter: stage === 'after' ? inTwoLines(row.name) : words.before,
          fontSize: 11,
          color: stage === 'after' && row.isActive ? colours.text : colours.textSoft,
          fontWeight: stage === 'after' && row.isActive ? 600 : 400,
        },
      })),
  });
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 24, top: standsAbove ? 42 : 28, bottom: 38 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'item',
      formatter: (point: { data?: { row?: PlaneRow } }) => {
        const row = point.data?.row;
        if (!row) return '';
        const lines = [
          `${row.name} · ${words[row.stage]}`,
          `${formatYuan(row.yuanPerParcel, language)} ${words.cost}`,
          `${words.hours}: ${formatHours(row.p95H, language)}`,
        ];
        return [...lines, ...(row.isStale ? [words.stale] : [])].join('<br/>');
      },
    },
    xAxis: {
      type: 'value',
      name: words.cost,
      nameLocation: 'middle',
      nameGap: 22,
      ...extent,
      ...axisStyle,
      splitNumber: 4,
    },
    yAxis: {
      type: 'value',
      name: words.hours,
      ...axisStyle,
      nameTextStyle: { ...axisStyle.nameTextStyle, align: 'left', padding: [0, 0, 0, -36] },
      nameGap: standsAbove ? 24 : 10,
      min: 0,
      max: Math.ceil((highestH * 1.15) / 12) * 12,
      interval: 24,
    },
    series: [
      {
        ...series('after'),
        markLine: {
          z: 1,
          silent: true,
          symbol: 'none',
          data: [
            targetLine({ yAxis: timeLimitH }, words.timeTarget),
            ...(costTargetYuan === null ? [] : [targetLine({ xAxis: costTargetYuan }, words.costTarget)]),
          ],
        },
      },
      series('before'),
    ],
  };
}
