import type { Issue } from '../../../issues.ts';
import type { Grade } from '../../../model/graded.ts';
import type { PlaceId } from '../../../model/ids.ts';
import { halfWidth } from '../cells/plainText.ts';
import { readMonth } from '../cells/readDate.ts';
import { type Column, ImportRow } from '../importRow.ts';
import { kindFields } from '../kinds.ts';
import { courierNames, type Header, isWideHeader, wideMonth, wideParts } from '../mapColumns.ts';
import { codeOfRow, settlePlace } from '../places/placeOfRow.ts';
import { cellText } from '../sheet.ts';
import { type ReadContext, type Reading, rowsPerSlice } from './readContext.ts';
import { mostParcelsPerDay } from './readStations.ts';
import type { VolumeRow } from './rowTypes.ts';

/** What stands in the village's place for the township's seat itself. */
/** A year of the most a place can have in a day. */
const limits = { isFatal: true, max: 366 * mostParcelsPerDay };

export const seatWord = '驻地';
const seatWords = /^(驻地|镇区|集镇|乡镇驻地|镇上|场镇|街上|圩镇|seat)$/i;

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysPerYear = 365;

/** span: the whole of a period of several months. */
type Basis = 'day' | 'month' | 'year' | 'span';

/** Time base that a header states. */
function basisOfHeader(header: string): Basis | null {
  if (/日均|每日|每天|\/日|\/天|天均|per_day|perday/i.test(header)) return 'day';
  if (/月均|每月|\/月|月件量|月业务量|当月|本月/.test(header)) return 'month';
  return /年均|全年|每年|\/年|年件量|年业务量|年度/.test(header) ? 'year' : null;
}

/** First and last month of 2024年一季度, 上半年, 1-6月; null for other periods. */
function monthSpan(period: string): readonly [first: number, last: number] | null {
  const text = halfWidth(period).replace(/\s+/g, '');
  const quarter = /第?([一二三四1-4])季度?|[qQ]([1-4])/.exec(text);
  if (quarter) {
    const word = quarter[1] ?? quarter[2]!;
    const number = Number(word) || '一二三四'.indexOf(word) + 1;
    return [3 * number - 2, 3 * number];
  }
  if (/上半年/.test(text)) return [1, 6];
  if (/下半年/.test(text)) return [7, 12];
  const range = /(?:^|年)(\d{1,2})月?(?:-|~|至|到)(\d{1,2})月/.exec(text);
  if (!range) return null;
  const [first, last] = [Number(range[1]), Number(range[2])];
  return first >= 1 && last <= 12 && first <= last ? [first, last] : null;
}

const yearOf = (period: string): number => Number(/^\d{4}/.exec(period)?.[0] ?? 0);
function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) && year > 0;
  return month === 2 && isLeap ? 29 : daysOfMonth[month - 1]!;
}

/** Days that a figure covers: 28 to 31 for a named month. */
function daysIn(basis: Basis, period: string): number {
  const span = basis === 'day' ? null : monthSpan(period);
  if (span) {
    let days = 0;
    for (let month = span[0]; month <= span[1]; month++) days += daysOf(month, yearOf(period));
    // Per month, as the header may say: the mean of the months.
    return basis === 'month' ? days / (span[1] - span[0] + 1) : days;
  }
  if (basis === 'day') return 1;
  if (basis === 'year') return daysPerYear;
  const month = readMonth(period);
  if (month === null) return daysPerYear / 12;
  return daysOf(month, yearOf(period));
}

/** A period as written says how long it is: a month, a year, a day. */
function basisOfPeriod(period: string): Basis | null {
  if (period === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return 'day';
  if (/^\d{4}$/.test(period)) return 'year';
  if (monthSpan(period)) return 'span';
  return readMonth(period) === null ? null : 'month';
}

type Measure = 'deliveryParcelsPerDay' | 'pickupParcelsPerDay' | 'totalParcelsPerDay';

/** Columns of a table turned on its side: months or couriers across, each alone or over deliveries and pick-ups. */
interface WideColumn {
  readonly column: Column;
  readonly measure: Measure;
  readonly period: string;
  readonly courier: string;
}
function wideColumns(headers: readonly Header[]): WideColumn[] {
  const field = kindFields.volumes.find(({ key }) => key === 'total')!;
  return headers.filter(isWideHeader).map((header) => {
    const { word, measure } = wideParts(header)!;
    const month = wideMonth.exec(word);
    const period =
      month === null ? '' : month[1] ? `${month[1]}-${month[2]!.padStart(2, '0')}` : `${Number(month[2])}月`;
    return {
      column: { field, header, factor: 1 },
      measure: measureFields[measure],
      period,
      courier: courierNames.test(word) ? word : '',
    };
  });
}
const measureFields = {
  delivery: 'deliveryParcelsPerDay',
  pickup: 'pickupParcelsPerDay',
  total: 'totalParcelsPerDay',
} as const satisfies Record<string, Measure>;

/** Volume rows as parcels per day; a table with months or couriers across gives one row per cell. */
export function* readVolumeRows(context: ReadContext): Reading<VolumeRow> {
  const { index, shape, columns, report } = context;
  const wide = wideColumns(shape.headers);
  const isWide = wide.length >= 2 && !columns.has('delivery') && !columns.has('pickup');
  const titleBasis = basisOfHeader(shape.title);
  const values: VolumeRow[] = [];
  const assumed = new Set<string>();
  for (const [rowIndex, sheetRow] of context.rows.entries()) {
    if (rowIndex % rowsPerSlice === rowsPerSlice - 1) yield rowIndex;
    const row = new ImportRow(shape.table, sheetRow, columns, report);
    const isSeatOnly = row.text('township') !== '' && seatWords.test(row.text('village'));
    const words = {
      code: codeOfRow(row, index),
      township: row.text('township'),
      village: isSeatOnly ? '' : row.text('village'),
      name: '',
      isCountyLevel: false,
      isTownshipLevel: false,
    };
    let placeId: PlaceId | null = null;
    const isCounty = words.code === null && words.township === '' && words.village === '';
    if (index !== null && !isCounty && !/^(全县|县本级|县合计)$/.test(words.township))
      placeId = settlePlace(row, words, index.match(words), index, null, false).place?.id ?? null;
    const period = row.has('period') ? periodOf(row) : '';
    const courier = row.text('courier');
    const perDay = (number: number | null, column: Column, ownPeriod: string): number | null => {
      if (number === null) return null;
      const header = column.header.parts.join('');
      const stated = basisOfHeader(header) ?? basisOfPeriod(ownPeriod) ?? titleBasis;
      if (stated === null && !assumed.has(header)) {
        assumed.add(header);
        const at = { table: shape.table, row: shape.headerRow, column: column.header.text };
        const found: Issue = {
          code: 'demand.periodAssumed',
          severity: 'warning',
          params: { column: header },
          at,
        };
        report(found);
      }
      return number / daysIn(stated ?? 'day', ownPeriod);
    };
    const read = (key: string): number | null => {
      const column = columns.get(key);
      return column ? perDay(row.number(key, limits), column, period) : null;
    };
    if (isWide) {
      const cells = new Map<string, { period: string; courier: string } & Record<Measure, number | null>>();
      for (const { column, measure, period: ownPeriod, courier: ownCourier } of wide) {
        const when = ownPeriod || period;
        const number = perDay(row.numberOf(column, row.cellAt(column.header.index), limits), column, when);
        if (number === null) continue;
        const who = ownCourier || courier;
        const key = `${when}|${who}`;
        cells.set(key, { ...none, period: when, courier: who, ...cells.get(key), [measure]: number });
      }
      const filled = [...cells.values()];
      if (filled.length === 0 && row.isGood)
        row.reject('cell.required', null, { column: wide[0]!.column.header.text });
      if (row.isGood) values.push(...filled.map((cell) => ({ ...cell, row: row.row, placeId, isSeatOnly })));
      continue;
    }
    const volumes = {
      deliveryParcelsPerDay: read('delivery'),
      pickupParcelsPerDay: read('pickup'),
      totalParcelsPerDay: read('total'),
    };
    if (row.isGood && Object.values(volumes).every((volume) => volume === null)) {
      const key = ['delivery', 'total', 'pickup'].find((candidate) => row.has(candidate)) ?? null;
      row.reject('cell.required', key);
    }
    const basis = basisOf(row);
    if (row.isGood)
      values.push({
        row: row.row,
        placeId,
        isSeatOnly,
        courier,
        period,
        ...volumes,
        ...(basis ? { basis } : {}),
      });
  }
  return values;
}

const gradeWords: Readonly<Record<string, Grade>> = {
  有出处: 'sourced',
  推算: 'derived',
  假设: 'assumption',
  用户: 'user',
  sourced: 'sourced',
  derived: 'derived',
  assumption: 'assumption',
  user: 'user',
};

/** Grade and source of a figure, as exported tables carry them. */
function basisOf(row: ImportRow): VolumeRow['basis'] {
  const grade = gradeWords[row.text('grade')];
  return grade && { grade, source: row.text('basis') };
}

const none: Record<Measure, null> = {
  deliveryParcelsPerDay: null,
  pickupParcelsPerDay: null,
  totalParcelsPerDay: null,
};

/** A date or month as text; a month alone keeps its words (5月). */
function periodOf(row: ImportRow): string {
  const text = cellText(row.cell('period'));
  if (text === '' || (readMonth(row.cell('period')) !== null && /^\d{1,2}月?份?$/.test(text))) {
    const month = readMonth(row.cell('period'));
    return month === null ? '' : `${month}月`;
  }
  return monthSpan(text) ? halfWidth(text).replace(/\s+/g, '') : row.date('period');
}
