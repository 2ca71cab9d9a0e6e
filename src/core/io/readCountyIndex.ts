import type { CountySummary } from '../model/county.ts';
import type { Grade } from '../model/graded.ts';
import { asId, type CountyId } from '../model/ids.ts';
import type { Terrain } from '../model/scenario.ts';
import type { Result } from '../result.ts';
import { type TableRow, TableSource } from './tableRows.ts';

export const countiesFile = 'counties.csv';
const terrains: readonly Terrain[] = ['plain', 'hills', 'mountain'];
const grades: readonly Grade[] = ['sourced', 'derived', 'assumption', 'user'];

function readSummary(row: TableRow): CountySummary {
  return {
    id: asId<CountyId>(row.text('id')),
    adcode: row.text('adcode'),
    name: { zh: row.text('name_zh'), en: row.text('name_en') },
    terrain: row.oneOf('terrain', terrains),
    residents: {
      value: row.number('residents', { min: 0 }),
      grade: row.oneOf('residents_grade', grades),
      source: row.text('residents_source'),
    },
    areaKm2: row.number('area_km2', { min: 0 }),
  };
}

/** The counties on offer, from the text of counties.csv. */
export function readCountyIndex(text: string): Result<CountySummary[]> {
  const source = new TableSource({ [countiesFile]: text });
  const value = source.read(countiesFile, 'counties', readSummary);
  return value.length > 0 ? { ok: true, value, issues: source.issues } : { ok: false, issues: source.issues };
}
