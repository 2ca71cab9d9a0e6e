import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';

/** Where the data of one block lies in a .osm.pbf file (OSM wiki, PBF format). */
export interface PbfBlock {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Lists the blocks of a file; null where it ends inside one. */
export function listBlocks(bytes: Uint8Array): PbfBlock[] | null {
  const blocks: PbfBlock[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  while (position < bytes.length) {
    if (position + 4 > bytes.length) return null;
    const headerEnd = position + 4 + view.getUint32(position);
    if (headerEnd > bytes.length) return null;
    const header = { type: '', size: -1 };
    const reader = new PbfReader(bytes.subarray(position + 4, headerEnd));
    reader.readFields((field, into, pbf) => {
      if (field === 1) into.type = pbf.readString();
      else if (field === 3) into.size = pbf.readVarint();
    }, header);
    const end = headerEnd + header.size;
    if (header.size < 0 || end > bytes.length) return null;
    blocks.push({ type: header.type, start: headerEnd, end });
    position = end;
  }
  return blocks;
}

/** The format's own limit, 32 MiB, twice over. */
const largestBlock = 1 << 26;

/** Unpacked contents of a block. Throws where it is damaged or packed in a way other than zlib. */
export function openBlock(bytes: Uint8Array, block: PbfBlock): Uint8Array {
  const blob: { raw: Uint8Array | null; packed: Uint8Array | null; size: number } = {
    raw: null,
    packed: null,
    size: 0,
  };
  new PbfReader(bytes.subarray(block.start, block.end)).readFields((field, into, pbf) => {
    if (field === 1) into.raw = pbf.readBytes();
    else if (field === 2) into.size = pbf.readVarint();
    else if (field === 3) into.packed = pbf.readBytes();
  }, blob);
  if (blob.raw) return blob.raw;
  if (blob.size > largestBlock) throw new Error('block is larger than the format allows');
  if (!blob.packed) throw new Error('block is neither raw nor zlib');
  return unzlibSync(blob.packed, { out: new Uint8Array(blob.size) });
}

export interface PbfWay {
  readonly id: number;
  readonly refs: readonly number[];
  tag(key: string): string | undefined;
}
export interface PbfNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  tag(key: string): string | undefined;
}
export interface BlockVisitor {
  way?(way: PbfWay): void;
  /** `tag` is only good during the call. */
  node?(node: PbfNode): void;
}

/** Calls the visitor for the ways and nodes of an unpacked block; returns whether it holds any nodes. */
export function visitBlock(data: Uint8Array, visitor: BlockVisitor): boolean {
  const block = {
    strings: [] as string[],
    groups: [] as Uint8Array[],
    granularity: 100,
    latOffset: 0,
    lonOffset: 0,
  };
  new PbfReader(data).readFields((field, into, pbf) => {
    if (field === 1) into.strings = readStrings(pbf.readBytes());
    else if (field === 2) into.groups.push(pbf.readBytes());
    else if (field === 17) into.granularity = pbf.readVarint();
    else if (field === 19) into.latOffset = pbf.readVarint(true);
    else if (field === 20) into.lonOffset = pbf.readVarint(true);
  }, block);
  const degrees = (value: number, offset: number): number => (offset + block.granularity * value) / 1e9;
  let hasNodes = false;
  for (const group of block.groups) {
    new PbfReader(group).readFields((field, _into, pbf) => {
      if (field === 1) {
        hasNodes = true;
        if (visitor.node) visitor.node(readNode(pbf.readBytes(), block, degrees));
      } else if (field === 2) {
        hasNodes = true;
        if (visitor.node) visitDense(pbf.readBytes(), block, degrees, visitor.node);
      } else if (field === 3 && visitor.way) visitor.way(readWay(pbf.readBytes(), block.strings));
    }, null);
  }
  return hasNodes;
}

interface BlockScale {
  readonly strings: readonly string[];
  readonly latOffset: number;
  readonly lonOffset: number;
}
type Degrees = (value: number, offset: number) => number;

function readStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.push(pbf.readString());
  }, strings);
  return strings;
}

function readWay(bytes: Uint8Array, strings: readonly string[]): PbfWay {
  const way = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.id = pbf.readVarint();
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) pbf.readPackedSVarint(into.refs);
  }, way);
  return {
    id: way.id,
    get refs() {
      const refs: number[] = [];
      let ref = 0;
      for (const step of way.refs) {
        ref += step;
        refs.push(ref);
      }
      return refs;
    },
    tag: (key) => tagOf(strings, way.keys, way.values, key),
  };
}

function tagOf(
  strings: readonly string[],
  keys: readonly number[],
  values: readonly number[],
  key: string,
): string | undefined {
  for (let index = 0; index < keys.length; index++) {
    if (strings[keys[index]!] === key) return strings[values[index]!];
  }
  return undefined;
}

function readNode(bytes: Uint8Array, block: BlockScale, degrees: Degrees): PbfNode {
  const node = { id: 0, lat: 0, lon: 0, keys: [] as number[], values: [] as number[] };
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.id = pbf.readSVarint();
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) into.lat = pbf.readSVarint();
    else if (field === 9) into.lon = pbf.readSVarint();
  }, node);
  return {
    id: node.id,
    lon: degrees(node.lon, block.lonOffset),
    lat: degrees(node.lat, block.latOffset),
    tag: (key) => tagOf(block.strings, node.keys, node.values, key),
  };
}

function visitDense(
  bytes: Uint8Array,
  block: BlockScale,
  degrees: Degrees,
  visit: (node: PbfNode) => void,
): void {
  const dense = { ids: [] as number[], lats: [] as number[], lons: [] as number[], tags: [] as number[] };
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) pbf.readPackedSVarint(into.ids);
    else if (field === 8) pbf.readPackedSVarint(into.lats);
    else if (field === 9) pbf.readPackedSVarint(into.lons);
    else if (field === 10) pbf.readPackedVarint(into.tags);
  }, dense);
  // One object for all nodes: a block holds thousands, and most are only asked for their position.
  const node = { id: 0, lon: 0, lat: 0, tag: (key: string) => findTag(key) };
  let tagStart = 0;
  let id = 0;
  let lat = 0;
  let lon = 0;
  const findTag = (key: string): string | undefined => {
    for (let at = tagStart; at < dense.tags.length && dense.tags[at] !== 0; at += 2) {
      if (block.strings[dense.tags[at]!] === key) return block.strings[dense.tags[at + 1]!];
    }
    return undefined;
  };
  for (let index = 0; index < dense.ids.length; index++) {
    id += dense.ids[index]!;
    lat += dense.lats[index]!;
    lon += dense.lons[index]!;
    node.id = id;
    node.lon = degrees(lon, block.lonOffset);
    node.lat = degrees(lat, block.latOffset);
    visit(node);
    while (tagStart < dense.tags.length && dense.tags[tagStart] !== 0) tagStart += 2;
    tagStart++;
  }
}
