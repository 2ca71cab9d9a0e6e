import type { PlaceId } from '../../../model/ids.ts';
import type { CoordQuality } from '../../../model/scenario.ts';
import { readCode } from '../cells/readCode.ts';
import type { ImportRow } from '../importRow.ts';
import type { PlaceIndex } from '../places/matchPlace.ts';
import type { ServedPlace } from './rowTypes.ts';

/** What exported rosters say beyond the usual ones: whose parcels a station hands over, what supplies it, how good its point is. */

/** Places as a row names them; codes, where the table has them, stand in the same order. Empty: not stated. */
export function servedWords(row: ImportRow): readonly ServedPlace[] {
  const names = row.names('serves');
  const codes = row.names('servesCodes');
  if (names.length === 0) return codes.map((code) => ({ name: '', code }));
  const areParallel = codes.length === names.length;
  return names.map((name, index) => ({ name, code: areParallel ? codes[index]! : null }));
}

/** The places of the list that the words mean; one that is not on it is told and left out. */
export function servedPlaces(
  row: ImportRow,
  served: readonly ServedPlace[],
  township: string,
  index: PlaceIndex,
): readonly PlaceId[] {
  const ids: PlaceId[] = [];
  for (const { name, code } of served) {
    const coded = code === null ? undefined : index.byId.get(code);
    if (coded) {
      ids.push(coded.id);
      continue;
    }
    const reading = readCode(code);
    const match = index.match({
      code: reading.kind === 'code' ? reading.code : null,
      township: '',
      village: '',
      name,
      isCountyLevel: name === index.county?.name,
      isTownshipLevel: false,
    });
    const within =
      match.kind === 'ambiguous'
        ? index.match({
            code: null,
            township,
            village: name,
            name: '',
            isCountyLevel: false,
            isTownshipLevel: false,
          })
        : match;
    if (within.kind === 'matched') ids.push(within.place.id);
    else if (within.kind === 'ambiguous') {
      const candidates = within.candidates.slice(0, 5).map((place) => `${place.name} ${place.id}`);
      row.tell('place.ambiguous', 'serves', { name, candidates: candidates.join('; ') });
    } else
      row.tell('place.unknown', row.has('serves') ? 'serves' : 'servesCodes', { name: name || (code ?? '') });
  }
  return [...new Set(ids)];
}

const qualityWords: Readonly<Record<string, CoordQuality>> = {
  准确: 'exact',
  单一来源: 'approx',
  '推定(驻地附近)': 'approxSeat',
  '推定(乡镇范围内)': 'approxCatchment',
  exact: 'exact',
  'single source': 'approx',
  'assumed, near the seat': 'approxSeat',
  'assumed, within the township': 'approxCatchment',
};

/** null: not stated, or in words of somebody's own. */
export const qualityOf = (row: ImportRow): CoordQuality | null => qualityWords[row.text('quality')] ?? null;
