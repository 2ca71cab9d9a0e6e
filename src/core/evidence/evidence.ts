import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Plan } from '../model/plan.ts';
import type { Baseline, KpiRow } from '../model/report.ts';

/**
 * An evidence pack: the inputs, the plan and the figures of a report in one archive, with the digest of every file, so
 * that somebody else can tell whether anything was changed and compute every figure again without a search.
 */

export const evidenceFormat = 'cuntong-evidence';
export const evidenceVersion = 1;

export interface EvidenceManifest {
  readonly format: typeof evidenceFormat;
  readonly formatVersion: number;
  readonly appVersion: string;
  readonly madeAt: string;
  readonly scenarioId: string;
  /** SHA-256 of every other file, as 64 hexadecimal digits. */
  readonly sha256: Readonly<Record<string, string>>;
}

/** What the search has found and what was said of it: everything that does not follow from the project alone. */
export interface EvidenceRecord {
  readonly plan: Plan;
  readonly baseline: Pick<Baseline, 'kind' | 'search'> & {
    readonly operators: readonly Pick<Baseline['operators'][number], 'courierId' | 'plan'>[];
  };
  readonly kpis: readonly KpiRow[];
}

/** Hexadecimal digits of a fingerprint: 128 bits, which nobody finds a second manifest for. */
const fingerprintDigits = 32;
const groupDigits = 4;

export const digestOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/**
 * The digest of the manifest, short enough to be read out: who rewrites a file and its digest in the manifest changes it.
 * It proves a pack only against what its sender says, not by itself.
 */
export const fingerprintOf = (manifest: Uint8Array): string =>
  digestOf(manifest)
    .slice(0, fingerprintDigits)
    .match(new RegExp(`.{${groupDigits}}`, 'g'))!
    .join(' ');
