import type { Scenario } from '../model/scenario.ts';
import { currentFormatVersion, scenarioFormat } from './schema.ts';

/**
 * Text of a scenario file. Results are not saved: they follow from the scenario, the seed and the iterations.
 * `savedAt` is ISO 8601 in UTC, given by the caller because core has no clock.
 */
export function writeScenarioFile(
  { provenance, ...scenario }: Scenario,
  saved: { readonly appVersion: string; readonly savedAt: string },
): string {
  const file = {
    format: scenarioFormat,
    formatVersion: currentFormatVersion,
    appVersion: saved.appVersion,
    savedAt: saved.savedAt,
    provenance,
    scenario,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
