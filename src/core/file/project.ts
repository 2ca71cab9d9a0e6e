import { z } from 'zod';
import { type Issue, issue } from '../issues.ts';
import { choicesIn, type ScenarioChoices } from '../model/choices.ts';
import { type County, countPoints } from '../model/county.ts';
import { asId, type CountyId, type ScenarioId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Result } from '../result.ts';
import { scenarioChoices } from './choicesSchema.ts';
import { readScenarioFile } from './read.ts';
import { scenarioFormat, target } from './schema.ts';
import { graded } from './schemaWords.ts';
import { writeScenarioFile } from './write.ts';

/** A project file: a county with all its scenarios, each written as the scenario file it could be by itself. */
export const projectFormat = 'cuntong-project';
export const projectVersion = 1;

const name = z.strictObject({ zh: z.string(), en: z.string() });
const lonLat = z.tuple([z.number(), z.number()]);

const countySchema = z.strictObject({
  id: z.string().min(1),
  adcode: z.string(),
  name,
  terrain: z.enum(['plain', 'hills', 'mountain']),
  residents: graded,
  areaKm2: z.number(),
  boundary: z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(lonLat))),
  }),
  defaultScenarioId: z.string(),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      document: z.string(),
      asOf: z.string(),
      kind: z.string(),
      subject: z.string(),
      valueText: z.string(),
      value: z.number().exactOptional(),
      unit: z.string(),
      note: z.string(),
      comparedWith: z.string().exactOptional(),
    }),
  ),
  targetPacks: z.array(z.strictObject({ id: z.string(), name, targets: z.array(target) })),
  credits: z.array(z.strictObject({ text: name, licence: z.string() })),
});

const projectSchema = z.strictObject({
  format: z.literal(projectFormat),
  formatVersion: z.literal(projectVersion),
  appVersion: z.string(),
  savedAt: z.string(),
  activeScenarioId: z.string(),
  county: countySchema,
  scenarios: z.array(z.looseObject({ format: z.literal(scenarioFormat) })).min(1),
  ...scenarioChoices,
});

/** The published JSON Schema of project files; their scenarios follow the schema of scenario files. */
export const projectJsonSchema = (): object => ({
  $id: `project.v${projectVersion}.schema.json`,
  title: 'Cuntong project',
  ...z.toJSONSchema(projectSchema),
});

export interface Project {
  /** Its scenarios are those of the project, its places those of the first. */
  readonly county: County;
  readonly activeScenarioId: ScenarioId;
  readonly choices: ScenarioChoices;
}

/** What a file of ours holds: a whole project, or one scenario of a county that is known by itself. */
export type OpenedFile =
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'scenario'; readonly scenario: Scenario };

export function writeProjectFile(
  county: County,
  scenarios: readonly Scenario[],
  activeScenarioId: ScenarioId,
  saved: { readonly appVersion: string; readonly savedAt: string },
  choices: ScenarioChoices = {},
): string {
  const { places: _places, scenarios: _scenarios, pointCounts: _counts, ...rest } = county;
  const file = {
    format: projectFormat,
    formatVersion: projectVersion,
    appVersion: saved.appVersion,
    savedAt: saved.savedAt,
    activeScenarioId,
    county: rest,
    scenarios: scenarios.map((scenario) => JSON.parse(writeScenarioFile(scenario, saved)) as unknown),
    ...choicesIn(choices),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What each scenario cannot tell by itself: that all are of the county, told apart, and the one on the screen among them. */
function faultsBetween(
  countyId: string,
  activeScenarioId: string,
  scenarios: readonly Scenario[],
  choices: ScenarioChoices,
): readonly Issue[] {
  const fault = (path: string): Issue => issue('file.schema', { path, problem: 'custom' });
  const ids = scenarios.map(({ id }) => id as string);
  return [
    ...scenarios.flatMap((scenario, index) => {
      const path = `scenarios.${index}.scenario`;
      return [
        ...((scenario.countyId as string) === countyId ? [] : [fault(`${path}.countyId`)]),
        ...(ids.indexOf(scenario.id) === index ? [] : [fault(`${path}.id`)]),
      ];
    }),
    ...(ids.includes(activeScenarioId) ? [] : [fault('activeScenarioId')]),
    ...(['simulationChoices', 'costChoices'] as const).flatMap((key) =>
      Object.keys(choices[key] ?? {})
        .filter((scenarioId) => !ids.includes(scenarioId))
        .map((scenarioId) => fault(`${key}.${scenarioId}`)),
    ),
  ];
}

/** Reads a project or a scenario file; a newer version is refused, faults of form are issues with the path of the field. */
export function readOwnFile(text: string): Result<OpenedFile> {
  const json = parseJson(text);
  const isProject =
    typeof json === 'object' && json !== null && 'format' in json && json.format === projectFormat;
  if (!isProject) {
    const isScenario =
      typeof json === 'object' && json !== null && 'format' in json && json.format === scenarioFormat;
    if (!isScenario) return { ok: false, issues: [issue('file.notOurs', { file: '' })] };
    const read = readScenarioFile(text);
    return read.ok
      ? { ok: true, value: { kind: 'scenario', scenario: read.value }, issues: read.issues }
      : read;
  }
  const version = 'formatVersion' in json ? json.formatVersion : undefined;
  if (typeof version === 'number' && version > projectVersion)
    return {
      ok: false,
      issues: [issue('file.newerVersion', { version, newestKnown: projectVersion })],
    };
  const parsed = projectSchema.safeParse(json);
  if (!parsed.success)
    return {
      ok: false,
      issues: parsed.error.issues.map((fault) =>
        issue('file.schema', { path: fault.path.map(String).join('.'), problem: fault.code }),
      ),
    };
  const issues: Issue[] = [];
  const scenarios: Scenario[] = [];
  for (const each of parsed.data.scenarios) {
    const read = readScenarioFile(JSON.stringify(each));
    issues.push(...read.issues);
    if (!read.ok) return { ok: false, issues };
    scenarios.push(read.value);
  }
  const faults = faultsBetween(parsed.data.county.id, parsed.data.activeScenarioId, scenarios, parsed.data);
  if (faults.length > 0) return { ok: false, issues: [...issues, ...faults] };
  const { county } = parsed.data;
  const places = scenarios[0]!.places;
  const whole: County = {
    ...county,
    id: asId<CountyId>(county.id),
    defaultScenarioId: asId<ScenarioId>(county.defaultScenarioId),
    places,
    scenarios,
    pointCounts: countPoints(places),
  };
  const activeScenarioId = asId<ScenarioId>(parsed.data.activeScenarioId);
  return {
    ok: true,
    value: { kind: 'project', project: { county: whole, activeScenarioId, choices: choicesIn(parsed.data) } },
    issues,
  };
}
