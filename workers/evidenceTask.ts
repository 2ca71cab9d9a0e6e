import { strFromU8, strToU8 } from 'fflate';
import { fingerprintOf } from '../src/core/evidence/evidence.ts';
import { openEvidence } from '../src/core/evidence/openEvidence.ts';
import { verifyEvidence } from '../src/core/evidence/verifyEvidence.ts';
import { writeEvidence } from '../src/core/evidence/writeEvidence.ts';
import { manifestName, projectName } from '../src/core/file/evidenceNames.ts';
import { exportFiles } from '../src/core/io/export/exportFiles.ts';
import type { EvidenceAnswer, EvidenceRequest, PackedEvidence } from './filesProtocol.ts';
import { saveTask, sourceOf, zipOf } from './filesTask.ts';

/** Evidence packs on their way out, and gone through again. Works without a worker too. */

/** What an evaluator needs to go through a plan without the one who drew it; null where there is none. */
export function packTask({ save, source: request, page }: EvidenceRequest): PackedEvidence | null {
  const source = sourceOf(request);
  const { scenario, report } = source;
  if (!report) return null;
  const { appVersion, savedAt } = save.saved;
  const files = writeEvidence({
    report: { ...report, scenario },
    projectText: saveTask(save),
    others: [
      { name: 'report.html', bytes: strToU8(page) },
      ...exportFiles(source, 'xlsx'),
      ...exportFiles(source, 'geojson'),
    ],
    made: { appVersion, madeAt: savedAt },
  });
  return {
    name: `${scenario.countyId}-${scenario.id}-${savedAt.slice(0, 10)}.evidence.zip`,
    bytes: zipOf(files),
    fingerprint: fingerprintOf(files.find((file) => file.name === manifestName)!.bytes),
  };
}

export function verifyTask(name: string, bytes: Uint8Array): EvidenceAnswer {
  const opened = openEvidence(name, bytes);
  if (!opened.ok) return { status: 'refused', issues: opened.issues };
  const verified = verifyEvidence(opened.value);
  if (!verified.ok) return { status: 'refused', issues: verified.issues };
  const project = opened.value.get(projectName)!;
  return { status: 'checked', check: verified.value, projectText: strFromU8(project) };
}
