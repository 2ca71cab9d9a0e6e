import { expect, it } from 'vitest';
import { defaultSimulationSettings } from '../../src/core/sim/settings.ts';
import { holidaysOrigin, outboundTrunkOrigin } from '../../src/state/simulationOrigins.ts';

it('calls cut-off and days off assumptions until somebody enters them', () => {
  const usual = defaultSimulationSettings('hills');
  expect(outboundTrunkOrigin(usual).grade).toBe('assumption');
  expect(outboundTrunkOrigin({ ...usual, outboundTrunkClockMin: 18 * 60 }).grade).toBe('user');
  expect(holidaysOrigin(usual).grade).toBe('assumption');
  expect(holidaysOrigin({ ...usual, holidays: [{ name: 'feast', fromDay: 3, toDay: 9 }] }).grade).toBe(
    'user',
  );
  for (const { source } of [outboundTrunkOrigin(usual), holidaysOrigin(usual)])
    expect(source.split(' / ')).toHaveLength(2);
});
