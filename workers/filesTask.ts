import { strToU8, zipSync } from 'fflate';
import { type OpenedFile, readOwnFile, writeProjectFile } from '../src/core/file/project.ts';
import {
  type ExportedFile,
  type ExportSource,
  exportFiles,
  exportTable,
} from '../src/core/io/export/exportFiles.ts';
import { writeCsv } from '../src/core/io/export/writeCsv.ts';
import { writeXlsx } from '../src/core/io/export/writeXlsx.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import { type PackedRoads, packRoads, unpackRoads } from '../src/core/network/packedRoads.ts';
import type { Result } from '../src/core/result.ts';
import { toEnd } from '../src/core/toEnd.ts';
import type { ExportedBytes, ExportRequest, OwnFileAnswer, SaveRequest } from './filesProtocol.ts';

/** Files on their way out, and our own on their way in. Works without a worker too. */

const withRoads = (scenario: Scenario, packed: PackedRoads | null): Scenario =>
  packed ? { ...scenario, roads: toEnd(unpackRoads(packed)) } : scenario;

/** What exports are made of: the scenario and its report with the roads they share put back. */
export function sourceOf(request: Omit<ExportRequest, 'what'>): ExportSource {
  const { packedRoads, kpiWords, issueWords } = request;
  const scenario = withRoads(request.scenario, packedRoads);
  const roads = scenario.roads ?? request.report?.roads ?? null;
  return {
    scenario,
    report: request.report && roads ? { ...request.report, roads } : request.report,
    claims: request.claims,
    issues: request.issues,
    language: request.language,
    words: {
      kpi: (key: string) => kpiWords[key] ?? key,
      issue: (found: (typeof request.issues)[number]) =>
        issueWords[request.issues.indexOf(found)] ?? { cause: found.code, action: '' },
    },
  };
}

/** One archive of several files; the same files give the same bytes. */
export const zipOf = (files: readonly ExportedFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), {
    mtime: '1980-01-02T00:00:00',
  });

export function exportTask(request: ExportRequest): ExportedBytes | null {
  const { what } = request;
  const source = sourceOf(request);
  const { scenario } = source;
  if (what.kind === 'table') {
    const table = exportTable(source, what.table);
    if (!table) return null;
    const name = `${scenario.countyId}-${scenario.id}-${what.table}.${what.format}`;
    return what.format === 'csv'
      ? { name, bytes: strToU8(writeCsv(table)) }
      : { name, bytes: writeXlsx([table]) };
  }
  const files = exportFiles(source, what.format).filter(
    ({ name }) => what.lineId === null || name.includes(`-${what.lineId}.`),
  );
  const [first] = files;
  if (!first) return null;
  if (files.length === 1) return first;
  // The browser asks before it takes several downloads: one archive holds them all.
  return { name: `${scenario.countyId}-${scenario.id}-${what.format}.zip`, bytes: zipOf(files) };
}

export const saveTask = ({
  county,
  scenarios,
  packedRoads,
  activeScenarioId,
  choices,
  saved,
}: SaveRequest): string =>
  writeProjectFile(
    county,
    scenarios.map((scenario, index) => withRoads(scenario, packedRoads[index] ?? null)),
    activeScenarioId,
    saved,
    choices,
  );

/** Reads one of our own files; roads go to the page packed. */
export function openTask(text: string): OwnFileAnswer {
  const read: Result<OpenedFile> = readOwnFile(text);
  if (!read.ok) return { status: 'refused', issues: read.issues };
  const { value, issues } = read;
  const scenarios = value.kind === 'project' ? value.project.county.scenarios : [value.scenario];
  return {
    status: 'opened',
    county: value.kind === 'project' ? { ...value.project.county, scenarios: [] } : null,
    activeScenarioId: value.kind === 'project' ? value.project.activeScenarioId : value.scenario.id,
    choices: value.kind === 'project' ? value.project.choices : {},
    scenarios: scenarios.map((scenario) => ({ ...scenario, roads: null })),
    packedRoads: scenarios.map(({ roads }) => (roads ? toEnd(packRoads(roads)) : null)),
    issues,
  };
}
