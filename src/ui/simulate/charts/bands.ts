interface BandPoint {
  /** Place on the horizontal axis: a number, or the index of a category. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

interface DrawApi {
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

/** A confidence band: one area between the low and the high ends of its points. */
export const bandSeries = (name: string, colour: string, points: readonly BandPoint[], yAxisIndex = 0) => ({
  type: 'custom',
  name,
  yAxisIndex,
  silent: true,
  clip: true,
  z: 3,
  tooltip: { show: false },
  // One mark for all points; its own place only has to be somewhere on the axes.
  data: points.length === 0 ? [] : [[points[0]!.at, points[0]!.low]],
  renderItem: (_parameters: unknown, api: DrawApi) => ({
    type: 'polygon',
    shape: {
      points: [
        ...points.map(({ at, low }) => api.coord([at, low])),
        ...points.toReversed().map(({ at, high }) => api.coord([at, high])),
      ],
    },
    style: { fill: colour, opacity: 0.25 },
  }),
});
