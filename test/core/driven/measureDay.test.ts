import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDay } from '../../../src/core/driven/measureDay.ts';
import { readTimedTrack } from '../../../src/core/io/mapFiles/timedTrack.ts';
import {
  type DrivenDay,
  type DrivenSettings,
  defaultDrivenSettings,
} from '../../../src/core/model/drivenDay.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { countyScenario, driveTrip, gpxFile, gpxOf, type Recorded, reportOf } from './drivenDays.ts';

const scenario = countyScenario('heshui', true);
const report = reportOf(scenario);

function measured(
  parts: readonly (readonly Recorded[])[],
  settings: Partial<DrivenSettings> = {},
  against: Report = report,
): DrivenDay {
  const read = readTimedTrack(gpxFile(gpxOf(parts)));
  if (!read.ok) throw new Error(read.issues.map(({ code }) => code).join());
  return measureDay(
    read.value,
    { ...defaultDrivenSettings, ...settings },
    { ...against, scenario: against === report ? scenario : against.scenario },
  );
}

describe('a day driven exactly as planned', () => {
  it('gives the plan back, whatever the line, the interval of the fixes and their scatter', () => {
    const lineIds = report.plan.lines.map(({ id }) => id);
    const drives = fc.record({
      line: fc.integer({ min: 0, max: lineIds.length - 1 }),
      intervalSec: fc.integer({ min: 5, max: 30 }),
      noiseM: fc.integer({ min: 0, max: 6 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(drives, ({ line, ...options }) => {
        const lineId = lineIds[line]!;
        const day = measured([driveTrip(report, lineId, options)]);
        expect(day.trip?.lineId).toBe(lineId);
        const { stops, extraStays, totals } = day.trip!;
        expect(stops.filter(({ state }) => state !== 'called')).toEqual([]);
        // Rests, of half an hour each, are the only other stays.
        const restMin = extraStays.reduce(
          (sum, stay) => sum + stay.departureClockMin - stay.arrivalClockMin,
          0,
        );
        expect(Math.abs(restMin - totals!.planned.otherStandingMin)).toBeLessThan(1);
        for (const stop of stops) {
          if (stop.arrivalClockMin !== null && stop.plannedArrivalClockMin !== null)
            expect(Math.abs(stop.arrivalClockMin - stop.plannedArrivalClockMin)).toBeLessThan(0.5);
          if (stop.departureClockMin !== null && stop.plannedDepartureClockMin !== null)
            expect(Math.abs(stop.departureClockMin - stop.plannedDepartureClockMin)).toBeLessThan(0.5);
        }
        expect(totals!.isWhole).toBe(true);
        expect(totals!.speedFactor).toBeGreaterThan(0.96);
        expect(totals!.speedFactor).toBeLessThan(1.04);
        expect(totals!.measured.lengthKm / totals!.planned.lengthKm).toBeGreaterThan(0.96);
        expect(totals!.measured.lengthKm / totals!.planned.lengthKm).toBeLessThan(1.04);
        const offered = day.classSpeeds!.filter(({ isOffered }) => isOffered);
        expect(offered.length).toBeGreaterThan(0);
        for (const { roadClass, settingKmPerH } of offered) {
          const setting = scenario.travel.speedKmPerH[roadClass].value * scenario.travel.weatherFactor;
          // Some drawn roads run so close beside each other that scatter takes one for the other: 4.7 % on one line.
          expect(Math.abs(settingKmPerH / setting - 1), roadClass).toBeLessThan(0.07);
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});
