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
import { defaultChoices } from '../../../src/state/simulationChoices.ts';
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

describe('what was asked of each scenario travels with the project', () => {
  const county = countyOf('heshui');
  const [first, second] = county.scenarios;
  const choices = {
    simulationChoices: {
      [first!.id]: {
        ...defaultChoices(first!),
        startDate: '2026-11-06',
        peaks: ['double11' as const],
        hasChance: false,
        settings: {
          ...defaultChoices(first!).settings,
          days: 45,
          closures: [{ kind: 'station' as const, stationId: first!.stations[0]!.id, fromDay: 2, toDay: 4 }],
          holidays: [{ name: '国庆', fromDay: 0, toDay: 2 }],
          cold: { freshShare: 0.4, precooling: 'hub' as const, isReefer: true },
        },
      },
    },
    costChoices: {
      [second!.id]: { operatorCount: 2, contract: { yuanPerParcel: 2.6, reaches: 'village' as const } },
    },
  };
  const text = writeProjectFile(county, county.scenarios, first!.id, saved, choices);

  it('and comes back', () => {
    const read = readOwnFile(text);
    expect(read.ok && read.value.kind === 'project' && read.value.project.choices).toEqual(choices);
  });

  it('is left out of files that have none, which mean what they meant', () => {
    const plain = writeProjectFile(county, county.scenarios, first!.id, saved);
    expect(Object.keys(JSON.parse(plain) as object)).not.toContain('costChoices');
    const read = readOwnFile(fixtureText);
    expect(read.ok && read.value.kind === 'project' && read.value.project.choices).toEqual({});
  });

  it('is refused where it is for a scenario the file does not hold, or is no choice', () => {
    const file = JSON.parse(text) as { costChoices: object };
    const usual = { operatorCount: 3, contract: null };
    expect(faults(JSON.stringify({ ...file, costChoices: { nobody: usual } }))).toEqual([
      ['file.schema', 'costChoices.nobody'],
    ]);
    const zero = { [first!.id]: { ...usual, operatorCount: 0 } };
    expect(faults(JSON.stringify({ ...file, costChoices: zero }))).toEqual([
      ['file.schema', `costChoices.${first!.id}.operatorCount`],
    ]);
  });

  it('the saved fixture with choices still opens', () => {
    const fixture = readFileSync(
      new URL('../../fixtures/project-files/v1-choices.json', import.meta.url),
      'utf8',
    );
    const read = readOwnFile(fixture);
    if (!read.ok || read.value.kind !== 'project') throw new Error(JSON.stringify(read.issues));
    const { choices: kept, activeScenarioId } = read.value.project;
    expect(kept.costChoices?.second).toEqual({
      operatorCount: 2,
      contract: { yuanPerParcel: 2.6, reaches: 'village' },
    });
    expect(kept.simulationChoices?.[activeScenarioId]).toMatchObject({
      startDate: '2026-11-06',
      peaks: ['double11'],
    });
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
