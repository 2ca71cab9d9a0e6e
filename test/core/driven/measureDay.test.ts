import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { measureDay } from '../../../src/core/driven/measureDay.ts';
import { haversineKm } from '../../../src/core/geo.ts';
import { readTimedTrack } from '../../../src/core/io/mapFiles/timedTrack.ts';
import {
  type DrivenDay,
  type DrivenSettings,
  defaultDrivenSettings,
} from '../../../src/core/model/drivenDay.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
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
            expect(Math.abs(stop.arrivalClockMin - stop.plannedArrivalClockMin)).toBeLessThan(0.25);
          if (stop.departureClockMin !== null && stop.plannedDepartureClockMin !== null)
            expect(Math.abs(stop.departureClockMin - stop.plannedDepartureClockMin)).toBeLessThan(0.25);
        }
        expect(totals!.isWhole).toBe(true);
        expect(totals!.speedFactor).toBeGreaterThan(0.98);
        expect(totals!.speedFactor).toBeLessThan(1.02);
        expect(totals!.measured.lengthKm / totals!.planned.lengthKm).toBeGreaterThan(0.98);
        expect(totals!.measured.lengthKm / totals!.planned.lengthKm).toBeLessThan(1.02);
        const offered = day.classSpeeds!.filter(({ isOffered }) => isOffered);
        expect(offered.length).toBeGreaterThan(0);
        for (const { roadClass, settingKmPerH } of offered) {
          const setting = scenario.travel.speedKmPerH[roadClass].value * scenario.travel.weatherFactor;
          // Some drawn roads run so close beside each other that scatter takes one for the other: 5.8 % on one line.
          expect(Math.abs(settingKmPerH / setting - 1), roadClass).toBeLessThan(0.07);
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});

/** What an app writes that waits until the phone has moved so far. */
const everyMetres = (fixes: readonly Recorded[], stepM: number): Recorded[] => {
  const kept: Recorded[] = [];
  for (const fix of fixes) {
    const last = kept.at(-1);
    if (!last || 1000 * haversineKm(last.lonLat, fix.lonLat) >= stepM) kept.push(fix);
  }
  return kept;
};

it.each([20, 60])('is the same when a fix is written every %i metres only', (stepM) => {
  for (const { id } of report.plan.lines) {
    const day = measured([everyMetres(driveTrip(report, id, { intervalSec: 1 }), stepM)]);
    const { lineId, stops, totals } = day.trip!;
    expect(lineId).toBe(id);
    for (const stop of stops.filter(({ role }) => role === 'stop')) {
      expect(stop.state, stop.stationId).toBe('called');
      expect(Math.abs(stop.arrivalClockMin! - stop.plannedArrivalClockMin!)).toBeLessThan(0.5);
      expect(Math.abs(stop.departureClockMin! - stop.plannedDepartureClockMin!)).toBeLessThan(0.5);
    }
    expect(totals!.measured.lengthKm / totals!.planned.lengthKm).toBeGreaterThan(0.97);
    expect(totals!.measured.lengthKm / totals!.planned.lengthKm).toBeLessThan(1.03);
  }
});

describe('a line that does not come back', () => {
  const rule = (lineRules: Scenario['policy']['lineRules']): Report => {
    const { policy } = scenario;
    return reportOf({ ...scenario, policy: { ...policy, lineRules: { ...policy.lineRules, ...lineRules } } });
  };
  it.each([
    ['ends at its last stop', { endsAtVillage: true }],
    ['is driven home in the morning', { startsAtVillage: true }],
  ] as const)('%s: no end is asked for, and its part of the day is the whole line', (_what, lineRules) => {
    const against = rule(lineRules);
    const open = against.evaluation.lines.find(
      ({ trips }) => trips[0]!.morning || trips[0]!.returnLegMin === 0,
    )!;
    expect(open).toBeDefined();
    const [trip] = open.trips;
    const recorded = driveTrip(against, open.lineId, { intervalSec: 10 });
    const lastClockMin = trip!.visits.at(-1)!.departureClockMin;
    // The recorder runs on for some minutes at the last stop; a way home is another day's.
    const day = measured([recorded.filter(({ clockMin }) => clockMin < lastClockMin + 3)], {}, against);
    expect(day.trip!.lineId).toBe(open.lineId);
    expect(day.trip!.stops.map(({ role }) => role)).not.toContain('end');
    expect(day.trip!.stops.every(({ state }) => state === 'called')).toBe(true);
    expect(day.trip!.totals!.isWhole).toBe(true);
    expect(day.trip!.totals!.speedFactor).toBeCloseTo(1, 1);
  });
});

const codesOf = (day: DrivenDay): string[] => day.issues.map(({ code }) => code);
const firstLine = report.plan.lines[0]!;
const asGcj02 = (fixes: readonly Recorded[]): Recorded[] =>
  fixes.map(({ lonLat: [lon, lat], clockMin }) => ({
    lonLat: gcoord.transform<[number, number]>([lon, lat], gcoord.WGS84, gcoord.GCJ02),
    clockMin,
  }));

describe('a day driven otherwise than planned', () => {
  it('tells a stop left out, with how near and when, and all arrivals after it', () => {
    const skipped = firstLine.stopIds[2]!;
    const day = measured([driveTrip(report, firstLine.id, { intervalSec: 10, skips: [skipped] })]);
    expect(day.trip?.lineId).toBe(firstLine.id);
    const stop = day.trip!.stops.find(({ stationId }) => stationId === skipped)!;
    expect(['missed', 'passed']).toContain(stop.state);
    expect(stop.arrivalClockMin).toBeNull();
    expect(stop.nearestM).not.toBeNull();
    expect(day.trip!.stops.filter(({ state }) => state === 'called')).toHaveLength(
      firstLine.stopIds.length + 1,
    );
  });

  it('tells who calls out of turn', () => {
    const trip = report.evaluation.lines[0]!.trips[0]!;
    const [first, second, ...rest] = trip.visits;
    const swapped = { ...trip, visits: [second!, first!, ...rest] };
    const lines = [{ ...report.evaluation.lines[0]!, trips: [swapped] }, ...report.evaluation.lines.slice(1)];
    const turned = { ...report, evaluation: { ...report.evaluation, lines } };
    const day = measured([driveTrip(turned, firstLine.id, { intervalSec: 10 })]);
    // One of the two is in its turn, the other is not; nothing else is amiss.
    const states = day.trip!.stops.map(({ state }) => state);
    expect(states.filter((state) => state === 'outOfOrder')).toHaveLength(1);
    expect(states.filter((state) => state === 'called')).toHaveLength(states.length - 1);
  });

  it('tells late and slow apart: the clock by stops, the speed by one factor', () => {
    const day = measured([driveTrip(report, firstLine.id, { intervalSec: 10, lateMin: 30, slowness: 1.25 })]);
    const [start] = day.trip!.stops;
    expect(start!.departureClockMin! - start!.plannedDepartureClockMin!).toBeCloseTo(30, 0);
    // All ways take 1.25 times as long: 1 / 1.25 = 0.8 of the speed.
    expect(day.trip!.totals!.speedFactor).toBeCloseTo(0.8, 2);
    for (const { roadClass, settingKmPerH } of day.classSpeeds!.filter(({ isOffered }) => isOffered))
      expect(settingKmPerH / scenario.travel.speedKmPerH[roadClass].value).toBeCloseTo(0.8, 1);
  });

  it('compares the recorded part alone where the phone was started late', () => {
    const fixes = driveTrip(report, firstLine.id, { intervalSec: 10 });
    const third = report.evaluation.lines[0]!.trips[0]!.visits[2]!;
    const day = measured([fixes.filter(({ clockMin }) => clockMin > third.arrivalClockMin - 4)]);
    expect(day.trip!.totals).toMatchObject({ isWhole: false, fromStationId: third.stationId });
    expect(day.trip!.totals!.speedFactor).toBeCloseTo(1, 1);
    expect(day.trip!.stops[0]).toMatchObject({ role: 'start', state: 'missed', departureClockMin: null });
  });

  it('leaves a stretch without a recording out of kilometres and speed', () => {
    const fixes = driveTrip(report, firstLine.id, { intervalSec: 10 });
    const second = report.evaluation.lines[0]!.trips[0]!.visits[1]!;
    const inGap = (clockMin: number): boolean =>
      clockMin > second.arrivalClockMin - 15 && clockMin < second.arrivalClockMin - 3;
    const day = measured([fixes.filter(({ clockMin }) => !inGap(clockMin))]);
    expect(codesOf(day)).toContain('driven.gaps');
    expect(day.trip!.totals!.gapMin).toBeCloseTo(12, 0);
    expect(day.trip!.totals!.speedFactor).toBeCloseTo(1, 1);
  });
});

describe('what apps write', () => {
  const fixes = driveTrip(report, firstLine.id, { intervalSec: 15, noiseM: 4 });

  it('in GCJ-02 is recognised by the roads, moved and told', () => {
    const day = measured([asGcj02(fixes)]);
    expect(day).toMatchObject({ system: 'gcj02', systemBasis: 'roads' });
    expect(day.issues.find(({ code }) => code === 'driven.shiftedToRoads')?.params.crs).toBe('GCJ-02');
    expect(day.trip!.stops.every(({ state }) => state === 'called')).toBe(true);
    expect(measured([fixes])).toMatchObject({ system: 'wgs84', systemBasis: 'roads' });
  });

  it('in GCJ-02 is recognised by surveyed stations where there are no roads', () => {
    const onPoints = {
      ...scenario,
      roads: null,
      stations: scenario.stations.map((station) => ({ ...station, coordQuality: 'exact' as const })),
    };
    const day = measured([asGcj02(fixes)], {}, { ...report, scenario: onPoints });
    expect(day).toMatchObject({ system: 'gcj02', systemBasis: 'stations', classSpeeds: null });
    // Stations placed by rule prove nothing; then the format is believed, and that is told.
    const placed = { coordQuality: 'approxSeat' as const };
    const byRule = onPoints.stations.map((station) => ({ ...station, ...placed }));
    const depot = { ...onPoints.depot, ...placed };
    const unknown = measured(
      [asGcj02(fixes)],
      {},
      { ...report, scenario: { ...onPoints, depot, stations: byRule } },
    );
    expect(unknown).toMatchObject({ system: 'wgs84', systemBasis: 'none' });
    expect(codesOf(unknown)).toContain('driven.systemAssumed');
    const chosen = measured([asGcj02(fixes)], { system: 'gcj02' }, { ...report, scenario: onPoints });
    expect(chosen).toMatchObject({ system: 'gcj02', systemBasis: 'chosen' });
    expect(chosen.trip!.stops.every(({ state }) => state === 'called')).toBe(true);
  });

  it('as UTC though it is China time is noticed, and put right by hand', () => {
    const late = fixes.map(({ lonLat, clockMin }) => ({ lonLat, clockMin: clockMin + 480 }));
    expect(codesOf(measured([late]))).toContain('driven.wrongZone');
    const mended = measured([late], { clockShiftMin: -480 });
    expect(codesOf(mended)).not.toContain('driven.wrongZone');
    const [start] = mended.trip!.stops;
    expect(start!.departureClockMin! - start!.plannedDepartureClockMin!).toBeCloseTo(0, 0);
  });

  it('of two days in one file is parted, and either can be measured', () => {
    const nextDay = fixes.map(({ lonLat, clockMin }) => ({ lonLat, clockMin: clockMin + 1440 }));
    const both = measured([fixes.slice(0, -40), nextDay]);
    expect(codesOf(both)).toContain('track.severalRecordings');
    expect(both).toMatchObject({ day: '2026-05-13', recording: 1 });
    expect(measured([fixes.slice(0, -40), nextDay], { recording: 0 }).day).toBe('2026-05-12');
  });
});

describe('a day that fits nothing', () => {
  it('is told; another trip can be looked at all the same', () => {
    const far = driveTrip(report, firstLine.id, { intervalSec: 15 }).map(
      ({ lonLat: [lon, lat], clockMin }) => ({
        lonLat: [lon + 3, lat] as const,
        clockMin,
      }),
    );
    const day = measured([far]);
    expect(day.trip).toBeNull();
    expect(codesOf(day)).toContain('driven.noCalls');
    const second = report.plan.lines[1]!;
    const chosen = measured([far], { trip: { lineId: second.id, roundIndex: 0 } });
    expect(chosen.trip).toMatchObject({ lineId: second.id, totals: null });
    expect(chosen.trip!.stops.every(({ state }) => state === 'missed')).toBe(true);
  });

  it('on estimated roads gives the one factor and no classes', () => {
    const proxyScenario = countyScenario('heshui', false);
    const proxyReport = reportOf(proxyScenario);
    const line = proxyReport.plan.lines[0]!;
    const fixes = driveTrip(proxyReport, line.id, { intervalSec: 10, slowness: 1.25 });
    const day = measured([fixes], {}, { ...proxyReport, scenario: proxyScenario });
    expect(day.classSpeeds).toBeNull();
    expect(day.trip!.totals!.onRoadShare).toBe(0);
    expect(day.trip!.totals!.speedFactor).not.toBeNull();
  });
});
