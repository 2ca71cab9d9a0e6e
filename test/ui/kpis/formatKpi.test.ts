import { expect, it } from 'vitest';
import { formatKpi } from '../../../src/ui/kpis/formatKpi.ts';

it('shows a figure with a target apart from the target', () => {
  const target = {
    kpi: 'worstCountyToVillageH',
    direction: 'atMost',
    threshold: 48,
    document: '',
    clause: '',
  } as const;
  // 48.04 h against 48 h is missed by 2.4 minutes.
  expect(formatKpi(48.04, { unit: 'hour', target }, 'en')).toBe('48.04');
  expect(formatKpi(48, { unit: 'hour', target }, 'en')).toBe('48.0');
  expect(formatKpi(48.04, { unit: 'hour' }, 'en')).toBe('48.0');
});
