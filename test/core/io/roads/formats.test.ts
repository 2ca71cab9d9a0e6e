import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import { expect, test } from 'vitest';
import type { Road } from '../../../../src/core/model/scenario.ts';
import { codesOf, importFile, utf8 } from './importFile.ts';

const nodes = [
  { id: 1, lon: 113.7, lat: 26.4 },
  { id: 2, lon: 113.71, lat: 26.4 },
  { id: 3, lon: 113.72, lat: 26.4 },
  { id: 9_000_000_004, lon: 113.71, lat: 26.41 },
];
const ways: { id: number; refs: number[]; tags: Record<string, string> }[] = [
  { id: 11, refs: [1, 2, 3], tags: { highway: 'tertiary', ref: 'X023', name: '沔霞公路' } },
  { id: 12, refs: [2, 9_000_000_004], tags: { highway: 'unclassified', oneway: '-1' } },
  { id: 13, refs: [1, 9_000_000_004], tags: { highway: 'footway' } },
  { id: 14, refs: [3, 77], tags: { highway: 'track', tracktype: 'grade2' } },
  { id: 15, refs: [1, 3], tags: { route: 'ferry', name: '渡口' } },
  { id: 16, refs: [3, 1], tags: { highway: 'service', access: 'private' } },
];
const town = { id: 1, tags: { place: 'town', name: '沔渡镇' } };

/** What every OSM format must make of the data above. */
function expectRoads(name: string, bytes: Uint8Array): void {
  const imported = importFile(name, bytes);
  const plain = (road: Road): string =>
    `${road.id} ${road.fromNodeId}>${road.toNodeId} ${road.roadClass} ${road.isOneWay ? 'one-way' : 'both'} ${road.name}`;
  expect(imported.network!.roads.map(plain).sort()).toEqual([
    'w11.1 n1>n2 county both X023 沔霞公路',
    'w11.2 n2>n3 county both X023 沔霞公路',
    'w12 n9000000004>n2 township one-way ',
    'w15 n1>n3 village both 渡口',
  ]);
  // 0.01 degrees x 111.195 km x cos 26.4 = 0.99602 km.
  expect(imported.network!.roads.find(({ id }) => id === 'w11.1')!.lengthKm).toBeCloseTo(0.99602, 4);
  expect(imported.network!.roads.find(({ id }) => id === 'w15')!.isEstimated).toBe(true);
  // Way 14 leads to a point that the file does not have.
  expect(codesOf(imported).sort()).toEqual(['road.ferry', 'road.pointsMissing']);
  expect(imported.places).toEqual([{ id: 'n1', name: '沔渡镇', lonLat: [113.7, 26.4] }]);
}

test('.osm.pbf with dense nodes, packed', () => {
  const strings = [''];
  const stringIndex = (text: string): number => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const deltas = (values: number[]): number[] =>
    values.map((value, index) => value - (values[index - 1] ?? 0));
  const group = new PbfWriter();
  group.writeMessage(
    2,
    (_, pbf) => {
      pbf.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
      pbf.writePackedSVarint(8, deltas(nodes.map(({ lat }) => Math.round(lat * 1e7))));
      pbf.writePackedSVarint(9, deltas(nodes.map(({ lon }) => Math.round(lon * 1e7))));
      const keysAndValues = nodes.flatMap(({ id }) =>
        id === town.id
          ? [
              ...Object.entries(town.tags).flatMap(([key, value]) => [stringIndex(key), stringIndex(value)]),
              0,
            ]
          : [0],
      );
      pbf.writePackedVarint(10, keysAndValues);
    },
    null,
  );
  for (const way of ways) {
    group.writeMessage(
      3,
      (_, pbf) => {
        pbf.writeVarintField(1, way.id);
        pbf.writePackedVarint(2, Object.keys(way.tags).map(stringIndex));
        pbf.writePackedVarint(3, Object.values(way.tags).map(stringIndex));
        pbf.writePackedSVarint(8, deltas(way.refs));
      },
      null,
    );
  }
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_, pbf) => {
      for (const text of strings) pbf.writeBytesField(1, utf8(text));
    },
    null,
  );
  block.writeBytesField(2, group.finish());
  const file: number[] = [];
  const addBlob = (type: string, contents: Uint8Array): void => {
    const blob = new PbfWriter();
    blob.writeVarintField(2, contents.length);
    blob.writeBytesField(3, zlibSync(contents));
    const data = blob.finish();
    const header = new PbfWriter();
    header.writeStringField(1, type);
    header.writeVarintField(3, data.length);
    const head = header.finish();
    file.push(0, 0, 0, head.length, ...head, ...data);
  };
  addBlob('OSMHeader', Uint8Array.of(0x22, 0));
  addBlob('OSMData', block.finish());
  expectRoads('a.osm.pbf', Uint8Array.from(file));
});

test('.osm as XML, with either quotes and escaped names', () => {
  const tagsOf = (tags: Record<string, string>): string =>
    Object.entries(tags)
      .map(([key, value]) => `<tag k='${key}' v="${value.replace('霞', '&#x971E;')}"/>`)
      .join('\n');
  const xml = `<?xml version='1.0' encoding='UTF-8'?>
<!-- a > b --><osm version="0.6"><bounds minlat='1'/>
${nodes.map(({ id, lon, lat }) => (id === town.id ? `<node id="${id}" lat='${lat}' lon='${lon}'>${tagsOf(town.tags)}</node>` : `<node id='${id}' lat="${lat}" lon="${lon}" user="a>b"/>`)).join('\n')}
${ways.map(({ id, refs, tags }) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsOf(tags)}</way>`).join('\n')}
<relation id="1"><member type="way" ref="11" role=""/><tag k="highway" v="primary"/></relation></osm>`;
  expectRoads('a.osm', utf8(xml));
});

test('Overpass JSON with nodes', () => {
  const elements = [
    ...nodes.map((node) => ({ type: 'node', ...node, ...(node.id === town.id ? { tags: town.tags } : {}) })),
    ...ways.map(({ id, refs, tags }) => ({ type: 'way', id, nodes: refs, tags })),
  ];
  expectRoads('a.json', utf8(JSON.stringify({ version: 0.6, osm3s: {}, elements })));
});

test('Overpass JSON with geometry', () => {
  const at = new Map(nodes.map(({ id, lon, lat }) => [id, { lon, lat }]));
  const elements = [
    { type: 'node', ...nodes[0]!, tags: town.tags },
    ...ways.map(({ id, refs, tags }) => ({
      type: 'way',
      id,
      nodes: refs,
      tags,
      geometry: refs.map((ref) => at.get(ref) ?? null),
    })),
  ];
  expectRoads('a.json', utf8(JSON.stringify({ elements })));
});

test('a table of roads: Chinese headers, lengths in metres, faults by row', () => {
  const csv = [
    '起点,终点,长度(米),等级,单向,起点经度,起点纬度,终点经度,终点纬度',
    '甲,乙,2500,县道,,113.7,26.4,113.71,26.4',
    '乙,丙,1800,Y104,是,113.71,26.4,113.72,26.4',
    '丙,丁,abc,乡道,,,,,',
    ',丁,100,乡道,,,,,',
    '丙,甲,500,牛路,,,,,',
  ].join('\n');
  const imported = importFile('roads.csv', utf8(csv));
  expect(
    imported.network!.roads.map(({ id, lengthKm, roadClass, isOneWay }) => [
      id,
      lengthKm,
      roadClass,
      isOneWay,
    ]),
  ).toEqual([
    ['row2', 2.5, 'county', false],
    ['row3', 1.8, 'township', true],
    ['row6', 0.5, 'township', false],
  ]);
  const at = imported.issues.map(
    ({ code, at: place }) => `${code} ${place && 'row' in place ? place.row : ''}`,
  );
  // Row 6 is 0.5 km long between points 2 km apart.
  expect(at).toEqual([
    'cell.notANumber 4',
    'cell.required 5',
    'road.unknownClass 6',
    'road.crsAssumed ',
    'road.shorterThanStraight ',
  ]);
});

test('GeoJSON: lines that share a point are cut there; classes by highway word, Chinese word or number', () => {
  const feature = (properties: Record<string, string>, coordinates: number[][]) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'LineString', coordinates },
  });
  const imported = importFile(
    'a.geojson',
    utf8(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature({ highway: 'secondary', ref: 'G106' }, [
            [113, 26],
            [113.1, 26],
            [113.2, 26],
          ]),
          feature({ 等级: '村道' }, [
            [113.1, 26],
            [113.1, 26.1],
          ]),
          feature({ roadClass: 'mule path' }, [
            [113.1, 26.1],
            [113.1, 26.2],
          ]),
        ],
      }),
    ),
  );
  expect(imported.network!.roads.map(({ id, roadClass }) => `${id} ${roadClass}`)).toEqual([
    'f1.1 national',
    'f1.2 national',
    'f2 village',
    'f3 village',
  ]);
  expect(codesOf(imported)).toEqual(['road.unknownClass', 'road.crsAssumed']);
});
