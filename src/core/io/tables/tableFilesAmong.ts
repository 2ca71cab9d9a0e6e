import { strToU8 } from 'fflate';
import { isZip } from '../isZip.ts';
import { gatherFiles, holdsElevation, holdsMap, isShapeOf } from '../mapFiles/gatherFiles.ts';
import { isOfLines } from '../mapFiles/isOfLines.ts';
import { roadFormats } from '../roads/formats.ts';
import type { RoadFormat } from '../roads/roadFile.ts';
import type { DecodeText } from '../textDecoding.ts';
import { decodeBytes } from './decodeBytes.ts';
import { rankKinds } from './mapColumns.ts';
import { fileLimitMb, openTables } from './openTables.ts';
import type { TableFile } from './sheet.ts';
import { shapeTable } from './tableShape.ts';

const isText = ({ name }: TableFile): boolean => /\.(csv|txt|tsv)$/i.test(name);

/** Road format of a file by its first bytes; texts in other encodings are looked at as UTF-8. */
function roadFormatOf(file: TableFile, decode: DecodeText): RoadFormat | undefined {
  const start = file.bytes.subarray(0, 4096);
  const seen = isText(file) ? strToU8(decodeBytes({ ...file, bytes: start }, decode, () => {}).text) : start;
  return roadFormats.find((format) => format.matches(seen));
}

/** Fields that a list of roads does not have. */
const lineFields = [
  'id',
  'via',
  'departures',
  'plate',
  'driver',
  'tripsPerDay',
  'first',
  'last',
  'line',
  'fareYuan',
];

/** True for a CSV that reads as roads but whose headers say line or bus. */
function isLineTable(file: TableFile, decode: DecodeText): boolean {
  const [sheet] = openTables(file, decode, () => {});
  const shape = sheet ? shapeTable(sheet, file.name, () => {}) : null;
  const best = shape ? rankKinds(shape.headers, '')[0]! : null;
  return (
    (best?.kind === 'lines' || best?.kind === 'buses') &&
    best.matches.some(({ fieldKey, score }) => lineFields.includes(fieldKey) && score >= 0.9)
  );
}

/** Whether a map file, or those in a zip archive, are of points; null where it is no map. */
function isPointMap(file: TableFile, decode: DecodeText): boolean | null {
  if (holdsMap(file.bytes))
    return gatherFiles([file], { decode, limitMb: fileLimitMb, areTables: true }, () => {}).every(
      (map) => isOfLines(map) === false,
    );
  const isLines = isOfLines(file);
  return isLines === null ? null : !isLines;
}

/**
 * Tells tables from road files, all files of one import at once. Workbooks are tables. A CSV that reads as a list of roads
 * is one unless its headers say line or bus; a list or a map of points belongs to the roads beside it, else it is a table
 * of stations.
 */
export function tableFilesAmong(files: readonly TableFile[], decode: DecodeText): ReadonlySet<TableFile> {
  const tables = new Set<TableFile>();
  const points: TableFile[] = [];
  let hasRoads = false;
  for (const file of files) {
    const isZipped = isZip(file.bytes);
    // The parts of a shapefile go where their .shp goes.
    const shape = files.find((other) => isShapeOf(other, file));
    const isPoints = isPointMap(shape ?? file, decode);
    if (isPoints) {
      points.push(file);
      continue;
    }
    if (isPoints === false || shape || holdsElevation(file.bytes)) {
      hasRoads = true;
      continue;
    }
    const isWorkbook = isZipped || /\.(xlsx|xls|et|dbf)$/i.test(file.name);
    const format = isWorkbook ? undefined : roadFormatOf(file, decode);
    if (isWorkbook || (isText(file) && format === undefined)) tables.add(file);
    else if (format?.key === 'placeCsv') points.push(file);
    else if (format?.key === 'edgeCsv' && isLineTable(file, decode)) tables.add(file);
    else hasRoads = true;
  }
  if (!hasRoads) for (const file of points) tables.add(file);
  return tables;
}
