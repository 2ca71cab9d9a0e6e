import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { layGroundwork } from '../../../src/core/evaluate/groundwork.ts';
import { bestPosition, judgeMove, rankMoves } from '../../../src/core/evaluate/judgeMove.ts';
import { type MoveTarget, moveStop } from '../../../src/core/model/edit/moveStop.ts';
import { asId, type LineId, type StationId, type VehicleTypeId } from '../../../src/core/model/ids.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';

/** Two valleys of 10 km legs: depot-a1-a2 and depot-b1-b2; 1 yuan/km, 100 yuan a vehicle-day, vans of 25 parcels. */
const ids = ['a1', 'a2', 'b1', 'b2'];
const matrix = aMatrix(
  ['depot', ...ids],
  [
    ['depot', 'a1', 10, 20],
    ['a1', 'a2', 10, 20],
    ['depot', 'b1', 10, 20],
    ['b1', 'b2', 10, 20],
  ],
);
const scenario = aScenario(
  ids.map((id) => ({ id, delivery: 10 })),
  {
    vehicleTypes: [
      aVehicleType('van', {
        capacityParcels: graded(25),
        fixedYuanPerDay: graded(100),
        energyYuanPerKm: graded(1),
      }),
    ],
  },
);
const plan = aPlan([aLine('A', ['a1', 'a2']), aLine('B', ['b1', 'b2'])]);
const ground = layGroundwork(scenario, matrix);
const before = { plan, evaluation: evaluatePlan(scenario, matrix, plan) };
const stop = (id: string) => asId<StationId>(id);
const line = (id: string) => asId<LineId>(id);
const to = (lineId: string, position: number): MoveTarget => ({
  kind: 'line',
  lineId: line(lineId),
  position,
});

describe('moving a stop', () => {
  it('says what it changes in yuan, minutes and limits', () => {
    // a2 on line B: A drives 20 km instead of 40; B goes depot-a2-b1-b2-depot, 40 km more. 30 parcels on a van for 25.
    const judged = judgeMove(ground, before, {
      stationId: stop('a2'),
      fromLineId: line('A'),
      target: to('B', 0),
    });
    expect(judged.addedYuanPerDay).toBeCloseTo(20);
    expect(judged.addedMin).toEqual([
      { lineId: 'A', minutes: -40 },
      { lineId: 'B', minutes: 80 },
    ]);
    expect(judged.newViolations.map(({ code, lineId }) => [code, lineId])).toEqual([
      ['capacity.exceeded', 'B'],
    ]);
  });

  it('names every station it would find closed, before the move is made', () => {
    // b1 and b2 close at 8:30. B leaves at 7:30: b1 at 7:50, b2 at 8:10. With a2 first they are reached at 8:50 and 9:10.
    const early = layGroundwork(
      {
        ...scenario,
        stations: scenario.stations.map((station) =>
          station.id.startsWith('b') ? { ...station, closeClockMin: 510 } : station,
        ),
        policy: { ...scenario.policy, lineRules: { visitsWhileOpen: true } },
        vehicleTypes: [aVehicleType('van')],
      },
      matrix,
    );
    const evaluation = evaluatePlan(early.scenario, matrix, plan);
    expect(evaluation.violations).toEqual([]);
    const judged = judgeMove(
      early,
      { plan, evaluation },
      { stationId: stop('a2'), fromLineId: line('A'), target: to('B', 0) },
    );
    expect(
      judged.newViolations.map(({ code, params }) => [code, params.stationId, params.arrivalClockMin]),
    ).toEqual([
      ['station.closed', 'b1', 550],
      ['station.closed', 'b2', 570],
    ]);
    const back = judgeMove(early, judged, {
      stationId: stop('a2'),
      fromLineId: line('B'),
      target: to('A', 1),
    });
    expect(back.goneViolations).toHaveLength(2);
  });

  it("says which of the planner's own limits it breaks or mends", () => {
    // Two stops and 45 km a line, 10 h, two lines. a2 on B: three stops, 80 km; on a line of its own: a third line.
    const strict = layGroundwork(
      {
        ...scenario,
        policy: {
          ...scenario.policy,
          lineCount: { min: 0, max: 2 },
          lineRules: { maxStopsPerLine: 2, maxKmPerLine: 45, maxHoursPerLine: 10 },
        },
      },
      matrix,
    );
    const codes = (target: MoveTarget) =>
      judgeMove(strict, before, { stationId: stop('a2'), fromLineId: line('A'), target }).newViolations.map(
        ({ code }) => code,
      );
    expect(codes(to('B', 0))).toEqual(['capacity.exceeded', 'rule.stops', 'rule.km']);
    expect(codes({ kind: 'newLine', likeLineId: line('A') })).toEqual(['rule.lineCount']);
    const third = judgeMove(strict, before, {
      stationId: stop('a2'),
      fromLineId: line('A'),
      target: { kind: 'newLine', likeLineId: line('A') },
    });
    const back = judgeMove(strict, third, {
      stationId: stop('a2'),
      fromLineId: line('N1'),
      target: to('A', 1),
    });
    expect(back.goneViolations.map(({ code }) => code)).toEqual(['rule.lineCount']);
  });

  it('saves a vehicle where a line is left without stops', () => {
    const short = aPlan([aLine('A', ['a1']), aLine('B', ['b1'])]);
    const moved = moveStop(short, { stationId: stop('b1'), fromLineId: line('B'), target: to('A', 1) });
    expect(moved.lines.map(({ id, stopIds }) => [id, stopIds])).toEqual([['A', ['a1', 'b1']]]);
    expect(moved.duties).toHaveLength(1);
  });

  it('puts an unserved stop on a line, and takes one off', () => {
    const off = moveStop(plan, { stationId: stop('a2'), fromLineId: line('A'), target: { kind: 'none' } });
    expect(off.unserved).toEqual([{ stationId: 'a2', reason: 'byHand', params: {} }]);
    const on = moveStop(off, { stationId: stop('a2'), fromLineId: null, target: to('A', 1) });
    expect(on.lines).toEqual(plan.lines);
    expect(on.unserved).toEqual([]);
  });

  it('opens a line of its own with a driver', () => {
    const target: MoveTarget = { kind: 'newLine', likeLineId: line('A') };
    const moved = moveStop(plan, { stationId: stop('a2'), fromLineId: line('A'), target });
    expect(moved.lines.at(-1)).toMatchObject({ id: 'N1', stopIds: ['a2'], vehicleTypeId: 'van' });
    expect(moved.duties.at(-1)!.trips).toEqual([{ lineId: 'N1', roundIndex: 0 }]);
  });

  it('adds up the parts of a station that meet on a line', () => {
    const split = aPlan([
      aLine('A', ['a1', 'a2'], { stopShares: [1, 0.5] }),
      aLine('B', ['a2'], { stopShares: [0.5] }),
    ]);
    const moved = moveStop(split, { stationId: stop('a2'), fromLineId: line('B'), target: to('A', 0) });
    expect(moved.lines).toHaveLength(1);
    expect(moved.lines[0]).toMatchObject({ stopIds: ['a1', 'a2'], stopShares: [1, 1] });
  });

  it('serves every station once or lists it, whatever is moved', () => {
    const target = fc.oneof(
      fc.record({
        kind: fc.constant('line' as const),
        lineId: fc.constantFrom(line('A'), line('B')),
        position: fc.nat(1),
      }),
      fc.constant<MoveTarget>({ kind: 'newLine', likeLineId: line('A') }),
      fc.constant<MoveTarget>({ kind: 'none' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), target), { maxLength: 8 }), (moves) => {
        let now = plan;
        for (const [id, where] of moves) {
          const from = now.lines.find(({ stopIds }) => stopIds.includes(stop(id)))?.id ?? null;
          if (where.kind === 'line' && !now.lines.some((each) => each.id === where.lineId)) continue;
          now = moveStop(now, { stationId: stop(id), fromLineId: from, target: where });
        }
        const found = [
          ...now.lines.flatMap(({ stopIds }) => stopIds),
          ...now.unserved.map(({ stationId }) => stationId),
        ];
        expect(found.sort()).toEqual([...ids].sort());
        expect(now.duties.flatMap(({ trips }) => trips.map(({ lineId }) => lineId)).sort()).toEqual(
          now.lines.map(({ id }) => id).sort(),
        );
      }),
    );
  });
});

describe('places for a stop', () => {
  it('are not on a line that is locked as it is', () => {
    const locked = layGroundwork(
      {
        ...scenario,
        locks: [
          {
            keep: 'line',
            originId: stop('depot'),
            vehicleTypeId: asId<VehicleTypeId>('van'),
            stationIds: [stop('b1'), stop('b2')],
          },
        ],
      },
      matrix,
    );
    const kinds = (of: typeof ground) =>
      toEnd(rankMoves(of, before, stop('a2'), line('A'))).map(({ move }) => move.target.kind);
    expect(kinds(ground)).toEqual(['newLine', 'line']);
    expect(kinds(locked)).toEqual(['newLine']);
  });

  it('is best where the driving grows least', () => {
    // From b1 to a2 the way leads by a1 anyway; before b1 it would be 40 min of detour.
    expect(bestPosition(ground, aLine('A', ['b1', 'a2']), stop('a1'))).toBe(1);
  });

  it('rank those that keep all limits before cheaper ones that do not', () => {
    const found = toEnd(rankMoves(ground, before, stop('a2'), line('A')));
    // A line of its own costs 100 yuan and 20 km more; line B 20 yuan, but is overloaded.
    expect(found.map(({ move, addedYuanPerDay }) => [move.target.kind, Math.round(addedYuanPerDay)])).toEqual(
      [
        ['newLine', 120],
        ['line', 20],
      ],
    );
  });
});
