import type { LineRules } from '../../../src/core/model/lineRules.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { aMatrix, aScenario, aVehicleType, graded, someRates } from '../../builders.ts';

/**
 * A road from the depot: A after 10 km (20 min), B 5 km (10 min) beyond. A vehicle-day costs 100 yuan, a kilometre
 * 1 yuan, an hour of the driver 30 yuan (240 for a shift of 480 min), loading takes 30 min, every stop 15 min.
 */
export const matrix = aMatrix(
  ['depot', 'A', 'B'],
  [
    ['depot', 'A', 10, 20],
    ['A', 'B', 5, 10],
  ],
);
export const van = aVehicleType('van', {
  fixedYuanPerDay: graded(100),
  energyYuanPerKm: graded(1),
  driverYuanPerDay: graded(240),
});

export function county(rules: LineRules = {}, change: Partial<Scenario> = {}): Scenario {
  const base = aScenario(
    ['A', 'B'].map((id) => ({ id, delivery: 10 })),
    { vehicleTypes: [van] },
  );
  return {
    ...base,
    serviceTimes: { ...base.serviceTimes, loadingMin: graded(30), villageDwellMin: graded(15) },
    dutyRules: { ...base.dutyRules, wageBasis: 'hour' },
    rates: someRates({ overtimeWageFactor: 1.5 }),
    policy: { ...base.policy, lineRules: rules },
    ...change,
  };
}
