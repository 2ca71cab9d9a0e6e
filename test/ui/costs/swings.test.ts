import { expect, it } from 'vitest';
import type { SavingSwings } from '../../../src/core/model/savingSwings.ts';
import { swingOption } from '../../../src/ui/costs/charts/swings.ts';

const swings: SavingSwings = {
  share: 0.27,
  targetShare: 0.2,
  swings: [
    { price: 'overheadYuanPerDay', lowShare: 0.27, highShare: 0.03, turnsAt: 593, isWithinRange: true },
    { price: 'driverYuanPerDay', lowShare: 0.23, highShare: 0.29, turnsAt: 0.37, isWithinRange: false },
  ],
};
const words = { price: ({ price }: { price: string }) => price, atLow: 'low', atHigh: 'high', target: '20%' };
interface Bars {
  readonly data: readonly { readonly value: number; readonly itemStyle: { readonly color: string } }[];
}

it('draws each bar from one end to the other through the saving as it is, the widest on top', () => {
  const option = swingOption(swings, words, 'en') as unknown as {
    readonly series: readonly [Bars, Bars, Bars];
    readonly yAxis: { readonly data: readonly string[] };
  };
  // From below: the driver's wage, then management.
  expect(option.yAxis.data).toEqual(['driverYuanPerDay', 'overheadYuanPerDay']);
  const [offset, below, above] = option.series.map(({ data }) => data.map(({ value }) => value));
  // 0.23 | 0.04 up to 0.27 | 0.02 up to 0.29; and 0.03 | 0.24 up to 0.27 | nothing beyond.
  expect(offset).toEqual([0.23, 0.03]);
  expect(below).toEqual([expect.closeTo(0.04, 9), expect.closeTo(0.24, 9)]);
  expect(above).toEqual([expect.closeTo(0.02, 9), expect.closeTo(0, 9)]);
  const colourOf = (row: number): string => option.series[1].data[row]!.itemStyle.color;
  expect(colourOf(1)).not.toBe(colourOf(0));
});

it('draws savings below nothing from a round share below the lowest', () => {
  const losing: SavingSwings = {
    share: -0.08,
    targetShare: 0.2,
    swings: [
      { price: 'overheadYuanPerDay', lowShare: -0.08, highShare: -0.38, turnsAt: null, isWithinRange: false },
    ],
  };
  const option = swingOption(losing, words, 'en') as unknown as {
    readonly series: readonly Bars[];
    readonly xAxis: {
      readonly max: number;
      readonly axisLabel: { readonly formatter: (value: number) => string };
    };
  };
  // From -40 %: 0.02 up to -38 %, 0.30 up to -8 %, nothing beyond; the target stands at 60 points.
  const values = option.series.map(({ data }) => data[0]!.value);
  expect(values).toEqual([expect.closeTo(0.02, 9), expect.closeTo(0.3, 9), expect.closeTo(0, 9)]);
  expect(values.every((value) => value >= 0)).toBe(true);
  expect(option.xAxis.max).toBeGreaterThan(0.6);
  expect(option.xAxis.axisLabel.formatter(0.1)).toBe('-30%');
});
