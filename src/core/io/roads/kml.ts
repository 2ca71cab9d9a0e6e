import { startText } from './osmXml.ts';
import { isRecord } from './parseJson.ts';
import { readFeatures } from './roadFeatures.ts';
import type { RoadFormat } from './roadFile.ts';
import { wgs84Degrees } from './statedCrs.ts';
import { childrenOf, readXmlTree, textOfChild, type XmlNode } from './xmlTree.ts';

/**
 * KML 2.2 (OGC 07-147r2), as Google Earth and Chinese map apps write it: lines and tracks are roads, named points places.
 * Always in WGS-84 by its definition; a planner who knows better chooses another system.
 */
export const kml: RoadFormat = {
  key: 'kml',
  matches: (start) => /<(\w+:)?kml[\s>]/.test(startText(start)),
  *read(file, report) {
    const root = readXmlTree(file, 'kml', report);
    if (!root) return null;
    yield 0.5;
    const features = placemarksIn(root).flatMap(featuresOf);
    return { ...readFeatures(file, { type: 'FeatureCollection', features }, report), crs: wgs84Degrees };
  },
};

/** Placemarks of a document and of all its folders, in the order of the file as far as that is kept. */
function placemarksIn(node: XmlNode): XmlNode[] {
  const below = ['Document', 'Folder'].flatMap((name) => childrenOf(node, name));
  return [...childrenOf(node, 'Placemark'), ...below.flatMap(placemarksIn)];
}

function featuresOf(placemark: XmlNode): object[] {
  const properties = { ...attributesOf(placemark), name: textOfChild(placemark, 'name') };
  return geometriesIn(placemark).map((geometry) => ({ type: 'Feature', properties, geometry }));
}

/** What programs that know attributes put beside a name (ExtendedData, in both of its forms). */
function attributesOf(placemark: XmlNode): Record<string, string> {
  const found: Record<string, string> = {};
  for (const extended of childrenOf(placemark, 'ExtendedData')) {
    for (const data of childrenOf(extended, 'Data'))
      found[String(data['@name'])] = textOfChild(data, 'value');
    for (const schema of childrenOf(extended, 'SchemaData'))
      for (const data of childrenOf(schema, 'SimpleData'))
        found[String(data['@name'])] = typeof data['#text'] === 'string' ? data['#text'] : '';
  }
  return found;
}

function geometriesIn(node: XmlNode): object[] {
  const lines = childrenOf(node, 'LineString').map((line) => ({
    type: 'LineString',
    coordinates: positions(textOfChild(line, 'coordinates')),
  }));
  const tracks = childrenOf(node, 'Track').map(({ coord }) => ({
    type: 'LineString',
    coordinates: [coord].flat().map((each) => String(each).trim().split(/\s+/)),
  }));
  const points = childrenOf(node, 'Point').map((point) => ({
    type: 'Point',
    coordinates: positions(textOfChild(point, 'coordinates'))[0] ?? [],
  }));
  const nested = ['MultiGeometry', 'MultiTrack'].flatMap((name) => childrenOf(node, name));
  return [...lines, ...tracks, ...points, ...nested.filter(isRecord).flatMap(geometriesIn)];
}

/** "113.7,26.4,0 113.8,26.5,0": longitude first, height last and left out. */
const positions = (text: string): string[][] =>
  text.split(/\s+/).flatMap((tuple) => (tuple === '' ? [] : [tuple.split(',').slice(0, 2)]));
