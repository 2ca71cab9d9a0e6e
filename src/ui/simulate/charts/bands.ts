/** A confidence band: an invisible line at the low end and the stretch up to the high end stacked on it. */
export const bandSeries = (
  name: string,
  colour: string,
  points: readonly { readonly at: number | string; readonly low: number; readonly high: number }[],
  yAxisIndex = 0,
) => {
  const common = {
    type: 'line',
    stack: `${name} band`,
    stackStrategy: 'all',
    yAxisIndex,
    silent: true,
    showSymbol: false,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  } as const;
  return [
    { ...common, name: `${name} low`, data: points.map(({ at, low }) => [at, low]) },
    {
      ...common,
      name,
      areaStyle: { color: colour, opacity: 0.22 },
      data: points.map(({ at, low, high }) => [at, high - low]),
    },
  ];
};
