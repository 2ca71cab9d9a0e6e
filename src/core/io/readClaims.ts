import type { Claim, Credit, TargetPack } from '../model/county.ts';
import type { Provenance, Target } from '../model/scenario.ts';
import type { TableSource } from './tableRows.ts';

const kpis: readonly Target['kpi'][] = [
  'savingShare',
  'shareWithin48h',
  'villageCoverageShare',
  'worstCountyToVillageH',
];

/** Statements of county reports. A value that is no plain number stays as text only. */
export function readClaims(source: TableSource, file: string): Claim[] {
  return source.read(file, 'claims', (row): Claim => {
    const valueText = row.text('value');
    const value = Number(valueText);
    return {
      id: row.text('id'),
      document: row.text('document'),
      asOf: row.text('as_of'),
      kind: row.text('kind'),
      subject: row.text('subject'),
      valueText,
      ...(Number.isFinite(value) ? { value } : {}),
      unit: row.text('unit'),
      note: row.optionalText('note'),
    };
  });
}

/** Packs of targets in the order of their first rows. */
export function readTargetPacks(source: TableSource, file: string): TargetPack[] {
  const packs = new Map<string, { id: string; name: TargetPack['name']; targets: Target[] }>();
  source.read(file, 'targets', (row) => {
    const id = row.text('pack_id');
    const target: Target = {
      kpi: row.oneOf('kpi', kpis),
      threshold: row.number('threshold'),
      direction: row.oneOf('direction', ['atLeast', 'atMost'] as const),
      document: row.text('document'),
      clause: row.text('clause'),
    };
    const name = { zh: row.text('pack_name_zh'), en: row.text('pack_name_en') };
    if (!row.isGood) return;
    const pack = packs.get(id) ?? { id, name, targets: [] };
    pack.targets.push(target);
    packs.set(id, pack);
  });
  return [...packs.values()];
}

/** Where things come from; `scenarioId` empty = said of every scenario of the county. */
export function readProvenance(
  source: TableSource,
  file: string,
): { readonly scenarioId: string; readonly provenance: Provenance }[] {
  return source.read(file, 'provenance', (row) => ({
    scenarioId: row.optionalText('scenario_id'),
    provenance: { subject: row.text('subject'), source: row.text('source'), licence: row.text('licence') },
  }));
}

export function readCredits(source: TableSource, file: string): Credit[] {
  return source.read(file, 'credits', (row) => ({
    text: { zh: row.text('text_zh'), en: row.text('text_en') },
    licence: row.text('licence'),
  }));
}
