import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { layGroundwork } from '../../../src/core/evaluate/groundwork.ts';
import { handPlanOf } from '../../../src/core/evaluate/handPlan.ts';
import { rankMoves } from '../../../src/core/evaluate/judgeMove.ts';
import { planLines } from '../../../src/core/levels/planNetwork.ts';
import type { BusLine } from '../../../src/core/model/buses.ts';
import { settleByHand } from '../../../src/core/model/edit/settleByHand.ts';
import { asId, type BusLineId, type StationId } from '../../../src/core/model/ids.ts';
import type { LineLock } from '../../../src/core/model/lineRules.ts';
import type { Plan, PlannedLine } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aPlan, graded } from '../../builders.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const options = { seed: 1, iterations: 300, choices: 100 };
const matrix = smallMatrix();
const solved = (scenario: Scenario): Plan => toEnd(planLines(scenario, matrix, options));
const movesOf = (scenario: Scenario, plan: Plan, id: StationId) => {
  const before = { plan, evaluation: evaluatePlan(scenario, matrix, plan) };
  const from = plan.lines.find(({ stopIds }) => stopIds.includes(id))?.id ?? null;
  return toEnd(rankMoves(layGroundwork(scenario, matrix), before, id, from));
};
const evaluationOf = (scenario: Scenario) => evaluatePlan(scenario, matrix, handPlanOf(scenario)!);

const bus: BusLine = {
  id: asId<BusLineId>('1'),
  name: '1 路',
  operator: '',
  calls: [{ stationId: stationId('a1'), offsetMin: 90, accessMin: 5 }],
  runs: [{ departureClockMin: 480 }, { departureClockMin: 840 }],
  serviceDays: { kind: 'daily' },
  spareParcelsPerRun: graded(60),
  yuanPerParcel: graded(0.2),
};
function onBuses(): Scenario {
  const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
  return smallCounty({
    shape: 'direct',
    busLines: [bus],
    policy: { ...policy, buses: { use: 'first', maxAccessMin: 10 } },
  });
}

describe('a stop moved by hand where parcels ride on buses', () => {
  const scenario = onBuses();
  const plan = solved(scenario);
  const [move] = movesOf(scenario, plan, stationId('b1'));
  const byHand = settleByHand(scenario, move!.plan, stationId('b1'));
  const rides = (of: Scenario) =>
    handPlanOf(of)!.lines.flatMap(({ busLineId, stopIds }) => (busLineId ? stopIds : []));

  it('leaves on the bus what rides there, and changes what was said before', () => {
    expect(rides(byHand)).toEqual(['a1']);
    expect(handPlanOf(byHand)!.unserved).toEqual([]);
    expect(evaluationOf(byHand)).toEqual(move!.evaluation);
  });

  it('lets nothing ride on buses that are not used, run no more, or do not pass', () => {
    const { policy } = byHand;
    const without = (change: Partial<BusLine>) => ({ ...byHand, busLines: [{ ...bus, ...change }] });
    const off = { ...byHand, policy: { ...policy, buses: { use: 'off' as const, maxAccessMin: 10 } } };
    for (const changed of [off, { ...byHand, busLines: [] }, without({ runs: [] }), without({ calls: [] })]) {
      expect(rides(changed)).toEqual([]);
      expect(handPlanOf(changed)!.unserved.map((each) => each.stationId)).toEqual(['a1']);
    }
  });

  it('takes a station off all runs of the bus at once', () => {
    // 40 parcels of a1, room for 25 on each run: the rest of the second rides too.
    const tight = { ...scenario, busLines: [{ ...bus, spareParcelsPerRun: graded(25) }] };
    const split = solved(tight);
    const runs = split.lines.filter(({ busLineId }) => busLineId !== undefined);
    expect(runs.map(({ stopIds }) => stopIds)).toEqual([['a1'], ['a1']]);
    const [off] = movesOf(tight, split, stationId('a1'));
    expect(off!.plan.lines.filter(({ stopIds }) => stopIds.includes(stationId('a1')))).toHaveLength(1);
    const after = settleByHand(tight, off!.plan, stationId('a1'));
    expect(rides(after)).toEqual([]);
    const plan = handPlanOf(after)!;
    expect(plan.unserved).toEqual([]);
    expect(checkPlan(after, matrix, plan, evaluatePlan(after, matrix, plan))).toEqual([]);
  });

  it('keeps to the days of the bus', () => {
    const serviceDays = { kind: 'everyNDays' as const, n: 2 };
    const changed = { ...byHand, busLines: [{ ...bus, serviceDays }] };
    const line = handPlanOf(changed)!.lines.find(({ busLineId }) => busLineId !== undefined)!;
    expect(line.serviceDays).toEqual(serviceDays);
  });
});

describe('a stop moved by hand where the program chooses the hubs', () => {
  // Both hubs opened by hand; the stations themselves hang on nothing.
  const scenario = smallCounty();
  const plan = aPlan([
    aLine('L1', ['H1', 'H2'], { kind: 'trunk', departureClockMin: [480] }),
    aLine('H1-1', ['a1'], { kind: 'branch', originId: stationId('H1'), departureClockMin: [720] }),
    aLine('H1-2', ['a2'], { kind: 'branch', originId: stationId('H1'), departureClockMin: [720] }),
    aLine('H2-1', ['b1', 'b2'], { kind: 'branch', originId: stationId('H2'), departureClockMin: [720] }),
  ]);
  const targets = (id: string, of = plan) =>
    movesOf(scenario, of, stationId(id))
      .flatMap(({ move: { target } }) => (target.kind === 'line' ? [target.lineId as string] : [target.kind]))
      .sort();

  it('stays with the hub that supplies it, and the other lines stay', () => {
    expect(targets('a2')).toEqual(['H1-1', 'newLine']);
    expect(targets('H2')).toEqual(['newLine']);
    const judged = movesOf(scenario, plan, stationId('a2')).find(({ move }) => move.target.kind === 'line')!;
    const byHand = settleByHand(scenario, judged.plan, stationId('a2'));
    expect(handPlanOf(byHand)!.lines.map(({ id, stopIds }) => [id, stopIds.length])).toEqual([
      ['L1', 2],
      ['H1-1', 2],
      ['H2-1', 2],
    ]);
    expect(evaluationOf(byHand)).toEqual(judged.evaluation);
  });

  it('may go on any line while nothing supplies it', () => {
    const without = aPlan(plan.lines.filter(({ id }) => id !== 'H1-2'));
    expect(targets('a2', without)).toEqual(['H1-1', 'H2-1', 'L1', 'newLine']);
  });

  it('goes with a hub that is gone', () => {
    const { lines, duties } = plan;
    const stations = scenario.stations.filter(({ id }) => id !== 'H2');
    const left = handPlanOf({ ...scenario, stations, handPlan: { lines, duties, moved: [] } })!;
    expect(left.lines.map(({ stopIds }) => stopIds)).toEqual([['H1'], ['a1'], ['a2']]);
    expect(left.unserved.map((each) => each.stationId)).toEqual(['b1', 'b2']);
  });
});

describe('a stop of a hub that has no line yet', () => {
  const county = smallCounty({ shape: 'hub' });
  const { hubs: _hubs, calendar: _calendar, ...policy } = county.policy;
  const scenario: Scenario = {
    ...county,
    policy,
    stations: county.stations.map((station) =>
      /^[ab]/.test(station.id)
        ? { ...station, hubId: stationId(station.id.startsWith('a') ? 'H1' : 'H2') }
        : station,
    ),
  };
  const whole = solved(scenario);
  const isAtH2 = ({ originId }: PlannedLine) => originId === stationId('H2');
  const ofH2 = whole.lines.filter(isAtH2);
  const dropped = (plan: Plan, isGone: (line: PlannedLine) => boolean): Plan => {
    const gone = new Set(plan.lines.filter(isGone).map(({ id }) => id));
    const duties = plan.duties
      .map((duty) => ({ ...duty, trips: duty.trips.filter(({ lineId }) => !gone.has(lineId)) }))
      .filter(({ trips }) => trips.length > 0);
    return { ...plan, lines: plan.lines.filter((line) => !isGone(line)), duties };
  };
  const without: Plan = {
    ...dropped(whole, isAtH2),
    unserved: ['b1', 'b2'].map((id) => ({ stationId: stationId(id), reason: 'byHand' as const, params: {} })),
  };

  it('is offered a line of its own from there, when the hub has its parcels', () => {
    expect(ofH2.length).toBeGreaterThan(0);
    const moves = movesOf(scenario, without, stationId('b1'));
    expect(moves.map(({ move }) => move.target.kind)).toEqual(['newLine']);
    const line = moves[0]!.plan.lines.find(isAtH2)!;
    expect(line).toMatchObject({ kind: 'branch', stopIds: ['b1'] });
    // As the program itself has the lines of that hub leave.
    expect(line.departureClockMin).toEqual(ofH2[0]!.departureClockMin);
  });

  it('takes the next stop of the hub as well; the check accepts the plan', () => {
    const [first] = movesOf(scenario, without, stationId('b1'));
    const [second] = movesOf(scenario, first!.plan, stationId('b2'));
    expect(second!.move.target.kind).toBe('line');
    const byHand = settleByHand(scenario, second!.plan, stationId('b2'));
    const plan = handPlanOf(byHand)!;
    expect(plan.unserved).toEqual([]);
    expect(evaluationOf(byHand)).toEqual(second!.evaluation);
    expect(checkPlan(byHand, matrix, plan, evaluationOf(byHand))).toEqual([]);
  });

  it('is offered none where nothing reaches the hub, or no hub has a line to go by', () => {
    const cutOff = dropped(without, ({ stopIds }) => stopIds.includes(stationId('H2')));
    expect(movesOf(scenario, cutOff, stationId('b1'))).toEqual([]);
    const bare = dropped(without, ({ kind }) => kind === 'branch');
    expect(movesOf(scenario, bare, stationId('b1'))).toEqual([]);
  });
});

describe('locks', () => {
  const lockOf = (originId: string, ...stops: string[]): LineLock => ({
    keep: 'line',
    originId: stationId(originId),
    vehicleTypeId: smallCounty().vehicleTypes[0]!.id,
    stationIds: stops.map(stationId),
  });
  const linesWith = (plan: Plan, id: string) =>
    plan.lines.filter(({ stopIds }) => stopIds.includes(stationId(id)));

  it('hold stations whose own days differ on the days of most of them', () => {
    const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
    const daily = { kind: 'given' as const, serviceDays: { kind: 'daily' as const } };
    const weekly = { kind: 'given' as const, serviceDays: { kind: 'weekdays' as const, days: [0] } };
    const county = smallCounty({ shape: 'direct', policy });
    const stations = county.stations.map((station) =>
      station.hub ? station : { ...station, calendar: station.id === 'b2' ? weekly : daily },
    );
    const scenario = { ...county, stations, locks: [lockOf('depot', 'a1', 'b2', 'a2')] };
    const plan = solved(scenario);
    expect(linesWith(plan, 'b2').map(({ stopIds }) => stopIds)).toEqual([['a1', 'b2', 'a2']]);
    expect(linesWith(plan, 'b2')[0]!.serviceDays).toEqual({ kind: 'daily' });
    // What that costs is said: b2 asked for one day a week.
    const faults = checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan));
    expect(faults).toEqual([
      { code: 'station.days', params: { id: 'b2', line: linesWith(plan, 'b2')[0]!.id } },
    ]);
    expect(linesWith(solved({ ...county, stations }), 'b2')[0]!.serviceDays).toEqual(weekly.serviceDays);
  });

  it('hold stations on lines of the hub they are locked to, or of the depot, whatever the program chooses', () => {
    for (const [origin, stops] of [
      ['H1', ['b1', 'a1']],
      ['H2', ['a2']],
      ['depot', ['b2', 'a1']],
    ] as const) {
      const plan = solved(smallCounty({ locks: [lockOf(origin, ...stops)] }));
      const [line] = linesWith(plan, stops[0]);
      expect([line!.originId, line!.stopIds]).toEqual([origin, stops]);
      expect(plan.unserved).toEqual([]);
    }
  });
});
