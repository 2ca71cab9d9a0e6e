import type { Grade } from '../../../model/graded.ts';
import type { PlaceId } from '../../../model/ids.ts';
import { halfWidth } from '../cells/plainText.ts';
import { readMonth } from '../cells/readDate.ts';
import { type Column, ImportRow } from '../importRow.ts';
import { kindFields } from '../kinds.ts';
import { courierNames, type Header, isWideHeader, wideMonth, wideParts } from '../mapColumns.ts';
import { codeOfRow, settlePlace } from '../places/placeOfRow.ts';
import { type CellValue, cellText } from '../sheet.ts';
import { type ReadContext, type Reading, rowsPerSlice } from './readContext.ts';
import type { VolumeRow } from './rowTypes.ts';
import { basisOfTitle, monthSpan, parcelBasis } from './timeBasis.ts';

/** What stands in the village's place for the township's seat itself. */
export const seatWord = '驻地';
const seatWords = /^(驻地|镇区|集镇|乡镇驻地|镇上|场镇|街上|圩镇|seat)$/i;

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
  const basisIn = parcelBasis(context, basisOfTitle(shape.title));
  const values: VolumeRow[] = [];
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
    const perDay = (column: Column, cell: CellValue, when: string): number | null => {
      const { days, max } = basisIn(column, when);
      const number = row.numberOf(column, cell, { isFatal: true, max });
      return number === null ? null : number / days;
    };
    const read = (key: string): number | null => {
      const column = columns.get(key);
      return column ? perDay(column, row.cell(key), period) : null;
    };
    if (isWide) {
      const cells = new Map<string, { period: string; courier: string } & Record<Measure, number | null>>();
      for (const { column, measure, period: ownPeriod, courier: ownCourier } of wide) {
        const when = ownPeriod || period;
        const number = perDay(column, row.cellAt(column.header.index), when);
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
