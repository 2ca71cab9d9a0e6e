import { openEvidence } from '../../core/evidence/openEvidence.ts';
import { type EvidenceCheck, verifyEvidence } from '../../core/evidence/verifyEvidence.ts';
import type { Issue } from '../../core/issues.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError } from '../options.ts';
import { readBinary } from '../roadFiles.ts';

/** Goes through an evidence pack: what was changed in it, and which figures do not follow from its inputs and lines. */
export const verify: Command = {
  usage: 'verify PACK.evidence.zip [--json]',
  run(args) {
    const { values, positionals } = readArguments(args, { json: 'boolean' });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError(`usage: ${verify.usage}`);
    const { name, bytes } = readBinary(path);
    const opened = openEvidence(name, bytes);
    const result = opened.ok ? verifyEvidence(opened.value) : opened;
    if (!result.ok) {
      for (const found of result.issues) console.error(describeIssue(withFile(found, name)));
      return Promise.resolve(1);
    }
    const check = result.value;
    if (values.json) console.log(JSON.stringify(check));
    else print(check);
    return Promise.resolve(check.isSound ? 0 : 1);
  },
};

const withFile = ({ params, ...found }: Issue, file: string): Issue => ({
  ...found,
  params: { file, ...params },
});

function print({ manifest, fingerprint, files, figures, faults, isSound }: EvidenceCheck): void {
  console.log(`${manifest.scenarioId}, made ${manifest.madeAt} by Cuntong ${manifest.appVersion}`);
  for (const { name, state } of files) console.log(`  ${state.padEnd(8)}${name}`);
  const different = figures.filter(({ isSame }) => !isSame);
  console.log(`${figures.length - different.length} of ${figures.length} figures come out the same`);
  for (const { key, recorded, recomputed } of different)
    console.log(`  ${key}: ${recorded} in the pack, ${recomputed ?? 'none'} computed again`);
  console.log(`${faults.length} faults found by the check of the plan`);
  for (const { code, params } of faults) console.log(`  ${code} ${JSON.stringify(params)}`);
  console.log(
    `fingerprint ${fingerprint} (compare with the sender's: files and checksums may have been rewritten together)`,
  );
  console.log(
    isSound
      ? 'sound: files agree with the checksums in the pack; page and tables are compared by checksum only'
      : 'NOT sound',
  );
}
