import { describe, expect, it } from 'vitest';
import { type Call, callsOf, nearestApproach } from '../../../src/core/driven/calls.ts';
import { classSpeeds } from '../../../src/core/driven/classSpeeds.ts';
import { alignTrip, fitTrips, type PlannedTrip } from '../../../src/core/driven/fitTrips.ts';
import type { Piece } from '../../../src/core/driven/pieces.ts';
import { piecesOf } from '../../../src/core/driven/pieces.ts';
import { longestRecording, partOfTrack, recordingsOf } from '../../../src/core/driven/recordings.ts';
import { findStays } from '../../../src/core/driven/stays.ts';
import { withMeasuredSpeeds } from '../../../src/core/driven/takeSpeeds.ts';
import type { TripSchedule } from '../../../src/core/model/evaluation.ts';
import { asId, type LineId, type StationId } from '../../../src/core/model/ids.ts';
import { roadClasses } from '../../../src/core/model/scenario.ts';
import type { TimedTrack } from '../../../src/core/model/timedTrack.ts';
import { aScenario } from '../../builders.ts';

/** On the equator 0.001 degrees are 111.2 m on the mean sphere. */
const degreesPerKm = 1 / 111.195;

/** Kilometres east along the equator at clock minutes. */
function eastward(
  fixes: readonly (readonly [clockMin: number, km: number])[],
  gapsBefore: number[] = [],
): TimedTrack {
  return {
    fileName: 'a.gpx',
    day: '2026-05-12',
    lon: Float64Array.from(fixes, ([, km]) => 100 + km * degreesPerKm),
    lat: new Float64Array(fixes.length),
    clockMin: Float64Array.from(fixes, ([clock]) => clock),
    startsSegment: Uint8Array.from(fixes, (_, index) => (index === 0 || gapsBefore.includes(index) ? 1 : 0)),
  };
}

/** 30 km/h east from 8:00 (480), standing from 8:04 to 8:09 at 2 km; a fix every `stepMin`. */
function driveAndStand(stepMin: number): TimedTrack {
  const fixes: [number, number][] = [];
  for (let clock = 480; clock <= 493; clock += stepMin) {
    const km = clock <= 484 ? (clock - 480) / 2 : clock <= 489 ? 2 : 2 + (clock - 489) / 2;
    fixes.push([clock, km]);
  }
  return eastward(fixes);
}

describe('a stay', () => {
  it('begins and ends between sparse fixes, where the speed before and after says', () => {
    // Fixes at 480, 480.7, ... fall on neither 484 nor 489; half a kilometre a minute tells both to some seconds.
    for (const stepMin of [1 / 60, 10 / 60, 0.5, 0.7, 0.9]) {
      const stays = findStays(driveAndStand(stepMin), 0.75);
      expect(stays).toHaveLength(1);
      expect(stays[0]!.arrivalClockMin).toBeCloseTo(484, 1);
      expect(stays[0]!.departureClockMin).toBeCloseTo(489, 1);
    }
  });

  it('is a long time between two fixes, where an app writes by distance; moved a little before, it is one stay', () => {
    // 30 km/h, a fix every 60 m: 1.98 km at 484 - 0.04, the next 60 m on, five minutes later. Stands from 484 to 489.
    const steps = Array.from({ length: 34 }, (_, index): [number, number] => [
      480 + index * 0.12,
      index * 0.06,
    ]);
    const on = Array.from({ length: 10 }, (_, index): [number, number] => [
      489.08 + index * 0.12,
      2.04 + index * 0.06,
    ]);
    const [stay, ...others] = findStays(eastward([...steps, ...on]), 0.75);
    expect(others).toEqual([]);
    // Half way between 1.98 and 2.04 km: 0.03 km at 0.5 km a minute after 483.96 and before 489.08.
    expect(stay!.arrivalClockMin).toBeCloseTo(484.02, 2);
    expect(stay!.departureClockMin).toBeCloseTo(489.02, 2);
    // Turned round in the yard for half a minute, and then stood without a fix.
    const turned = eastward([...steps, [484.2, 2], [484.5, 1.99], ...on]);
    const [whole, ...more] = findStays(turned, 0.75);
    expect(more).toEqual([]);
    expect(whole!.departureClockMin - whole!.arrivalClockMin).toBeGreaterThan(4.5);
  });

  it('goes on over a pause in the recording at the same place, not over one that ends elsewhere', () => {
    const paused = eastward(
      [
        [480, 0],
        [481, 0.5],
        [482, 1],
        [500, 1],
        [501, 1.5],
        [502, 2],
      ],
      [3],
    );
    const [stay, ...others] = findStays(paused, 0.75);
    expect(others).toEqual([]);
    expect(stay!.arrivalClockMin).toBeCloseTo(482, 6);
    expect(stay!.departureClockMin).toBeCloseTo(500, 6);
    const lost = eastward(
      [
        [480, 0],
        [481, 0.5],
        [482, 1],
        [500, 9],
        [501, 9.5],
      ],
      [3],
    );
    expect(findStays(lost, 0.75)).toEqual([]);
  });

  it('is none where the vehicle only goes slowly', () => {
    // 10 km/h: 50 m take 18 s.
    expect(
      findStays(
        eastward(Array.from({ length: 300 }, (_, second) => [480 + second / 60, second / 360])),
        0.75,
      ),
    ).toEqual([]);
  });
});

describe('kilometres', () => {
  it('of a standing vehicle are none, however its fixes scatter', () => {
    const scatter = Array.from({ length: 600 }, (_, second): [number, number] => [
      482 + second / 60,
      1 + ((second % 3) - 1) * 0.012,
    ]);
    const track = eastward([[480, 0], [481, 0.5], ...scatter, [493, 1.5], [494, 2]]);
    const stays = findStays(track, 0.75);
    expect(stays).toHaveLength(1);
    const km = piecesOf(track, stays, null).reduce((sum, piece) => sum + piece.lengthKm, 0);
    // 1 km there and 1 km on; as written the scatter alone would be 600 x some 16 m = 10 km.
    expect(km).toBeCloseTo(2, 1);
  });

  it('over a gap are told apart', () => {
    const track = eastward([
      [480, 0],
      [481, 0.5],
      [491, 6],
      [492, 6.5],
    ]);
    const pieces = piecesOf(track, [], null);
    expect(pieces.map(({ isGap }) => isGap)).toEqual([false, true, false]);
    expect(pieces[1]!.lengthKm).toBeCloseTo(5.5, 3);
  });
});

describe('calls', () => {
  const scenario = aScenario([{ id: 'a' }, { id: 'b' }]);
  const at = (km: number) => [100 + km * degreesPerKm, 0] as const;
  const stations = [
    { ...scenario.depot, lonLat: at(0) },
    { ...scenario.stations[0]!, lonLat: at(2.1) },
    { ...scenario.stations[1]!, lonLat: at(3) },
  ];

  it('are stays within the radius, and the ends of the recording at a station', () => {
    const track = driveAndStand(0.5);
    const calls = callsOf(track, findStays(track, 0.75), stations, 150);
    expect(calls.map(({ stationIds }) => stationIds)).toEqual([['depot'], ['a']]);
    expect(calls[0]).toMatchObject({ arrivalClockMin: null, departureClockMin: 480 });
    // 100 m off, station a is not reached with a radius of 80 m: a stay at no station.
    expect(callsOf(track, findStays(track, 0.75), stations, 80)[1]!.stationIds).toEqual([]);
  });

  it('are none where the vehicle passes: how near, and when, is told between two fixes', () => {
    // b at 3 km: 2 + (clock - 489) / 2 = 3 at 491; fixes at 490.8 and 491.5 among others.
    const nearest = nearestApproach(driveAndStand(0.9), at(3), 480, 493);
    expect(nearest!.distanceM).toBeCloseTo(0, 1);
    expect(nearest!.clockMin).toBeCloseTo(491, 1);
  });
});

const id = (name: string) => asId<StationId>(name);
const call = (clockMin: number, ...stationIds: string[]): Call => ({
  stationIds: stationIds.map(id),
  lonLat: [0, 0],
  arrivalClockMin: clockMin,
  departureClockMin: clockMin + 5,
});
const tripOver = (lineId: string, stops: readonly (readonly [string, number])[]): PlannedTrip => ({
  lineId: asId<LineId>(lineId),
  roundIndex: 0,
  originId: id('depot'),
  schedule: {
    visits: stops.map(([stationId, arrivalClockMin]) => ({ stationId: id(stationId), arrivalClockMin })),
  } as unknown as TripSchedule,
});

describe('matching calls to a trip', () => {
  it('keeps the longest part in order; the clock decides between calls at one station', () => {
    const trip = tripOver('L1', [
      ['a', 500],
      ['b', 520],
      ['c', 540],
    ]);
    // c comes first and out of turn; b is called at twice, the second time near its hour.
    const calls = [call(480, 'c'), call(500, 'a'), call(505, 'b'), call(522, 'b'), call(560, 'c')];
    expect(alignTrip(calls, trip)).toEqual([1, 3, 4]);
    // Without the last call: a and b in order, c nowhere in its turn.
    expect(alignTrip(calls.slice(0, 4), trip)).toEqual([1, 3, null]);
  });

  it('prefers the most stops, then the fewest left out, then the hour', () => {
    const calls = [call(500, 'a'), call(520, 'b', 'x')];
    const trips = [
      tripOver('long', [
        ['a', 500],
        ['b', 520],
        ['c', 540],
      ]),
      tripOver('evening', [
        ['a', 1000],
        ['b', 1020],
      ]),
      tripOver('morning', [
        ['a', 510],
        ['b', 530],
      ]),
      tripOver('other', [['x', 520]]),
      tripOver('none', [['y', 520]]),
    ];
    expect(fitTrips(calls, trips).map(({ lineId, calledCount }) => [lineId, calledCount])).toEqual([
      ['morning', 2],
      ['evening', 2],
      ['long', 2],
      ['other', 1],
    ]);
  });
});

describe('recordings', () => {
  it('are parted by three hours without a fix; the longest is measured, on a clock of its own day', () => {
    const track = eastward([
      [480, 0],
      [500, 1],
      [700, 1],
      [900, 2],
      [901, 2],
      [1900, 0],
      [2200, 0],
      [2201, 1],
    ]);
    const ranges = recordingsOf(track);
    // 500 to 700 is 200 min, 700 to 900 too, 901 to 1900 and 1900 to 2200 longer.
    expect(ranges.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 3],
      [3, 5],
      [5, 6],
      [6, 8],
    ]);
    expect(longestRecording(track, ranges)).toBe(0);
    // 2200 is 12:40 of the next day.
    expect(partOfTrack(track, ranges[4]!, 0)).toMatchObject({ day: '2026-05-13' });
    expect(partOfTrack(track, ranges[4]!, 0).clockMin[0]).toBe(760);
    // Eight hours less for an app that writes China time as UTC: 480 becomes midnight.
    expect(partOfTrack(track, ranges[0]!, -480).clockMin[0]).toBe(0);
  });
});

describe('speeds by class', () => {
  const piece = (roadClass: number, km: number, minutes: number, change: Partial<Piece> = {}): Piece => {
    const kmByClass = new Float64Array(roadClasses.length);
    kmByClass[roadClass] = km;
    const way = { lengthKm: km, kmByClass, climbedKm: km, ownSpeedKm: 0 };
    return {
      startClockMin: 0,
      endClockMin: minutes,
      lengthKm: km,
      way,
      isGap: false,
      isAtStay: false,
      ...change,
    };
  };

  it('are kilometres over minutes; quartiles by kilometres; few kilometres are not offered', () => {
    // County roads: 4 km in 6 min and 2 km in 6 min: 6 km in 12 min = 30 km/h; pieces 40 and 20 km/h.
    // A quarter of 6 km (1.5) lies in the slower piece, three quarters (4.5) in the faster.
    const { speeds, unclassedKm } = classSpeeds(
      [
        piece(2, 4, 6),
        piece(2, 2, 6),
        piece(4, 1, 3),
        piece(2, 9, 1, { isAtStay: true }),
        piece(2, 7, 1, { isGap: true }),
      ],
      { weatherFactor: 1 },
    );
    expect(speeds).toEqual([
      {
        roadClass: 'county',
        lengthKm: 6,
        drivingMin: 12,
        pieceCount: 2,
        speedKmPerH: 30,
        lowerQuartileKmPerH: 20,
        upperQuartileKmPerH: 40,
        settingKmPerH: 30,
        isOffered: true,
      },
      expect.objectContaining({ roadClass: 'village', speedKmPerH: 20, isOffered: false }),
    ]);
    // The piece at the stay is no speed; that over the gap is not even known kilometres.
    expect(unclassedKm).toBe(9);
  });

  it('to be set are on the level and on a dry day, so that the model comes to what was measured', () => {
    const kmByClass = new Float64Array(roadClasses.length);
    kmByClass[2] = 5;
    // 5 km in 15 min = 20 km/h where the climb takes 1.25 times as long: 12 min on the level, 25 km/h; / 0.8 = 31.25.
    const way = { lengthKm: 5, kmByClass, climbedKm: 6.25, ownSpeedKm: 0 };
    const { speeds } = classSpeeds([piece(2, 5, 15, { way })], { weatherFactor: 0.8 });
    expect(speeds[0]!.speedKmPerH).toBeCloseTo(20, 9);
    expect(speeds[0]!.settingKmPerH).toBeCloseTo(31.25, 9);
    const { travel } = aScenario([]);
    const taken = withMeasuredSpeeds(travel, speeds, () => 'a day').speedKmPerH;
    expect(taken.county).toEqual({ value: 31.3, low: 31.3, high: 31.3, grade: 'user', source: 'a day' });
    expect(taken.village).toEqual(travel.speedKmPerH.village);
  });
});
