import { strFromU8 } from 'fflate';
import { z } from 'zod';
import { checkPlan } from '../audit/checkPlan.ts';
import { priceOperators } from '../baseline/priceOperators.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import { measuredTier } from '../evaluate/groundwork.ts';
import { manifestName, projectName, recordName } from '../file/evidenceNames.ts';
import { readOwnFile } from '../file/project.ts';
import { stableJson } from '../hash.ts';
import { issue } from '../issues.ts';
import { kpiRows } from '../kpi/kpis.ts';
import { savingAgainst } from '../kpi/saving.ts';
import type { Fault } from '../model/faults.ts';
import type { KpiRow } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { travelMatrix } from '../network/travelMatrix.ts';
import type { Result } from '../result.ts';
import {
  digestOf,
  type EvidenceManifest,
  type EvidenceRecord,
  evidenceFormat,
  evidenceVersion,
  fingerprintOf,
} from './evidence.ts';

/** added: in the archive and not in its manifest. */
export type FileState = 'same' | 'changed' | 'missing' | 'added';

export interface CheckedFigure {
  readonly key: string;
  readonly unit: string;
  /** null: left out of the pack. */
  readonly recorded: number | null;
  /** null: there is no such figure. */
  readonly recomputed: number | null;
  /** The number, its target and verdict, what it counts and whether it is estimated. */
  readonly isSame: boolean;
}

/** What became of an evidence pack that was gone through. */
export interface EvidenceCheck {
  readonly manifest: EvidenceManifest;
  /** To be compared with the sender's: digests that agree say nothing of who has written both file and digest. */
  readonly fingerprint: string;
  readonly files: readonly { readonly name: string; readonly state: FileState }[];
  readonly figures: readonly CheckedFigure[];
  /** What the checker finds wrong with the plan, which trusts neither search nor evaluation. */
  readonly faults: readonly Fault[];
  /** Every file as its digest says, every figure the same, no fault. */
  readonly isSound: boolean;
}

const manifestSchema = z.object({
  format: z.literal(evidenceFormat),
  formatVersion: z.number(),
  appVersion: z.string(),
  madeAt: z.string(),
  scenarioId: z.string(),
  sha256: z.record(z.string(), z.string()),
});

/** Sums in another order may differ in the last bits. */
const tolerance = 1e-9;

/**
 * Goes through an evidence pack, by the files' names in the archive: compares every file with its digest, and computes
 * every figure again from the project and the recorded lines, those of the "before" too. No search is run.
 */
export function verifyEvidence(files: ReadonlyMap<string, Uint8Array>): Result<EvidenceCheck> {
  const refuse = (code: 'evidence.none' | 'evidence.broken'): Result<EvidenceCheck> => ({
    ok: false,
    issues: [issue(code, {})],
  });
  const manifestBytes = files.get(manifestName);
  const parsed = manifestSchema.safeParse(jsonOf(manifestBytes));
  if (!manifestBytes || !parsed.success) return refuse('evidence.none');
  const manifest = parsed.data;
  if (manifest.formatVersion > evidenceVersion) {
    const params = { version: manifest.formatVersion, newestKnown: evidenceVersion };
    return { ok: false, issues: [issue('file.newerVersion', params)] };
  }
  const scenario = scenarioIn(files.get(projectName), manifest.scenarioId);
  if (!scenario.ok) return scenario;
  const record = jsonOf(files.get(recordName));
  if (scenario.value === null || record === null) return refuse('evidence.broken');
  try {
    const { plan, kpis, baseline } = record as EvidenceRecord;
    const again = recompute(scenario.value, { plan, kpis, baseline });
    const states = fileStates(files, manifest);
    const figures = compare(kpis, again.kpis);
    const isSound =
      states.every(({ state }) => state === 'same') &&
      figures.every(({ isSame }) => isSame) &&
      again.faults.length === 0;
    return {
      ok: true,
      value: {
        manifest,
        fingerprint: fingerprintOf(manifestBytes),
        files: states,
        figures,
        faults: again.faults,
        isSound,
      },
      issues: scenario.issues,
    };
  } catch {
    // Lines of stations, vehicles or couriers the project does not have, or no plan at all.
    return refuse('evidence.broken');
  }
}

function fileStates(
  files: ReadonlyMap<string, Uint8Array>,
  { sha256 }: EvidenceManifest,
): EvidenceCheck['files'] {
  const listed = Object.entries(sha256).map(([name, digest]) => {
    const bytes = files.get(name);
    const state: FileState = !bytes ? 'missing' : digestOf(bytes) === digest ? 'same' : 'changed';
    return { name, state };
  });
  const added = [...files.keys()].filter((name) => name !== manifestName && !Object.hasOwn(sha256, name));
  return [...listed, ...added.map((name) => ({ name, state: 'added' as const }))];
}

/** Every figure there is, and those recorded that there are none of. */
function compare(recorded: readonly KpiRow[], again: readonly KpiRow[]): CheckedFigure[] {
  const rowOf = new Map(recorded.map((row) => [row.key, row]));
  const known = new Set(again.map(({ key }) => key));
  return [
    ...again.map((row): CheckedFigure => {
      const before = rowOf.get(row.key);
      const isSame = before !== undefined && isSameRow(before, row);
      return { key: row.key, unit: row.unit, recorded: before?.value ?? null, recomputed: row.value, isSame };
    }),
    ...recorded
      .filter(({ key }) => !known.has(key))
      .map(({ key, unit, value }) => ({ key, unit, recorded: value, recomputed: null, isSame: false })),
  ];
}

function isSameRow(
  { value, numerator, denominator, margin, ...recorded }: KpiRow,
  { value: again, numerator: partAgain, denominator: wholeAgain, margin: _, ...row }: KpiRow,
): boolean {
  // Packs made before shares of time had them recorded no counts.
  const hasSameCounts =
    denominator === undefined || (isClose(numerator, partAgain) && isClose(denominator, wholeAgain));
  return isClose(value, again) && hasSameCounts && stableJson(recorded) === stableJson(row);
}

/** A figure that is missing was written as nothing (null), and is NaN where it is computed again. */
function isClose(recorded: number | null | undefined, again: number | undefined): boolean {
  const before = recorded ?? Number.NaN;
  const now = again ?? Number.NaN;
  if (Number.isNaN(before) || Number.isNaN(now)) return Object.is(before, now);
  return Math.abs(now - before) <= tolerance * Math.max(1, Math.abs(before));
}

/** Figures and faults of the recorded lines, as a run would have computed them. */
function recompute(
  given: Scenario,
  { plan, baseline: recorded }: EvidenceRecord,
): { readonly kpis: readonly KpiRow[]; readonly faults: readonly Fault[] } {
  const travel = travelMatrix(given);
  const scenario: Scenario = { ...given, roads: travel.roads };
  const evaluation = evaluatePlan(scenario, travel.matrix, plan);
  const baseline = priceOperators(scenario, recorded.kind, recorded.operators);
  const reaches = measuredTier(scenario);
  const saving = savingAgainst(baseline, { yuanPerParcel: evaluation.yuanPerParcel, reaches });
  return {
    kpis: kpiRows({ scenario, plan, evaluation, baseline, saving }),
    faults: checkPlan(scenario, travel.matrix, plan, evaluation),
  };
}

/** The scenario in a project file; null where there is none of that name. */
function scenarioIn(bytes: Uint8Array | undefined, id: string): Result<Scenario | null> {
  if (!bytes) return { ok: true, value: null, issues: [] };
  const read = readOwnFile(strFromU8(bytes));
  if (!read.ok) return read;
  const opened = read.value;
  const scenarios = opened.kind === 'project' ? opened.project.county.scenarios : [opened.scenario];
  const value = scenarios.find((scenario) => scenario.id === id) ?? null;
  return { ok: true, value, issues: read.issues };
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes ? JSON.parse(strFromU8(bytes)) : null;
  } catch {
    return null;
  }
}
