import { roadFormats } from '../roads/formats.ts';
import { rankKinds } from './mapColumns.ts';
import { isZip, openTables } from './openTables.ts';
import type { DecodeText, TableFile } from './sheet.ts';
import { shapeTable } from './tableShape.ts';

/**
 * Tells tables from road files. Workbooks are tables. A CSV that reads as a list of roads is one unless its headers say
 * line or bus; a list of points is a road file only beside roads (`hasRoads`), else a table of stations.
 */
export function isTableFile(file: TableFile, decode: DecodeText, hasRoads: boolean): boolean {
  if (isZip(file.bytes) || /\.(xlsx|xls|et)$/i.test(file.name)) return true;
  const start = file.bytes.subarray(0, 4096);
  const road = roadFormats.find((format) => format.matches(start));
  if (road && road.key !== 'edgeCsv' && road.key !== 'placeCsv') return false;
  if (!/\.(csv|txt|tsv)$/i.test(file.name)) return false;
  if (road?.key === 'placeCsv' && hasRoads) return false;
  const [sheet] = openTables(file, decode, () => {});
  const shape = sheet ? shapeTable(sheet, file.name, () => {}) : null;
  if (shape === null) return road === undefined;
  if (road?.key !== 'edgeCsv') return true;
  const best = rankKinds(shape.headers, '')[0]!;
  const telling = [
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
  return (
    (best.kind === 'lines' || best.kind === 'buses') &&
    best.matches.some(({ fieldKey, score }) => telling.includes(fieldKey) && score >= 0.9)
  );
}

/** True for a file that holds roads for certain. */
export const isRoadNetworkFile = (file: TableFile): boolean => {
  const road = roadFormats.find((format) => format.matches(file.bytes.subarray(0, 4096)));
  return road !== undefined && road.key !== 'placeCsv';
};
