import { geojson } from './geojson.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import type { MapFormat } from './mapFile.ts';
import { shapefile } from './shapefile.ts';

/** The formats in which map programs hand out what is drawn in them, the ones with the surest mark first. */
export const mapFormats: readonly MapFormat[] = [shapefile, kml, gpx, geojson];
