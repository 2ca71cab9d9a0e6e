import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  membersOf,
  mostChargeable,
  mostTempted,
  shapleyValues,
  withParting,
} from '../../../src/core/sharing/coalitionGame.ts';

// Three partners a, b, c (bits 1, 2, 4): {} a b ab c ac bc abc.
const three = Float64Array.of(0, 100, 80, 130, 60, 140, 120, 150);

const games = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc.array(fc.integer({ min: 1, max: 1000 }), {
    minLength: 2 ** count - 1,
    maxLength: 2 ** count - 1,
  }),
);

describe('shapleyValues', () => {
  it('average what a partner adds over all orders', () => {
    // a: first 100 (2 of 6 orders), after b 130-80 = 50, after c 140-60 = 80, last 150-120 = 30 (2 of 6)
    //    (2*100 + 50 + 80 + 2*30) / 6 = 65
    // b: (2*80 + (130-100) + (120-60) + 2*(150-140)) / 6 = (160 + 30 + 60 + 20) / 6 = 45
    // c: (2*60 + (140-100) + (120-80) + 2*(150-130)) / 6 = (120 + 40 + 40 + 40) / 6 = 40
    expect(shapleyValues(three)).toEqual([65, 45, 40].map((value) => expect.closeTo(value, 9)));
  });

  it('add up to the cost of all, and charge partners alike the same', () => {
    fc.assert(
      fc.property(games, (rest) => {
        const costs = Float64Array.of(0, ...rest);
        const sum = shapleyValues(costs).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(costs.at(-1)!, 6);
        // Made alike: a coalition costs what it would with partners 0 and 1 exchanged.
        const exchanged = (coalition: number): number =>
          (coalition & ~3) | ((coalition & 1) << 1) | ((coalition >> 1) & 1);
        const alike = costs.map((cost, coalition) => Math.min(cost, costs[exchanged(coalition)]!));
        const [first, second] = shapleyValues(alike);
        expect(first).toBeCloseTo(second!, 6);
      }),
    );
  });
});

describe('withParting', () => {
  it('lets members part into cheaper groups', () => {
    // ac alone: 100 + 60 = 160 > 140; bc 80 + 60 = 140 > 120; ab 180 > 130: nothing parts below the three.
    // abc: ab + c = 190, ac + b = 220, bc + a = 220: 150 stands.
    expect([...withParting(three)]).toEqual([...three]);
    // With ac at 500 they part: 100 + 60; with abc at 400 the three part into ab + c = 190.
    expect([...withParting(Float64Array.of(0, 100, 80, 130, 60, 500, 120, 400))]).toEqual([
      0, 100, 80, 130, 60, 160, 120, 190,
    ]);
  });
});

describe('mostTempted', () => {
  it('finds who gains most by leaving', () => {
    // Shapley: ab pays 110 <= 130, ac 105 <= 140, bc 85 <= 120, alone 65 <= 100, 45 <= 80, 40 <= 60.
    expect(mostTempted(three, [65, 45, 40], 0)).toBeNull();
    // c pays 70 > 60: 10 less alone; bc pays 125 > 120: 5 less. c gains most.
    expect(mostTempted(three, [25, 55, 70], 0)).toEqual({ coalition: 4, gainYuanPerDay: 10 });
    // A gain of 10 is a sixth of c's own cost: nobody moves for less than a fifth.
    expect(mostTempted(three, [25, 55, 70], 0.2)).toBeNull();
  });
});

describe('mostChargeable', () => {
  it('is what can be collected before somebody leaves', () => {
    // c pays 60 at most, so a + b <= 130 decides: 190 (75 + 55 + 60, and 75 + 60 <= 140, 55 + 60 <= 120).
    expect(mostChargeable(three)).toBeCloseTo(190, 2);
    // Two together cost 120 each time: at most 60 each, 180 of all; alone 100 does not come into it.
    expect(mostChargeable(Float64Array.of(0, 100, 100, 120, 100, 120, 120, 200))).toBeCloseTo(180, 2);
    // One nobody can run with the third is no offer.
    expect(
      mostChargeable(
        Float64Array.of(0, 100, 100, 120, 100, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 200),
      ),
    ).toBeCloseTo(220, 2);
  });

  it('is at least what any split collects that tempts nobody', () => {
    fc.assert(
      fc.property(games, (rest) => {
        const costs = Float64Array.of(0, ...rest);
        const most = mostChargeable(costs);
        const payments = shapleyValues(costs);
        const isHolding = mostTempted(costs, payments, 0) === null && payments.every((each) => each >= 0);
        if (isHolding) expect(most).toBeGreaterThanOrEqual(costs.at(-1)! - 0.01);
        // Nobody pays more than alone.
        const alone = payments.reduce((sum, _each, partner) => sum + costs[1 << partner]!, 0);
        expect(most).toBeLessThanOrEqual(alone + 0.01);
      }),
    );
  });
});

it('names the members of a coalition', () => {
  expect(membersOf(0)).toEqual([]);
  expect(membersOf(0b1101)).toEqual([0, 2, 3]);
});
