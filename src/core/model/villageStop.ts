import type { Km, Minutes, Parcels, Yuan } from '../units.ts';
import type { LineId, StationId } from './ids.ts';

/** What it takes to call at one station, the lines staying as they are. Per day of the calendar. */
export interface VillageStop {
  readonly stationId: StationId;
  readonly lineIds: readonly LineId[];
  readonly parcelsPerDay: { readonly delivery: Parcels; readonly pickup: Parcels };
  /** There and on to the next stop, less the way straight on. */
  readonly detourKmPerDay: Km;
  /** The same in driving, and standing there whether there are parcels or not. */
  readonly stopMinPerDay: Minutes;
  /** Detour and minutes at what they cost on the line, and the keeper's monthly pay. */
  readonly stopYuanPerDay: Yuan;
  /** What each parcel costs besides: sorted, handed over, fees. */
  readonly yuanPerParcel: Yuan;
  /** Its share of everything the plan costs; all stations together bear the whole. */
  readonly shareYuanPerDay: Yuan;
  /** Other stations are supplied from here: to leave it out would be to leave them out. */
  readonly suppliesOthers: boolean;
}
