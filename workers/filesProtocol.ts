import type { EvidenceCheck } from '../src/core/evidence/verifyEvidence.ts';
import type { ExportFormat } from '../src/core/io/export/exportFiles.ts';
import type { ExportKey } from '../src/core/io/export/exportTable.ts';
import type { FileRole } from '../src/core/io/sortFiles.ts';
import type { Issue } from '../src/core/issues.ts';
import type { ScenarioChoices } from '../src/core/model/choices.ts';
import type { Claim, County } from '../src/core/model/county.ts';
import type { DrivenDay, DrivenSettings } from '../src/core/model/drivenDay.ts';
import type { ScenarioId } from '../src/core/model/ids.ts';
import type { Report } from '../src/core/model/report.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import type { TimedTrack } from '../src/core/model/timedTrack.ts';
import type { PackedRoads } from '../src/core/network/packedRoads.ts';
import type { Result } from '../src/core/result.ts';

/** The contract between the page and the worker that writes and reads files: types only. */

export type ExportWhat =
  | { readonly kind: 'table'; readonly table: ExportKey; readonly format: 'csv' | 'xlsx' }
  /** lineId: only that line's track. Several files come as one archive. */
  | { readonly kind: 'files'; readonly format: ExportFormat; readonly lineId: string | null };

export interface ExportRequest {
  readonly what: ExportWhat;
  /** Without roads, which come packed. */
  readonly scenario: Scenario;
  readonly packedRoads: PackedRoads | null;
  /** Without its travel tables; null: not solved. */
  readonly report: Report | null;
  readonly claims: readonly Claim[];
  readonly issues: readonly Issue[];
  /** Words that core does not have: names of KPIs by key, cause and action of each issue. */
  readonly kpiWords: Readonly<Record<string, string>>;
  readonly language: 'zh' | 'en';
  readonly issueWords: readonly { readonly cause: string; readonly action: string }[];
}

/** Everything of an evidence pack but the page to read is written in the worker. */
export interface EvidenceRequest {
  readonly save: SaveRequest;
  readonly source: Omit<ExportRequest, 'what'>;
  readonly page: string;
}

export type EvidenceAnswer =
  | { readonly status: 'refused'; readonly issues: readonly Issue[] }
  | {
      readonly status: 'checked';
      readonly check: EvidenceCheck;
      /** The project file in the pack, to be opened like any other. */
      readonly projectText: string;
    };

export interface ExportedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PackedEvidence extends ExportedBytes {
  /** For whoever gets the pack to compare with. */
  readonly fingerprint: string;
}

export interface SaveRequest {
  readonly county: County;
  readonly scenarios: readonly Scenario[];
  readonly packedRoads: readonly (PackedRoads | null)[];
  readonly activeScenarioId: ScenarioId;
  readonly choices: ScenarioChoices;
  readonly saved: { readonly appVersion: string; readonly savedAt: string };
}

export type OwnFileAnswer =
  | { readonly status: 'refused'; readonly issues: readonly Issue[] }
  | {
      readonly status: 'opened';
      /** null: a single scenario, whose county has to be known already. */
      readonly county: County | null;
      readonly activeScenarioId: ScenarioId;
      readonly scenarios: readonly Scenario[];
      readonly packedRoads: readonly (PackedRoads | null)[];
      readonly choices: ScenarioChoices;
      readonly issues: readonly Issue[];
    };

/** A recorded day and the plan to hold it against. */
export interface DrivenRequest
  extends Pick<Scenario, 'depot' | 'stations' | 'travel'>,
    Pick<Report, 'plan' | 'evaluation'> {
  readonly track: TimedTrack;
  readonly settings: DrivenSettings;
  /** null: the scenario has no roads of its own. */
  readonly packedRoads: PackedRoads | null;
}

export interface FilesApi {
  /** null where there is nothing to export. */
  exportFile(request: ExportRequest): ExportedBytes | null;
  saveProject(request: SaveRequest): string;
  openOwnFile(text: string): OwnFileAnswer;
  packEvidence(request: EvidenceRequest): Promise<PackedEvidence | null>;
  /** Computes every figure of a pack again. */
  verifyEvidence(name: string, bytes: Uint8Array): Promise<EvidenceAnswer>;
  /** What each file is, in their order. */
  sortFiles(files: readonly File[]): Promise<readonly FileRole[]>;
  readTimedTrack(name: string, bytes: Uint8Array): Promise<Result<TimedTrack>>;
  measureDay(request: DrivenRequest): Promise<DrivenDay>;
}
