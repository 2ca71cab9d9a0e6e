import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dailyThresholds,
  dailyVisits,
  endStationIds,
  setDaysByParcels,
} from '../../../src/core/evaluate/visitFrequency.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { aScenario } from '../../builders.ts';

const alternate = { kind: 'everyNDays', n: 2 } as const;
const daily = { kind: 'given', serviceDays: { kind: 'daily' } };
// Parcels in and out a day: T 30, a 20 + 5 = 25, b 25, c 10, d none.
const scenario = aScenario([
  { id: 'T', role: 'townshipStation', delivery: 30 },
  { id: 'a', delivery: 20, pickup: 5 },
  { id: 'b', delivery: 25 },
  { id: 'c', delivery: 10 },
  { id: 'd', delivery: 0 },
]);
const ids = endStationIds(scenario);

describe('which stations are visited daily', () => {
  it('counts parcels in and out, from so many on', () => {
    const { dailyIds, otherIds, otherParcelShare } = dailyVisits(scenario, ids, 25);
    expect(dailyIds).toEqual(['T', 'a', 'b']);
    expect(otherIds).toEqual(['c', 'd']);
    // 10 of 30 + 25 + 25 + 10 = 90.
    expect(otherParcelShare).toBeCloseTo(10 / 90, 12);
    expect(dailyVisits(scenario, ids, null).dailyIds).toEqual([]);
    expect(dailyVisits(scenario, ids, 0).otherIds).toEqual([]);
    expect(dailyVisits(scenario, [], 5).otherParcelShare).toBe(0);
  });

  it('leaves hubs, and stations that may be one, alone', () => {
    const stations: Scenario['stations'] = scenario.stations.map((station) => {
      if (station.id === 'T') return { ...station, hub: { isCandidate: true } };
      return station.id === 'b' ? { ...station, hubId: scenario.stations[1]!.id } : station;
    });
    expect(endStationIds({ ...scenario, stations })).toEqual(['b', 'c', 'd']);
  });

  it('gives days to the stations asked for alone', () => {
    const some = ids.filter((id) => id === 'b' || id === 'c');
    const rule = { dailyFromParcels: 25, otherDays: alternate };
    expect(setDaysByParcels(scenario, some, rule).stations.map(({ calendar }) => calendar)).toEqual([
      undefined,
      undefined,
      daily,
      { kind: 'given', serviceDays: alternate },
      undefined,
    ]);
  });
});

describe('from how many parcels on', () => {
  it('takes those with as many parcels along, and each step once', () => {
    const steps = dailyThresholds(scenario, ids, [0, 0.4, 0.6, 1]);
    // Of five, 40 % are two: T and a; b has as many as a, and so 60 % are the same three.
    expect(steps.map(({ dailyFromParcels, dailyIds }) => [dailyFromParcels, dailyIds.length])).toEqual([
      [0, 5],
      [25, 3],
      [null, 0],
    ]);
  });

  it('is a rule: no station with more parcels is visited less often', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
        (parcels, shares) => {
          const drawn = aScenario(parcels.map((delivery, index) => ({ id: `s${index}`, delivery })));
          const parcelsOf = (id: string): number => parcels[Number(id.slice(1))]!;
          const steps = dailyThresholds(drawn, endStationIds(drawn), shares);
          for (const { dailyIds, otherIds } of steps) {
            expect(dailyIds.length + otherIds.length).toBe(parcels.length);
            const least = Math.min(...dailyIds.map(parcelsOf));
            for (const id of otherIds) expect(parcelsOf(id)).toBeLessThan(least);
          }
          const counts = steps.map(({ dailyIds }) => dailyIds.length);
          expect(counts).toEqual([...new Set(counts)].toSorted((a, b) => b - a));
        },
      ),
    );
  });
});
