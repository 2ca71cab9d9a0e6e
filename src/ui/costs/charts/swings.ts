import type { SavingSwing, SavingSwings } from '../../../core/model/savingSwings.ts';
import { formatShare } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/t.ts';
import { axisStyle, noAnimation, targetLine, textStyle, tooltipStyle } from '../../charts/chartStyle.ts';
import type { ChartOption } from '../../charts/echarts.ts';
import { colours } from '../../theme.ts';

export interface SwingWords {
  readonly price: (swing: SavingSwing) => string;
  readonly atLow: string;
  readonly atHigh: string;
  readonly target: string;
}

/** Of the axis: rounded down to so much, with so much room at both ends. */
const [step, margin] = [0.1, 0.02];

/** Red where the price alone turns the verdict. */
const barColour = ({ isWithinRange }: SavingSwing): string => (isWithinRange ? colours.fail : '#8fb4ea');

/** A tornado: the widest on top, each bar from the saving at the low end of the price to that at the high end. */
export function swingOption(
  { share, targetShare, swings }: SavingSwings,
  words: SwingWords,
  language: Language,
): ChartOption {
  const upward = swings.toReversed();
  const percent = (value: number): string =>
    formatShare(value, language, targetShare === null ? [] : [targetShare]);
  const endsOf = ({ lowShare, highShare }: SavingSwing): readonly [number, number] => [
    Math.min(lowShare, highShare, share),
    Math.max(lowShare, highShare, share),
  ];
  const all = [share, ...(targetShare === null ? [] : [targetShare]), ...upward.flatMap(endsOf)];
  // Bars are stacked, which only works to one side of zero: all is drawn from a round share below the lowest.
  const base = Math.floor((Math.min(...all) - margin) / step) * step;
  const side = (pick: (swing: SavingSwing) => number, color: (swing: SavingSwing) => string) => ({
    type: 'bar',
    stack: 'swing',
    barWidth: '62%',
    data: upward.map((swing) => ({
      value: pick(swing),
      itemStyle: { color: color(swing), borderRadius: 2 },
    })),
  });
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 8, right: 22, top: 22, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const swing = upward[points[0]?.dataIndex ?? -1];
        return swing
          ? `${words.price(swing)}<br/>${words.atLow} ${percent(swing.lowShare)}<br/>${words.atHigh} ${percent(swing.highShare)}`
          : '';
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.max(...all) + margin - base,
      splitNumber: 4,
      ...axisStyle,
      axisLabel: {
        ...axisStyle.axisLabel,
        showMaxLabel: false,
        formatter: (value: number) => percent(value + base),
      },
    },
    yAxis: {
      type: 'category',
      data: upward.map(words.price),
      ...axisStyle,
      axisLabel: {
        ...axisStyle.axisLabel,
        interval: 0,
        color: colours.text,
        width: 150,
        overflow: 'truncate',
      },
    },
    series: [
      {
        ...side(
          (swing) => endsOf(swing)[0] - base,
          () => 'transparent',
        ),
        silent: true,
        markLine: {
          symbol: 'none',
          silent: true,
          animation: false,
          data: [
            {
              xAxis: share - base,
              lineStyle: { color: colours.primary, type: 'solid', width: 1.4 },
              label: { show: false },
            },
            ...(targetShare === null ? [] : [targetLine({ xAxis: targetShare - base }, words.target)]),
          ],
        },
      },
      side((swing) => share - endsOf(swing)[0], barColour),
      side((swing) => endsOf(swing)[1] - share, barColour),
    ],
  };
}
