import { createStore } from 'zustand/vanilla';
import type { NewStationPlace } from '../core/evaluate/rankNewStation.ts';
import type { LonLat } from '../core/geo.ts';
import type { PlaceId, StationId } from '../core/model/ids.ts';
import type { Scenario } from '../core/model/scenario.ts';

/** The question "which line for a new village?" until it is answered or dropped. Never undoable: nothing is changed yet. */

export interface ChosenVillage {
  /** null = a point of the map where no place is known. */
  readonly placeId: PlaceId | null;
  readonly name: string;
  readonly lonLat: LonLat;
}

export interface NewVillageAnswer {
  /** The scenario it was asked for: of another one it says nothing. */
  readonly of: Scenario;
  /** What is adopted together with a line: the scenario on the screen with the station in it. */
  readonly scenario: Scenario;
  readonly stationId: StationId;
  /** Best first; empty where no road leads. */
  readonly ranked: readonly NewStationPlace[];
}

export interface NewVillageState {
  /** The next click on the map chooses. */
  readonly isPicking: boolean;
  readonly village: ChosenVillage | null;
  readonly deliveryParcelsPerDay: number;
  readonly pickupParcelsPerDay: number;
  readonly status: 'idle' | 'ranking' | 'done' | 'failed';
  readonly answer: NewVillageAnswer | null;
  /** Counts what was chosen elsewhere (map, tables), so that the screen can bring the question into view. */
  readonly calls: number;
}

const nothing = { isPicking: false, village: null, status: 'idle', answer: null } as const;

export function createNewVillage() {
  const store = createStore<NewVillageState>(() => ({
    ...nothing,
    deliveryParcelsPerDay: 10,
    pickupParcelsPerDay: 1,
    calls: 0,
  }));
  return {
    store,
    startPicking: (): void => store.setState({ isPicking: true }),
    stopPicking: (): void => store.setState({ isPicking: false }),
    choose: (village: ChosenVillage, parcels: { readonly delivery: number; readonly pickup: number }): void =>
      store.setState(({ calls }) => ({
        ...nothing,
        village,
        deliveryParcelsPerDay: parcels.delivery,
        pickupParcelsPerDay: parcels.pickup,
        calls: calls + 1,
      })),
    setParcels: (
      change: Partial<Pick<NewVillageState, 'deliveryParcelsPerDay' | 'pickupParcelsPerDay'>>,
    ): void => store.setState(change),
    rename: (name: string): void =>
      store.setState(({ village }) => (village ? { village: { ...village, name } } : {})),
    rank: (): void => store.setState({ status: 'ranking' }),
    answer: (answer: NewVillageAnswer): void => store.setState({ status: 'done', answer }),
    fail: (): void => store.setState({ status: 'failed', answer: null }),
    drop: (): void => store.setState(nothing),
  };
}

export type NewVillageQuestion = ReturnType<typeof createNewVillage>;
