import type { SimulatedLine, SimulationResult } from '../../../core/model/simulation.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours, lineColour } from '../../theme.ts';

/** How full one line runs, and what found no room. */
export interface LineFillRow {
  readonly lineId: string;
  /** From 1, as in the lines table. */
  readonly number: number;
  readonly simulated: SimulatedLine;
}

export const lineFillRows = ({ lines }: SimulationResult): LineFillRow[] =>
  lines.map((simulated, index) => ({ lineId: simulated.lineId, number: index + 1, simulated }));

export interface LineFillWords {
  readonly line: (number: number) => string;
  readonly fill: string;
  readonly left: string;
  readonly full: string;
}

export function lineFillOption(
  rows: readonly LineFillRow[],
  words: LineFillWords,
  language: Language,
): ChartOption {
  const most = Math.max(1, ...rows.map(({ simulated }) => simulated.loadFactorShare.mean));
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 44, right: 14, top: 24, bottom: 24 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? -1];
        if (!row) return '';
        const { loadFactorShare, leftBehindParcelsPerDay } = row.simulated;
        return [
          words.line(row.number),
          `${words.fill} ${formatShare(loadFactorShare.mean, language)}`,
          `${words.left} ${formatNumber(leftBehindParcelsPerDay.mean, language, 1)}`,
        ].join('<br/>');
      },
    },
    xAxis: { type: 'category', data: rows.map(({ number }) => String(number)), ...axisStyle },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.ceil(most * 5) / 5,
      ...axisStyle,
      splitNumber: 4,
      axisLabel: { ...axisStyle.axisLabel, formatter: (share: number) => formatShare(share, language) },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        cursor: 'pointer',
        data: rows.map(({ simulated, lineId, number }) => ({
          value: simulated.loadFactorShare.mean,
          lineId,
          itemStyle: {
            color: lineColour(number - 1),
            borderRadius: [2, 2, 0, 0],
          },
          label: {
            show: simulated.leftBehindParcelsPerDay.mean >= 0.05,
            position: 'top',
            color: colours.fail,
            fontSize: 11,
            formatter: `−${formatNumber(simulated.leftBehindParcelsPerDay.mean, language, 1)}`,
          },
        })),
        markLine: { silent: true, symbol: 'none', data: [targetLine({ yAxis: 1 }, words.full)] },
      },
    ],
  };
}
