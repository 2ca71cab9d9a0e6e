/** Branded text ids: an id of one kind cannot be passed where another is asked for. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type CountyId = Branded<'County'>;
export type ScenarioId = Branded<'Scenario'>;
/** A place on the administrative list (county seat, township, village) or a named demand point in town. */
export type PlaceId = Branded<'Place'>;
/** A depot, hub or stop: anywhere a line can call. */
export type StationId = Branded<'Station'>;
export type VehicleTypeId = Branded<'VehicleType'>;
export type CourierId = Branded<'Courier'>;
/** A passenger bus line. */
export type BusLineId = Branded<'BusLine'>;
export type LineId = Branded<'Line'>;

/** Gives a text from a file or a test its brand. */
export const asId = <Id extends Branded<string>>(text: string): Id => text as Id;
