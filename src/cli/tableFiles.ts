import { readCounty } from '../core/io/readCounty.ts';
import { readCountyIndex } from '../core/io/readCountyIndex.ts';
import { openFiles } from '../core/io/tables/pipeline/openFiles.ts';
import { plainName, villageStem } from '../core/io/tables/places/placeNames.ts';
import { cellText, type Sheet, type TableFile } from '../core/io/tables/sheet.ts';
import type { County } from '../core/model/county.ts';
import { toEnd } from '../core/toEnd.ts';
import { decodeText } from '../decodeText.ts';
import { readCountiesText, readCountyFiles } from './countyFiles.ts';
import { UsageError } from './options.ts';

const countyIds = (): readonly string[] => {
  const index = readCountyIndex(readCountiesText());
  return index.ok ? index.value.map(({ id }) => id) : [];
};

export function findCounty(id: string): County {
  const county = countyIds().includes(id) ? readCounty(readCountyFiles(id)) : null;
  if (!county?.ok) throw new UsageError(`no county "${id}"; there are ${countyIds().join(', ')}`);
  return county.value;
}

/** Names in the tables that are on a county's list. */
function hits(sheets: readonly Sheet[], county: County): number {
  const stems = new Set(county.places.map(({ name }) => villageStem(plainName(name))));
  const found = new Set<string>();
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const cell of cells) {
        if (typeof cell !== 'string' || cell.length > 20) continue;
        const stem = villageStem(plainName(cellText(cell)));
        if (stems.has(stem)) found.add(stem);
      }
  return found.size;
}

/** The shipped county on whose list most names of the tables are; null where hardly any is on one. */
export function guessCounty(files: readonly TableFile[]): County | null {
  const sheets = toEnd(openFiles(files, decodeText)).tables.map(({ sheet }) => sheet);
  let best: { county: County | null; count: number } = { county: null, count: 1 };
  for (const id of countyIds()) {
    const county = findCounty(id);
    const count = hits(sheets, county);
    if (count > best.count) best = { county, count };
  }
  return best.county;
}
