import { readFileSync } from 'node:fs';
import { readScenarioFile } from '../core/file/read.ts';
import { currentFormatVersion, scenarioFormat } from '../core/file/schema.ts';
import { readCounty } from '../core/io/readCounty.ts';
import { issue } from '../core/issues.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { readCountyFiles } from './countyFiles.ts';
import { describeIssue } from './describeIssue.ts';
import { UsageError } from './options.ts';
import { isFile } from './paths.ts';

/** A scenario from a file, or one that ships with a county (its default when no id is given). */
export function readScenario(source: string, scenarioId: string | undefined): Scenario {
  if (isFile(source)) {
    const read = readScenarioFile(asScenarioFile(readText(source), source));
    if (!read.ok) throw new UsageError(`${source}: ${read.issues.map(describeIssue).join('\n')}`);
    return read.value;
  }
  const county = readCounty(readCountyFiles(source));
  if (!county.ok) throw new UsageError(`no county and no file "${source}"`);
  const wanted = scenarioId ?? county.value.defaultScenarioId;
  const scenario = county.value.scenarios.find((candidate) => candidate.id === wanted);
  if (!scenario) {
    const known = county.value.scenarios.map((candidate) => candidate.id).join(', ');
    throw new UsageError(`${source} has no scenario "${wanted}"; it has ${known}`);
  }
  return scenario;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${path}`);
  }
}

/** The scenarios of a shipped county; none for a file. */
export function scenariosOf(source: string): readonly Scenario[] {
  if (isFile(source)) return [];
  const county = readCounty(readCountyFiles(source));
  return county.ok ? county.value.scenarios : [];
}

/**
 * What `run --json` printed, and the bare scenario inside it, are taken like a saved file, so that an output is an
 * input again. What is no JSON is said to be so: the words of the reader are for tables.
 */
function asScenarioFile(text: string, file: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (text.trim() === '') return text;
    const isCut = /^\s*\{/.test(text) && !/\}\s*$/.test(text);
    const fault = isCut ? issue('file.truncated', { file }) : issue('file.schema');
    throw new UsageError(`${file}: ${describeIssue(fault)}`);
  }
  if (!isObject(json) || 'format' in json) return text;
  const bare = isObject(json.scenario) ? json.scenario : json;
  if (!('depot' in bare) || !('stations' in bare)) return text;
  const { provenance, ...scenario } = bare;
  return JSON.stringify({
    format: scenarioFormat,
    formatVersion: currentFormatVersion,
    appVersion: '',
    savedAt: '1970-01-01T00:00:00Z',
    provenance,
    scenario,
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
