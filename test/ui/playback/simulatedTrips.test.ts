import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { dayLog } from '../../../src/core/sim/dayLog.ts';
import { noVariance, settingsFor } from '../../../src/core/sim/settings.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { dayTrips } from '../../../src/ui/playback/dayTrips.ts';
import { simulatedTrips } from '../../../src/ui/playback/simulatedTrips.ts';

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

describe('lines that start at a village', () => {
  const lineRules = { startsAtVillage: true };
  const starts = { ...scenario, policy: { ...scenario.policy, lineRules } };
  const home = toEnd(runScenario(starts, { seed: 1, iterations: 50 }));
  const branchesOf = (trips: ReturnType<typeof dayTrips>) =>
    trips.filter(({ lineIndex }) => home.plan.lines[lineIndex]!.kind === 'branch');

  const rounded = ([lon, lat]: readonly [number, number]) => [lon.toFixed(6), lat.toFixed(6)];

  it('drive in before they leave their hub, on the way over the roads, and are not drawn after the last stop', () => {
    expect(home.faults).toEqual([]);
    const planned = branchesOf(dayTrips(home, 0));
    let duties = 0;
    for (const { trips } of home.plan.duties) {
      const [first, last] = [trips[0]!, trips.at(-1)!].map(({ lineId }) =>
        planned.find(({ lineIndex }) => home.plan.lines[lineIndex]!.id === lineId),
      );
      if (!first || !last) continue;
      duties++;
      const [driveIn, out] = [first.legs[0]!, first.legs[1]!];
      // In from the last stop of the day, out to each stop, back only to load again.
      const stops = trips.reduce(
        (sum, { lineId }) => sum + home.plan.lines.find(({ id }) => id === lineId)!.stopIds.length,
        0,
      );
      const ofDuty = trips.map(({ lineId }) =>
        planned.find(({ lineIndex }) => home.plan.lines[lineIndex]!.id === lineId),
      );
      expect(ofDuty.reduce((sum, trip) => sum + trip!.legs.length, 0)).toBe(1 + stops + trips.length - 1);
      expect(rounded(driveIn.points.at(-1)!)).toEqual(rounded(out.points[0]!));
      expect(rounded(driveIn.points[0]!)).toEqual(rounded(last.legs.at(-1)!.points.at(-1)!));
      expect(out.departMin - driveIn.arriveMin).toBeCloseTo(scenario.serviceTimes.loadingMin.value, 6);
    }
    expect(duties).toBeGreaterThan(0);
  });

  it('without variance are driven as planned', () => {
    const model = buildSimulationModel(starts, home.matrix, home.plan, noVariance(settingsFor(starts)));
    const simulated = branchesOf(simulatedTrips(home, dayLog(model, 0, 0)));
    for (const { lineIndex, legs } of branchesOf(dayTrips(home, 0))) {
      const found = simulated.find((trip) => trip.lineIndex === lineIndex)!;
      expect(found.legs.map(({ points }) => points)).toEqual(legs.map(({ points }) => points));
      found.legs.forEach(({ departMin, arriveMin }, index) => {
        expect(departMin).toBeCloseTo(legs[index]!.departMin, 6);
        expect(arriveMin).toBeCloseTo(legs[index]!.arriveMin, 6);
      });
    }
  });
});

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
