import type { Issue } from '../../issues.ts';
import type { StatedCrs } from './statedCrs.ts';

/** A file with roads or points in it, as it came from the user. */
export interface MapFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a shapefile: its attributes, projection and encoding, each a file of its own. */
  readonly beside?: { readonly dbf?: Uint8Array; readonly prj?: Uint8Array; readonly cpg?: Uint8Array };
}

/** Adds what is wrong with the file. */
export type ReportIssue = (found: Issue) => void;

/** What a map file comes to, whatever its format. */
export interface MapFeatures {
  /** A GeoJSON document (RFC 7946), its members not yet looked at. */
  readonly document: unknown;
  /** What the file, or its format, says its coordinates are; null where it says nothing. */
  readonly crs: StatedCrs | null;
}

/** One kind of map file. Reading yields the share done (0 to 1) and ends in null where the file is no use. */
export interface MapFormat {
  readonly key: string;
  /** Looks at the first bytes, not at the name. */
  matches(start: Uint8Array): boolean;
  read(file: MapFile, report: ReportIssue): Generator<number, MapFeatures | null>;
}
