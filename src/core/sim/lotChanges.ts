/**
 * What befell lots of parcels in a replication, each handled one by one: changes of state beside the entries of the event
 * queue, which move vehicles, waves and doors. Several may happen at one minute, as when a stop hands over three lots.
 */
export interface LotChanges {
  /** Came to the depot and joined the queue of a line. */
  arrived: number;
  /** Taken aboard by a departure, which asks each whether it is ready. */
  loaded: number;
  /** Handed over at the stop or hub, its times noted. */
  unloaded: number;
  /** Lay before a shut door and became available. */
  shelved: number;
  /** Outbound: handed in by villagers, fetched by a vehicle, taken by the trunk. */
  handedIn: number;
  fetched: number;
  leftWithTrunk: number;
}

export const noLotChanges = (): LotChanges => ({
  arrived: 0,
  loaded: 0,
  unloaded: 0,
  shelved: 0,
  handedIn: 0,
  fetched: 0,
  leftWithTrunk: 0,
});
