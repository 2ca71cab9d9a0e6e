import { haversineKm, isInChina, type LonLat } from '../../../geo.ts';
import { issue } from '../../../issues.ts';
import type { Place, StationRole } from '../../../model/scenario.ts';
import type { Parcels } from '../../../units.ts';
import { insideTest } from '../../boundary.ts';
import { isNothing } from '../cells/plainText.ts';
import { readClock, readHours } from '../cells/readClock.ts';
import { readYesNo } from '../cells/readYesNo.ts';
import { chooseSystem } from '../crs/chooseSystem.ts';
import type { ReferencedPoint } from '../crs/judgeSystem.ts';
import { type RawPoint, readPoint } from '../crs/readPoint.ts';
import { systemNamed, systemToWgs84, type TableSystem } from '../crs/systems.ts';
import { ImportRow } from '../importRow.ts';
import type { PlaceMatch, PlaceWords } from '../places/matchPlace.ts';
import { codeOfRow, settlePlace } from '../places/placeOfRow.ts';
import { type CellValue, cellText } from '../sheet.ts';
import { type ReadContext, rowsPerSlice, type SystemChoice } from './readContext.ts';
import { qualityOf, servedPlaces, servedWords } from './readServed.ts';
import type { StationRow } from './rowTypes.ts';
import { parcelBasis } from './timeBasis.ts';

const roleWords: readonly (readonly [RegExp, StationRole])[] = [
  [/村|village/i, 'villageStation'],
  [/城区|城市|小区|urban/i, 'urbanStation'],
  [/乡|镇|街道|township|hub/i, 'townshipStation'],
  [/县|depot|county/i, 'depot'],
];
const roleOfText = (text: string): StationRole | null =>
  roleWords.find(([pattern]) => pattern.test(text))?.[1] ?? null;
const roleOfPlace = (place: Place): StationRole =>
  place.tier === 'county'
    ? 'depot'
    : place.tier === 'township'
      ? 'townshipStation'
      : place.kind === 'urbanPoint'
        ? 'urbanStation'
        : 'villageStation';

/** Without a list, what a row's words say: a row that names a township only is its station. */
function roleOfWords({ isCountyLevel, isTownshipLevel, village, township, name }: PlaceWords): StationRole {
  if (isCountyLevel) return 'depot';
  const isOfTownship = isTownshipLevel || (village === '' && (name === '' || /[镇乡](?!村)/.test(name)));
  return township !== '' && isOfTownship && !/村|社区/.test(name) ? 'townshipStation' : 'villageStation';
}

/** Beyond this a station is hardly in its township (90 % of villages lie within 9.4 km of their seat). */
const farKm = 30;

const isBlankOrNothing = (cell: CellValue): boolean => {
  const text = cellText(cell);
  return text === '' || isNothing(text);
};
const parcelKeys = ['deliveryParcelsPerDay', 'pickupParcelsPerDay'] as const;

interface Draft {
  readonly row: ImportRow;
  readonly words: PlaceWords;
  readonly match: PlaceMatch;
  /** Where the cell names several villages: those after the first. */
  readonly others: readonly Place[];
  readonly raw: RawPoint | null;
  readonly ownSystem: TableSystem | null;
}

function draft(row: ImportRow, { index, meridianDeg }: ReadContext): Draft {
  const role = row.text('role');
  const name = row.text('name');
  const village = row.text('village');
  const words: PlaceWords = {
    code: codeOfRow(row, index),
    township: row.text('township'),
    village,
    name,
    address: row.text('address'),
    isCountyLevel:
      village === '' &&
      (/县|county|depot/i.test(role) || /县.*(中心|仓|总站)/.test(name)) &&
      !/乡|镇|村/.test(role),
    isTownshipLevel: village === '' && /乡|镇|街道|township/i.test(role) && !/村/.test(role),
  };
  const countyLonDeg = index?.county?.lonLat?.[0] ?? null;
  const several = index?.matchSeveral(words) ?? null;
  const [first, ...others] = several ?? [];
  if (several) {
    const to = several.map((place) => place.name).join('、');
    row.tell('place.severalInCell', 'village', { name: village, to });
  }
  const single = (): PlaceMatch => (index === null ? { kind: 'none' } : index.match(words));
  return {
    row,
    words,
    match: first ? { kind: 'matched', place: first, how: 'name' } : single(),
    others,
    raw: readPoint(row, { meridianDeg, countyLonDeg }),
    ownSystem: systemNamed(row.text('system')),
  };
}

/** Township a draft belongs to, as far as its words tell. */
function groupOf({ match, words }: Draft, { index }: ReadContext): string {
  if (match.kind === 'matched') return index?.townshipOf(match.place)?.name ?? '';
  return words.township;
}

function systemsOf(drafts: readonly Draft[], context: ReadContext): SystemChoice | null {
  const points: ReferencedPoint[] = [];
  const given: LonLat[] = [];
  for (const item of drafts) {
    const { raw, match, ownSystem } = item;
    if (raw === null || raw.isProjected || ownSystem !== null || !isInChina(raw.lonLat)) continue;
    given.push(raw.lonLat);
    const known = match.kind === 'matched' ? context.index?.realPoint(match.place.id) : null;
    if (known && haversineKm(known, raw.lonLat) < farKm)
      points.push({ given: raw.lonLat, known, group: groupOf(item, context) });
  }
  return chooseSystem(context, points, given);
}

function hoursOf(row: ImportRow): readonly [number, number] | null {
  const text = row.text('hours');
  if (text === '') return null;
  if (/24小时|全天/.test(text)) return [0, 1440];
  const hours = readHours(row.cell('hours'));
  if (hours === null && readClock(row.cell('hours')) === null)
    row.tell('cell.notAClock', 'hours', { value: text });
  return hours;
}

/** Status words (停用, 在建) beyond yes and no are told; a station counts as running unless said otherwise. */
function isActive(row: ImportRow): boolean {
  if (row.text('isActive') === '') return true;
  const answer = readYesNo(row.cell('isActive'));
  if (answer === null) row.tell('cell.unknownWord', 'isActive', { value: row.text('isActive') });
  return answer ?? true;
}

export interface StationReading {
  readonly rows: readonly StationRow[];
  readonly choice: SystemChoice | null;
  readonly hasProjected: boolean;
}

/** Station rows: places matched, points in WGS-84, the system chosen from all rows at once. */
export function* readStationRows(context: ReadContext): Generator<number, StationReading> {
  const { index, boundary, report, shape } = context;
  const drafts: Draft[] = [];
  for (const sheetRow of context.rows) {
    drafts.push(draft(new ImportRow(shape.table, sheetRow, context.columns, report), context));
    // Matching names is half of the work, the rest follows below.
    if (drafts.length % rowsPerSlice === 0) yield drafts.length / 2;
  }
  const choice = systemsOf(drafts, context);
  const isInside = boundary === null ? null : insideTest(boundary);
  // The title of a roster tells when it was drawn up, not what its parcels are counted over.
  const basisIn = parcelBasis(context, null);
  const parcelsPerDay = (row: ImportRow, key: string): Parcels | null => {
    const column = context.columns.get(key);
    if (!column) return null;
    const { days, max } = basisIn(column, '');
    const parcels = row.number(key, { max, isNoneZero: true });
    return parcels === null ? null : parcels / days;
  };
  const rows: StationRow[] = [];
  const firstRowOf = new Map<string, number>();
  const rowsAtPoint = new Map<string, number[]>();
  for (const [itemIndex, item] of drafts.entries()) {
    if (itemIndex % rowsPerSlice === rowsPerSlice - 1) yield (drafts.length + itemIndex) / 2;
    const { row, words, raw, ownSystem, match, others } = item;
    const group = groupOf(item, context);
    const system: TableSystem | null =
      raw === null
        ? null
        : raw.isProjected
          ? 'cgcs2000'
          : (ownSystem ?? choice?.byTownship[group] ?? choice?.system ?? 'wgs84');
    let lonLat = raw === null || system === null ? null : systemToWgs84(raw.lonLat, system);
    const pointKey = row.has('lon') ? 'lon' : 'coordinate';
    if (lonLat !== null && !isInChina(lonLat)) {
      row.tell('coord.outsideChina', pointKey, { lon: lonLat[0], lat: lonLat[1] });
      lonLat = null;
    }
    const isOutside = lonLat !== null && isInside !== null && !isInside(lonLat);
    const name = words.name || words.village || words.township;
    if (isOutside) row.tell('place.outsideCounty', pointKey, { name });
    const found =
      index === null
        ? { place: null, isNew: true }
        : settlePlace(
            row,
            words,
            match,
            index,
            isOutside ? null : lonLat,
            words.township !== '' || words.village !== '' || (words.address ?? '') !== '',
          );
    if (index === null && name === '') row.reject('cell.required', row.has('village') ? 'village' : 'name');
    const township = found.place && index ? index.townshipOf(found.place) : null;
    if (lonLat !== null && township?.lonLat && haversineKm(township.lonLat, lonLat) > farKm) {
      const km = Math.round(haversineKm(township.lonLat, lonLat));
      row.tell('place.farFromTownship', pointKey, { name, township: township.name, km });
    }
    const hours = hoursOf(row);
    const isRunning = isActive(row);
    const numbers = {
      residents: row.number('residents', { max: 10_000_000 }),
      households: row.number('households', { max: 10_000_000 }),
      deliveryParcelsPerDay: parcelsPerDay(row, 'deliveryParcelsPerDay'),
      pickupParcelsPerDay: parcelsPerDay(row, 'pickupParcelsPerDay'),
    };
    const serves = servedWords(row);
    const hubName = row.text('hub');
    const quality = qualityOf(row);
    for (const key of ['areaM2', 'distanceKm']) row.number(key);
    row.date('builtOn');
    if (!row.isGood) continue;
    const role =
      roleOfText(row.text('role')) ?? (found.place ? roleOfPlace(found.place) : roleOfWords(words));
    if (role !== 'depot' && isRunning)
      // A cell that could not be read is listed already.
      for (const key of parcelKeys)
        if (row.has(key) && numbers[key] === null && isBlankOrNothing(row.cell(key)))
          row.tell('demand.notGiven', key, { name });
    if (row.has('lon') || row.has('coordinate')) {
      if (lonLat === null && raw === null) row.tell('place.unlocated', pointKey, { name });
    }
    const stationKey = `${found.place?.id ?? ''} ${words.name || words.village} ${found.place ? '' : words.township}`;
    const first = firstRowOf.get(stationKey);
    if (first === undefined) firstRowOf.set(stationKey, row.row);
    else row.tell('row.doubled', null, { name, first });
    if (lonLat !== null) {
      const key = `${lonLat[0].toFixed(6)} ${lonLat[1].toFixed(6)}`;
      const same = rowsAtPoint.get(key);
      if (same) same.push(row.row);
      else rowsAtPoint.set(key, [row.row]);
    }
    rows.push({
      row: row.row,
      placeId: found.place?.id ?? null,
      townshipId: township?.id ?? null,
      ...(others.length > 0 ? { alsoPlaceIds: others.map(({ id }) => id) } : {}),
      ...(serves.length > 0 ? { serves } : {}),
      ...(serves.length > 0 && index
        ? { servesPlaceIds: servedPlaces(row, serves, words.township, index) }
        : {}),
      ...(hubName !== '' ? { hubName } : {}),
      ...(quality !== null ? { quality } : {}),
      code: words.code,
      county: row.text('county'),
      township: words.township,
      village: words.village,
      name,
      role,
      lonLat,
      original: raw === null || system === null ? null : { first: raw.first, second: raw.second, system },
      openClockMin: hours?.[0] ?? null,
      closeClockMin: hours?.[1] ?? null,
      isActive: isRunning,
      ...numbers,
    });
  }
  for (const [point, at] of rowsAtPoint)
    if (at.length >= 3)
      report(issue('coord.repeated', { point, rows: at.join(', ') }, { table: shape.table, row: at[0]! }));
  return { rows, choice, hasProjected: drafts.some(({ raw }) => raw?.isProjected) };
}
