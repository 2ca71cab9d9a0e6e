import { readAngle, splitPair } from './cells/readAngle.ts';
import type { ColumnMatch, Header, Mapping } from './mapColumns.ts';
import { type CellValue, cellText, isBlank } from './sheet.ts';
import type { TableShape } from './tableShape.ts';

/** A longitude or latitude over three columns of degrees, minutes and seconds: joined into the first of them. */
export function joinAngles(shape: TableShape): TableShape {
  const unitOf = (header: Header): string => header.parts.at(-1)!.replace(/[()（）\s]/g, '');
  const starts = shape.headers.filter((header, index) => {
    if (header.parts.length < 2 || !/经|纬|經|緯|lon|lat/i.test(header.parts.join(''))) return false;
    const [minutes, seconds] = [shape.headers[index + 1], shape.headers[index + 2]];
    if (!minutes || !seconds || minutes.parts.length < 2 || seconds.parts.length < 2) return false;
    const isOneGroup = [minutes, seconds].every(({ parts }) => parts[0] === header.parts[0]);
    return (
      isOneGroup &&
      /^(度|°)$/.test(unitOf(header)) &&
      /^(分|′|')$/.test(unitOf(minutes)) &&
      /^(秒|″|")$/.test(unitOf(seconds))
    );
  });
  if (starts.length === 0) return shape;
  const dropped = new Set(starts.flatMap(({ index }) => [index + 1, index + 2]));
  return {
    ...shape,
    headers: shape.headers.map((header) => {
      if (starts.includes(header)) return { ...header, text: header.parts[0]!, parts: [header.parts[0]!] };
      return dropped.has(header.index) ? { ...header, text: '', parts: [] } : header;
    }),
    rows: shape.rows.map(({ row, cells }) => {
      const joined: CellValue[] = [...cells];
      for (const { index } of starts) {
        const [degrees, minutes, seconds] = [0, 1, 2].map((step) => cellText(cells[index + step]));
        if (degrees === '' || minutes === '') continue;
        joined[index] = `${degrees}°${minutes}′${seconds === '' ? '0' : seconds}″`;
        joined[index + 1] = null;
        joined[index + 2] = null;
      }
      return { row, cells: joined };
    }),
  };
}

const sampleRows = 40;
/** A column is taken for coordinates where this share of its cells reads as such. */
const enoughShare = 0.6;

const degreesOf = (cell: CellValue | undefined): number => {
  const reading = readAngle(cell);
  return reading.kind === 'angle' ? reading.value : Number.NaN;
};
const isLon = (value: number): boolean => value > 73 && value < 136;
const isLat = (value: number): boolean => value > 3 && value < 54;
/** Whole numbers between 73 and 136 may be anything; coordinates have decimals. */
const isFine = (value: number): boolean => value !== Math.round(value * 100) / 100;

/**
 * Columns that hold coordinates under a header that does not say so, found by their cells: a pair in one cell, or a
 * longitude and a latitude. Scored 0.5, as a guess to be shown.
 */
export function findPointColumns(
  mapping: Mapping,
  shape: TableShape,
  /** Fields the user has settled, with a column or without. */
  settled: readonly string[] = [],
): Mapping {
  const found = new Set([...mapping.matches.map(({ fieldKey }) => fieldKey), ...settled]);
  if (mapping.kind !== 'stations' || found.has('coordinate') || (found.has('lon') && found.has('lat')))
    return mapping;
  const rows = shape.rows.slice(0, sampleRows);
  const fits = (header: Header, test: (cell: CellValue | undefined) => boolean): boolean => {
    const filled = rows.map(({ cells }) => cells[header.index]).filter((cell) => !isBlank(cell));
    return filled.length > 0 && filled.filter(test).length >= enoughShare * filled.length;
  };
  const isPair = (cell: CellValue | undefined): boolean => {
    const [a, b] = (splitPair(cell ?? null) ?? []).map(degreesOf);
    return a !== undefined && b !== undefined && ((isLon(a) && isLat(b)) || (isLat(a) && isLon(b)));
  };
  const free = shape.headers.filter(
    ({ index }) =>
      mapping.unused.some((header) => header.index === index) ||
      mapping.matches.some(({ header, score }) => header.index === index && score < 0.8) ||
      shape.headers[index]!.text === '',
  );
  const added: ColumnMatch[] = [];
  const take = (fieldKey: string, header: Header | undefined): void => {
    if (header && !found.has(fieldKey)) added.push({ fieldKey, header, score: 0.5 });
  };
  const pair = free.find((header) => fits(header, isPair));
  if (pair) take('coordinate', pair);
  else {
    take(
      'lon',
      free.find((header) => fits(header, (cell) => isLon(degreesOf(cell)) && isFine(degreesOf(cell)))),
    );
    take(
      'lat',
      free.find((header) => fits(header, (cell) => isLat(degreesOf(cell)) && isFine(degreesOf(cell)))),
    );
  }
  const taken = new Set(added.map(({ header }) => header.index));
  // A lone latitude is some other number.
  const isHalf = added.length === 1 && pair === undefined && !found.has('lon') && !found.has('lat');
  if (added.length === 0 || isHalf) return mapping;
  return {
    ...mapping,
    matches: [...mapping.matches.filter(({ header }) => !taken.has(header.index)), ...added],
    unused: mapping.unused.filter(({ index }) => !taken.has(index)),
  };
}
