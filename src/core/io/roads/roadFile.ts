import type { LonLat } from '../../geo.ts';
import type { RoadClass, RoadLimits } from '../../model/scenario.ts';
import type { MapFile, ReportIssue } from '../mapFiles/mapFile.ts';
import type { StatedCrs } from '../mapFiles/statedCrs.ts';

/** One line of a road file, before it is cut at junctions. */
export interface RawWay {
  readonly id: string;
  /** Numbers of its points in `RawRoads`. */
  readonly points: readonly number[];
  readonly roadClass: RoadClass;
  /** 1 only from first to last point, -1 only the other way, 0 both. */
  readonly oneWay: -1 | 0 | 1;
  /** Name and number as a driver reads them; may be empty. */
  readonly name: string;
  /** Road number alone (G106), for the class of Chinese roads; may be empty. */
  readonly ref: string;
  /** Length stated by the file; null where it follows from the points. */
  readonly lengthKm: number | null;
  readonly isFerry: boolean;
  readonly isExpressway?: boolean;
  readonly limits?: RoadLimits;
}

/** A named place found in a road file. */
export interface FoundPlace {
  readonly id: string;
  readonly name: string;
  readonly lonLat: LonLat;
}

/** What a reader makes of a file: points by number, ways over them. Longitude and latitude are NaN where unknown. */
export interface RawRoads {
  readonly source: string;
  readonly licence: string;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly pointId: (index: number) => string;
  readonly ways: readonly RawWay[];
  readonly places: readonly FoundPlace[];
  /** surveyed: lines meet only where they share a point; drawn: lines may cross or end short of one another. */
  readonly topology: 'surveyed' | 'drawn';
  /** What the file, or its format, says its coordinates are; null where it says nothing. */
  readonly crs: StatedCrs | null;
}

/** One kind of road file. Reading yields the share done (0 to 1) and ends in null where the file is no use. */
export interface RoadFormat {
  readonly key: string;
  /** Looks at the first bytes, not at the name. */
  matches(start: Uint8Array): boolean;
  read(file: MapFile, report: ReportIssue): Generator<number, RawRoads | null>;
}
