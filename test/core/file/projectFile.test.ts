import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  projectFormat,
  projectJsonSchema,
  projectVersion,
  readOwnFile,
  writeProjectFile,
} from '../../../src/core/file/project.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import { hashDocument } from '../../../src/core/hash.ts';
import { countyOf } from '../io/tables/luxi.ts';

const saved = { appVersion: '0.2.0', savedAt: '2026-11-26T00:00:00Z' };
const fixtureText = readFileSync(new URL('../../fixtures/project-files/v1.json', import.meta.url), 'utf8');
/** The fixture with the value at a dotted path replaced. */
function changed(path: string, value: unknown): string {
  const file = JSON.parse(fixtureText) as object;
  const keys = path.split('.');
  const parent = keys.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), file);
  Reflect.set(parent as object, keys.at(-1)!, value);
  return JSON.stringify(file);
}
const faults = (text: string) => {
  const read = readOwnFile(text);
  expect(read.ok).toBe(false);
  return read.issues.map(({ code, params }) => [code, params.path ?? params.version ?? null]);
};

describe('a project file of version 1, as it was saved', () => {
  it('opens with its county, both scenarios and the one that was on the screen', () => {
    const read = readOwnFile(fixtureText);
    if (!read.ok || read.value.kind !== 'project') throw new Error(JSON.stringify(read.issues));
    const { county, activeScenarioId } = read.value.project;
    expect(county.name.zh).toBe('石桥县');
    expect(county.scenarios.map(({ id }) => id)).toEqual([expect.any(String), 'second']);
    expect(activeScenarioId).toBe('second');
    // One county, two townships, five villages; six stations beside the depot stand on points or by rule.
    expect(county.places).toHaveLength(8);
    expect(county.scenarios[0]!.stations).toHaveLength(7);
  });

  it('is written again with the same content', () => {
    const read = readOwnFile(fixtureText);
    if (!read.ok || read.value.kind !== 'project') throw new Error('the fixture does not open');
    const { county, activeScenarioId } = read.value.project;
    const again = writeProjectFile(county, county.scenarios, activeScenarioId, saved);
    expect(JSON.parse(again)).toEqual(JSON.parse(fixtureText));
  });
});

describe('every county that ships', () => {
  it.each(['heshui', 'yanling', 'luxi'])('%s comes back the same, with all its scenarios', (id) => {
    const county = countyOf(id);
    const active = county.scenarios.at(-1)!.id;
    const read = readOwnFile(writeProjectFile(county, county.scenarios, active, saved));
    if (!read.ok || read.value.kind !== 'project') throw new Error(JSON.stringify(read.issues));
    const again = read.value.project.county;
    expect(again.scenarios.map(hashDocument)).toEqual(county.scenarios.map(hashDocument));
    expect(hashDocument(again)).toBe(hashDocument(county));
    expect(read.value.project.activeScenarioId).toBe(active);
  });

  it('roads travel with it', () => {
    const county = countyOf('luxi');
    const scenario = {
      ...county.scenarios[0]!,
      roads: {
        source: 'survey',
        licence: 'own',
        nodes: [
          { id: 'a', lonLat: [110, 28.2] as const },
          { id: 'b', lonLat: [110.01, 28.21] as const },
        ],
        roads: [],
      },
    };
    const back = readOwnFile(writeProjectFile(county, [scenario], scenario.id, saved));
    expect(back.ok && back.value.kind === 'project' && back.value.project.county.scenarios[0]!.roads).toEqual(
      scenario.roads,
    );
  });
});

describe('what cannot be opened is refused with its reason', () => {
  it('a newer version than this app knows', () => {
    expect(faults(changed('formatVersion', projectVersion + 1))).toEqual([
      ['file.newerVersion', projectVersion + 1],
    ]);
  });

  it('a scenario in it of a newer version', () => {
    expect(faults(changed('scenarios.1.formatVersion', 99))).toEqual([['file.newerVersion', 99]]);
  });

  it.each([
    ['formatVersion', 'two'],
    ['county.terrain', 'swamp'],
    ['county.boundary', null],
    ['county.surprise', 1],
    ['scenarios', []],
    ['scenarios.0.scenario.countyId', 'elsewhere'],
    ['scenarios.1.scenario.id', JSON.parse(fixtureText).scenarios[0].scenario.id],
    ['activeScenarioId', 'gone'],
  ])('a fault at %s', (path, value) => {
    const found = faults(changed(path, value));
    expect(found.every(([code]) => code === 'file.schema')).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });

  it('a reference to a place that is not there', () => {
    const found = faults(changed('scenarios.0.scenario.stations.0.placeId', 'nowhere'));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    ['half of a file', fixtureText.slice(0, fixtureText.length / 2)],
    ['nothing', ''],
    ['words', '你好'],
    ['another format', '{"format":"other"}'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('%s', (_name, text) => {
    expect(faults(text)[0]![0]).toBe('file.notOurs');
  });
});

it('a scenario file alone is one too', () => {
  const [scenario] = countyOf('luxi').scenarios;
  const read = readOwnFile(writeScenarioFile(scenario!, saved));
  expect(read.ok && read.value.kind === 'scenario' && hashDocument(read.value.scenario)).toBe(
    hashDocument(scenario),
  );
});

it('publishes its schema', () => {
  const published = readFileSync(
    new URL(`../../../public/schema/project.v${projectVersion}.schema.json`, import.meta.url),
    'utf8',
  );
  expect(JSON.parse(published)).toEqual(projectJsonSchema());
  expect(published).toContain(projectFormat);
});
