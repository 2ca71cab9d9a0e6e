import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codesOf, importFile } from './importFile.ts';

const noRepair = { isNodingCrossings: false, joinToleranceM: 0, islandKm: 0, skipKeys: new Set<string>() };
const read = (name: string, text: string) => importFile(name, strToU8(text), { repair: noRepair });
const roadsOf = ({ network }: ReturnType<typeof read>) =>
  (network?.roads ?? []).map(({ name, roadClass, via, fromNodeId, toNodeId }) => {
    const at = (id: string) => network!.nodes.find((node) => node.id === id)!.lonLat;
    return { name, roadClass, line: [at(fromNodeId), ...via, at(toNodeId)] };
  });

const placemarks = `
  <Placemark><name><![CDATA[太白 & 板桥]]></name>
    <ExtendedData><Data name="行政等级"><value>县道</value></Data></ExtendedData>
    <LineString><tessellate>1</tessellate><coordinates>
      108.00,35.80,1203.5 108.01,35.81,0
      108.02,35.81
    </coordinates></LineString></Placemark>
  <Folder><name>村道</name><Folder>
    <Placemark><name>两段</name>
      <ExtendedData><SchemaData schemaUrl="#a"><SimpleData name="LXBM">C015621024</SimpleData></SchemaData></ExtendedData>
      <MultiGeometry>
        <LineString><coordinates>108.1,35.8 108.2,35.8</coordinates></LineString>
        <LineString><coordinates>108.3,35.8 108.4,35.8</coordinates></LineString>
      </MultiGeometry></Placemark>
    <Placemark><name>车辙</name>
      <gx:Track><when>2026-11-01T08:00:00Z</when><gx:coord>108.5 35.8 1200</gx:coord><gx:coord>108.6 35.8 1201</gx:coord></gx:Track>
    </Placemark>
    <Placemark><name>太莪村</name><Point><coordinates>108.01,35.81,0</coordinates></Point></Placemark>
    <Placemark><name>县界</name><Polygon><outerBoundaryIs/></Polygon></Placemark>
  </Folder></Folder>`;
const kml = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${placemarks}</Document></kml>
`;

describe('KML', () => {
  it('gives lines, tracks and points of all folders, with names and classes', () => {
    const found = read('奥维.kml', kml);
    expect(roadsOf(found)).toEqual([
      {
        name: '太白 & 板桥',
        roadClass: 'county',
        line: [
          [108, 35.8],
          [108.01, 35.81],
          [108.02, 35.81],
        ],
      },
      {
        name: 'C015621024 两段',
        roadClass: 'village',
        line: [
          [108.1, 35.8],
          [108.2, 35.8],
        ],
      },
      {
        name: 'C015621024 两段',
        roadClass: 'village',
        line: [
          [108.3, 35.8],
          [108.4, 35.8],
        ],
      },
      {
        name: '车辙',
        roadClass: 'village',
        line: [
          [108.5, 35.8],
          [108.6, 35.8],
        ],
      },
    ]);
    expect(found.places).toEqual([expect.objectContaining({ name: '太莪村', lonLat: [108.01, 35.81] })]);
    // WGS-84 by definition: nothing is assumed.
    expect(codesOf(found)).toEqual([]);
  });

  it('may be zipped as KMZ', () => {
    const kmz = zipSync({ 'doc.kml': strToU8(kml), 'files/icon.png': strToU8('x') });
    const found = importFile('奥维.kmz', kmz, { repair: noRepair });
    expect(roadsOf(found)).toHaveLength(4);
    expect(found.network!.source).toBe('奥维.kmz');
  });

  it('that ends early or has no lines is refused in words', () => {
    expect(codesOf(read('cut.kml', kml.slice(0, 900)))).toEqual(['file.truncated']);
    expect(codesOf(read('none.kml', '<kml><Document><name>空</name></Document></kml>'))).toEqual([
      'road.noRoads',
    ]);
    expect(
      codesOf(
        read(
          'bad.kml',
          '<kml><Placemark><LineString><coordinates>x</coordinates></LineString></Placemark></kml>',
        ),
      ),
    ).toEqual(['road.pointsMissing']);
  });
});

describe('GPX', () => {
  const gpx = `<?xml version="1.0"?><gpx version="1.1" creator="phone" xmlns="http://www.topografix.com/GPX/1/1">
    <wpt lat="35.81" lon="108.01"><name>太莪村</name></wpt>
    <rte><name>计划</name><rtept lat="35.9" lon="108.0"/><rtept lat="35.9" lon="108.1"/></rte>
    <trk><name>送货</name>
      <trkseg><trkpt lat="35.80" lon="108.00"><ele>1203</ele></trkpt><trkpt lat="35.81" lon="108.01"/></trkseg>
      <trkseg><trkpt lat="35.82" lon="108.02"/><trkpt lat="35.83" lon="108.02"/></trkseg>
    </trk></gpx>`;

  it('gives tracks, each part by itself, routes and named points', () => {
    const found = read('driver.gpx', gpx);
    expect(roadsOf(found).map(({ name, line }) => [name, line])).toEqual([
      [
        '送货',
        [
          [108, 35.8],
          [108.01, 35.81],
        ],
      ],
      [
        '送货',
        [
          [108.02, 35.82],
          [108.02, 35.83],
        ],
      ],
      [
        '计划',
        [
          [108, 35.9],
          [108.1, 35.9],
        ],
      ],
    ]);
    expect(found.places).toEqual([expect.objectContaining({ name: '太莪村', lonLat: [108.01, 35.81] })]);
    expect(codesOf(found)).toEqual([]);
  });

  it('that ends early is refused in words', () => {
    expect(codesOf(read('cut.gpx', gpx.slice(0, 300)))).toEqual(['file.truncated']);
  });
});
