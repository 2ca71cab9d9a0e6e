import { describe, expect, it } from 'vitest';
import { allocateCost } from '../../../src/core/evaluate/allocateCost.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { layGroundwork } from '../../../src/core/evaluate/groundwork.ts';
import { villageStops } from '../../../src/core/evaluate/villageStops.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { stopCell } from '../../../src/ui/stops/StopTable.tsx';
import { stopChartOption } from '../../../src/ui/stops/stopChart.ts';
import { colourOfStop, coloursByStop, otherColour, shortClasses } from '../../../src/ui/stops/stopColours.ts';
import { stopRows } from '../../../src/ui/stops/stopRows.ts';
import type { Stops } from '../../../src/ui/stops/useStops.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded, someRates } from '../../builders.ts';

// depot -10 km, 20 min- V -10 km, 20 min- W; X has no parcels; T is a township station on the way.
const matrix = aMatrix(
  ['depot', 'T', 'V', 'W', 'X'],
  [
    ['depot', 'T', 1, 2],
    ['T', 'V', 9, 18],
    ['V', 'W', 10, 20],
    ['W', 'X', 5, 10],
  ],
);
const scenario = aScenario(
  [
    { id: 'T', role: 'townshipStation', delivery: 50 },
    { id: 'V', delivery: 30 },
    { id: 'W', delivery: 10 },
    { id: 'X' },
  ],
  {
    vehicleTypes: [
      aVehicleType('van', {
        fixedYuanPerDay: graded(60),
        energyYuanPerKm: graded(0.3),
        driverYuanPerDay: graded(240),
      }),
    ],
    rates: someRates({ stationFeeYuanPerParcel: 0.3 }),
  },
);
const plan = aPlan([aLine('L', ['T', 'V', 'W', 'X'])]);
const evaluation = evaluatePlan(scenario, matrix, plan);
const allocation = allocateCost(scenario, plan, evaluation.lines);
const found: Stops = {
  report: { scenario, plan, evaluation } as Report,
  stops: villageStops(scenario, matrix, plan, evaluation.lines, allocation),
  basis: 'own',
  incomeYuanPerParcel: 1,
  isMeanIncome: false,
};

describe('rows of stops', () => {
  it('are the stations of the deepest tier, those that lack most first', () => {
    expect(layGroundwork(scenario, matrix).measuredRole).toBe('villageStation');
    const rows = stopRows(found);
    expect(rows.map(({ stationId }) => stationId)).toEqual(['X', 'V', 'W']);
    const x = rows[0]!;
    // X: 5 km on and 25 km back less 20 km back from W = 10 km; 10 + 50 - 40 = 20 minutes.
    // The line is busy 100 minutes for 300 yuan: 3 yuan a minute. 10 x 0.3 + 20 x 3 = 63 yuan a day, 22,995 a year.
    expect(x.detourKmPerDay).toBeCloseTo(10, 9);
    expect(x.missingYuanPerYear).toBeCloseTo(22_995, 6);
    expect(x).toMatchObject({
      isShort: true,
      parcelsPerDay: 0,
      missingYuanPerParcel: Number.POSITIVE_INFINITY,
    });
    // 63 / (1 - 0.3) = 90 parcels a day.
    expect(x.breakEvenParcelsPerDay).toBeCloseTo(90, 9);
    // V lies on the way: only the fee of 0.30.
    const v = rows.find(({ stationId }) => stationId === 'V')!;
    expect(v).toMatchObject({ isShort: false, breakEvenParcelsPerDay: 0, lines: [{ number: 1 }] });
    expect(v.missingYuanPerParcel).toBeCloseTo(-0.7, 9);
  });

  it('say without figures what has none', () => {
    const [x] = stopRows(found);
    expect(stopCell(x!, 'chargedYuanPerParcel', 'zh-CN')).toBe('—');
    expect(stopCell(x!, 'missingYuanPerYear', 'zh-CN')).toBe('22,995');
    const never = stopRows({ ...found, incomeYuanPerParcel: 0.3 })[0]!;
    expect(stopCell(never, 'breakEvenParcelsPerDay', 'en')).toBe('—');
    expect(stopCell({ ...x!, detourKmPerDay: -0.01 }, 'detourKmPerDay', 'en')).toBe('0.0');
  });

  it('have the colours of their classes on the map and in the chart; what is not judged is grey', () => {
    expect([-1, 0, 0.5, 0.51, 1, 9].map(colourOfStop)).toEqual(
      [0, 0, 1, 2, 2, 3].map((index) => shortClasses[index]!.colour),
    );
    const colours = coloursByStop(found);
    expect(colours.get('T')).toBe(otherColour);
    expect(colours.get('X')).toBe(shortClasses[3].colour);
    const option = stopChartOption(
      stopRows(found),
      1,
      'W',
      { parcels: 'p', yuan: 'y', income: 'i' },
      'en',
    ) as {
      series: [{ data: { row: { stationId: string }; symbolSize: number; itemStyle: { color: string } }[] }];
    };
    const { data } = option.series[0];
    // X has no parcels, and no place on an axis of parcels.
    expect(data.map(({ row }) => row.stationId).toSorted()).toEqual(['V', 'W']);
    for (const { row, itemStyle, symbolSize } of data) {
      expect(itemStyle.color).toBe(colours.get(row.stationId));
      expect(symbolSize).toBe(row.stationId === 'W' ? 14 : 8);
    }
  });
});
