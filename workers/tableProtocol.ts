import type { LonLat } from '../src/core/geo.ts';
import type { TableSystem } from '../src/core/io/tables/crs/systems.ts';
import type { TableEdit } from '../src/core/io/tables/fixes/editTable.ts';
import type { FixLabel, TableFix } from '../src/core/io/tables/fixes/suggestFixes.ts';
import type { TableKind } from '../src/core/io/tables/kinds.ts';
import type { ColumnMatch, Header } from '../src/core/io/tables/mapColumns.ts';
import type { AppliedTable } from '../src/core/io/tables/pipeline/applyTables.ts';
import type { RememberedColumns, TableChoices } from '../src/core/io/tables/pipeline/choices.ts';
import type { KnownCounty } from '../src/core/io/tables/places/matchPlace.ts';
import type { SystemChoice } from '../src/core/io/tables/read/readContext.ts';
import type { SheetRow } from '../src/core/io/tables/sheet.ts';
import type { Issue, IssueSeverity } from '../src/core/issues.ts';
import type { Claim, County } from '../src/core/model/county.ts';
import type { Scenario, Terrain } from '../src/core/model/scenario.ts';
import type { TablePart } from '../src/core/model/tableParts.ts';
import type { PackedRoads } from '../src/core/network/packedRoads.ts';
import type { RunOutcome } from './protocol.ts';

/** The contract between the page and the worker that reads tables: types only. The files stay in the worker. */

export interface TableProgress {
  readonly phase: 'open' | 'check' | 'apply';
  readonly doneShare: number;
}

export interface OpenTablesRequest {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Roads of the county, as evidence for the coordinate system; null where there are only estimated ones. */
  readonly packedRoads: PackedRoads | null;
}

/** A table found in a file, before anything is settled about it. */
export interface TableCard {
  readonly key: string;
  readonly file: string;
  readonly sheetName: string;
  readonly isHidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first rows as they stand in the file. */
  readonly firstRows: readonly SheetRow[];
}

export interface OpenedAnswer {
  readonly tables: readonly TableCard[];
  readonly issues: readonly Issue[];
}

/** Everything a person has settled about an import: plain data, kept as undo steps. */
export interface Settled {
  readonly target: ImportTarget;
  readonly choices: Readonly<Record<string, TableChoices>>;
  readonly edits: Readonly<Record<string, readonly TableEdit[]>>;
}

/** Into the county on the screen, or a county of its own named by the tables. */
export type ImportTarget =
  | {
      readonly kind: 'county';
      /** The rosters list every station: those they do not list are taken out. */
      readonly isRosterComplete: boolean;
    }
  | {
      readonly kind: 'newCounty';
      /** Empty: as the tables name it. */
      readonly countyName: string;
      readonly terrain: Terrain;
      /** The county centre; null: the tables' own. */
      readonly depot: LonLat | null;
    };

export interface CheckTablesRequest {
  readonly settled: Settled;
  /** The county on the screen, whose list the places are matched with. */
  readonly county: KnownCounty;
  readonly remembered: Readonly<Record<string, RememberedColumns>>;
}

/** A table after the check: what the steps of the wizard show. The rows themselves stay in the worker. */
export interface TableView {
  readonly key: string;
  readonly isRead: boolean;
  /** null where no header was found. */
  readonly headers: readonly Header[] | null;
  readonly headerRow: number;
  readonly headerRowCount: number;
  readonly kind: TableKind | null;
  /** Likeliest first. */
  readonly kinds: readonly TableKind[];
  readonly matches: readonly ColumnMatch[];
  readonly missing: readonly (readonly string[])[];
  readonly unused: readonly Header[];
  readonly isRemembered: boolean;
  readonly signature: string | null;
  /** First data rows, for the preview beside the columns. */
  readonly firstRows: readonly SheetRow[];
  readonly rowCount: number;
  readonly acceptedCount: number;
  readonly crs: TableSystem | 'mixed' | null;
  readonly systemChoice: SystemChoice | null;
  readonly issueCounts: Readonly<Record<IssueSeverity, number>>;
}

/** Points of all rosters, for the preview on the map: longitude and latitude of each in turn, degrees. */
export interface PointsView {
  readonly tableKeys: readonly string[];
  readonly table: Int32Array;
  readonly row: Int32Array;
  readonly names: readonly string[];
  readonly townships: readonly string[];
  /** As read, WGS-84. */
  readonly lonLat: Float64Array;
  /** Where the place stands now; NaN where it is not known by a real point. */
  readonly known: Float64Array;
  /** What the same cells would mean in each system. */
  readonly bySystem: Readonly<Record<'wgs84' | 'gcj02' | 'bd09', Float64Array>>;
}

/** Whether the roster's places were found, per row counts. */
export interface PlaceCounts {
  readonly matched: number;
  readonly added: number;
  readonly ambiguous: number;
  readonly unknown: number;
}

export interface CheckedAnswer {
  readonly tables: readonly TableView[];
  /** Places of the county the tables were matched with, for choosing one by name. */
  readonly isListed: boolean;
  readonly countyName: string;
  readonly points: PointsView | null;
  readonly places: PlaceCounts;
}

/** Ways to settle one issue, and for how many issues of its kind in the table each would do. */
export interface FixesAnswer {
  readonly fixes: readonly (TableFix & { readonly likeCount: number })[];
}

export interface RowsAnswer {
  readonly rows: readonly SheetRow[];
}

export interface ApplyTablesRequest {
  readonly target: ImportTarget;
  readonly edits: Settled['edits'];
  /** Scenarios of the county on the screen, without roads. */
  readonly scenarios: readonly Scenario[];
  readonly claims: readonly Claim[];
  /** Terrain of the county on the screen. */
  readonly terrain: Terrain;
  /** Texts of the shared default tables, by file name. */
  readonly defaultTexts: Readonly<Record<string, string>>;
}

export interface AppliedAnswer {
  /** Only where a county of its own was asked for; its places and scenarios come apart. null: it cannot be made. */
  readonly county: County | null;
  /** Without places, stations and demands, which come in parts. */
  readonly scenarios: readonly Scenario[];
  /** Content hash of each whole scenario. */
  readonly hashes: readonly string[];
  readonly claims: readonly Claim[];
  readonly tables: readonly AppliedTable[];
  /** What the couriers' contract prices come to per parcel; null without any. */
  readonly contractYuanPerParcel: number | null;
  readonly issues: readonly Issue[];
  /** Conversions and repairs in the first scenario's log. */
  readonly fixCount: number;
  /** Of the first scenario: how many of each were changed. */
  readonly changes: ScenarioChanges;
}

export interface ScenarioChanges {
  readonly placesMoved: number;
  readonly stationsAdded: number;
  readonly stationsRemoved: number;
  readonly demandsChanged: number;
  readonly vehicleTypes: number;
  readonly ratesChanged: number;
  readonly linesOfToday: number;
  readonly busLines: number;
  readonly claimsAdded: number;
}

export interface TableImportApi {
  openTables(
    request: OpenTablesRequest,
    onProgress: (progress: TableProgress) => void,
  ): Promise<RunOutcome<OpenedAnswer>>;
  /** Issues come in parts, so that no message holds the page up; each has to have arrived before the answer. */
  checkTables(
    request: CheckTablesRequest,
    onProgress: (progress: TableProgress) => void,
    onIssues: (part: readonly Issue[]) => Promise<void>,
  ): Promise<RunOutcome<CheckedAnswer>>;
  /** Rows of the sheet as edited, by their position. */
  rowsOf(key: string, from: number, count: number): RowsAnswer;
  fixesOf(issue: Issue): FixesAnswer;
  /** The edits of one kind of fix for every issue of a code in a table. */
  editsForAll(code: Issue['code'], key: string, label: FixLabel): readonly TableEdit[];
  applyTables(
    request: ApplyTablesRequest,
    onProgress: (progress: TableProgress) => void,
    onPart: (part: TablePart) => Promise<void>,
  ): Promise<RunOutcome<AppliedAnswer>>;
  cancelTables(): void;
}
