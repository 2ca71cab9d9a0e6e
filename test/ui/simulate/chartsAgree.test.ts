import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { csvText } from '../../../src/core/io/export/writeCsv.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { bridgeName } from '../../../src/core/kpi/costTables.ts';
import { longHeaders, longRows, type TidyTable, tableNamed } from '../../../src/core/kpi/tidyTable.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { settingsFor } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { tablesOfCosts, tablesOfSimulation } from '../../../src/state/resultTables.ts';
import { addDays } from '../../../src/state/simulationChoices.ts';
import { costEndRows } from '../../../src/ui/costs/charts/costEnds.ts';
import { stopYuanRows } from '../../../src/ui/costs/charts/costTree.ts';
import { waterfallRows } from '../../../src/ui/costs/charts/waterfall.ts';
import { backlogRows } from '../../../src/ui/simulate/charts/backlog.ts';
import { hourRows } from '../../../src/ui/simulate/charts/dayHours.ts';
import { hubHourRows } from '../../../src/ui/simulate/charts/hubHours.ts';
import { limitRows } from '../../../src/ui/simulate/charts/limitShares.ts';
import { lineFillRows } from '../../../src/ui/simulate/charts/lineFill.ts';
import { timeBandRows } from '../../../src/ui/simulate/charts/timeBands.ts';
import { timeParts, villagePartRows } from '../../../src/ui/simulate/charts/villageParts.ts';
import { costsOf } from '../../../workers/costTasks.ts';

/** What a chart draws must be what the exported file says: the file is read back as a spreadsheet would. */
const county = readCounty(readCountyFiles('yanling'));
if (!county.ok) throw new Error('yanling cannot be read');
const scenario = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;
const report = toEnd(runScenario(scenario, { seed: 1, iterations: 40 }));
const result = toEnd(
  simulate(report.scenario, report.matrix, report.plan, {
    ...settingsFor(scenario),
    days: 6,
    replications: 3,
  }),
);
const costs = {
  ...toEnd(
    costsOf(report.scenario, { plan: report.plan, separate: report.baseline, seed: 1, operatorCount: 3 }),
  ),
  report,
  operatorCount: 3,
};

/** Cells of the exported file by table and column, row after row. */
function exported(tables: readonly TidyTable[]): (table: string, column: string) => string[] {
  const text = csvText(longHeaders, longRows(tables)).slice(1);
  const [, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const cells = new Map<string, string[]>();
  for (const [table, row, column, , value] of rows) {
    const key = `${table} ${column}`;
    const known = cells.get(key) ?? [];
    known[Number(row) - 1] = value!;
    cells.set(key, known);
  }
  return (table, column) => {
    const found = cells.get(`${table} ${column}`);
    if (!found) throw new Error(`the export has no ${column} in ${table}`);
    return found;
  };
}
const ofSimulation = exported(tablesOfSimulation(result));
const ofCosts = exported(tablesOfCosts(costs));
const numbers = (cells: readonly string[]): number[] => cells.map(Number);

describe('charts of a simulation draw what its export says:', () => {
  const tables = tablesOfSimulation(result);

  it('backlog by day', () => {
    const rows = backlogRows(tables, '2026-03-02');
    expect(rows.map(({ date }) => date)).toEqual(
      ofSimulation('days', 'day').map((day) => addDays('2026-03-02', Number(day))),
    );
    expect(rows.map(({ backlog }) => backlog)).toEqual(numbers(ofSimulation('days', 'backlogParcels')));
    expect(rows.map(({ created }) => created)).toEqual(numbers(ofSimulation('days', 'createdParcels')));
    expect(rows).toHaveLength(6);
  });

  it('vehicles and hubs by hour', () => {
    const hours = hourRows(tables);
    expect(hours.map(({ vehiclesOnRoad }) => vehiclesOnRoad)).toEqual(
      numbers(ofSimulation('hours', 'vehiclesOnRoad')),
    );
    expect(hours.map(({ parcelsOnBoard }) => parcelsOnBoard)).toEqual(
      numbers(ofSimulation('hours', 'parcelsOnBoard')),
    );
    const hubs = hubHourRows(tables);
    expect(hubs).toHaveLength(3);
    expect(hubs.flatMap(({ parcelsByHour }) => parcelsByHour)).toEqual(
      numbers(ofSimulation('hubHours', 'parcels')),
    );
  });

  it('time distribution and limits', () => {
    const parcels = numbers(ofSimulation('timeDistribution', 'parcelsPerDay'));
    const shares = numbers(ofSimulation('timeDistribution', 'cumulativeShare'));
    for (const { fromH, toH, parcelsPerDay, share } of timeBandRows(tables)) {
      const sum = parcels.slice(fromH, toH ?? undefined).reduce((total, each) => total + each, 0);
      expect(parcelsPerDay, `${fromH} h`).toBeCloseTo(sum, 9);
      if (toH !== null) expect(share, `${toH} h`).toBe(shares[toH - 1]);
    }
    const days = numbers(ofSimulation('calendarDays', 'cumulativeShare'));
    expect(limitRows(tables).map(({ share }) => share.mean)).toEqual([
      ...[shares[23], shares[47], shares[71]],
      ...days.slice(0, 4),
    ]);
    // The export is the result: 48 h and 2 calendar days differ in Yanling.
    expect(shares[47]).toBe(result.shareByHour[47]!.mean);
    expect(shares[47]).not.toBe(days[2]);
  });

  it('hours per village and fill of lines', () => {
    const rowOf = new Map(ofSimulation('stations', 'stationId').map((id, row) => [id, row]));
    const villages = villagePartRows(tables, (id) => id);
    expect(villages.length).toBeGreaterThan(90);
    for (const part of timeParts) {
      const cells = numbers(ofSimulation('stations', part));
      for (const { stationId, parts } of villages)
        expect(parts[part], `${part} ${stationId}`).toBe(cells[rowOf.get(stationId)!]);
    }
    const lines = lineFillRows(tables);
    expect(lines.map(({ loadFactorShare }) => loadFactorShare)).toEqual(
      numbers(ofSimulation('lines', 'loadFactorShare')),
    );
    expect(lines.map(({ leftBehindParcelsPerDay }) => leftBehindParcelsPerDay)).toEqual(
      numbers(ofSimulation('lines', 'leftBehindParcelsPerDay')),
    );
  });
});

describe('charts of costs draw what their export says:', () => {
  const tables = tablesOfCosts(costs);

  it('cost stack at low, likely and high prices', () => {
    const rows = costEndRows(tables);
    const at = new Map(ofCosts('costRange', 'entry').map((entry, row) => [entry, row]));
    for (const end of ['low', 'likely', 'high'] as const) {
      const cells = numbers(ofCosts('costRange', `${end}YuanPerParcel`));
      for (const { entry, perParcel } of rows) expect(perParcel[end]).toBe(cells[at.get(entry)!]);
    }
    const likely = rows.reduce((sum, { perParcel }) => sum + perParcel.likely, 0);
    expect(likely).toBeCloseTo(report.evaluation.yuanPerParcel, 9);
  });

  it('tree map, which adds up to the yuan of the day', () => {
    const entries = ofCosts('costByStop', 'entry');
    const yuan = numbers(ofCosts('costByStop', 'yuanPerDay'));
    const sum = yuan.reduce((total, each, row) => (entries[row] === 'C10' ? total : total + each), 0);
    const drawn = stopYuanRows(tables, () => 1).reduce((total, { yuanPerDay }) => total + yuanPerDay, 0);
    expect(drawn).toBeCloseTo(sum, 6);
    expect(drawn).toBeCloseTo(report.evaluation.totalYuanPerDay, 6);
  });

  it('bridges, each with its baseline and service', () => {
    for (const baseline of ['B1', 'B2', 'B3'])
      for (const basis of ['actual', 'equal'] as const) {
        const name = bridgeName(baseline, basis);
        const yuan = numbers(ofCosts(name, 'yuanPerParcel'));
        const drawn = waterfallRows(tableNamed(tables, name));
        expect(drawn[0]!.yuanPerParcel).toBe(yuan[0]);
        expect(drawn.at(-1)!.yuanPerParcel).toBe(yuan.at(-1));
        const steps = yuan.slice(1, -1).reduce((sum, each) => sum + each, 0);
        expect(yuan[0]! + steps).toBeCloseTo(yuan.at(-1)!, 9);
        const row = ofCosts('savings', 'baseline').findIndex(
          (each, index) => each === baseline && index >= 3 === (basis === 'equal'),
        );
        expect(Number(ofCosts('savings', 'savingYuanPerParcel')[row])).toBeCloseTo(-steps, 9);
      }
  });
});

it('leaves cells of unknown numbers empty', () => {
  // How long those took that took longer than the last hour told apart.
  expect(ofSimulation('timeDistribution', 'cumulativeShare').at(-1)).toBe('');
});
