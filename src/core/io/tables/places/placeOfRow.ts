import { haversineKm, type LonLat } from '../../../geo.ts';
import type { Place } from '../../../model/scenario.ts';
import { readCode } from '../cells/readCode.ts';
import type { ImportRow } from '../importRow.ts';
import { cellText } from '../sheet.ts';
import type { PlaceIndex, PlaceMatch, PlaceWords } from './matchPlace.ts';

/** Code of a row; one that Excel shortened (4.30E+11) is told and not used. */
export function codeOfRow(row: ImportRow, index: PlaceIndex | null): string | null {
  const value = cellText(row.cell('code'));
  // Places a user has added have ids of their own, which exported tables carry.
  if (index?.byId.has(value)) return value;
  const reading = readCode(row.cell('code'));
  if (reading.kind === 'lostDigits') row.tell('cell.lostDigits', 'code', { value });
  else if (reading.kind === 'code' && reading.isPadded)
    row.tell('cell.repaired', 'code', { value, to: reading.code });
  else if (reading.kind === 'fault') row.tell('cell.unknownWord', 'code', { value });
  return reading.kind === 'code' ? reading.code : null;
}

const keyOf = (words: PlaceWords, row: ImportRow): string | null =>
  words.village !== ''
    ? 'village'
    : words.name !== '' && row.has('name')
      ? 'name'
      : words.township !== ''
        ? 'township'
        : row.has('code')
          ? 'code'
          : null;

const listed = (index: PlaceIndex, candidates: readonly Place[]): string =>
  candidates
    .slice(0, 5)
    .map(
      (place) =>
        `${index.townshipOf(place)?.name ?? ''}${place.tier === 'village' ? place.name : ''} ${place.id}`,
    )
    .join('; ');

/** A doubled name is settled by the row's point where one candidate is three times nearer than the next. */
function nearestCandidate(candidates: readonly Place[], lonLat: LonLat | null): Place | null {
  if (lonLat === null) return null;
  const near = candidates
    .filter((place) => place.lonLat !== null)
    .map((place) => ({ place, km: haversineKm(place.lonLat!, lonLat) }))
    .sort((a, b) => a.km - b.km);
  const [first, second] = near;
  return near.length === candidates.length && first && second && first.km < 5 && second.km > 3 * first.km + 1
    ? first.place
    : null;
}

export interface FoundPlace {
  readonly place: Place | null;
  /** A village that is not on the list but has a point: it can be added. */
  readonly isNew: boolean;
}

/** Tells how the row's place was found; an unknown or ambiguous one keeps the row out unless its point settles it. */
export function settlePlace(
  row: ImportRow,
  words: PlaceWords,
  match: PlaceMatch,
  index: PlaceIndex,
  lonLat: LonLat | null,
  canAdd: boolean,
): FoundPlace {
  const key = keyOf(words, row);
  const township = words.township === '' || key === 'township' ? null : index.matchTownship(words.township);
  if (township?.kind === 'matched' && township.how === 'variant') {
    const { name, id } = township.place;
    row.tell('place.variant', 'township', { name: words.township, to: name, id });
  }
  if (match.kind === 'matched') {
    const typed = words.village || words.name || words.township;
    const params = { name: typed, to: match.place.name, id: match.place.id };
    if (match.how === 'variant') row.tell('place.variant', key, params);
    if (match.how === 'address')
      row.tell('place.byAddress', 'address', { ...params, address: words.address ?? '' });
    if (match.how === 'renamed') row.tell('place.renamed', key, params);
    return { place: match.place, isNew: false };
  }
  if (match.kind === 'none') {
    row.reject('cell.required', row.has('village') ? 'village' : row.has('township') ? 'township' : key);
    return { place: null, isNew: false };
  }
  if (match.kind === 'ambiguous') {
    const chosen = nearestCandidate(match.candidates, lonLat);
    const params = { name: match.text, candidates: listed(index, match.candidates) };
    if (chosen) row.tell('place.chosenByPoint', key, { ...params, to: chosen.name, id: chosen.id });
    else row.reject('place.ambiguous', key, params);
    return { place: chosen, isNew: false };
  }
  if (canAdd && lonLat !== null) {
    row.tell('place.added', key, { name: match.text });
    return { place: null, isNew: true };
  }
  row.reject('place.unknown', key, { name: match.text });
  return { place: null, isNew: false };
}
