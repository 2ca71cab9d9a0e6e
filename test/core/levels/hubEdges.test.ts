import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { planLines } from '../../../src/core/levels/planNetwork.ts';
import { asId, type BusLineId, type VehicleTypeId } from '../../../src/core/model/ids.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Policy, Scenario } from '../../../src/core/model/scenario.ts';
import { suppliedBy } from '../../../src/core/model/suppliedBy.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { graded } from '../../builders.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const options = { seed: 1, iterations: 300, choices: 100 };
const matrix = smallMatrix();

/** What a run does: lines, evaluation, check. */
function run(scenario: Scenario) {
  const plan = toEnd(planLines(scenario, matrix, options));
  const evaluation = evaluatePlan(scenario, matrix, plan);
  return { plan, evaluation, faults: checkPlan(scenario, matrix, plan, evaluation) };
}

const hubOf: Readonly<Record<string, string>> = { a1: 'H1', a2: 'H1', b1: 'H2', b2: 'H2' };
/** Villages hang on their township's hub, as given. */
function given(policy: Partial<Policy> = {}): Scenario {
  const base = smallCounty({}, policy);
  const { hubs: _hubs, calendar: _calendar, ...rest } = base.policy;
  const stations = base.stations.map((station) => {
    const hub = hubOf[station.id];
    return hub === undefined ? station : { ...station, hubId: stationId(hub) };
  });
  return { ...base, shape: 'hub', stations, policy: { ...rest, ...policy } };
}

describe('a county of hubs of which none may be one', () => {
  it('is supplied from the depot', () => {
    const county = smallCounty({ shape: 'hub' });
    const stations = county.stations.map((station) =>
      station.hub ? { ...station, hub: { isCandidate: false } } : station,
    );
    const { plan, faults } = run({ ...county, stations });
    expect(plan.unserved).toEqual([]);
    expect(new Set(plan.lines.map(({ kind }) => kind))).toEqual(new Set(['direct']));
    expect(faults).toEqual([]);
  });
});

describe('a hub with days of its own that the program opens', () => {
  it('is visited as often as its trunk lines run, and the check has nothing against that', () => {
    const county = smallCounty({ shape: 'hub' });
    const calendar = { kind: 'between' as const, minVisitsPerWeek: 1, maxVisitsPerWeek: 2 };
    const stations = county.stations.map((station) => (station.hub ? { ...station, calendar } : station));
    const { plan, faults } = run({ ...county, stations });
    expect(plan.lines.some(({ kind }) => kind === 'branch')).toBe(true);
    expect(faults).toEqual([]);
  });
});

describe('branch lines that run more often than their trunk', () => {
  it('are drawn for what a trunk brings at once', () => {
    // Every third day the trunk brings three days: a1 120, a2 90 parcels. A van of 120 takes one village, not both.
    const scenario = given({
      serviceDays: { kind: 'everyNDays', n: 3 },
      branchServiceDays: { kind: 'daily' },
    });
    const [van] = scenario.vehicleTypes;
    const truck = { ...van!, count: 9, capacityParcels: graded(1000), usedFor: ['trunk'] as const };
    const branchVan = {
      ...van!,
      id: asId<VehicleTypeId>('branchVan'),
      count: 9,
      usedFor: ['branch'] as const,
    };
    const county = { ...scenario, vehicleTypes: [truck, branchVan] };
    const plan = toEnd(assignLines(county, matrix, options));
    const evaluation = evaluatePlan(county, matrix, plan);
    expect(plan.unserved).toEqual([]);
    expect(evaluation.violations).toEqual([]);
    expect(plan.lines.filter(({ originId }) => originId === 'H1').map(({ stopIds }) => stopIds)).toHaveLength(
      2,
    );
  });
});

describe('stations that a plan leaves unserved', () => {
  const scenario = given({ hubs: { choice: 'chosen', assignment: 'chosen', maxHubCount: null } });
  const { plan } = run(given());
  const lines = plan.lines.filter(({ originId }) => originId !== 'H2');
  const without = {
    lines,
    unserved: ['b1', 'b2'].map((id) => ({
      stationId: stationId(id),
      reason: 'noVehicle' as const,
      params: {},
    })),
  } satisfies Pick<Plan, 'lines' | 'unserved'>;

  it('hang on no hub where the hub is left open', () => {
    const hubs = suppliedBy(scenario, without).stations.flatMap(({ id, hubId }) =>
      hubId ? [`${id} ${hubId}`] : [],
    );
    expect(hubs.sort()).toEqual(['a1 H1', 'a2 H1']);
  });

  it('stay where they are where it is given, or where nothing is known of them', () => {
    for (const [county, known] of [
      [given(), without],
      [scenario, { lines }],
    ] as const)
      expect(suppliedBy(county, known).stations.find(({ id }) => id === 'b1')!.hubId).toBe('H2');
  });
});

describe('a plan without a line', () => {
  it('costs nothing, by the check as well', () => {
    const county = given();
    const { plan, evaluation, faults } = run({
      ...county,
      vehicleTypes: county.vehicleTypes.map((type) => ({ ...type, count: 0 })),
    });
    expect(plan.lines).toEqual([]);
    expect(evaluation.totalYuanPerDay).toBe(0);
    expect(faults.filter(({ code }) => code === 'figure.differs')).toEqual([]);
  });
});

describe('a hub that a bus passes', () => {
  const bus = (spare: number) => ({
    id: asId<BusLineId>('1'),
    name: '1 路',
    operator: '',
    calls: [{ stationId: stationId('H1'), offsetMin: 70, accessMin: 0 }],
    runs: [{ departureClockMin: 480 }],
    serviceDays: { kind: 'daily' as const },
    spareParcelsPerRun: graded(spare),
    yuanPerParcel: graded(0.2),
  });
  const linesTo = (spare: number) => {
    const { plan, faults } = run({
      ...given({ buses: { use: 'first', maxAccessMin: 10 } }),
      busLines: [bus(spare)],
    });
    expect(faults).toEqual([]);
    expect(plan.unserved).toEqual([]);
    return plan.lines.filter(({ stopIds }) => stopIds.includes(stationId('H1'))).map(({ kind }) => kind);
  };

  // H1 passes on 40 + 30 parcels a day, and the bus runs every day.
  it('rides with all it passes on, or not at all', () => {
    expect(linesTo(100)).toEqual(['bus']);
    expect(linesTo(50)).toEqual(['trunk']);
  });
});
