import { strToU8 } from 'fflate';
import { manifestName, projectName, recordName } from '../file/evidenceNames.ts';
import type { ExportedFile } from '../io/export/exportFiles.ts';
import type { Report } from '../model/report.ts';
import {
  digestOf,
  type EvidenceManifest,
  type EvidenceRecord,
  evidenceFormat,
  evidenceVersion,
} from './evidence.ts';

interface EvidenceParts {
  readonly report: Pick<Report, 'scenario' | 'plan' | 'baseline' | 'kpis'>;
  /** The project file with the report's scenario in it. */
  readonly projectText: string;
  /** For people: the page to read, tables, tracks. */
  readonly others: readonly ExportedFile[];
  readonly made: { readonly appVersion: string; readonly madeAt: string };
}

/** The files of an evidence pack, the manifest last. */
export function writeEvidence({ report, projectText, others, made }: EvidenceParts): ExportedFile[] {
  const { plan, baseline, kpis, scenario } = report;
  const record: EvidenceRecord = {
    plan,
    baseline: {
      kind: baseline.kind,
      ...(baseline.search ? { search: baseline.search } : {}),
      operators: baseline.operators.map(({ courierId, plan: ofOperator }) => ({
        courierId,
        plan: ofOperator,
      })),
    },
    kpis,
  };
  const files: ExportedFile[] = [
    ...others,
    { name: projectName, bytes: strToU8(projectText) },
    { name: recordName, bytes: strToU8(JSON.stringify(record, null, 1)) },
  ];
  const manifest: EvidenceManifest = {
    format: evidenceFormat,
    formatVersion: evidenceVersion,
    ...made,
    scenarioId: scenario.id,
    sha256: Object.fromEntries(files.map(({ name, bytes }) => [name, digestOf(bytes)])),
  };
  return [...files, { name: manifestName, bytes: strToU8(JSON.stringify(manifest, null, 1)) }];
}
