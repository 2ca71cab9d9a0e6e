import { expect, test } from 'vitest';
import { createProblem } from '../../../src/core/model/problem.ts';
import { nearbyOrder } from '../../../src/core/solver/stopOrder.ts';
import { aProblem, evenly } from './randomProblem.ts';

test('keeps all stops, each beside near ones', () => {
  const problem = aProblem({ ...evenly(7, 400), vehicleTypes: [{}] });
  const { lengthM } = problem.profiles[0]!;
  const order = [...nearbyOrder(problem)];
  expect([...order].sort((left, right) => left - right)).toEqual(order.map((_, stop) => stop));
  const meanStepM = (stops: readonly number[]): number =>
    stops.slice(1).reduce((sum, stop, at) => sum + lengthM[(1 + stops[at]!) * 401 + 1 + stop]!, 0) / 399;
  // 400 stops on 40 x 40 km: a random pair is 27 km apart (0.52 x 40 x 1.3), neighbours on a grid 2.6 km (40 / 20 x 1.3).
  expect(meanStepM(order.map((_, stop) => stop))).toBeGreaterThan(25_000);
  expect(meanStepM(order)).toBeLessThan(9_000);
});

test('comes to an end where all stops are at one place, and with the depot alone', () => {
  const table = new Int32Array(21 * 21);
  const stops = Array.from({ length: 20 }, () => ({}));
  const vehicleTypes = [{}];
  const atOnePlace = createProblem({ stops, profiles: [{ lengthM: table, durationS: table }], vehicleTypes });
  expect(new Set(nearbyOrder(atOnePlace)).size).toBe(20);
  const none = { lengthM: new Int32Array(1), durationS: new Int32Array(1) };
  expect(nearbyOrder(createProblem({ stops: [], profiles: [none], vehicleTypes })).length).toBe(0);
});
