import { expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';

it('tells the minutes between the hand-over at a hub and the branch departure', () => {
  const base = aScenario([
    { id: 'H', role: 'townshipStation' },
    { id: 'V', hubId: 'H', delivery: 10 },
  ]);
  const scenario = { ...base, serviceTimes: { ...base.serviceTimes, hubHandoverMin: graded(30) } };
  const matrix = aMatrix(
    ['depot', 'H', 'V'],
    [
      ['depot', 'H', 20, 40],
      ['H', 'V', 10, 20],
    ],
  );
  const hub = asId<StationId>('H');
  const plan = aPlan([
    aLine('T', ['H'], { kind: 'trunk', departureClockMin: [450] }),
    aLine('B', ['V'], { kind: 'branch', originId: hub, departureClockMin: [540] }),
    aLine('C', ['V'], { kind: 'branch', originId: hub, departureClockMin: [500], stopShares: [0] }),
  ]);
  // Trunk leaves 07:30, arrives 08:10 (490), handed over 08:40 (520): 20 min before 09:00, 20 min too late for 08:20.
  const { handovers } = evaluatePlan(scenario, matrix, plan);
  expect(
    handovers.map(({ branchLineId, readyClockMin, slackMin }) => [branchLineId, readyClockMin, slackMin]),
  ).toEqual([
    ['B', 520, 20],
    ['C', 520, -20],
  ]);
});
