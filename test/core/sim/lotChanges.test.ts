import { expect, it } from 'vitest';
import { runReplication } from '../../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { aLine, aMatrix, aPlan, aScenario } from '../../builders.ts';

it('counts what befell lots, one by one and nothing else', () => {
  const scenario = aScenario([
    { id: 'V', delivery: 30, pickup: 6 },
    { id: 'W', delivery: 20, openClockMin: 600 },
  ]);
  const matrix = aMatrix(
    ['depot', 'V', 'W'],
    [
      ['depot', 'V', 10, 30],
      ['V', 'W', 10, 30],
    ],
  );
  const settings = {
    ...noVariance(defaultSimulationSettings('hills')),
    days: 5,
    warmUpDays: 0,
    followUpDays: 3,
  };
  const { lotChanges } = runReplication(
    buildSimulationModel(scenario, matrix, aPlan([aLine('L', ['V', 'W'])]), settings),
    0,
  );
  // One wave a day at 06:00, one lot for each of two villages: days 0 to 4. Parcels handed in after the last call on
  // day 4 are of the horizon too, so day 5 is played until they leave with the trunk at 20:00.
  expect(lotChanges).toMatchObject({ arrived: 12, loaded: 12, unloaded: 12 });
  // The line leaves at 07:30 and is at W at 08:30, which opens at 10:00: each of its lots waits.
  expect(lotChanges.shelved).toBe(6);
  // V's outbound parcels become a lot at each departure (07:30) and at the stocktaking of midnight 0 (nothing yet) and
  // midnight 5: seven lots handed in, all fetched and gone.
  expect(lotChanges).toMatchObject({ handedIn: 7, fetched: 7, leftWithTrunk: 7 });
});
