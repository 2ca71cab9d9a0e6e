import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { haversineKm } from '../../../src/core/geo.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { RunProgress } from '../../../src/core/model/progress.ts';
import type { KpiRow, Report } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';

const options = { seed: 7, iterations: 300 };

function runToEnd(scenario: Scenario): { report: Report; progress: RunProgress[] } {
  const run = runScenario(scenario, options);
  const progress: RunProgress[] = [];
  for (;;) {
    const step = run.next();
    if (step.done) return { report: step.value, progress };
    progress.push(step.value);
  }
}

function scenariosOf(countyId: string): readonly Scenario[] {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} does not read`);
  return county.value.scenarios;
}

const all = ['heshui', 'yanling', 'luxi'].flatMap(scenariosOf);
const kpi = (report: Report, key: string) => report.kpis.find((row) => row.key === key)!;

describe.each(all.map((scenario): [string, Scenario] => [`${scenario.countyId} ${scenario.id}`, scenario]))(
  'runScenario on %s',
  (_name, scenario) => {
    const { report, progress } = runToEnd(scenario);

    it('gives the same bytes again', () => {
      const printed = ({ matrix: _matrix, ...rest }: Report): string => JSON.stringify(rest);
      const again = runToEnd(scenario).report;
      expect(printed(again)).toBe(printed(report));
      expect(again.matrix.durationS).toEqual(report.matrix.durationS);
    });

    it('tells progress that never goes back', () => {
      const shares = progress.map((step) => step.doneShare);
      expect(shares.length).toBeGreaterThan(3);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    });

    it('adds lines up to the total, operators up to the baseline, and names the baseline of the saving', () => {
      const ofLines = report.evaluation.lines.reduce((sum, line) => sum + line.costYuanPerDay, 0);
      expect(ofLines).toBeCloseTo(report.evaluation.totalYuanPerDay, 6);
      const ofOperators = report.baseline.operators.reduce(
        (sum, operator) => sum + operator.evaluation.totalYuanPerDay,
        0,
      );
      expect(ofOperators).toBeCloseTo(report.baseline.evaluation.totalYuanPerDay, 6);
      const before = report.baseline.evaluation.yuanPerParcel;
      expect(report.saving.share).toBeCloseTo(1 - report.evaluation.yuanPerParcel / before, 12);
      expect(kpi(report, 'savingShare')).toMatchObject({ baseline: 'B1', value: report.saving.share });
    });

    it('carries the same parcels before and after, unless stations are unserved', () => {
      const handled = (parcels: { delivery: number; pickup: number }): number =>
        parcels.delivery + parcels.pickup;
      if (report.plan.unserved.length > 0) return;
      expect(handled(report.evaluation.parcelsPerDay)).toBeCloseTo(
        handled(report.baseline.evaluation.parcelsPerDay),
        6,
      );
    });

    it('draws every line along the roads from its start through its stops and back', () => {
      const stations = [scenario.depot, ...scenario.stations];
      const at = (id: string) => stations.find((station) => station.id === id)!.lonLat;
      for (const line of report.plan.lines) {
        const { legs } = report.linePaths.find((path) => path.lineId === line.id)!;
        const calls = [line.originId, ...line.stopIds, line.originId];
        expect(legs).toHaveLength(calls.length - 1);
        legs.forEach((leg, index) => {
          expect(haversineKm(leg.coordinates[0]!, at(calls[index]!))).toBeLessThan(0.001);
          expect(haversineKm(leg.coordinates.at(-1)!, at(calls[index + 1]!))).toBeLessThan(0.001);
        });
      }
    });
  },
);

const isFiniteOrUnjudged = ({ value, status }: KpiRow): boolean =>
  Number.isFinite(value) || (Number.isNaN(value) && status === 'none');

describe('runScenario', () => {
  const scenario = all[0]!;

  it('does not depend on the order of the rows of places, demand and couriers', () => {
    const turned: Scenario = {
      ...scenario,
      places: [...scenario.places].reverse(),
      demands: [...scenario.demands].reverse(),
      provenance: [...scenario.provenance].reverse(),
    };
    const figures = ({ report }: { report: Report }) =>
      report.kpis.map(({ key, value }) => [key, value.toFixed(9)]);
    expect(figures(runToEnd(turned))).toEqual(figures(runToEnd(scenario)));
  });

  it('still answers when there is nothing to deliver', () => {
    const nothing: Scenario = {
      ...scenario,
      demands: scenario.demands.map((demand) => ({
        ...demand,
        deliveryParcelsPerDay: 0,
        pickupParcelsPerDay: 0,
      })),
    };
    const { report } = runToEnd(nothing);
    // What nothing can be counted of has no figure: not 0, and no verdict.
    expect(report.evaluation.yuanPerParcel).toBeNaN();
    expect(report.kpis.every(isFiniteOrUnjudged)).toBe(true);
  });

  it('lists every station with a reason when no vehicle is left, instead of failing', () => {
    const none: Scenario = {
      ...scenario,
      vehicleTypes: scenario.vehicleTypes.map((type) => ({ ...type, count: 0 })),
    };
    const { report } = runToEnd(none);
    expect(report.plan.unserved).toHaveLength(scenario.stations.length);
    expect(new Set(report.plan.unserved.map((entry) => entry.reason))).toEqual(new Set(['noVehicle']));
    expect(report.kpis.every(isFiniteOrUnjudged)).toBe(true);
  });

  it('serves what it can when three times the parcels come, and says what stays behind', () => {
    const peak: Scenario = {
      ...scenario,
      demands: scenario.demands.map((demand) => ({
        ...demand,
        deliveryParcelsPerDay: demand.deliveryParcelsPerDay * 3,
        pickupParcelsPerDay: demand.pickupParcelsPerDay * 3,
      })),
    };
    const { report } = runToEnd(peak);
    const served = new Set(report.plan.lines.flatMap((line) => line.stopIds));
    const unserved = new Set(report.plan.unserved.map((entry) => entry.stationId));
    expect(unserved.size).toBeGreaterThan(0); // 12,000 parcels against 4 lines of 1,500
    for (const station of scenario.stations) {
      expect(served.has(station.id) || unserved.has(station.id)).toBe(true);
    }
  });
});
