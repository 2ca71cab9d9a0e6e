import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { dayBounds, dayTrips, vehiclesAt } from '../../../src/ui/playback/dayTrips.ts';

const read = readCounty(readCountyFiles('yanling'));
if (!read.ok) throw new Error('yanling cannot be read');
const scenario = read.value.scenarios.find(({ id }) => id === read.value.defaultScenarioId)!;
const report = toEnd(runScenario(scenario, { seed: 1, iterations: 50 }));
const trips = dayTrips(report, 0);

describe('dayTrips', () => {
  it('sends out on Monday and Tuesday what the calendars say, every line on one of them', () => {
    // Branch lines of Yanling run on alternate days, its trunk lines daily.
    const lines = new Set([...trips, ...dayTrips(report, 1)].map(({ lineIndex }) => lineIndex));
    expect(lines.size).toBe(report.plan.lines.length);
    expect(trips.length).toBeLessThan(report.plan.lines.length);
    expect(dayTrips(report, 2).map(({ lineIndex }) => lineIndex)).toEqual(
      trips.map(({ lineIndex }) => lineIndex),
    );
  });

  it('follows the timetable: each leg begins after the one before has ended', () => {
    for (const { legs } of trips) {
      legs.forEach(({ departMin, arriveMin }, index) => {
        expect(arriveMin).toBeGreaterThanOrEqual(departMin);
        if (index > 0) expect(departMin).toBeGreaterThanOrEqual(legs[index - 1]!.arriveMin);
      });
    }
  });

  it('starts full of what it brings and comes back with what it has collected', () => {
    for (const { lineIndex, legs } of trips) {
      const trip = report.evaluation.lines[lineIndex]!.trips[0]!;
      const brought = trip.visits.reduce((sum, visit) => sum + visit.deliveryParcels, 0);
      const collected = trip.visits.reduce((sum, visit) => sum + visit.pickupParcels, 0);
      expect(legs[0]!.parcels).toBeCloseTo(brought, 6);
      expect(legs.at(-1)!.parcels).toBeCloseTo(collected, 6);
    }
  });
});

describe('vehiclesAt', () => {
  const { lineIndex, legs } = trips[0]!;
  const first = legs[0]!;
  const at = (clockMin: number) => vehiclesAt([trips[0]!], clockMin)[0];

  it('has nobody on the road before the first departure and after the last return', () => {
    const { fromMin, toMin } = dayBounds(trips)!;
    expect(vehiclesAt(trips, fromMin - 1).every((vehicle) => vehicle === null)).toBe(true);
    expect(vehiclesAt(trips, toMin).every((vehicle) => vehicle === null)).toBe(true);
    expect(vehiclesAt(trips, (fromMin + toMin) / 2).some((vehicle) => vehicle !== null)).toBe(true);
  });

  it('is at the ends of a leg when it departs and arrives, and between them on its way', () => {
    expect(at(first.departMin)).toEqual({ lineIndex, lonLat: first.points[0], parcels: first.parcels });
    const arrived = at(first.arriveMin)!;
    expect(arrived.lonLat[0]).toBeCloseTo(first.points.at(-1)![0], 6);
    const half = at((first.departMin + first.arriveMin) / 2)!;
    const middle = first.along.at(-1)! / 2;
    const before = first.along.findLastIndex((length) => length <= middle);
    const [from, to] = [first.points[before]!, first.points[before + 1]!];
    expect(half.lonLat[0]).toBeGreaterThanOrEqual(Math.min(from[0], to[0]) - 1e-9);
    expect(half.lonLat[0]).toBeLessThanOrEqual(Math.max(from[0], to[0]) + 1e-9);
  });
});
