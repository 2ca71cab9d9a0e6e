import { describe, expect, it } from 'vitest';
import type { KpiKey } from '../../../src/core/kpi/kpis.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Scenario, Target } from '../../../src/core/model/scenario.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aScenario, aVehicleType, graded } from '../../builders.ts';

const target = (kpi: Target['kpi'], direction: Target['direction'], threshold: number): Target => ({
  kpi,
  direction,
  threshold,
  document: 'test',
  clause: '1',
});
/** Targets that every plan meets which has such a figure. */
const targets = [
  target('savingShare', 'atLeast', -9),
  target('worstCountyToVillageH', 'atMost', 999),
  target('shareWithin48h', 'atLeast', 0),
];
const priced = { fixedYuanPerDay: graded(10), capacityParcels: graded(40) };
/** Two townships of 30 and 20 parcels, a van of 40 for each; before, two couriers with as many. */
const county = (change: Partial<Scenario> = {}): Scenario => {
  const scenario = aScenario(
    [
      { id: 'T', role: 'townshipStation', delivery: 30 },
      { id: 'U', role: 'townshipStation', delivery: 20 },
    ],
    {
      vehicleTypes: [aVehicleType('van', priced)],
      baselineVehicleTypes: [aVehicleType('van', priced)],
      targets,
    },
  );
  const stations = scenario.stations.map((station, index) => ({
    ...station,
    lonLat: [110.1 + index / 10, 30.1] as const,
  }));
  return { ...scenario, stations, ...change };
};
const run = (scenario: Scenario): Report => toEnd(runScenario(scenario, { seed: 1, iterations: 50 }));
const rowOf = ({ kpis }: Report, key: KpiKey) => kpis.find((row) => row.key === key)!;
const statuses = (report: Report) => targets.map(({ kpi }) => rowOf(report, kpi).status);

describe('targets', () => {
  it('are judged where everything is served, with the parcels behind each share', () => {
    const report = run(county());
    expect(statuses(report)).toEqual(['pass', 'pass', 'pass']);
    // 30 + 20 parcels a day, all on the day they come; two stations, each counted as a place.
    expect(rowOf(report, 'shareWithin48h')).toMatchObject({ value: 1, numerator: 50, denominator: 50 });
    expect(rowOf(report, 'villageShareWithin48h')).toMatchObject({ value: 1, numerator: 2, denominator: 2 });
  });

  it('are neither met nor missed by a plan that carries nothing', () => {
    const noVans = run(county({ vehicleTypes: [aVehicleType('van', { ...priced, count: 0 })] }));
    expect(noVans.plan.unserved).toHaveLength(2);
    expect(rowOf(noVans, 'yuanPerParcel').value).toBeNaN();
    expect(rowOf(noVans, 'savingShare').value).toBeNaN();
    // Nothing of 50 parcels within 48 h is a figure: 0, of a target of at least 0.
    expect(statuses(noVans)).toEqual(['none', 'none', 'pass']);
    const noStations = run(county({ stations: [] }));
    expect(statuses(noStations)).toEqual(['none', 'none', 'none']);
  });

  it('leave a saving open where the plan leaves stations out, and a longest time that would be kept', () => {
    const oneVan = run(county({ vehicleTypes: [aVehicleType('van', { ...priced, count: 1 })] }));
    // One van of 40 takes the 30 of T or the 20 of U, or parts of both.
    expect(oneVan.plan.unserved.length).toBeGreaterThan(0);
    expect(statuses(oneVan)).toEqual(['none', 'none', 'pass']);
    const strict = { ...oneVan.scenario, targets: [target('worstCountyToVillageH', 'atMost', 0.1)] };
    // What is served takes longer than the limit already, whatever the rest would take.
    expect(rowOf(run(strict), 'worstCountyToVillageH').status).toBe('fail');
  });

  it('leave a saving open where parcels have no station at all', () => {
    const [township] = county().stations;
    const report = run(county({ stations: [township!] }));
    expect(report.plan.unserved).toEqual([]);
    expect(rowOf(report, 'savingShare').status).toBe('none');
  });
});
