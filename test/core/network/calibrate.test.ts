import { expect, test } from 'vitest';
import { calibrateFromLine, scaleSpeeds } from '../../../src/core/network/calibrate.ts';
import { mountainTravel } from './randomNetwork.ts';

const known = { lengthKm: 50, startClockMin: 480, endClockMin: 630, stopCount: 6, dwellMin: 5 };

test('50 km and six villages in two and a half hours, by hand', () => {
  // 150 min less 6 x 5 = 120 min of driving: 25 km/h. The model: 40 km in 120 min = 20 km/h.
  const calibrated = calibrateFromLine(known, { lengthKm: 40, drivingMin: 120 });
  expect(calibrated).toEqual({
    ok: true,
    value: { drivingMin: 120, speedKmPerH: 25, speedFactor: 1.25, lengthFactor: 1.25 },
    issues: [],
  });
});

test('a line whose stops take all the time, or that the model cannot drive, is refused with a reason', () => {
  const tooLong = calibrateFromLine({ ...known, dwellMin: 25 }, { lengthKm: 40, drivingMin: 120 });
  expect(tooLong.issues.map(({ code }) => code)).toEqual(['calibration.noDrivingTime']);
  const noWay = calibrateFromLine(known, { lengthKm: 0, drivingMin: 0 });
  expect(noWay.issues.map(({ code }) => code)).toEqual(['calibration.noWay']);
});

test('scaled speeds say who set them', () => {
  const scaled = scaleSpeeds(mountainTravel, 1.2, 'line 3, driver');
  expect(scaled.speedKmPerH.county).toEqual({ value: 36, grade: 'user', source: 'line 3, driver' });
  expect(mountainTravel.speedKmPerH.county.value).toBe(30);
});
