import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../src/core/evaluate/roster.ts';
import type { ServiceDays } from '../../../src/core/model/scenario.ts';
import { aLine, aPlan } from '../../builders.ts';

describe('rosterOf', () => {
  it('needs two drivers for one line every day when each works six days of the week', () => {
    // 7 duty days a week over 6 working days: 7 / 6, so 2 drivers; with 7 working days one is enough.
    const plan = aPlan([aLine('L1', ['A'])]);
    expect(rosterOf(plan.lines, plan.duties, { workDaysPerWeek: 6 }).driverCount).toBe(2);
    expect(rosterOf(plan.lines, plan.duties, { workDaysPerWeek: 7 }).driverCount).toBe(1);
  });

  it('lets one driver take two lines of opposite days', () => {
    // Even and odd days together are every day: 7 duty days a week again; over two weeks 14.
    const alternate: ServiceDays = { kind: 'everyNDays', n: 2 };
    const plan = aPlan([
      aLine('L1', ['A'], { serviceDays: alternate, phase: 0 }),
      aLine('L2', ['B'], { serviceDays: alternate, phase: 1 }),
    ]);
    const roster = rosterOf(plan.lines, plan.duties, { workDaysPerWeek: 7 });
    expect(roster.driverCount).toBe(1);
    expect(roster.days).toBe(14);
    expect(roster.shifts).toHaveLength(14);
  });

  it('drives every duty once, gives nobody two at once and everybody the days of rest', () => {
    const days: fc.Arbitrary<ServiceDays> = fc.oneof(
      fc.constant<ServiceDays>({ kind: 'daily' }),
      fc.integer({ min: 2, max: 3 }).map((n): ServiceDays => ({ kind: 'everyNDays', n })),
      fc
        .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 })
        .map((list): ServiceDays => ({ kind: 'weekdays', days: list })),
    );
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 3, max: 7 }),
        (calendars, workDaysPerWeek) => {
          const plan = aPlan(
            calendars.map((serviceDays, index) => aLine(`L${index}`, ['A'], { serviceDays, phase: 0 })),
          );
          const { shifts, driverCount } = rosterOf(plan.lines, plan.duties, { workDaysPerWeek });
          const driverDays = new Set(shifts.map(({ day, driverIndex }) => `${day} ${driverIndex}`));
          expect(driverDays.size).toBe(shifts.length);
          const perWeek = new Map<string, number>();
          for (const { day, driverIndex } of shifts) {
            expect(driverIndex).toBeGreaterThanOrEqual(0);
            expect(driverIndex).toBeLessThan(driverCount);
            const key = `${Math.floor(day / 7)} ${driverIndex}`;
            perWeek.set(key, (perWeek.get(key) ?? 0) + 1);
          }
          expect(Math.max(...perWeek.values())).toBeLessThanOrEqual(workDaysPerWeek);
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});
