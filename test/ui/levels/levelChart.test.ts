import { expect, it } from 'vitest';
import { changesOf, levelChart, levelOf } from '../../../src/ui/levels/levelChart.ts';
import type { VariantPoint } from '../../../src/ui/levels/variantChart.ts';

const point = (number: number, change: Partial<VariantPoint['figures']>): VariantPoint => ({
  number,
  name: `#${number}`,
  figures: {
    ...({
      level: null,
      depotLineCount: 4,
      hasFewerLines: false,
      yuanPerParcel: 1,
      worstH: 20,
      unservedStationCount: 0,
      violationCount: 0,
    } as VariantPoint['figures']),
    ...change,
  },
});
const words = { cost: 'yuan', worst: 'hours', level: 'lines', incomplete: 'incomplete' };
const dataOf = (points: readonly VariantPoint[]) => {
  const { series } = levelChart(points, words, 'en') as unknown as {
    readonly series: readonly {
      readonly data: readonly { value: number[]; name: string; itemStyle: { color: string } }[];
    }[];
  };
  return series.map(({ data }) => data);
};

it('stands at its level, the scenario as given at its own number of lines', () => {
  expect(levelOf(point(1, {}).figures)).toBe(4);
  expect(levelOf(point(2, { level: 1.5 }).figures)).toBe(1.5);
});

it('draws cost and time from the fewest to the most, one mark for each number', () => {
  const [cost, time] = dataOf([
    point(1, { depotLineCount: 4, yuanPerParcel: 1.4 }),
    point(2, { level: 5, yuanPerParcel: 1.3, worstH: 19 }),
    point(3, { level: 3, yuanPerParcel: 1.2, worstH: 28, unservedStationCount: 6 }),
    point(4, { level: 4, yuanPerParcel: 1.4, worstH: 27 }),
  ]);
  expect(cost!.map(({ value }) => value)).toEqual([
    [3, 1.2],
    [4, 1.4],
    [5, 1.3],
  ]);
  expect(time!.map(({ value }) => value)).toEqual([
    [3, 28],
    [4, 27],
    [5, 19],
  ]);
  // Of four lines the one asked for is drawn, not the scenario as given.
  expect(cost![1]!.name).toBe('#4');
});

it('draws hollow what leaves stations out', () => {
  const [cost] = dataOf([point(1, { level: 2, unservedStationCount: 3 }), point(2, { level: 3 })]);
  expect(cost!.map(({ itemStyle }) => itemStyle.color === '#ffffff')).toEqual([true, false]);
});

it('leaves out a number of lines that cannot be had', () => {
  // Five were asked for, and four stations can have four.
  const [cost] = dataOf([
    point(1, { level: 4, yuanPerParcel: 1.4 }),
    point(2, { level: 5, depotLineCount: 4, hasFewerLines: true, yuanPerParcel: 1.4 }),
  ]);
  expect(cost!.map(({ value }) => value)).toEqual([[4, 1.4]]);
});

it('stands at the stations that change where that is asked', () => {
  const points = [
    point(1, { level: null, changedStationCount: 9, yuanPerParcel: 1.2 }),
    point(2, { level: 0, changedStationCount: 0, yuanPerParcel: 1.5 }),
    point(3, { level: 6, changedStationCount: 4, yuanPerParcel: 1.3 }),
  ];
  const { series } = levelChart(points, words, 'en', changesOf) as unknown as {
    readonly series: readonly { readonly data: readonly { value: number[] }[] }[];
  };
  expect(series[0]!.data.map(({ value }) => value)).toEqual([
    [0, 1.5],
    [4, 1.3],
    [9, 1.2],
  ]);
});
