import { edgeCsv } from './edgeCsv.ts';
import { geojsonLines } from './geojsonLines.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import { nodesArcs } from './nodesArcs.ts';
import { osmPbf } from './osmPbf.ts';
import { osmXml } from './osmXml.ts';
import { overpassJson } from './overpassJson.ts';
import { placeCsv } from './placeCsv.ts';
import type { RoadFormat } from './roadFile.ts';
import { shapefile } from './shapefile.ts';

/** Every kind of road file, the ones with the surest mark first. */
export const roadFormats: readonly RoadFormat[] = [
  osmPbf,
  shapefile,
  osmXml,
  kml,
  gpx,
  nodesArcs,
  overpassJson,
  geojsonLines,
  edgeCsv,
  placeCsv,
];
