import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { dayLog } from '../../../src/core/sim/dayLog.ts';
import { noVariance, settingsFor } from '../../../src/core/sim/settings.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { dayTrips } from '../../../src/ui/playback/dayTrips.ts';
import { simulatedTrips } from '../../../src/ui/playback/simulatedTrips.ts';
import { toEnd } from '../../../workers/toEnd.ts';

const read = readCounty(readCountyFiles('yanling'));
if (!read.ok) throw new Error('yanling cannot be read');
const scenario = read.value.scenarios.find(({ id }) => id === read.value.defaultScenarioId)!;
const report = toEnd(runScenario(scenario, { seed: 1, iterations: 50 }));
const usual = settingsFor(scenario);
const tripsOn = (day: number, settings = usual) =>
  simulatedTrips(
    report,
    dayLog(buildSimulationModel(scenario, report.matrix, report.plan, settings), 0, day),
  );

describe('simulatedTrips', () => {
  it('without variance are those of the timetable, leg by leg', () => {
    for (const day of [0, 1]) {
      const expected = dayTrips(report, day);
      const trips = tripsOn(day, noVariance(usual));
      expect(trips.length).toBe(expected.length);
      for (const trip of trips) {
        const planned = expected.find(({ lineIndex }) => lineIndex === trip.lineIndex)!;
        expect(trip.legs.length).toBe(planned.legs.length);
        trip.legs.forEach((leg, index) => {
          const { departMin, arriveMin, points } = planned.legs[index]!;
          expect(leg.points).toEqual(points);
          // A trunk line finds the outbound parcels of alternate days in lumps, which the plan spreads evenly: two days of
          // some 70 parcels at 4 s each are minutes more one day and less the next. Every other leg is on time.
          const { kind } = report.plan.lines[trip.lineIndex]!;
          const tolerance = kind === 'trunk' ? 10 : 1e-6;
          expect(Math.abs(leg.departMin - departMin)).toBeLessThan(tolerance);
          expect(Math.abs(leg.arriveMin - arriveMin)).toBeLessThan(tolerance);
        });
      }
    }
  });

  it('with variance are late, and carry whole parcels', () => {
    const trips = tripsOn(3);
    expect(trips.length).toBeGreaterThan(0);
    const planned = dayTrips(report, 3);
    const isOther = trips.some(({ lineIndex, legs }) => {
      const expected = planned.find((trip) => trip.lineIndex === lineIndex);
      return Math.abs(legs.at(-1)!.arriveMin - (expected?.legs.at(-1)?.arriveMin ?? 0)) > 1;
    });
    expect(isOther).toBe(true);
    for (const { legs } of trips)
      for (const { parcels } of legs) expect(Math.abs(parcels - Math.round(parcels))).toBeLessThan(1e-9);
  });
});
