import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Scenario, ServiceDays } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aVehicleType, graded } from '../../builders.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const matrix = smallMatrix();

/** Each township hangs on its own hub; one truck brings the parcels, so many vans and small trucks take them on. */
function county(vans: number, smallTrucks: number, branchServiceDays: ServiceDays): Scenario {
  const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
  const base = smallCounty({ policy: { ...policy, branchServiceDays } });
  const branch = { capacityParcels: graded(400), usedFor: ['branch'] } as const;
  return {
    ...base,
    stations: base.stations.map((station) =>
      station.role === 'villageStation'
        ? { ...station, hubId: stationId(station.id.startsWith('a') ? 'H1' : 'H2') }
        : station,
    ),
    vehicleTypes: [
      aVehicleType('truck', { count: 1, capacityParcels: graded(900), usedFor: ['trunk'] }),
      aVehicleType('van', { ...branch, count: vans, fixedYuanPerDay: graded(60) }),
      aVehicleType('smallTruck', { ...branch, count: smallTrucks, fixedYuanPerDay: graded(140) }),
    ],
  };
}

function planned(scenario: Scenario) {
  const plan = toEnd(assignLines(scenario, matrix, { seed: 1, iterations: 300 }));
  const evaluation = evaluatePlan(scenario, matrix, plan);
  expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  expect(plan.unserved).toEqual([]);
  return { plan, evaluation };
}

describe('one fleet for all hubs', () => {
  it('the second hub takes what the first has left, though it is dearer', () => {
    const { plan, evaluation } = planned(county(1, 1, { kind: 'daily' }));
    const types = plan.lines.filter(({ kind }) => kind === 'branch').map((line) => line.vehicleTypeId);
    expect([...types].sort()).toEqual(['smallTruck', 'van']);
    expect(evaluation.violations).toEqual([]);
  });

  it('one van serves two hubs on alternate days', () => {
    const { plan, evaluation } = planned(county(1, 0, { kind: 'everyNDays', n: 2 }));
    const phases = plan.lines.filter(({ kind }) => kind === 'branch').map(({ phase }) => phase);
    expect([...phases].sort()).toEqual([0, 1]);
    expect(evaluation.violations).toEqual([]);
    expect(evaluation.vehicleCount).toBe(2);
  });

  it('where the fleet does not reach, all are served and the missing vehicle is told', () => {
    expect(planned(county(1, 0, { kind: 'daily' })).evaluation.violations).toEqual([
      {
        code: 'fleet.exceeded',
        lineId: null,
        params: { vehicleTypeId: 'van', neededVehicles: 2, availableVehicles: 1 },
      },
    ]);
  });
});
