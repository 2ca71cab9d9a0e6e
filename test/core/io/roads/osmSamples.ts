import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import { utf8 } from './importFile.ts';

/** The same few roads in every OSM format. */
const nodes = [
  { id: 1, lon: 113.7, lat: 26.4 },
  { id: 2, lon: 113.71, lat: 26.4 },
  { id: 3, lon: 113.72, lat: 26.4 },
  { id: 9_000_000_004, lon: 113.71, lat: 26.41 },
];
const ways: { id: number; refs: number[]; tags: Record<string, string> }[] = [
  { id: 11, refs: [1, 2, 3], tags: { highway: 'tertiary', ref: 'X023', name: '沔霞公路' } },
  {
    id: 12,
    refs: [2, 9_000_000_004],
    tags: { highway: 'unclassified', oneway: '-1', maxweight: '3.5', maxheight: "7'" },
  },
  { id: 13, refs: [1, 9_000_000_004], tags: { highway: 'footway' } },
  { id: 14, refs: [3, 77], tags: { highway: 'track', tracktype: 'grade2' } },
  { id: 15, refs: [1, 3], tags: { route: 'ferry', name: '渡口' } },
  { id: 16, refs: [3, 1], tags: { highway: 'service', access: 'private' } },
];
const town = { id: 1, tags: { place: 'town', name: '沔渡镇' } };

/** .osm.pbf with dense nodes, packed. */
export function pbfSample(): Uint8Array {
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
  return Uint8Array.from(file);
}

/** .osm as XML, with either quotes and escaped names. */
export function xmlSample(): Uint8Array {
  const tagsOf = (tags: Record<string, string>): string =>
    Object.entries(tags)
      .map(([key, value]) => `<tag k='${key}' v="${value.replace('霞', '&#x971E;')}"/>`)
      .join('\n');
  const xml = `<?xml version='1.0' encoding='UTF-8'?>
<!-- a > b --><osm version="0.6"><bounds minlat='1'/>
${nodes.map(({ id, lon, lat }) => (id === town.id ? `<node id="${id}" lat='${lat}' lon='${lon}'>${tagsOf(town.tags)}</node>` : `<node id='${id}' lat="${lat}" lon="${lon}" user="a>b"/>`)).join('\n')}
${ways.map(({ id, refs, tags }) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsOf(tags)}</way>`).join('\n')}
<relation id="1"><member type="way" ref="11" role=""/><tag k="highway" v="primary"/></relation></osm>`;
  return utf8(xml);
}

/** Overpass JSON with nodes. */
export function overpassSample(): Uint8Array {
  const elements = [
    ...nodes.map((node) => ({ type: 'node', ...node, ...(node.id === town.id ? { tags: town.tags } : {}) })),
    ...ways.map(({ id, refs, tags }) => ({ type: 'way', id, nodes: refs, tags })),
  ];
  return utf8(JSON.stringify({ version: 0.6, osm3s: {}, elements }));
}

/** Overpass JSON with geometry. */
export function overpassGeometrySample(): Uint8Array {
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
  return utf8(JSON.stringify({ elements }));
}
