import { describe, expect, it } from 'vitest';
import { asId, type StationId } from '../../src/core/model/ids.ts';
import type { Scenario } from '../../src/core/model/scenario.ts';
import { lockLine, lockMoved, lockOfStop, toggleStopLock } from '../../src/state/edits/lockLines.ts';
import { setLineRule } from '../../src/state/edits/setLineRule.ts';
import { aLine, aPlan, aScenario } from '../builders.ts';

const scenario = aScenario(['A', 'B', 'C', 'D'].map((id) => ({ id })));
const line = aLine('L1', ['A', 'B', 'C', 'D']);
const stop = (id: string) => asId<StationId>(id);

describe('locks', () => {
  it('hold one stop with its neighbours, and let it go without a trace', () => {
    const locked = toggleStopLock(scenario, line, stop('B'));
    expect(locked.locks).toMatchObject([{ keep: 'stops', stationIds: ['B'], companionIds: ['A', 'C'] }]);
    expect(lockOfStop(locked, line, stop('B'))).toBe('stops');
    expect(lockOfStop(locked, line, stop('A'))).toBeNull();
    expect(toggleStopLock(locked, line, stop('B'))).toEqual(scenario);
  });

  it('hold a line wholly or in its order; single stops of it are not let go', () => {
    const whole = lockLine(scenario, line, 'line');
    expect(whole.locks).toMatchObject([{ keep: 'line', stationIds: ['A', 'B', 'C', 'D'] }]);
    expect(toggleStopLock(whole, line, stop('B'))).toBe(whole);
    expect(lockLine(whole, line, 'sequence').locks).toMatchObject([{ keep: 'sequence' }]);
    expect(lockLine(whole, line, null)).toEqual(scenario);
  });

  it('hold what was moved by hand where it was put', () => {
    const { lines, duties } = aPlan([line]);
    const moved: Scenario = {
      ...scenario,
      handPlan: { lines, duties, moved: [{ stationId: stop('D'), lineId: line.id }] },
    };
    expect(lockMoved(moved).locks).toMatchObject([{ stationIds: ['D'], companionIds: ['C'] }]);
    const whole = lockLine(moved, line, 'line');
    expect(lockMoved(whole).locks).toEqual(whole.locks);
  });
});

describe('rules for lines', () => {
  it('leave no trace when they are all off again', () => {
    const on = setLineRule(setLineRule(scenario, 'maxStopsPerLine', 20), 'maxKmPerLine', 100);
    expect(on.policy.lineRules).toEqual({ maxStopsPerLine: 20, maxKmPerLine: 100 });
    const off = setLineRule(setLineRule(on, 'maxStopsPerLine', undefined), 'maxKmPerLine', undefined);
    expect(off).toEqual(scenario);
  });
});
