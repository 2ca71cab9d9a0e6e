import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import type { CurvePoint } from '../../state/solve.ts';
import { axisStyle, noAnimation, textStyle, tooltipStyle } from '../charts/chartStyle.ts';
import { colours } from '../theme.ts';

interface CurveWords {
  readonly seconds: string;
  readonly yuan: string;
}

/** Points of a staircase: each best holds until the next one, the last until the search ended. */
export function curveRows(
  curve: readonly CurvePoint[],
  endedAfterSeconds: number | null,
): (readonly [seconds: number, yuan: number])[] {
  const rows = curve.map((point) => [point.seconds, point.yuanPerParcel] as const);
  const last = rows.at(-1);
  return last && endedAfterSeconds !== null && endedAfterSeconds > last[0]
    ? [...rows, [endedAfterSeconds, last[1]]]
    : rows;
}

const smallSpanYuan = 0.1;

/** Best yuan per parcel so far against seconds. */
export function convergenceOption(
  curve: readonly CurvePoint[],
  endedAfterSeconds: number | null,
  words: CurveWords,
  language: Language,
) {
  const rows = curveRows(curve, endedAfterSeconds);
  const prices = rows.map(([, yuan]) => yuan);
  // Two neighbouring marks of the axis must not read the same.
  const digits = Math.max(...prices) - Math.min(...prices) < smallSpanYuan ? 3 : 2;
  return {
    ...noAnimation,
    textStyle,
    grid: { left: 46, right: 14, top: 34, bottom: 34 },
    tooltip: {
      ...tooltipStyle,
      trigger: 'axis',
      valueFormatter: (value: unknown) => `${formatNumber(Number(value), language, 4)} ${words.yuan}`,
    },
    xAxis: {
      ...axisStyle,
      type: 'value',
      min: 0,
      name: words.seconds,
      nameLocation: 'middle',
      nameGap: 20,
      splitLine: { show: false },
    },
    yAxis: {
      ...axisStyle,
      type: 'value',
      scale: true,
      name: words.yuan,
      nameTextStyle: { ...axisStyle.nameTextStyle, align: 'left', padding: [0, 0, 0, -30] },
      axisLabel: {
        ...axisStyle.axisLabel,
        formatter: (value: number) => formatNumber(value, language, digits),
      },
    },
    series: [
      {
        type: 'line',
        step: 'end',
        name: words.yuan,
        data: rows,
        symbolSize: 4,
        lineStyle: { color: colours.primary, width: 2 },
        itemStyle: { color: colours.primary },
      },
    ],
  };
}
