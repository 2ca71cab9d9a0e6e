import type { LonLat } from '../../core/geo.ts';
import type { LockMarks } from './lockMarks.ts';
import type { RoadMarks } from './roadMarks.ts';
import type { Sketch } from './sketch.ts';
import type { MapSources } from './sources.ts';

/** What lies under the pointer, and where on the map pane. */
export interface MapPointer {
  readonly kind: 'line' | 'station' | 'place' | 'road' | 'lock';
  readonly id: string;
  readonly xPx: number;
  readonly yPx: number;
}

export interface StopNumber {
  readonly stationId: string;
  readonly number: string;
}

/** What both maps can be told to do. */
export interface MapCamera {
  /** Where a point is on the map pane; null while there is no map. */
  project(lonLat: LonLat): readonly [xPx: number, yPx: number] | null;
  fitCounty(): void;
  fitLine(lineId: string): void;
  /** Brings a point to the middle, near enough to see roads. */
  lookAt(lonLat: LonLat): void;
  /** Shows all of some points. */
  fitPoints(points: readonly LonLat[]): void;
  zoomBy(steps: number): void;
}

export interface MapViewProps {
  readonly sources: MapSources;
  readonly highlightedLineId: string | null;
  readonly stopNumbers: readonly StopNumber[];
  readonly onHover: (pointer: MapPointer | null) => void;
  readonly marks: RoadMarks;
  readonly locks: LockMarks;
  /** Lines being found; the others step back while they are there. */
  readonly sketch: Sketch | null;
  /** Roads answer the pointer before lines and stations do. */
  readonly isRoadsFirst: boolean;
  readonly onClick: (pointer: MapPointer | null, lonLat: LonLat) => void;
  /** Stations and places can be dragged to where they really are. */
  readonly isMoving: boolean;
  readonly onMove: (pointer: MapPointer, lonLat: LonLat) => void;
  /** Office computers may lack WebGL2: the plain map takes over. */
  readonly onNoWebGl: (details: string) => void;
  readonly onReady: (camera: MapCamera) => void;
}
