import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCost } from '../../../src/core/evaluate/allocateCost.ts';
import { costRange } from '../../../src/core/evaluate/costRange.ts';
import { costWarnings } from '../../../src/core/evaluate/costWarnings.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { socialCost } from '../../../src/core/evaluate/socialCost.ts';
import { costEntryKeys } from '../../../src/core/model/rates.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';
import { rates, van } from './pricedVan.ts';

describe('allocateCost', () => {
  it('splits one line by hand', () => {
    // depot -10 km, 20 min- V -10 km, 20 min- W -20 km, 40 min- depot; no dwell; 30 parcels to V, 10 to W.
    const matrix = aMatrix(
      ['depot', 'V', 'W'],
      [
        ['depot', 'V', 10, 20],
        ['V', 'W', 10, 20],
      ],
    );
    const scenario = aScenario(
      [
        { id: 'V', delivery: 30 },
        { id: 'W', delivery: 10 },
      ],
      { vehicleTypes: [van] },
    );
    const plan = aPlan([aLine('L', ['V', 'W'])]);
    const { lines } = evaluatePlan(scenario, matrix, plan);
    const { stops, legs } = allocateCost(scenario, plan, lines);
    // Duty 192: 20 of 80 minutes = 48 on the first leg, 48 on the second, 96 on the way back.
    expect(legs.filter((leg) => leg.fromId !== leg.toId).map((leg) => leg.yuanPerDay.C4)).toEqual([
      48, 48, 96,
    ]);
    // V: 3/4 of the first leg 36 + 3/4 of the empty way back 72 = 108; W: 12 + 48 + 24 = 84.
    const dutyOf = (id: string): number => stops.find((row) => row.stationId === id)!.yuanPerDay.C4;
    expect(dutyOf('V')).toBeCloseTo(108, 9);
    expect(dutyOf('W')).toBeCloseTo(84, 9);
    // Distance 40 km x 0.30 = 12: 3 + 3 + 6; W: 0.75 + 3 + 1.5.
    expect(stops.find((row) => row.stationId === 'W')!.yuanPerDay.C3).toBeCloseTo(5.25, 9);
  });

  it('adds up for every entry, whatever the lines', () => {
    const parcels = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ delivery: parcels, pickup: parcels }), { minLength: 4, maxLength: 9 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        (demands, isByHub, days) => {
          const ids = demands.map((_demand, index) => `S${index}`);
          const matrix = aMatrix(
            ['depot', ...ids],
            ids.map((id, index) => [index === 0 ? 'depot' : ids[index - 1]!, id, 3 + index, 5 + 2 * index]),
          );
          const scenario = aScenario(
            demands.map((demand, index) => ({
              id: ids[index]!,
              ...demand,
              ...(isByHub && index === 0 ? { role: 'townshipStation' as const } : {}),
              ...(isByHub && index > 1 ? { hubId: 'S0' } : {}),
            })),
            { vehicleTypes: [van], rates },
          );
          const serviceDays =
            days === 1 ? { kind: 'daily' as const } : { kind: 'everyNDays' as const, n: days };
          const plan = aPlan(
            isByHub
              ? [
                  aLine('T', ids.slice(0, 2), { kind: 'trunk' }),
                  aLine('B', ids.slice(2), {
                    kind: 'branch',
                    originId: aScenario([{ id: 'S0' }]).stations[0]!.id,
                    departureClockMin: [700],
                    serviceDays,
                  }),
                ]
              : [aLine('A', ids.slice(0, 2), { serviceDays }), aLine('B', ids.slice(2))],
          );
          const evaluation = evaluatePlan(scenario, matrix, plan);
          const { stops, legs } = allocateCost(scenario, plan, evaluation.lines);
          for (const entry of costEntryKeys) {
            for (const line of evaluation.lines) {
              const rows = stops.filter((row) => row.lineId === line.lineId);
              const sum = rows.reduce((total, row) => total + row.yuanPerDay[entry], 0);
              expect(sum).toBeCloseTo(line.costByEntry[entry], 8);
            }
            const total = stops.reduce((sum, row) => sum + row.yuanPerDay[entry], 0);
            expect(total).toBeCloseTo(evaluation.costYuanPerDay[entry], 8);
          }
          for (const entry of ['C2', 'C3', 'C4'] as const)
            expect(legs.reduce((sum, leg) => sum + leg.yuanPerDay[entry], 0)).toBeCloseTo(
              evaluation.costYuanPerDay[entry],
              8,
            );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('costRange', () => {
  const range = (value: number, low: number, high: number) => ({ ...graded(value), low, high });
  const matrix = aMatrix(['depot', 'V'], [['depot', 'V', 50, 60]]);
  const plan = aPlan([aLine('L', ['V'])]);
  const scenario = aScenario([{ id: 'V', delivery: 100 }], {
    vehicleTypes: [{ ...van, energyYuanPerKm: range(0.2, 0.12, 0.25) }],
    rates: { ...rates, stationFeeYuanPerParcel: range(0.3, 0.2, 0.5) },
  });

  it('gives every entry with low, likely and high, a grade and sources', () => {
    const { rows, totalYuanPerDay } = costRange(scenario, matrix, plan);
    expect(rows.map((row) => row.entry)).toEqual([...costEntryKeys, 'S1']);
    const rowOf = (entry: string) => rows.find((row) => row.entry === entry)!;
    // 100 km x (0.12 | 0.20 | 0.25 + 0.10)
    expect(
      [rowOf('C3').low, rowOf('C3').likely, rowOf('C3').high].map((yuan) => Math.round(yuan * 100)),
    ).toEqual([2200, 3000, 3500]);
    // 100 x 0.2 | 0.3 | 0.5 + 90 / 30
    expect([rowOf('C6').low, rowOf('C6').likely, rowOf('C6').high]).toEqual([23, 33, 53]);
    expect(rowOf('C3').grade).toBe('user');
    expect(rowOf('C3').sources).toEqual(['test']);
    expect(totalYuanPerDay.low).toBeLessThan(totalYuanPerDay.likely);
    expect(totalYuanPerDay.high).toBeGreaterThan(totalYuanPerDay.likely);
  });

  it('keeps social cost apart: nothing when the village is served, all its parcels when it is not', () => {
    expect(socialCost(scenario, plan).yuanPerDay).toBe(0);
    expect(socialCost(scenario, aPlan([])).stoppedShortParcelsPerDay).toBe(100);
    // 100 x (0.2 x 3 + 0.8 x 6 / 1.5)
    expect(socialCost(scenario, aPlan([])).yuanPerDay).toBeCloseTo(380, 9);
  });

  it('warns of a village leg no public case comes near to', () => {
    const warned = (delivery: number) => {
      const changed = aScenario([{ id: 'V', delivery }], { vehicleTypes: [van] });
      return costWarnings(changed, plan, evaluatePlan(changed, matrix, plan).lines);
    };
    // 60 + 100 km x 0.30 + 192 = 282 yuan: 2.82 for 100 parcels, 5.64 for 50, 0.47 for 600.
    expect(warned(100)).toEqual([]);
    expect(warned(50)[0]).toMatchObject({
      code: 'cost.villageLegOutsideBand',
      severity: 'warning',
      params: { line: 'L', yuanPerParcel: 5.64, low: 0.5, high: 3 },
    });
    expect(warned(600)).toHaveLength(1);
  });
});
