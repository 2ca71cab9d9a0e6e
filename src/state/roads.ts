import { createStore } from 'zustand/vanilla';
import type { ImportedRoadFiles } from '../clients/importer.ts';
import type { LonLat } from '../core/geo.ts';
import type { CoordinateSystem } from '../core/io/roads/coordinateSystem.ts';
import type { CountyId } from '../core/model/ids.ts';
import type { Repair } from '../core/network/repair/repair.ts';

/** How road files are to be read. */
export interface RoadImportChoice {
  readonly coordinateSystem: CoordinateSystem;
  /** Central meridian of metres; null = that of the county's three-degree zone. */
  readonly meridianDeg: number | null;
  /** Only roads this near to the county are kept; null keeps all. */
  readonly clipMarginKm: number | null;
}

export type RoadImportState =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly fileNames: readonly string[]; readonly doneShare: number }
  | { readonly status: 'failed'; readonly details: string }
  | {
      readonly status: 'done';
      readonly countyId: CountyId;
      readonly files: readonly File[];
      readonly choice: RoadImportChoice;
      readonly result: ImportedRoadFiles;
      /** Every repair found, also those taken back. */
      readonly repairs: readonly Repair[];
      readonly skipKeys: ReadonlySet<string>;
      /** They were put into the scenarios. */
      readonly isUsed: boolean;
    };

/** One end of a road being drawn: a station or a bare point of the map. */
export interface DrawEnd {
  readonly lonLat: LonLat;
  readonly stationId: string | null;
}

export interface RoadsState {
  readonly choice: RoadImportChoice;
  readonly import: RoadImportState;
  /** Roads are being put into the scenarios or drawn. */
  readonly isBusy: boolean;
  readonly selectedRoadId: string | null;
  /** Ends given so far; null while nothing is being drawn. */
  readonly drawing: readonly (DrawEnd | null)[] | null;
  /** A point of interest to look at on the map. */
  readonly shownPoint: LonLat | null;
}

const noEnds = [null, null] as const;

/** What is being done with roads; the roads themselves are in the documents. */
export function createRoads() {
  const store = createStore<RoadsState>(() => ({
    choice: { coordinateSystem: 'auto', meridianDeg: null, clipMarginKm: 20 },
    import: { status: 'none' },
    isBusy: false,
    selectedRoadId: null,
    drawing: null,
    shownPoint: null,
  }));
  return {
    store,
    choose: (change: Partial<RoadImportChoice>): void =>
      store.setState(({ choice }) => ({ choice: { ...choice, ...change } })),
    setImport: (state: RoadImportState): void => store.setState({ import: state, shownPoint: null }),
    setBusy: (isBusy: boolean): void => store.setState({ isBusy }),
    selectRoad: (selectedRoadId: string | null): void => {
      if (store.getState().selectedRoadId !== selectedRoadId) store.setState({ selectedRoadId });
    },
    showPoint: (shownPoint: LonLat | null): void => store.setState({ shownPoint }),
    startDrawing: (): void => store.setState({ drawing: noEnds, selectedRoadId: null }),
    stopDrawing: (): void => store.setState({ drawing: null }),
    setEnd: (which: number, end: DrawEnd): void =>
      store.setState(({ drawing }) =>
        drawing ? { drawing: drawing.map((each, index) => (index === which ? end : each)) } : {},
      ),
    /** The next end still open; a click after the last one moves that. */
    addEnd: (end: DrawEnd): void =>
      store.setState(({ drawing }) => {
        if (!drawing) return {};
        const open = drawing.indexOf(null);
        const which = open < 0 ? drawing.length - 1 : open;
        return { drawing: drawing.map((each, index) => (index === which ? end : each)) };
      }),
  };
}

export type Roads = ReturnType<typeof createRoads>;
