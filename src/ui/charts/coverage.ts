import type { KpiKey } from '../../core/kpi/kpis.ts';
import { formatShare } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import type { SolvedScenario } from '../../state/select.ts';
import { colours } from '../theme.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from './chartStyle.ts';
import type { ChartOption } from './echarts.ts';

/** Villages a scenario covers, with the denominator that makes the share mean something. */
export interface CoverageRow {
  readonly scenarioId: string;
  readonly name: string;
  /** With a station of their own. */
  readonly covered: number;
  /** Served at a neighbour's station. */
  readonly attached: number;
  readonly total: number;
  readonly isActive: boolean;
  readonly isStale: boolean;
}

/** Scenarios without village stations (an urban star) say nothing about villages and are left out. */
export function coverageRows(
  solved: readonly SolvedScenario[],
  nameOf: (solved: SolvedScenario) => string,
): CoverageRow[] {
  return solved.flatMap((each) => {
    const kpi = (key: KpiKey) => each.report.kpis.find((row) => row.key === key);
    const coverage = kpi('villageCoverageShare');
    const total = coverage?.denominator ?? 0;
    const reached = kpi('villageReachShare')?.numerator ?? 0;
    const covered = coverage?.numerator ?? 0;
    if (total === 0 || each.scenario.shape === 'urbanStar') return [];
    return [
      {
        scenarioId: each.scenario.id,
        name: nameOf(each),
        covered,
        attached: Math.max(0, reached - covered),
        total,
        isActive: each.isActive,
        isStale: each.isStale,
      },
    ];
  });
}

export interface CoverageWords {
  readonly covered: string;
  readonly attached: string;
  readonly uncovered: string;
  readonly target: string;
  readonly villages: string;
}

export function coverageOption(
  rows: readonly CoverageRow[],
  targetShare: number | null,
  words: CoverageWords,
  language: Language,
): ChartOption {
  const upward = rows.toReversed();
  const part = (name: string, colour: string, count: (row: CoverageRow) => number, hasLabel = false) => ({
    type: 'bar',
    stack: 'villages',
    name,
    barMaxWidth: 22,
    itemStyle: { color: colour },
    data: upward.map((row) => ({
      value: count(row) / row.total,
      label: hasLabel
        ? {
            show: true,
            position: 'insideLeft',
            formatter: `${row.covered}/${row.total} ${words.villages}  ${formatShare(row.covered / row.total, language, targetShare === null ? [] : [targetShare])}`,
            color: '#ffffff',
            fontSize: 11.5,
          }
        : { show: false },
    })),
  });
  const target = targetShare === null ? [] : [targetLine({ xAxis: targetShare }, words.target)];
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 8, right: 22, top: 24, bottom: 44, containLabel: true },
    legend: {
      bottom: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { fontSize: 11, color: colours.textSoft },
    },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = upward[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        const none = row.total - row.covered - row.attached;
        return [
          row.name,
          `${words.covered} ${row.covered}/${row.total}`,
          `${words.attached} ${row.attached}`,
          `${words.uncovered} ${none}`,
        ].join('<br/>');
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.2,
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: (share: number) => formatShare(share, language) },
    },
    yAxis: {
      type: 'category',
      data: upward.map((row) => row.name),
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, color: colours.text, width: 112, overflow: 'break' },
    },
    series: [
      {
        ...part(words.covered, colours.primary, (row) => row.covered, true),
        markLine: { silent: true, symbol: 'none', data: target },
      },
      part(words.attached, '#9bbcf0', (row) => row.attached),
      part(words.uncovered, '#dfe3e8', (row) => row.total - row.covered - row.attached),
    ],
  };
}
