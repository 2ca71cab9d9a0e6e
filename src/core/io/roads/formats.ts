import { geojson } from '../mapFiles/geojson.ts';
import { gpx } from '../mapFiles/gpx.ts';
import { kml } from '../mapFiles/kml.ts';
import { shapefile } from '../mapFiles/shapefile.ts';
import { edgeCsv } from './edgeCsv.ts';
import { nodesArcs } from './nodesArcs.ts';
import { osmPbf } from './osmPbf.ts';
import { osmXml } from './osmXml.ts';
import { overpassJson } from './overpassJson.ts';
import { placeCsv } from './placeCsv.ts';
import { roadsOf } from './roadFeatures.ts';
import type { RoadFormat } from './roadFile.ts';

/** Every kind of road file, the ones with the surest mark first. */
export const roadFormats: readonly RoadFormat[] = [
  osmPbf,
  roadsOf(shapefile),
  osmXml,
  roadsOf(kml),
  roadsOf(gpx),
  nodesArcs,
  overpassJson,
  roadsOf(geojson),
  edgeCsv,
  placeCsv,
];
