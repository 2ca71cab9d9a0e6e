import type { MapSources } from './sources.ts';

/** What lies under the pointer, and where on the map pane. */
export interface MapPointer {
  readonly kind: 'line' | 'station' | 'place';
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
  fitCounty(): void;
  fitLine(lineId: string): void;
  zoomBy(steps: number): void;
}

export interface MapViewProps {
  readonly sources: MapSources;
  readonly highlightedLineId: string | null;
  readonly stopNumbers: readonly StopNumber[];
  readonly onHover: (pointer: MapPointer | null) => void;
  readonly onClick: (pointer: MapPointer | null) => void;
  /** Office computers may lack WebGL2: the plain map takes over. */
  readonly onNoWebGl: (details: string) => void;
  readonly onReady: (camera: MapCamera) => void;
}
