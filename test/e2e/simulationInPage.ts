import { assignLines } from '../../src/core/assign/assignLines.ts';
import type { Scenario } from '../../src/core/model/scenario.ts';
import { travelMatrix } from '../../src/core/network/travelMatrix.ts';
import { settingsFor } from '../../src/core/sim/settings.ts';
import { simulate } from '../../src/core/sim/simulate.ts';
import { simulationHash } from '../../src/core/sim/simulationHash.ts';
import { toEnd } from '../../src/core/toEnd.ts';

/** Plans and simulates a scenario from its text; the same function runs in Node and in a page. */
export function hashOfSimulation(scenarioText: string): string {
  const scenario = JSON.parse(scenarioText) as Scenario;
  const { matrix, roads } = travelMatrix(scenario);
  const onRoads: Scenario = { ...scenario, roads };
  const plan = toEnd(assignLines(onRoads, matrix, { seed: 1, iterations: 100 }));
  const settings = {
    ...settingsFor(scenario),
    days: 10,
    replications: 3,
    hubDockCount: { value: 2, grade: 'user', source: 'test' } as const,
    extraTripMinParcels: { value: 50, grade: 'user', source: 'test' } as const,
    cold: { freshShare: 0.5, precooling: 'hub', isReefer: false } as const,
  };
  return simulationHash(toEnd(simulate(onRoads, matrix, plan, settings)));
}
