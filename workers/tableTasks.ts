import gcoord from 'gcoord';
import { isInChina, type LonLat } from '../src/core/geo.ts';
import { hypotheses, systemToWgs84, type TableSystem } from '../src/core/io/tables/crs/systems.ts';
import { editTable, type TableEdit } from '../src/core/io/tables/fixes/editTable.ts';
import { type FixLabel, suggestFixes, type TableFix } from '../src/core/io/tables/fixes/suggestFixes.ts';
import type { CheckedTable } from '../src/core/io/tables/pipeline/checkTable.ts';
import { type CheckedTables, checkTables, importedOf } from '../src/core/io/tables/pipeline/checkTables.ts';
import { type OpenedTable, openFiles } from '../src/core/io/tables/pipeline/openFiles.ts';
import type { Issue } from '../src/core/issues.ts';
import { isRealPoint } from '../src/core/model/scenario.ts';
import { type PackedRoads, unpackRoads } from '../src/core/network/packedRoads.ts';
import { readShapes } from '../src/core/network/roadShapes.ts';
import { buildRoadIndex } from '../src/core/network/snap.ts';
import { toEnd } from '../src/core/toEnd.ts';
import { decodeText } from '../src/decodeText.ts';
import { applyChecked } from './applyTask.ts';
import type {
  AppliedAnswer,
  ApplyTablesRequest,
  CheckedAnswer,
  CheckTablesRequest,
  FixesAnswer,
  OpenedAnswer,
  OpenTablesRequest,
  PointsView,
  RowsAnswer,
  TableProgress,
  TableView,
} from './tableProtocol.ts';

/** One import of tables: its files, as opened, and the last check. Works without a worker too. */

const tableOf = ({ at }: Issue): string => (at && 'table' in at ? at.table : '');

const sampleSize = 300;
const cardRows = 30;
const previewRows = 8;
/** Further from any road than this, a point is no evidence. */
const roadLimitM = 5000;

export class TableSession {
  private opened: readonly OpenedTable[] = [];
  private edited: readonly OpenedTable[] = [];
  private distanceToRoadM: ((lonLat: LonLat) => number) | null = null;
  checked: CheckedTables | null = null;

  *open({ files, packedRoads }: OpenTablesRequest): Generator<TableProgress, OpenedAnswer> {
    const { tables, issues } = yield* openFiles(files, decodeText);
    this.opened = tables;
    this.edited = tables;
    this.distanceToRoadM = packedRoads ? distanceToRoads(packedRoads) : null;
    return {
      tables: tables.map(({ key, file, sheet }) => ({
        key,
        file,
        sheetName: sheet.name,
        isHidden: sheet.isHidden,
        rowCount: sheet.rows.length,
        columnCount: sheet.rows.reduce((width, { cells }) => Math.max(width, cells.length), 0),
        firstRows: sheet.rows.slice(0, cardRows),
      })),
      issues,
    };
  }

  *check(request: CheckTablesRequest): Generator<TableProgress, CheckedAnswer> {
    const { settled, county, remembered } = request;
    this.edited = this.opened.map((table) => editTable(table, settled.edits[table.key] ?? []));
    const checked = yield* checkTables(this.edited, {
      county: settled.target.kind === 'county' ? county : null,
      countyName: settled.target.kind === 'newCounty' ? settled.target.countyName : '',
      choices: settled.choices,
      remembered,
      distanceToRoadM: this.distanceToRoadM,
    });
    this.checked = checked;
    return {
      tables: checked.tables.map((table) => viewOf(table, remembered)),
      isListed: checked.isListed,
      countyName: checked.county.name.zh,
      points: pointsOf(checked),
      places: placeCounts(checked),
    };
  }

  *apply(request: ApplyTablesRequest): Generator<TableProgress, AppliedAnswer> {
    if (!this.checked) throw new Error('invariant: tables are applied after they were checked');
    return yield* applyChecked(this.checked, this.opened, request);
  }

  fixes(issue: Issue): FixesAnswer {
    const like = this.issuesLike(issue.code, tableOf(issue));
    // Suggesting for thousands of like issues takes a while; the first few hundred tell enough.
    const sample = like
      .slice(0, sampleSize)
      .flatMap((each) => [...new Set(this.suggest(each).map(({ label }) => label))]);
    return {
      fixes: this.suggest(issue).map((fix) => {
        const found = sample.filter((label) => label === fix.label).length;
        return {
          ...fix,
          likeCount: Math.round((found * like.length) / Math.max(1, Math.min(like.length, sampleSize))),
        };
      }),
    };
  }

  editsForAll(code: Issue['code'], key: string, label: FixLabel): readonly TableEdit[] {
    const edits = this.issuesLike(code, key).flatMap(
      (each) => this.suggest(each).find((fix) => fix.label === label)?.edits ?? [],
    );
    // The same row or cell may have several issues.
    return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  }

  private issuesLike(code: Issue['code'], key: string): readonly Issue[] {
    const table = this.checked?.tables.find((each) => each.key === key);
    return table?.issues.filter((each) => each.code === code) ?? [];
  }

  private suggest(issue: Issue): readonly TableFix[] {
    const key = tableOf(issue);
    const table = this.edited.find((each) => each.key === key);
    const checked = this.checked?.tables.find((each) => each.key === key);
    return table && checked ? suggestFixes(issue, checked, table) : [];
  }

  rows(key: string, from: number, count: number): RowsAnswer {
    const table = this.edited.find((each) => each.key === key);
    return { rows: table?.sheet.rows.slice(from, from + count) ?? [] };
  }
}

function distanceToRoads(packed: PackedRoads): (lonLat: LonLat) => number {
  const index = buildRoadIndex(readShapes(toEnd(unpackRoads(packed))));
  return (lonLat) => index.nearest(lonLat, roadLimitM)?.distanceM ?? roadLimitM;
}

function viewOf(table: CheckedTable, remembered: CheckTablesRequest['remembered']): TableView {
  const { key, shape, kinds, suggested, imported, issues, signature } = table;
  const mapping = imported?.mapping ?? suggested;
  const issueCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) issueCounts[severity]++;
  return {
    key,
    isRead: imported !== null,
    headers: shape?.headers ?? null,
    headerRow: shape?.headerRow ?? 0,
    headerRowCount: shape?.headerRowCount ?? 0,
    kind: imported?.kind ?? null,
    kinds: kinds.map(({ kind }) => kind),
    matches: mapping?.matches ?? [],
    missing: mapping?.missing ?? [],
    unused: mapping?.unused ?? [],
    isRemembered: signature !== null && signature in remembered,
    signature,
    firstRows: shape?.rows.slice(0, previewRows) ?? [],
    rowCount: imported?.rowCount ?? 0,
    acceptedCount: imported?.acceptedCount ?? 0,
    crs: imported?.crs ?? null,
    systemChoice: imported?.systemChoice ?? null,
    issueCounts,
  };
}

/** Back to what the cells said, to a metre or so: good enough to show where another system would put the point. */
function systemFromWgs84(lonLat: LonLat, system: TableSystem): LonLat {
  if (system === 'wgs84' || system === 'cgcs2000' || !isInChina(lonLat)) return lonLat;
  const to = system === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  const [lon, lat] = gcoord.transform<[number, number]>([lonLat[0], lonLat[1]], gcoord.WGS84, to);
  return [lon, lat];
}

function pointsOf({ tables, county }: CheckedTables): PointsView | null {
  const placeById = new Map(county.places.map((place) => [place.id, place]));
  const tableKeys = tables.map(({ key }) => key);
  const rosters = tables.flatMap(({ imported }, index) =>
    imported?.kind === 'stations'
      ? imported.rows.flatMap((row) => (row.lonLat ? [{ row, lonLat: row.lonLat, index }] : []))
      : [],
  );
  const count = rosters.length;
  if (count === 0) return null;
  const lonLatOf = () => new Float64Array(2 * count);
  const view = {
    tableKeys,
    table: new Int32Array(count),
    row: new Int32Array(count),
    names: rosters.map(({ row }) => row.name),
    townships: rosters.map(
      ({ row }) => (row.townshipId === null ? row.township : placeById.get(row.townshipId)?.name) ?? '',
    ),
    lonLat: lonLatOf(),
    known: lonLatOf().fill(Number.NaN),
    bySystem: { wgs84: lonLatOf(), gcj02: lonLatOf(), bd09: lonLatOf() },
  };
  for (const [at, { row, lonLat, index }] of rosters.entries()) {
    view.table[at] = index;
    view.row[at] = row.row;
    view.lonLat.set(lonLat, 2 * at);
    const place = row.placeId === null ? undefined : placeById.get(row.placeId);
    if (place?.lonLat && isRealPoint(place.coordQuality)) view.known.set(place.lonLat, 2 * at);
    const given = systemFromWgs84(lonLat, row.original?.system ?? 'wgs84');
    for (const system of hypotheses) view.bySystem[system].set(systemToWgs84(given, system), 2 * at);
  }
  return view;
}

function placeCounts(checked: CheckedTables): CheckedAnswer['places'] {
  const count = (code: Issue['code']): number =>
    checked.tables.reduce(
      (sum, { issues }) => sum + issues.reduce((found, each) => found + (each.code === code ? 1 : 0), 0),
      0,
    );
  const matched = importedOf(checked).reduce(
    (sum, table) =>
      table.kind === 'stations'
        ? sum + table.rows.reduce((found, { placeId }) => found + (placeId === null ? 0 : 1), 0)
        : sum,
    0,
  );
  return {
    matched,
    added: count('place.added'),
    ambiguous: count('place.ambiguous'),
    unknown: count('place.unknown'),
  };
}
