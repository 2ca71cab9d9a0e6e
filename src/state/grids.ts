import { createStore } from 'zustand/vanilla';
import type { LonLat } from '../core/geo.ts';
import type { PlaceId } from '../core/model/ids.ts';

export const gridTables = [
  'stations',
  'places',
  'vehicles',
  'couriers',
  'rates',
  'plan',
  'lines',
  'buses',
  'claims',
] as const;
export type GridTable = (typeof gridTables)[number];

export interface GridsState {
  readonly table: GridTable;
  /** The place whose row is chosen, in the table or on the map. */
  readonly placeId: PlaceId | null;
  /** Counts choices made on the map, which the table follows. */
  readonly mapChoice: number;
  /** Points on the map can be dragged to where they really are. */
  readonly isMoving: boolean;
  /** The next click on the map gives the point of a new place. */
  readonly isPicking: boolean;
  readonly picked: LonLat | null;
  /** A point to bring into view. */
  readonly shownPoint: LonLat | null;
}

/** The editable tables and what ties them to the map; their contents are in the documents. */
export function createGrids() {
  const store = createStore<GridsState>(() => ({
    table: 'stations',
    placeId: null,
    mapChoice: 0,
    isMoving: false,
    isPicking: false,
    picked: null,
    shownPoint: null,
  }));
  return {
    store,
    show: (table: GridTable): void => store.setState({ table }),
    choosePlace(placeId: PlaceId | null): void {
      if (store.getState().placeId !== placeId) store.setState({ placeId });
    },
    chooseOnMap: (placeId: PlaceId): void =>
      store.setState(({ mapChoice }) => ({ placeId, mapChoice: mapChoice + 1 })),
    lookAt: (shownPoint: LonLat | null): void =>
      store.setState({ shownPoint: shownPoint && [...shownPoint] }),
    setMoving: (isMoving: boolean): void => store.setState({ isMoving, isPicking: false }),
    startPicking: (): void => store.setState({ isPicking: true, isMoving: false }),
    setPicked: (picked: LonLat | null): void => store.setState({ picked, isPicking: false }),
  };
}

export type Grids = ReturnType<typeof createGrids>;
