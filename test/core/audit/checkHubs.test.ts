import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import type { HubTraits } from '../../../src/core/model/networkPolicy.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { aLine, aMatrix, aPlan, aScenario, graded, someRates } from '../../builders.ts';

const hubId = asId<StationId>('H');
const matrix = aMatrix(
  ['depot', 'A', 'H', 'V', 'W'],
  [
    ['depot', 'A', 20, 40],
    ['A', 'H', 10, 20],
    ['H', 'V', 10, 20],
    ['H', 'W', 10, 20],
  ],
);

/** A trunk line calls at A on its way to H; two branch lines leave H. */
function county(hub?: HubTraits, change: Partial<Scenario> = {}): Scenario {
  const base = aScenario(
    [
      { id: 'A', role: 'townshipStation', delivery: 60 },
      { id: 'H', role: 'townshipStation' },
      { id: 'V', hubId: 'H', delivery: 50 },
      { id: 'W', hubId: 'H', delivery: 40 },
    ],
    { shape: 'mixed', rates: someRates({ hubRentYuanPerDay: 30 }), ...change },
  );
  return {
    ...base,
    stations: base.stations.map((station) => (station.id === 'H' && hub ? { ...station, hub } : station)),
    serviceTimes: {
      ...base.serviceTimes,
      hubHandoverMin: graded(30),
      loadingMin: graded(10),
      handlingSecPerParcel: graded(20),
    },
  };
}

function planned(branchClockMin: number) {
  const branch = { kind: 'branch', originId: hubId } as const;
  return aPlan([
    aLine('T', ['A', 'H'], { kind: 'trunk', departureClockMin: [450] }),
    aLine('B', ['V'], { ...branch, departureClockMin: [branchClockMin] }),
    aLine('C', ['W'], { ...branch, departureClockMin: [branchClockMin] }),
  ]);
}

function codes(scenario: Scenario, branchClockMin: number): string[] {
  const plan = planned(branchClockMin);
  return checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan)).map(({ code }) => code);
}

// 07:30 + 40 min to A, 60 parcels x 20 s = 20 min there, 20 min to H (08:50 = 530), 90 parcels x 20 s = 30 min,
// hand-over 30 min: ready at 590 (09:50). By driving alone it would be 540.
describe('hand-over at a hub', () => {
  it('counts the stops before the hub to the minute', () => {
    const plan = planned(589);
    const { handovers } = evaluatePlan(county(), matrix, plan);
    expect(handovers.map(({ readyClockMin, slackMin }) => [readyClockMin, slackMin])).toEqual([
      [590, -1],
      [590, -1],
    ]);
    expect(codes(county(), 589)).toEqual(['handover.missed', 'handover.missed']);
    expect(codes(county(), 590)).toEqual([]);
  });
});

describe('limits of a hub', () => {
  it('are its docks and what it can pass on', () => {
    expect(codes(county({ isCandidate: true, dockCount: 1 }), 600)).toEqual(['hub.exceedsDocks']);
    expect(codes(county({ isCandidate: true, dockCount: 2 }), 600)).toEqual([]);
    expect(codes(county({ isCandidate: true, capacityParcelsPerDay: 89 }), 600)).toEqual([
      'hub.exceedsCapacity',
    ]);
    expect(codes(county({ isCandidate: true, capacityParcelsPerDay: 90 }), 600)).toEqual([]);
    const plan = planned(600);
    const tight = county({ isCandidate: true, capacityParcelsPerDay: 80 });
    expect(evaluatePlan(tight, matrix, plan).violations).toEqual([
      {
        code: 'hub.capacityExceeded',
        lineId: null,
        params: { stationId: 'H', parcelsPerDay: 90, capacityParcelsPerDay: 80 },
      },
    ]);
  });

  it('are passed where its lines leave with more than is brought to it', () => {
    const { lines, duties } = planned(600);
    const [trunk, ...branches] = lines;
    const supplied = (stopShares: readonly number[]) => {
      const plan = { ...planned(600), lines: [{ ...trunk!, stopShares }, ...branches], duties };
      return evaluatePlan(county(), matrix, plan).violations;
    };
    expect(supplied([1, 1])).toEqual([]);
    expect(supplied([1, 0.4])).toEqual([
      { code: 'hub.partlySupplied', lineId: null, params: { stationId: 'H', suppliedShare: 0.4 } },
    ]);
    const cutOff = aPlan([aLine('T', ['A'], { kind: 'trunk' }), ...branches]);
    expect(
      evaluatePlan(county(), matrix, cutOff).violations.map(({ params }) => params.suppliedShare),
    ).toEqual([0]);
  });

  it('is opened among the candidates only, where the program chooses', () => {
    const policy = {
      ...county().policy,
      hubs: { choice: 'chosen', assignment: 'chosen', maxHubCount: null } as const,
    };
    expect(codes(county({ isCandidate: false }, { policy }), 600)).toEqual(['hub.notCandidate']);
    expect(codes(county({ isCandidate: true }, { policy }), 600)).toEqual([]);
  });
});

it('a hub costs its own opening cost, else the rent of the county; the checker agrees', () => {
  const plan = planned(600);
  const costOf = (scenario: Scenario): number => evaluatePlan(scenario, matrix, plan).costYuanPerDay.C5;
  expect(costOf(county())).toBeCloseTo(30, 9);
  const dear = county({ isCandidate: true, openYuanPerDay: graded(90) });
  expect(costOf(dear)).toBeCloseTo(90, 9);
  expect(codes(dear, 600)).toEqual([]);
});
