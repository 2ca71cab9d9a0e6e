/** What is used of shpjs, which comes without types. */
declare module 'shpjs' {
  /** A geometry of GeoJSON for each record, null where it has none; throws where the bytes are no shapefile. */
  export function parseShp(shp: Uint8Array, prj?: string): (object | null)[];
  /** The fields of each record; `encoding` as TextDecoder names it. */
  export function parseDbf(dbf: Uint8Array, encoding: string): Record<string, unknown>[];
  /** Both as a FeatureCollection. */
  export function combine(parts: [(object | null)[], Record<string, unknown>[]?]): object;
}
