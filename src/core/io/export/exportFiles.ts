import { strToU8 } from 'fflate';
import type { Issue } from '../../issues.ts';
import type { Claim } from '../../model/county.ts';
import type { Report } from '../../model/report.ts';
import type { Scenario } from '../../model/scenario.ts';
import { inEnglish } from './englishTable.ts';
import type { ExportKey, ExportTable } from './exportTable.ts';
import { type ExportWords, issuesTable, kpisTable, linesTable, timetableTable } from './planTables.ts';
import {
  busesTable,
  claimsTable,
  ratesTable,
  stationsTable,
  vehiclesTable,
  volumesTable,
} from './scenarioTables.ts';
import { writeCsv } from './writeCsv.ts';
import { writeLinesGeojson, writeRoadsGeojson } from './writeGeojson.ts';
import { writeGpx, writeKml } from './writeTracks.ts';
import { writeXlsx } from './writeXlsx.ts';

export const exportFormats = ['xlsx', 'csv', 'geojson', 'gpx', 'kml'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export is made of; without a report there are no times, KPIs or tracks. */
export interface ExportSource {
  readonly scenario: Scenario;
  readonly report: Report | null;
  readonly claims: readonly Claim[];
  readonly issues: readonly Issue[];
  readonly words: ExportWords;
  /** Of headers and of the words of closed lists; absent: Chinese. */
  readonly language?: 'zh' | 'en';
}

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every table of a scenario and its report, without those that would be empty. */
export function exportTables({
  scenario,
  report,
  claims,
  issues,
  words,
  language,
}: ExportSource): readonly ExportTable[] {
  const plan = report?.plan ?? scenario.todaysPlan ?? null;
  const tables = [
    stationsTable(scenario),
    ...(plan ? [linesTable(scenario, plan, report?.evaluation ?? null)] : []),
    ...(report ? [timetableTable(scenario, report.plan, report.evaluation)] : []),
    vehiclesTable(scenario),
    volumesTable(scenario),
    busesTable(scenario),
    ratesTable(scenario),
    claimsTable(claims),
    ...(report ? [kpisTable(report.kpis, words)] : []),
    issuesTable(issues, words),
  ];
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return language === 'en' ? filled.map(inEnglish) : filled;
}

/** One table alone, for a download beside its grid; null where it would be empty. */
export const exportTable = (source: ExportSource, key: ExportKey): ExportTable | null =>
  exportTables(source).find((table) => table.key === key) ?? null;

/** Letters that file names of some systems cannot hold. */
const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\s]+/g, '-');

/** The files of one format. GPX and KML: one for each line. */
export function exportFiles(source: ExportSource, format: ExportFormat): readonly ExportedFile[] {
  const { scenario, report } = source;
  const base = fileName(`${scenario.countyId}-${scenario.id}`);
  const text = (name: string, content: string): ExportedFile => ({ name, bytes: strToU8(content) });
  switch (format) {
    case 'xlsx':
      return [{ name: `${base}.xlsx`, bytes: writeXlsx(exportTables(source)) }];
    case 'csv':
      return exportTables(source).map((table) => text(`${base}-${table.key}.csv`, writeCsv(table)));
    case 'geojson': {
      const roads = report?.roads ?? scenario.roads;
      return [
        text(
          `${base}-lines.geojson`,
          writeLinesGeojson(scenario, report?.plan.lines ?? [], report?.linePaths ?? []),
        ),
        ...(roads ? [text(`${base}-network.geojson`, writeRoadsGeojson(roads))] : []),
      ];
    }
    case 'gpx':
    case 'kml': {
      const write = format === 'gpx' ? writeGpx : writeKml;
      const pathOf = new Map(report?.linePaths.map((path) => [path.lineId, path]));
      return (report?.plan.lines ?? []).map((line) =>
        text(`${base}-${fileName(line.id)}.${format}`, write(scenario, line, pathOf.get(line.id))),
      );
    }
  }
}
