import type { MapFormat } from './mapFile.ts';
import { isRecord } from './parseJson.ts';
import { startText } from './startText.ts';
import { wgs84Degrees } from './statedCrs.ts';
import { childrenOf, readXmlTree, textOfChild, type XmlNode } from './xmlTree.ts';

/**
 * KML 2.2 (OGC 07-147r2), as Google Earth and Chinese map apps write it: lines and tracks are roads, named points places.
 * Always in WGS-84 by its definition; a planner who knows better chooses another system.
 */
export const kml: MapFormat = {
  key: 'kml',
  matches: (start) => /<(\w+:)?kml[\s>]/.test(startText(start)),
  *read(file, report) {
    const root = readXmlTree(file, 'kml', report);
    if (!root) return null;
    yield 0.5;
    const features = placemarksIn(root).flatMap(featuresOf);
    return { document: { type: 'FeatureCollection', features }, crs: wgs84Degrees };
  },
};

/** A placemark and the name of the folder it lies in. */
interface Filed {
  readonly placemark: XmlNode;
  readonly folder: string;
}

/** Placemarks of a document and of all its folders, in the order of the file as far as that is kept. */
function placemarksIn(node: XmlNode, folder = ''): Filed[] {
  const own = childrenOf(node, 'Placemark').map((placemark) => ({ placemark, folder }));
  const documents = childrenOf(node, 'Document').flatMap((document) => placemarksIn(document, folder));
  const folders = childrenOf(node, 'Folder').flatMap((each) =>
    placemarksIn(each, textOfChild(each, 'name') || folder),
  );
  return [...own, ...documents, ...folders];
}

function featuresOf({ placemark, folder }: Filed): object[] {
  const description = textOfChild(placemark, 'description');
  const elements = {
    name: textOfChild(placemark, 'name'),
    folder,
    address: textOfChild(placemark, 'address'),
    phoneNumber: textOfChild(placemark, 'phoneNumber'),
    description: withoutMarkup(description),
  };
  const stated = Object.fromEntries(Object.entries(elements).filter(([, text]) => text !== ''));
  // First for their place, last for their value.
  const properties = { ...stated, ...attributesInTable(description), ...attributesOf(placemark), ...stated };
  return geometriesIn(placemark).map((geometry) => ({ type: 'Feature', properties, geometry }));
}

/** ArcGIS writes the attributes of a layer as a table of HTML into the description, a name and a value a row. */
function attributesInTable(html: string): Record<string, string> {
  const row = /<tr[^>]*>\s*<td[^>]*>([^<]*)<\/td>\s*<td[^>]*>([^<]*)<\/td>\s*<\/tr>/gi;
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of html.matchAll(row))
    if (name.trim() !== '') attributes[name.trim()] = value.trim();
  return attributes;
}

/** What a description says to a reader; nothing where it is a table that has been read. */
function withoutMarkup(html: string): string {
  if (/<table/i.test(html)) return '';
  return html
    .replace(/<[^>]*>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
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
  // Areas are neither: that there are some is all that is wanted of them.
  const areas = childrenOf(node, 'Polygon').map(() => ({ type: 'Polygon', coordinates: [] }));
  const nested = ['MultiGeometry', 'MultiTrack'].flatMap((name) => childrenOf(node, name));
  return [...lines, ...tracks, ...points, ...areas, ...nested.filter(isRecord).flatMap(geometriesIn)];
}

/** "113.7,26.4,0 113.8,26.5,0": longitude first, height last and left out. */
const positions = (text: string): string[][] =>
  text.split(/\s+/).flatMap((tuple) => (tuple === '' ? [] : [tuple.split(',').slice(0, 2)]));
