import type { MapFormat } from './mapFile.ts';
import { startText } from './startText.ts';
import { wgs84Degrees } from './statedCrs.ts';
import { childrenOf, readXmlTree, textOfChild, type XmlNode } from './xmlTree.ts';

/** GPX 1.1, as a driver's phone records a way: tracks and routes are roads, named waypoints places. WGS-84 by definition. */
export const gpx: MapFormat = {
  key: 'gpx',
  matches: (start) => /<(\w+:)?gpx[\s>]/.test(startText(start)),
  *read(file, report) {
    const root = readXmlTree(file, 'gpx', report);
    if (!root) return null;
    yield 0.5;
    const lines = [
      ...childrenOf(root, 'trk').map((track) => lineOf(track, childrenOf(track, 'trkseg'), 'trkpt')),
      ...childrenOf(root, 'rte').map((route) => lineOf(route, [route], 'rtept')),
    ];
    const points = childrenOf(root, 'wpt').map((point) => ({
      type: 'Feature',
      properties: {
        name: textOfChild(point, 'name'),
        description: textOfChild(point, 'desc'),
        comment: textOfChild(point, 'cmt'),
      },
      geometry: { type: 'Point', coordinates: positionOf(point) },
    }));
    const document = { type: 'FeatureCollection', features: [...lines, ...points] };
    return { document, crs: wgs84Degrees };
  },
};

const positionOf = (point: XmlNode): unknown[] => [point['@lon'], point['@lat']];

const lineOf = (named: XmlNode, parts: readonly XmlNode[], point: string): object => ({
  type: 'Feature',
  properties: { name: textOfChild(named, 'name') },
  geometry: {
    type: 'MultiLineString',
    coordinates: parts.map((part) => childrenOf(part, point).map(positionOf)),
  },
});
