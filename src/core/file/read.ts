import { issue } from '../issues.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Result } from '../result.ts';
import { checkReferences } from './checkReferences.ts';
import { migrate } from './migrations/index.ts';
import { currentFormatVersion, scenarioFileSchema, scenarioFormat } from './schema.ts';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads the text of a scenario file: an older version is brought up to date, a newer one refused.
 * Faults of form are issues with the path of the field; any error means there is no scenario.
 */
export function readScenarioFile(text: string): Result<Scenario> {
  if (text.trim() === '') return { ok: false, issues: [issue('file.empty', { file: '' })] };
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== scenarioFormat)
    return { ok: false, issues: [issue('file.notReadable', { file: '' })] };
  const version = 'formatVersion' in json ? json.formatVersion : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { ok: false, issues: [issue('file.schema', { path: 'formatVersion', problem: 'invalid_value' })] };
  if (version > currentFormatVersion)
    return {
      ok: false,
      issues: [issue('file.newerVersion', { version, newestKnown: currentFormatVersion })],
    };

  const parsed = scenarioFileSchema.safeParse(migrate({ ...json }, version));
  if (!parsed.success)
    return {
      ok: false,
      issues: parsed.error.issues.map((fault) =>
        issue('file.schema', { path: fault.path.map(String).join('.'), problem: fault.code }),
      ),
    };
  const { scenario: saved, provenance } = parsed.data;
  const scenario: Scenario = { ...saved, provenance };
  const issues = checkReferences(scenario);
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: scenario, issues };
}
