import { expect, it } from 'vitest';
import type { Report } from '../../../src/core/model/report.ts';
import { lateStops } from '../../../src/ui/tables/lateStops.ts';
import { aLine, aPlan, aScenario } from '../../builders.ts';

/** Closed from 18:00 (1080); the second line comes at 7:00, before opening at 8:00 (480), and at 18:30. */
const scenario = aScenario([
  { id: 'a', openClockMin: 480, closeClockMin: 1080 },
  { id: 'b', openClockMin: 480, closeClockMin: 1080 },
]);
const plan = aPlan([aLine('1', ['a']), aLine('2', ['a', 'b'])]);
const evaluation = {
  lines: [
    { lineId: '1', trips: [{ departureClockMin: 450, visits: [{ arrivalClockMin: 900 }] }] },
    {
      lineId: '2',
      trips: [{ departureClockMin: 400, visits: [{ arrivalClockMin: 420 }, { arrivalClockMin: 1110 }] }],
    },
  ],
};
const report = { scenario, plan, evaluation } as unknown as Report;

it('names stops reached after closing with their line, not those too early', () => {
  expect(lateStops(report)).toMatchObject([
    { stationId: 'b', lineId: '2', lineNumber: 2, arrivalClockMin: 1110, closeClockMin: 1080 },
  ]);
});

it('says nothing where the same are violations', () => {
  const policy = { ...scenario.policy, lineRules: { ...scenario.policy.lineRules, visitsWhileOpen: true } };
  expect(lateStops({ ...report, scenario: { ...scenario, policy } } as Report)).toEqual([]);
});
