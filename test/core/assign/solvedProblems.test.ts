import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { SolvedProblems } from '../../../src/core/assign/solvedProblems.ts';
import { createProblem, type Problem } from '../../../src/core/model/problem.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { smallCounty, smallMatrix } from '../levels/smallCounty.ts';
import { fullDraft } from '../solver/randomProblem.ts';

/** All rules at once; the tables anew each time. */
const drawn = (): Problem => createProblem(fullDraft(3, 8));
const budget = { seed: 1, iterations: 100 };

describe('problems solved before', () => {
  const solved = new SolvedProblems();
  const slot = (change: Partial<Problem> = {}, with_ = budget) =>
    solved.slotOf({ ...drawn(), ...change }, with_);

  it('are known again by all that is in them, and by seed and rounds', () => {
    expect(slot()).toBe(slot());
    const { stops, windowCloseS, vehicleTypes } = drawn();
    const one = (values: Int32Array): Int32Array =>
      values.map((value, index) => (index === 1 ? value + 1 : value));
    const others = [
      slot({}, { ...budget, seed: 2 }),
      slot({}, { ...budget, iterations: 101 }),
      slot({ stops: { ...stops, delivery: one(stops.delivery) } }),
      slot({ stops: { ...stops, skipCost: one(stops.skipCost) } }),
      slot({ windowCloseS: one(windowCloseS) }),
      slot({ vehicleTypes: vehicleTypes.map((type) => ({ ...type, fixedCost: type.fixedCost + 1 })) }),
      slot({ minLines: 2 }),
    ];
    expect(new Set([slot(), ...others]).size).toBe(1 + others.length);
  });

  it('give the plan that searching again gives', () => {
    const county = smallCounty({ shape: 'hub' });
    const { hubs: _hubs, calendar: _calendar, ...policy } = county.policy;
    const [first, second] = county.stations;
    const scenario = {
      ...county,
      policy,
      stations: county.stations.map((station) =>
        /^[ab]/.test(station.id)
          ? { ...station, hubId: station.id.startsWith('a') ? first!.id : second!.id }
          : station,
      ),
    };
    const plan = (memory?: SolvedProblems) =>
      toEnd(assignLines(scenario, smallMatrix(), { ...budget, ...(memory ? { solved: memory } : {}) }));
    const memory = new SolvedProblems();
    const fresh = plan();
    expect(plan(memory)).toEqual(fresh);
    expect(plan(memory)).toEqual(fresh);
  });
});
