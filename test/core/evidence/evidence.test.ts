import { strFromU8, strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf, fingerprintOf } from '../../../src/core/evidence/evidence.ts';
import { openEvidence } from '../../../src/core/evidence/openEvidence.ts';
import { type EvidenceCheck, verifyEvidence } from '../../../src/core/evidence/verifyEvidence.ts';
import { writeEvidence } from '../../../src/core/evidence/writeEvidence.ts';
import { manifestName, projectName, recordName } from '../../../src/core/file/evidenceNames.ts';
import { writeProjectFile } from '../../../src/core/file/project.ts';
import type { Result } from '../../../src/core/result.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { countyOf } from '../io/tables/luxi.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const made = { appVersion: '0.2.0', madeAt: '2026-11-29T00:00:00.000Z' };
const page = { name: 'report.html', bytes: strToU8('<p>报告</p>') };

function packOf(countyId: 'luxi' | 'heshui' | 'yanling', index: number): Files {
  const county = countyOf(countyId);
  const scenario = county.scenarios[index]!;
  const report = toEnd(runScenario(scenario, { seed: 1, iterations: 100 }));
  const saved = { appVersion: made.appVersion, savedAt: made.madeAt };
  const projectText = writeProjectFile(county, county.scenarios, scenario.id, saved, {});
  const files = writeEvidence({ report, projectText, others: [page], made });
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}
const soundCheck = (result: Result<EvidenceCheck>): EvidenceCheck => {
  if (!result.ok) throw new Error(result.issues.map(({ code }) => code).join());
  return result.value;
};
const changed = (files: Files, name: string, change: (text: string) => string): Files =>
  new Map([...files, [name, strToU8(change(strFromU8(files.get(name)!)))]]);
/** As somebody would who knows that digests are compared. */
const coveredUp = (files: Files, name: string): Files =>
  changed(files, manifestName, (text) => {
    const manifest = JSON.parse(text) as { sha256: Record<string, string> };
    return JSON.stringify({
      ...manifest,
      sha256: { ...manifest.sha256, [name]: digestOf(files.get(name)!) },
    });
  });

describe('an evidence pack', () => {
  let files: Files;
  beforeAll(() => {
    files = packOf('heshui', 0);
  });

  it('has the digests everybody else computes', () => {
    // FIPS 180-4: the message "abc".
    expect(digestOf(strToU8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is sound as it was made, through an archive and back', () => {
    const archive = zipSync(Object.fromEntries(files));
    const opened = openEvidence('证据.zip', archive);
    const check = soundCheck(verifyEvidence(opened.ok ? opened.value : new Map()));
    expect(check.isSound).toBe(true);
    expect(check.faults).toEqual([]);
    expect(check.figures.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(check.figures.length).toBeGreaterThan(25);
    expect(check.files.map(({ name }) => name).sort()).toEqual(
      [recordName, projectName, 'report.html'].sort(),
    );
    expect(check.files.every(({ state }) => state === 'same')).toBe(true);
  });

  it.each([
    ['luxi', 1],
    ['yanling', 0],
    ['yanling', 2],
    ['heshui', 1],
  ] as const)('of %s, scenario %i, is computed again to the same figures', (countyId, index) => {
    const check = soundCheck(verifyEvidence(packOf(countyId, index)));
    expect(check.figures.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(check.faults).toEqual([]);
  });

  it('has another fingerprint when a page and its digest were rewritten, which nothing in the pack tells', () => {
    const own = soundCheck(verifyEvidence(files));
    // SHA-256 of "abc", its first 128 bits.
    expect(fingerprintOf(strToU8('abc'))).toBe('ba78 16bf 8f01 cfea 4141 40de 5dae 2223');
    expect(own.fingerprint).toBe(fingerprintOf(files.get(manifestName)!));
    const forged = coveredUp(
      changed(files, 'report.html', () => '<p>0.50</p>'),
      'report.html',
    );
    const check = soundCheck(verifyEvidence(forged));
    expect(check.isSound).toBe(true);
    expect(check.fingerprint).not.toBe(own.fingerprint);
  });

  it('tells a figure that was written over, even with its digest', () => {
    const better = changed(files, recordName, (text) => {
      const record = JSON.parse(text) as { kpis: { key: string; value: number }[] };
      const kpis = record.kpis.map((row) => (row.key === 'savingShare' ? { ...row, value: 0.5 } : row));
      return JSON.stringify({ ...record, kpis });
    });
    const check = soundCheck(verifyEvidence(coveredUp(better, recordName)));
    expect(check.isSound).toBe(false);
    expect(check.files.every(({ state }) => state === 'same')).toBe(true);
    const wrong = check.figures.filter(({ isSame }) => !isSame);
    expect(wrong.map(({ key, recorded }) => [key, recorded])).toEqual([['savingShare', 0.5]]);
    expect(wrong[0]!.recomputed).toBeLessThan(0.5);
  });

  it('tells a verdict that was written over, and a figure that was left out', () => {
    const other = changed(files, recordName, (text) => {
      const record = JSON.parse(text) as { kpis: { key: string; status: string }[] };
      const kpis = record.kpis
        .filter(({ key }) => key !== 'lineCount')
        .map((row) => (row.key === 'worstCountyToVillageH' ? { ...row, status: 'fail' } : row));
      return JSON.stringify({ ...record, kpis: [...kpis, { key: 'madeUp', unit: 'count', value: 1 }] });
    });
    const check = soundCheck(verifyEvidence(coveredUp(other, recordName)));
    expect(check.isSound).toBe(false);
    expect(
      check.figures
        .filter(({ isSame }) => !isSame)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['lineCount', 'madeUp', 'worstCountyToVillageH'].sort());
    expect(check.figures.find(({ key }) => key === 'lineCount')!.recorded).toBeNull();
    expect(check.figures.find(({ key }) => key === 'madeUp')!.recomputed).toBeNull();
  });

  it('tells a price that was changed in the project', () => {
    const cheaper = changed(files, projectName, (text) => {
      const project = JSON.parse(text) as {
        scenarios: { scenario: { rates: Record<string, { value: number }> } }[];
      };
      for (const { scenario } of project.scenarios)
        for (const rate of Object.values(scenario.rates)) rate.value /= 2;
      return JSON.stringify(project);
    });
    const check = soundCheck(verifyEvidence(coveredUp(cheaper, projectName)));
    expect(check.figures.filter(({ isSame }) => !isSame).map(({ key }) => key)).toContain('yuanPerParcel');
  });

  it('tells a line that leaves a station out which the plan says it serves', () => {
    const shorter = changed(files, recordName, (text) => {
      const record = JSON.parse(text) as { plan: { lines: { stopIds: string[] }[] } };
      record.plan.lines[0]!.stopIds.pop();
      return JSON.stringify(record);
    });
    const check = soundCheck(verifyEvidence(coveredUp(shorter, recordName)));
    expect(check.faults.length).toBeGreaterThan(0);
    expect(check.isSound).toBe(false);
  });

  it('tells files that were changed, taken out or put in', () => {
    const other = new Map(changed(files, 'report.html', (text) => `${text} `));
    other.set('more.txt', strToU8('x'));
    // Everything has a member of this name.
    other.set('constructor', strToU8('x'));
    const states = (of: Files) =>
      Object.fromEntries(soundCheck(verifyEvidence(of)).files.map(({ name, state }) => [name, state]));
    expect(states(other)).toMatchObject({
      'report.html': 'changed',
      'more.txt': 'added',
      constructor: 'added',
      [recordName]: 'same',
    });
    const fewer = new Map(files);
    fewer.delete('report.html');
    expect(states(fewer)).toMatchObject({ 'report.html': 'missing' });
  });

  it('refuses in words what is no pack, is newer, or does not hang together', () => {
    const codes = (of: Files): string[] => {
      const result = verifyEvidence(of);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    const without = (name: string): Files => new Map([...files].filter(([each]) => each !== name));
    expect(codes(without(manifestName))).toEqual(['evidence.none']);
    expect(codes(without(recordName))).toEqual(['evidence.broken']);
    expect(codes(without(projectName))).toEqual(['evidence.broken']);
    expect(codes(changed(files, recordName, () => '{}'))).toEqual(['evidence.broken']);
    expect(codes(changed(files, recordName, (text) => text.slice(0, 500)))).toEqual(['evidence.broken']);
    expect(
      codes(changed(files, manifestName, (text) => text.replace('"formatVersion": 1', '"formatVersion": 2'))),
    ).toEqual(['file.newerVersion']);
    expect(openEvidence('x.zip', strToU8('no archive')).ok).toBe(false);
  });
});
