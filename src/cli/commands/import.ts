import { readBoundary } from '../../core/io/boundary.ts';
import { meridianRangeDeg } from '../../core/io/gaussKruger.ts';
import { coordinateSystems } from '../../core/io/roads/coordinateSystem.ts';
import { type ImportOptions, importAsIs, importRoads } from '../../core/io/roads/importRoads.ts';
import { TableSource } from '../../core/io/tableRows.ts';
import { type TableSystem, tableSystems } from '../../core/io/tables/crs/systems.ts';
import { importTables } from '../../core/io/tables/importTables.ts';
import { type TableKind, tableKinds } from '../../core/io/tables/kinds.ts';
import type { TableFile } from '../../core/io/tables/sheet.ts';
import { tableFilesAmong } from '../../core/io/tables/tableFilesAmong.ts';
import type { Issue } from '../../core/issues.ts';
import { middleLonDeg } from '../../core/model/county.ts';
import type { EdgeTable } from '../../core/network/edgeTable.ts';
import { toEnd } from '../../core/toEnd.ts';
import { decodeText } from '../../decodeText.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { countGraph, readGraphPair } from '../graphPair.ts';
import { readArguments, UsageError } from '../options.ts';
import { readBinary, readText } from '../roadFiles.ts';
import { findCounty, guessCounty } from '../tableFiles.ts';

/** Reads road files and tables and tells what is in them. Exit code 1 where a road file or every table is no use. */
export const importCommand: Command = {
  usage:
    `import FILE... [--as ${tableKinds.join('|')}] [--county ID] [--crs auto|wgs84|gcj02|bd09|cgcs2000] ` +
    '[--meridian DEG] [--clip BOUNDARY.geojson] [--margin KM] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      as: 'string',
      county: 'string',
      crs: 'string',
      meridian: 'string',
      clip: 'string',
      margin: 'string',
      json: 'boolean',
    });
    if (positionals.length === 0) throw new UsageError(`usage: ${importCommand.usage}`);
    const kind = values.as === undefined ? null : tableKinds.find((word) => word === values.as);
    if (kind === undefined) throw new UsageError(`--as takes ${tableKinds.join(', ')}, not "${values.as}"`);
    const system = (['auto', ...tableSystems] as const).find((word) => word === (values.crs ?? 'auto'));
    if (!system) throw new UsageError(`--crs takes auto, ${tableSystems.join(', ')}, not "${values.crs}"`);
    const graph = positionals.length <= 2 ? readGraphPair(positionals[0]!) : null;
    if (graph) return printGraph(graph, values.json === true);
    const files = positionals.map(readBinary);
    const tableSet = kind === null ? tableFilesAmong(files, decodeText) : new Set(files);
    const tableFiles = files.filter((file) => tableSet.has(file));
    const roadFiles = files.filter((file) => !tableSet.has(file));
    const meridianDeg = readMeridian(values.meridian);
    const tables =
      tableFiles.length > 0 ? readTables(tableFiles, kind, values.county, { system, meridianDeg }) : null;
    const coordinateSystem =
      meridianDeg !== null ? 'gauss' : (coordinateSystems.find((word) => word === system) ?? 'wgs84');
    const clip = readClip(values.clip, values.margin);
    const roads =
      roadFiles.length > 0
        ? toEnd(
            importRoads(roadFiles, {
              ...importAsIs,
              decode: decodeText,
              coordinateSystem,
              meridianDeg,
              clip,
              countyLonDeg: clip && middleLonDeg(clip.boundary),
            }),
          )
        : null;
    const issues = [...(roads?.issues ?? []), ...(tables?.issues ?? [])];
    if (values.json) {
      const { network, counts, repairs } = roads ?? {};
      const ofRoads = roads && {
        counts,
        source: network?.source ?? '',
        licence: network?.licence ?? '',
        repairs,
      };
      const ofTables = tables && { county: tables.countyId, tables: tables.tables };
      console.log(JSON.stringify({ ...ofRoads, ...ofTables, issues: issues.map(withPlace) }, null, 2));
    } else {
      for (const found of issues) console.error(describeIssue(found));
      for (const [key, value] of Object.entries(roads?.counts ?? {}))
        console.log(`${key.padEnd(12)} ${value}`);
      for (const { name, kind: found, rows, accepted, crs } of tables?.tables ?? [])
        console.log(`${name}  ${found}  ${accepted}/${rows} rows  ${crs ?? 'no coordinates'}`);
    }
    const isUseless = tables?.tables.every(({ accepted }) => accepted === 0);
    return isUseless || roads?.issues.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** Central meridian of coordinates in metres; null where none is given. */
function readMeridian(text: string | undefined): number | null {
  if (text === undefined) return null;
  const meridianDeg = Number(text);
  const { min, max } = meridianRangeDeg;
  if (meridianDeg >= min && meridianDeg <= max) return meridianDeg;
  throw new UsageError(`--meridian takes degrees from ${min} to ${max}, not "${text}"`);
}

/** Both files of a graph may be named, or either. */
function printGraph(graph: EdgeTable, isJson: boolean): number {
  const counts = countGraph(graph);
  if (isJson)
    console.log(JSON.stringify({ counts, source: '', licence: '', repairs: [], issues: [] }, null, 2));
  else for (const [key, value] of Object.entries(counts)) console.log(`${key.padEnd(12)} ${value}`);
  return 0;
}

function readTables(
  files: readonly TableFile[],
  kind: TableKind | null,
  countyId: string | undefined,
  coordinates: { readonly system: TableSystem | 'auto'; readonly meridianDeg: number | null },
) {
  const county = countyId === undefined ? guessCounty(files) : findCounty(countyId);
  const options = {
    decode: decodeText,
    kind,
    ...coordinates,
    remembered: new Map(),
    distanceToRoadM: null,
  };
  const result = importTables(files, county, options);
  const tables = (result.ok ? result.value : []).map((table) => ({
    name: table.name,
    kind: table.kind,
    rows: table.rowCount,
    accepted: table.acceptedCount,
    crs: table.crs,
    evidence: table.systemChoice?.evidence ?? [],
    crsByTownship: table.systemChoice?.byTownship ?? {},
    values: table.rows,
  }));
  return { countyId: county?.id ?? null, tables, issues: result.issues };
}

/** An issue with its table, row and column where a reader of the answer looks for them. */
function withPlace(found: Issue) {
  const { at } = found;
  if (at === undefined || !('table' in at)) return found;
  return { ...found, table: at.table, row: at.row, column: at.column ?? null };
}

function readClip(path: string | undefined, margin: string | undefined): ImportOptions['clip'] {
  if (path === undefined) return null;
  const marginKm = Number(margin ?? '5');
  if (!(marginKm >= 0)) throw new UsageError(`--margin takes kilometres, not "${margin}"`);
  const boundary = readBoundary(new TableSource({ [path]: readText(path) }), path);
  if (!boundary) throw new UsageError(`no boundary in "${path}"`);
  return { boundary, marginKm };
}
