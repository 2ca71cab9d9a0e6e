import { describe, expect, expectTypeOf, it } from 'vitest';
import { contractBefore, savingAgainst } from '../../../src/core/kpi/saving.ts';
import type { BaselineKind, Before, Saving, ServiceLevel } from '../../../src/core/model/report.ts';

const before: Before<'B3'> = { kind: 'B3', reaches: 'village', evaluation: { yuanPerParcel: 4 } };

/** Checked by the compiler (`npm run check`): each directive fails where the line below it is allowed. */
describe('the type of a saving', () => {
  it('has the name of its baseline and its service level, always', () => {
    expectTypeOf<Saving['baseline']>().toEqualTypeOf<BaselineKind>();
    expectTypeOf<Saving['service']>().toEqualTypeOf<ServiceLevel>();
    expectTypeOf<Required<Saving>>().toEqualTypeOf<Saving>();
  });

  it('cannot be written by hand, whatever is named', () => {
    const service: ServiceLevel = { basis: 'equal', before: 'village', after: 'village' };
    // @ts-expect-error no baseline
    const noBaseline: Saving = { share: 0.2, yuanPerParcel: 0.8, service };
    // @ts-expect-error no service level
    const noService: Saving = { share: 0.2, yuanPerParcel: 0.8, baseline: 'B3' };
    // @ts-expect-error all that can be named, but not made by `savingAgainst`
    const byHand: Saving = { share: 0.2, yuanPerParcel: 0.8, baseline: 'B3', service };
    expect([noBaseline, noService, byHand]).toHaveLength(3);
  });

  it('cannot be made from prices alone, nor lose its parts', () => {
    const after = { yuanPerParcel: 3, reaches: 'village' } as const;
    // @ts-expect-error a price is no "before"
    const fromPrice = () => savingAgainst(4, after);
    // @ts-expect-error how deep the parcels go must be said
    const noReach = () => savingAgainst(before, { yuanPerParcel: 3 });
    expect([fromPrice, noReach]).toHaveLength(2);
    const saving = savingAgainst(before, after);
    expectTypeOf(saving).toEqualTypeOf<Saving<'B3'>>();
    // @ts-expect-error a saving against a contract price is not one against a baseline
    const asBaseline: Saving = savingAgainst(contractBefore(4, 'village'), after);
    expect(asBaseline.baseline).toBe('contract');
    // 4 before, 3 after: 1 yuan, a quarter.
    expect(saving).toEqual({
      share: 0.25,
      yuanPerParcel: 1,
      baseline: 'B3',
      service: { basis: 'equal', before: 'village', after: 'village' },
    });
  });
});
