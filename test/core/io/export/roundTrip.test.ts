import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../../src/core/file/write.ts';
import { hashDocument } from '../../../../src/core/hash.ts';
import { type ExportSource, exportFiles } from '../../../../src/core/io/export/exportFiles.ts';
import { applyTables, applyToNewCounty } from '../../../../src/core/io/tables/pipeline/applyTables.ts';
import { issuesOf } from '../../../../src/core/io/tables/pipeline/checkTables.ts';
import type { County } from '../../../../src/core/model/county.ts';
import { asId, type StationId } from '../../../../src/core/model/ids.ts';
import type { Scenario } from '../../../../src/core/model/scenario.ts';
import { runScenario } from '../../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { countyOf } from '../tables/luxi.ts';
import { check, defaults, open } from '../tables/pipeline/steps.ts';

const words = {
  kpi: (key: string) => key,
  issue: ({ code }: { code: string }) => ({ cause: code, action: '' }),
};
const sourceOf = (scenario: Scenario, county: County): ExportSource => ({
  scenario,
  report: null,
  claims: county.claims,
  issues: [],
  words,
});
const cases = ['luxi', 'heshui', 'yanling'].flatMap((id) =>
  countyOf(id).scenarios.map((scenario) => [`${id} ${scenario.id}`, id, scenario] as const),
);

const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] =>
  [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
/** What is made from tables alone comes in the order of its ids. */
const inOrder = (scenario: Scenario): Scenario => ({
  ...scenario,
  // Pick-up points in town have numbers of their own in the shipped data, which tables do not carry.
  stations: byId(scenario.stations, ({ id }) => id).map((station) =>
    station.role === 'urbanStation' ? { ...station, id: asId<StationId>(`U${station.placeId}`) } : station,
  ),
  demands: byId(scenario.demands, ({ placeId }) => placeId),
});

function comeBack(source: ExportSource, county: County, format: 'xlsx' | 'csv') {
  const opened = open(
    ...exportFiles(source, format).filter(({ name }) => !/issues|kpis|timetable/.test(name)),
  );
  const checked = check(opened, { county });
  const options = { isRosterComplete: true, defaults: defaults(county.terrain) };
  return { checked, applied: toEnd(applyTables(source.scenario, checked, options, county.claims)) };
}

describe('what goes out comes back as the same scenario', () => {
  it.each(cases)('%s, as a workbook and as CSV files', (_name, id, scenario) => {
    const county = countyOf(id);
    for (const format of ['xlsx', 'csv'] as const) {
      const { checked, applied } = comeBack(sourceOf(scenario, county), county, format);
      const wrong = issuesOf(checked).filter(({ severity }) => severity === 'error');
      expect(wrong).toEqual([]);
      expect(hashDocument(applied.scenario)).toBe(hashDocument(scenario));
      expect(applied.claims).toEqual(county.claims);
    }
  });

  it.each(cases)('%s, with English headers', (_name, id, scenario) => {
    const county = countyOf(id);
    const { checked, applied } = comeBack({ ...sourceOf(scenario, county), language: 'en' }, county, 'csv');
    expect(issuesOf(checked).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(hashDocument(applied.scenario)).toBe(hashDocument(scenario));
    expect(applied.claims).toEqual(county.claims);
  });

  it.each(['zh', 'en'] as const)('with lines, buses and an edited station, in %s', (language) => {
    const county = countyOf('luxi');
    const base = county.scenarios[0]!;
    const { plan } = toEnd(runScenario(base, { seed: 1, iterations: 300 }));
    const [first, ...others] = base.stations;
    const scenario: Scenario = {
      ...base,
      stations: [{ ...first!, name: '=HYPERLINK("x")', openClockMin: 500 }, ...others],
      todaysPlan: { lines: plan.lines, duties: plan.duties },
      busLines: [
        {
          id: 'user-1' as never,
          name: '泸溪-达岚',
          operator: '泸溪客运',
          calls: [{ stationId: others[5]!.id, offsetMin: 40, accessMin: 2 }],
          runs: [{ departureClockMin: 400 }, { departureClockMin: 820, spareParcels: 10 }],
          serviceDays: { kind: 'daily' },
          spareParcelsPerRun: { value: 50, grade: 'user', source: 'x' },
          yuanPerParcel: { value: 0.3, grade: 'user', source: 'x' },
        },
      ],
    };
    for (const format of ['xlsx', 'csv'] as const) {
      const { applied } = comeBack({ ...sourceOf(scenario, county), language }, county, format);
      expect(applied.scenario.stations[0]).toEqual(scenario.stations[0]);
      expect(applied.scenario.busLines).toEqual(scenario.busLines);
      expect(applied.scenario.todaysPlan!.lines).toEqual(scenario.todaysPlan!.lines);
      const trips = (each: Scenario) => each.todaysPlan!.duties.map((duty) => JSON.stringify(duty)).sort();
      expect(trips(applied.scenario)).toEqual(trips(scenario));
    }
  });

  it.each(cases)('%s, into the county without any station or parcel yet', (_name, id, scenario) => {
    const county = countyOf(id);
    // Where a scenario leaves a village of the list out, nothing of it is in the tables either.
    const empty: Scenario = { ...scenario, stations: [], demands: [] };
    for (const format of ['xlsx', 'csv'] as const)
      for (const language of ['zh', 'en'] as const) {
        const opened = open(...exportFiles({ ...sourceOf(scenario, county), language }, format));
        const tables = opened.tables.filter(({ key }) => !/issues|kpis|timetable|提示|指标/i.test(key));
        const checked = check({ ...opened, tables }, { county });
        const options = { isRosterComplete: true, defaults: defaults(county.terrain) };
        const { scenario: back } = toEnd(applyTables(empty, checked, options, county.claims));
        expect(hashDocument(inOrder(back))).toBe(hashDocument(inOrder(scenario)));
      }
  });

  it('Heshui, into an empty project: 80 villages handed over at 68 stations, points placed by rule still marked', () => {
    const county = countyOf('heshui');
    const scenario = county.scenarios.find(({ notation }) => notation === '1+12+68')!;
    const opened = open(
      ...exportFiles(sourceOf(scenario, county), 'csv').filter(({ name }) => /stations|volumes/.test(name)),
    );
    const checked = check(opened, { county: null });
    const made = toEnd(
      applyToNewCounty(checked, { name: '', terrain: county.terrain, depot: null }, defaults(county.terrain)),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const back = made.value.county.scenarios[0]!;
    const villages = (of: Scenario) => of.stations.filter(({ role }) => role === 'villageStation');
    const served = (of: Scenario) =>
      of.places.filter(
        ({ kind, id: placeId }) =>
          kind === 'village' && villages(of).some(({ servesPlaceIds }) => servesPlaceIds.includes(placeId)),
      ).length;
    expect([villages(back).length, served(back)]).toEqual([villages(scenario).length, served(scenario)]);
    expect(served(back)).toBeGreaterThan(villages(back).length);
    // Stations are the same to the last letter: ids, names, points and their quality, hours, places served, hubs.
    expect(hashDocument(inOrder(back).stations)).toBe(hashDocument(inOrder(scenario).stations));
    // Parcels too, with how far each can be trusted; those of the county seat's own place come by its name.
    expect(hashDocument(inOrder(back).demands)).toBe(hashDocument(inOrder(scenario).demands));
  });

  it('an edited cell is the only change', () => {
    const county = countyOf('luxi');
    const scenario = county.scenarios[0]!;
    const files = exportFiles(sourceOf(scenario, county), 'csv');
    const [stations] = files.filter(({ name }) => name.includes('stations'));
    const text = new TextDecoder().decode(stations!.bytes);
    const station = scenario.stations.at(-1)!;
    const edited = text.replace(String(station.lonLat[0]), String(station.lonLat[0] + 0.01));
    expect(edited).not.toBe(text);
    const opened = open({ name: 'a.csv', bytes: new TextEncoder().encode(edited) });
    const options = { isRosterComplete: true, defaults: null };
    const { scenario: after } = toEnd(applyTables(scenario, check(opened, { county }), options));
    const changed = after.stations.filter(
      (each, index) => hashDocument(each) !== hashDocument(scenario.stations[index]),
    );
    expect(changed.map(({ id, coordQuality }) => [id, coordQuality])).toEqual([[station.id, 'exact']]);
  });

  it.each(cases)('%s, as a scenario file', (_name, _id, scenario) => {
    const text = writeScenarioFile(scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' });
    const read = readScenarioFile(text);
    expect(read.ok && hashDocument(read.value)).toBe(hashDocument(scenario));
  });
});
