import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { changedStations } from '../../../src/core/levels/changedStations.ts';
import { keepCrews } from '../../../src/core/levels/keepCrews.ts';
import { asId, type LineId } from '../../../src/core/model/ids.ts';
import type { Plan, PlannedLine } from '../../../src/core/model/plan.ts';
import { aLine, aPlan, graded } from '../../builders.ts';
import { smallCounty, smallMatrix } from './smallCounty.ts';

const matrix = smallMatrix();
const scenario = smallCounty({ shape: 'direct' });
const idOf = (text: string): LineId => asId<LineId>(text);
const oneCrew = (lines: readonly PlannedLine[]): Plan => ({
  ...aPlan([...lines]),
  duties: [
    {
      vehicleTypeId: lines[0]!.vehicleTypeId,
      trips: lines.map(({ id }) => ({ lineId: id, roundIndex: 0 })),
    },
  ],
});
const overlapOf = (plan: Plan): number =>
  Math.max(...evaluatePlan(scenario, matrix, plan).duties.map(({ overlapMin }) => overlapMin));

describe('crews of before', () => {
  it('drive the same lines on the same days at the same clock, whatever they are called', () => {
    const before = oneCrew([
      aLine('T1', ['a1', 'a2'], { departureClockMin: [480], phase: 1 }),
      aLine('T2', ['b1', 'b2'], { departureClockMin: [800], phase: 1 }),
    ]);
    const drawn = aPlan([
      aLine('X', ['b1', 'b2'], { departureClockMin: [480], phase: 0 }),
      aLine('Y', ['a1', 'a2'], { departureClockMin: [480], phase: 0 }),
    ]);
    const kept = keepCrews(before, drawn, scenario, matrix);
    expect(kept.lines.map(({ id, departureClockMin, phase }) => [id, departureClockMin, phase])).toEqual([
      ['X', [800], 1],
      ['Y', [480], 1],
    ]);
    expect(kept.duties.map(({ trips }) => trips.map(({ lineId }) => lineId))).toEqual([['Y', 'X']]);
    expect(changedStations(before, kept)).toEqual([]);
  });

  it('leave later, at a step of five minutes, where a line before takes longer', () => {
    const short = aLine('T1', ['a1'], { departureClockMin: [480] });
    const later = aLine('T2', ['b1', 'b2'], { departureClockMin: [480] });
    const backMin = evaluatePlan(scenario, matrix, aPlan([short])).lines[0]!.trips[0]!.returnClockMin;
    const secondMin = Math.ceil(backMin / 5) * 5;
    const before = oneCrew([short, { ...later, departureClockMin: [secondMin] }]);
    const drawn = aPlan([
      aLine('X', ['a1', 'a2'], { departureClockMin: [480] }),
      { ...later, id: idOf('Y') },
    ]);
    const kept = keepCrews(before, drawn, scenario, matrix);
    const longMin = evaluatePlan(scenario, matrix, drawn).lines[0]!.trips[0]!.returnClockMin;
    const waitedMin = Math.ceil((longMin - secondMin) / 5) * 5;
    expect(waitedMin).toBeGreaterThan(0);
    expect(kept.lines[1]!.departureClockMin).toEqual([secondMin + waitedMin]);
    expect(overlapOf(kept)).toBe(0);
  });

  it('leave later with all lines of an origin where the first of them does', () => {
    const before = oneCrew([aLine('T1', ['a1', 'a2'], { departureClockMin: [480] })]);
    const drawn = aPlan([aLine('X', ['a1', 'a2'], { departureClockMin: [500] })]);
    expect(keepCrews(before, drawn, scenario, matrix).lines[0]!.departureClockMin).toEqual([500]);
    // Earlier is no reason to change.
    const early = aPlan([aLine('X', ['a1', 'a2'], { departureClockMin: [400] })]);
    expect(keepCrews(before, early, scenario, matrix).lines[0]!.departureClockMin).toEqual([480]);
  });

  it('hand their last trip to a crew of its own where their day has become too long', () => {
    // Three lines one after the other; shift and overtime leave room for what the first two take, and no more.
    const names = [['a1'], ['a2'], ['b1', 'b2']] as const;
    const drawn = aPlan(
      names.map((stops, index) => aLine(`N${index}`, [...stops], { departureClockMin: [480] })),
    );
    const before = oneCrew(
      names.map((stops, index) => aLine(`T${index}`, [...stops], { departureClockMin: [480] })),
    );
    const paidMin = (plan: Plan, within = scenario): number[] =>
      evaluatePlan(within, matrix, plan).duties.map((duty) => duty.paidMin);
    const all = keepCrews(before, drawn, scenario, matrix);
    const two = keepCrews(before, aPlan(drawn.lines.slice(0, 2)), scenario, matrix);
    const tight = {
      ...scenario,
      dutyRules: {
        ...scenario.dutyRules,
        shiftMin: graded(paidMin(two)[0]!),
        overtimeLimitMin: graded(0),
      },
    };
    expect(all.duties).toHaveLength(1);
    expect(paidMin(all)[0]).toBeGreaterThan(paidMin(two)[0]!);
    const kept = keepCrews(before, drawn, tight, matrix);
    expect(kept.duties.map(({ trips }) => trips.map(({ lineId }) => lineId))).toEqual([['N0', 'N1'], ['N2']]);
    expect(kept.lines[2]!.departureClockMin).toEqual([480]);
    expect(Math.max(...paidMin(kept, tight))).toBeLessThanOrEqual(paidMin(two)[0]!);
  });

  it('have nothing to do with lines of other days; those keep the crews they were given', () => {
    const before = oneCrew([aLine('T1', ['a1', 'a2']), aLine('T2', ['b1', 'b2'])]);
    const drawn = aPlan([
      aLine('X', ['a1', 'a2']),
      aLine('Y', ['b1', 'b2'], { serviceDays: { kind: 'everyNDays', n: 2 } }),
    ]);
    const kept = keepCrews(before, drawn, scenario, matrix);
    expect(kept.duties.map(({ trips }) => trips.map(({ lineId }) => lineId))).toEqual([['X'], ['Y']]);
    expect(kept.lines).toEqual(drawn.lines);
  });

  it('drive every trip of the plan once, and none before they are back', () => {
    const cut = fc.tuple(
      fc.shuffledSubarray(['a1', 'a2', 'b1', 'b2'], { minLength: 4 }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    );
    const linesOf = ([ids, cuts]: [string[], boolean[]], name: string): PlannedLine[] => {
      const stops: string[][] = [[]];
      ids.forEach((id, index) => {
        stops.at(-1)!.push(id);
        if (cuts[index]) stops.push([]);
      });
      return stops.map((stopIds, index) => aLine(`${name}${index}`, stopIds));
    };
    fc.assert(
      fc.property(cut, cut, (old, now) => {
        const drawn = aPlan(linesOf(now, 'N'));
        const kept = keepCrews(oneCrew(linesOf(old, 'T')), drawn, scenario, matrix);
        const trips = kept.duties.flatMap((duty) => duty.trips.map(({ lineId }) => lineId));
        expect(trips.toSorted()).toEqual(drawn.lines.map(({ id }) => id).toSorted());
        expect(kept.lines.map(({ stopIds }) => stopIds)).toEqual(drawn.lines.map(({ stopIds }) => stopIds));
        expect(overlapOf(kept)).toBe(0);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
