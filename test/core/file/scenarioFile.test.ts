import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { migrate, migrations } from '../../../src/core/file/migrations/index.ts';
import { readScenarioFile } from '../../../src/core/file/read.ts';
import { currentFormatVersion, scenarioJsonSchema } from '../../../src/core/file/schema.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { Road, RoadNode, Scenario } from '../../../src/core/model/scenario.ts';

const saved = { appVersion: '0.1.0', savedAt: '2026-11-22T03:35:00Z' };
const fixtureText = readFileSync(new URL('../../fixtures/scenario-files/v1.json', import.meta.url), 'utf8');
const fixture = (): object => JSON.parse(fixtureText) as object;
/** Sets the field at a dotted path; undefined removes it. */
function put(file: object, path: string, value: unknown): void {
  const keys = path.split('.');
  const parent = keys.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), file);
  if (value === undefined) Reflect.deleteProperty(parent as object, keys.at(-1)!);
  else Reflect.set(parent as object, keys.at(-1)!, value);
}
const read = (file: unknown) => readScenarioFile(JSON.stringify(file));
const faults = (file: unknown) => read(file).issues.map(({ code, params }) => [code, params]);

describe('what is written can be read', () => {
  const scenarios = ['heshui', 'yanling', 'luxi'].flatMap((id): Scenario[] => {
    const county = readCounty(readCountyFiles(id));
    return county.ok ? [...county.value.scenarios] : [];
  });

  it('every scenario that ships', () => {
    expect(scenarios.length).toBe(9);
    for (const scenario of scenarios)
      expect(readScenarioFile(writeScenarioFile(scenario, saved))).toEqual({
        ok: true,
        value: scenario,
        issues: [],
      });
  });

  it('every field of a road', () => {
    // A field added to the model and forgotten here fails to compile.
    const road: Required<Road> = {
      id: 'r1',
      fromNodeId: 'a',
      toNodeId: 'b',
      lengthKm: 3.2,
      roadClass: 'national',
      isOneWay: true,
      isClosed: true,
      isEstimated: false,
      isExpressway: true,
      limits: { lengthM: 9, widthM: 2.5, heightM: 3.8, grossKg: 10_000 },
      speedKmPerH: 35,
      climb: { forward: 1.7, backward: 1.3 },
      name: 'G211',
      via: [[108.1, 35.9]],
    };
    const nodes = [
      { id: 'a', lonLat: [108, 35.8] },
      { id: 'b', lonLat: [108.2, 36] },
    ] satisfies RoadNode[];
    const roads = { source: 'survey', licence: 'ODbL 1.0', nodes, roads: [road] };
    const scenario: Scenario = { ...scenarios[0]!, roads };
    expect(readScenarioFile(writeScenarioFile(scenario, saved))).toEqual({
      ok: true,
      value: scenario,
      issues: [],
    });
  });

  it('byte for byte the second time', () => {
    const rewrite = (text: string): string => {
      const result = readScenarioFile(text);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      return writeScenarioFile(result.value, saved);
    };
    const once = rewrite(fixtureText);
    expect(rewrite(once)).toBe(once);
  });
});

describe('the first shipped version', () => {
  it('opens with its contents', () => {
    const result = readScenarioFile(fixtureText);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { value } = result;
    expect(value.notation).toBe('1+1+2');
    expect(value.stations.map(({ hubId }) => hubId)).toEqual([null, 'hub', 'hub']);
    expect(value.policy.serviceDays).toEqual({ kind: 'weekdays', days: [0, 2, 4] });
    expect(value.roads!.roads[0]).toMatchObject({ lengthKm: 12.5, isEstimated: true });
    expect(value.rates.endDeliveryFeeYuanPerParcel).toMatchObject({ value: 0.65, low: 0.6, high: 1 });
    expect(value.provenance).toHaveLength(1);
  });
});

describe('the second shipped version', () => {
  const text = readFileSync(new URL('../../fixtures/scenario-files/v2.json', import.meta.url), 'utf8');

  it('opens with hubs, calendars, buses, stability and the plan of today', () => {
    const result = readScenarioFile(text);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { value } = result;
    expect(value.shape).toBe('mixed');
    expect(value.stations[0]!.hub).toMatchObject({ isCandidate: true, dockCount: 2 });
    expect(value.stations[1]!.calendar).toEqual({
      kind: 'between',
      minVisitsPerWeek: 3,
      maxVisitsPerWeek: 7,
    });
    expect(value.policy.timeBound).toEqual({ measure: 'percentile', share: 0.9, limitH: 48 });
    expect(value.policy.stability?.mode).toBe('keepLines');
    expect(value.busLines![0]!.runs).toEqual([
      { departureClockMin: 510 },
      { departureClockMin: 720, spareParcels: 0 },
    ]);
    expect(value.todaysPlan!.lines[0]!.stopShares).toEqual([1, 0.5]);
  });

  it('opens with rules for lines, locks and lines settled by hand', () => {
    const result = readScenarioFile(text);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { value } = result;
    expect(value.policy.lineRules).toMatchObject({
      balance: { measure: 'time', yuanPerUnit: 20 },
      maxStopsPerLine: 24,
      optionalStops: [{ stationId: 'v2', worthYuanPerDay: 35 }],
    });
    expect(value.locks).toMatchObject([{ keep: 'stops', stationIds: ['v1'], companionIds: ['v2'] }]);
    expect(value.handPlan!.lines[0]!.stopIds).toEqual(['v1', 'v2']);
    expect(value.handPlan!.moved).toEqual([{ stationId: 'v1', lineId: 'L1' }]);
  });

  it('opens with a branch line that leaves days after its trunk, and with parts of a stop put together again', () => {
    const file = JSON.parse(text) as { scenario: { handPlan: { lines: object[] } } };
    const [line] = file.scenario.handPlan.lines;
    const changed = { ...line, departureClockMin: [4000], stopShares: [1 + Number.EPSILON, 1] };
    file.scenario.handPlan.lines = [changed];
    expect(readScenarioFile(JSON.stringify(file))).toMatchObject({
      ok: true,
      value: { handPlan: { lines: [changed] } },
    });
  });

  it('opens without a station too: all may have been deleted before it was saved', () => {
    const file = JSON.parse(text) as {
      scenario: { handPlan?: object; busLines?: object } & Record<string, unknown>;
    };
    const { handPlan: _hand, busLines: _buses, ...scenario } = file.scenario;
    const bare = { ...file, scenario: { ...scenario, stations: [], demands: [] } };
    expect(readScenarioFile(JSON.stringify(bare)).ok).toBe(true);
  });

  it('refers to nothing with a bus that calls nowhere', () => {
    const file = JSON.parse(text) as object;
    put(file, 'scenario.busLines.0.calls.0.stationId', 'nowhere');
    expect(read(file).issues.map(({ code, at }) => [code, at])).toEqual([
      ['row.unknownReference', { entity: 'bus', id: 'bus-1' }],
    ]);
  });

  it('is what a file of the first version becomes', () => {
    const first = readScenarioFile(fixtureText);
    if (!first.ok) throw new Error(JSON.stringify(first.issues));
    const rewritten = JSON.parse(writeScenarioFile(first.value, saved)) as { formatVersion: number };
    expect(rewritten.formatVersion).toBe(2);
    expect(readScenarioFile(JSON.stringify(rewritten))).toEqual(first);
  });
});

describe('versions', () => {
  it('has one migration less than versions', () => {
    expect(migrations.length).toBe(currentFormatVersion - 1);
  });

  it('runs only the rest of the chain, in order', () => {
    const chain = ['a', 'b', 'c'].map((step) => (file: Record<string, unknown>) => ({
      ...file,
      steps: `${String(file.steps ?? '')}${step}`,
    }));
    expect(migrate({}, 1, chain)).toEqual({ steps: 'abc' });
    expect(migrate({}, 3, chain)).toEqual({ steps: 'c' });
    expect(migrate({}, 4, chain)).toEqual({});
  });

  it('refuses a newer file and says which version it is', () => {
    expect(faults({ ...fixture(), formatVersion: 3 })).toEqual([
      ['file.newerVersion', { version: 3, newestKnown: 2 }],
    ]);
  });

  it.each([0, 1.5, '1', null])('refuses version %j', (formatVersion) => {
    expect(faults({ ...fixture(), formatVersion })).toEqual([
      ['file.schema', { path: 'formatVersion', problem: 'invalid_value' }],
    ]);
  });
});

describe('faulty files', () => {
  it('that are none of ours', () => {
    expect(readScenarioFile('  ').issues[0]!.code).toBe('file.empty');
    for (const text of ['{', '[]', 'null', '42', '{"format":"other"}'])
      expect(readScenarioFile(text).issues.map(({ code }) => code)).toEqual(['file.notReadable']);
  });

  it('are listed with the path of every fault', () => {
    const file = fixture();
    put(file, 'scenario.places.1.lonLat', [110, 95]);
    put(file, 'scenario.vehicleTypes.0.count', -1);
    put(file, 'scenario.rates.sortingYuanPerParcel', undefined);
    put(file, 'scenario.favouriteColour', 'red');
    expect(faults(file)).toEqual([
      ['file.schema', { path: 'scenario.places.1.lonLat.1', problem: 'too_big' }],
      ['file.schema', { path: 'scenario.vehicleTypes.0.count', problem: 'too_small' }],
      ['file.schema', { path: 'scenario.rates.sortingYuanPerParcel', problem: 'invalid_type' }],
      ['file.schema', { path: 'scenario', problem: 'unrecognized_keys' }],
    ]);
  });

  it('refer to nothing, twice to the same, or share out too much', () => {
    const file = fixture();
    put(file, 'scenario.stations.1.hubId', 'nowhere');
    put(file, 'scenario.stations.2.id', 'hub');
    put(file, 'scenario.waves.0.share', 0.5);
    put(file, 'scenario.roads.roads.0.toNodeId', 'n9');
    const codes = read(file).issues.map(({ code, at }) => [code, at]);
    expect(codes).toEqual([
      ['row.duplicateId', { entity: 'station', id: 'hub' }],
      ['row.unknownReference', { entity: 'station', id: 'v1' }],
      ['row.unknownReference', { entity: 'road', id: 'r1' }],
      ['scenario.sharesDoNotAddUp', { entity: 'scenario', id: 'test' }],
      // With the id of its hub the station hangs on itself.
      ['file.schema', undefined],
    ]);
    expect(read(file).ok).toBe(false);
  });

  it('give a place to two stations: its parcels would count twice', () => {
    const file = fixture();
    const { stations } = Reflect.get(file, 'scenario') as {
      stations: { name: string; servesPlaceIds: string[] }[];
    };
    const [placeId] = stations[1]!.servesPlaceIds;
    stations[2]!.servesPlaceIds.push(placeId!);
    const result = read(file);
    expect(result.ok).toBe(false);
    expect(result.issues).toMatchObject([
      {
        code: 'station.servesServedPlace',
        params: { first: stations[1]!.name, second: stations[2]!.name },
        at: { entity: 'station', id: 'v2' },
      },
    ]);
  });

  it.each([
    ['rates.sortingYuanPerParcel.value', -3, 'too_small'],
    ['rates.sortingYuanPerParcel.low', -0.1, 'too_small'],
    ['travel.speedKmPerH.county.value', -3, 'too_small'],
    ['travel.speedKmPerH.county.value', 0.5, 'too_small'],
    ['travel.detourFactor.value', 0.9, 'too_small'],
    ['vehicleTypes.0.fixedYuanPerDay.value', -60, 'too_small'],
    ['dutyRules.shiftMin.value', 10, 'too_small'],
    ['policy.departureClockMin', [], 'too_small'],
    ['policy.serviceDays.days', [], 'too_small'],
    ['policy.lineCount', { min: 9, max: 2 }, 'custom'],
    ['stations.1.hubId', 'v1', 'custom'],
  ])('mean nothing where %s is %j', (path, value, problem) => {
    const file = fixture();
    put(file, `scenario.${path}`, value);
    expect(faults(file)).toEqual([['file.schema', { path: `scenario.${path}`, problem }]]);
  });

  it('never throw, whatever field is replaced by whatever value', () => {
    const paths: string[] = [];
    const walk = (node: object, prefix: string): void => {
      for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        paths.push(`${prefix}${key}`);
        if (typeof value === 'object' && value !== null) walk(value, `${prefix}${key}.`);
      }
    };
    walk(fixture(), '');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const file = fixture();
        put(file, path, value);
        const result = read(file);
        expect(result.ok || result.issues.length > 0).toBe(true);
      }),
      { numRuns: 200, seed: 1998 },
    );
  });
});

it('publishes the schema of the current version', () => {
  const published = readFileSync(
    new URL(`../../../public/schema/scenario.v${currentFormatVersion}.schema.json`, import.meta.url),
    'utf8',
  );
  expect(JSON.parse(published)).toEqual(scenarioJsonSchema());
});
