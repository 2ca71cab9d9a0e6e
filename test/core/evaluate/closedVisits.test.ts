import { expect, it } from 'vitest';
import { closedVisits, visitsOutsideHours } from '../../../src/core/evaluate/closedVisits.ts';
import type { TripSchedule } from '../../../src/core/model/evaluation.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { aLine, aScenario } from '../../builders.ts';

/** Open from 8:00 to 18:00 (480 to 1080). */
const scenario = aScenario([
  { id: 'a', openClockMin: 480, closeClockMin: 1080 },
  { id: 'b', openClockMin: 480, closeClockMin: 1080 },
  { id: 'c' },
]);
const line = aLine('1', ['a', 'b', 'c']);
const tripAt = (departureClockMin: number, ...arrivals: readonly number[]): TripSchedule =>
  ({
    departureClockMin,
    visits: arrivals.map((arrivalClockMin) => ({ arrivalClockMin })),
  }) as unknown as TripSchedule;
/** Two rounds: at b at 18:20 and 19:00; c is open day and night. */
const runs = [{ line, trips: [tripAt(450, 1080, 1100, 1500), tripAt(600, 1000, 1140, 1520)] }];

it('gives each line and station once, with the trip that misses the hours most', () => {
  // a at 18:00 sharp is in time; b: 18:20 is 20 min late, 19:00 is 60.
  expect(visitsOutsideHours(scenario, runs)).toEqual([
    {
      lineId: '1',
      stationId: 'b',
      arrivalClockMin: 1140,
      openClockMin: 480,
      closeClockMin: 1080,
      missedMin: 60,
    },
  ]);
});

it('are violations only where stops are asked for while stations are open', () => {
  expect(closedVisits(scenario, runs)).toEqual([]);
  const asked: Scenario = {
    ...scenario,
    policy: { ...scenario.policy, lineRules: { ...scenario.policy.lineRules, visitsWhileOpen: true } },
  };
  expect(closedVisits(asked, runs)).toEqual([
    {
      code: 'station.closed',
      lineId: '1',
      params: { stationId: 'b', arrivalClockMin: 1140, openClockMin: 480, closeClockMin: 1080 },
    },
  ]);
});
