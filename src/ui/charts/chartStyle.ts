import { colours, fontFamily } from '../theme.ts';

/** What all charts share. */
export const textStyle = { fontFamily, fontSize: 11.5, color: colours.textSoft } as const;

export const axisStyle = {
  axisLine: { lineStyle: { color: '#b9c1ca' } },
  axisTick: { show: false },
  axisLabel: { color: colours.textSoft, fontSize: 11 },
  nameTextStyle: { color: colours.textSoft, fontSize: 11 },
  splitLine: { lineStyle: { color: '#edf0f3' } },
} as const;

export const tooltipStyle = {
  borderColor: colours.line,
  borderWidth: 1,
  padding: [6, 10],
  textStyle: { fontFamily, fontSize: 12, color: colours.text },
  extraCssText: 'box-shadow: 0 2px 10px rgba(20,30,45,.14); border-radius: 6px;',
} as const;

/** A target: dashed, dark, named at its end. */
export const targetLine = (position: { xAxis: number } | { yAxis: number }, name: string) => ({
  ...position,
  name,
  lineStyle: { color: colours.text, type: 'dashed', width: 1.2 },
  label: {
    formatter: name,
    color: colours.text,
    fontSize: 11,
    position: 'xAxis' in position ? 'end' : 'insideEndTop',
    backgroundColor: 'rgba(255,255,255,0.85)',
    padding: [1, 3],
  },
});

/** The container carries its own description in the language of the screen; the library's would overwrite it. */
export const noAnimation = { animation: false, aria: { enabled: false } } as const;
