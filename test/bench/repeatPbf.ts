import { deflateSync, inflateSync } from 'node:zlib';

/**
 * An OpenStreetMap .pbf repeated side by side: every copy lies further east and has numbers of its own, so that all
 * of it is road data and none of it a repetition that a reader would merge.
 */

interface Field {
  readonly number: number;
  readonly wire: number;
  /** Of a varint its value, of a length-delimited field its bytes. */
  readonly value: bigint | Uint8Array;
}

function readVarint(bytes: Uint8Array, at: number): [bigint, number] {
  let value = 0n;
  let shift = 0n;
  let place = at;
  for (;;) {
    const byte = bytes[place++]!;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return [value, place];
    shift += 7n;
  }
}

function varint(value: bigint): number[] {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 0x80n; rest >>= 7n) out.push(Number(rest & 0x7fn) | 0x80);
  out.push(Number(rest));
  return out;
}
const unzigzag = (value: bigint): bigint => (value >> 1n) ^ -(value & 1n);
const zigzag = (value: bigint): bigint => (value << 1n) ^ (value >> 63n);

function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, afterTag] = readVarint(bytes, at);
    const [value, afterValue] = readVarint(bytes, afterTag);
    const number = Number(tag >> 3n);
    const wire = Number(tag & 7n);
    if (wire === 0) {
      fields.push({ number, wire, value });
      at = afterValue;
    } else if (wire === 2) {
      at = afterValue + Number(value);
      fields.push({ number, wire, value: bytes.subarray(afterValue, at) });
    } else throw new Error(`wire type ${wire} is not used by these files`);
  }
  return fields;
}

function message(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { number, wire, value } of fields) {
    const tag = varint((BigInt(number) << 3n) | BigInt(wire));
    if (typeof value === 'bigint') parts.push(Uint8Array.from([...tag, ...varint(value)]));
    else parts.push(Uint8Array.from([...tag, ...varint(BigInt(value.length))]), value);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

const change = (bytes: Uint8Array, changes: Readonly<Record<number, (field: Field) => Field>>): Uint8Array =>
  message(fieldsOf(bytes).map((field) => changes[field.number]?.(field) ?? field));

/** In a packed list of differences only the first number is one by itself. */
const shiftFirst =
  (by: bigint) =>
  (field: Field): Field => {
    const bytes = field.value as Uint8Array;
    if (bytes.length === 0) return field;
    const [first, rest] = readVarint(bytes, 0);
    const shifted = varint(zigzag(unzigzag(first) + by));
    return { ...field, value: Uint8Array.from([...shifted, ...bytes.subarray(rest)]) };
  };
const inside =
  (work: (bytes: Uint8Array) => Uint8Array) =>
  (field: Field): Field => ({ ...field, value: work(field.value as Uint8Array) });
const add =
  (by: bigint) =>
  (field: Field): Field => ({ ...field, value: (field.value as bigint) + by });

/** PrimitiveBlock: groups in field 2, longitude offset (nanodegrees) in field 20. */
function shiftBlock(block: Uint8Array, numbersBy: bigint, eastNanoDeg: bigint): Uint8Array {
  const group = inside((bytes) =>
    change(bytes, {
      2: inside((dense) => change(dense, { 1: shiftFirst(numbersBy) })),
      3: inside((way) => change(way, { 1: add(numbersBy), 8: shiftFirst(numbersBy) })),
      4: inside((relation) => change(relation, { 1: add(numbersBy), 9: shiftFirst(numbersBy) })),
    }),
  );
  const fields = fieldsOf(block).map((field) => (field.number === 2 ? group(field) : field));
  const before = fields.find(({ number }) => number === 20)?.value ?? 0n;
  const others = fields.filter(({ number }) => number !== 20);
  return message([...others, { number: 20, wire: 0, value: (before as bigint) + eastNanoDeg }]);
}

function blob(type: string, data: Uint8Array): Uint8Array {
  const body = message([
    { number: 2, wire: 0, value: BigInt(data.length) },
    { number: 3, wire: 2, value: Uint8Array.from(deflateSync(data)) },
  ]);
  const header = message([
    { number: 1, wire: 2, value: new TextEncoder().encode(type) },
    { number: 3, wire: 0, value: BigInt(body.length) },
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Uint8Array.from(Buffer.concat([length, header, body]));
}

/** `copies` of the file, each `eastDeg` further east than the one before. */
export function repeatPbf(file: Uint8Array, copies: number, eastDeg: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const blocks: Uint8Array[] = [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length; ) {
    const headerEnd = at + 4 + view.getUint32(at);
    const header = fieldsOf(file.subarray(at + 4, headerEnd));
    const type = new TextDecoder().decode(header.find(({ number }) => number === 1)?.value as Uint8Array);
    const end = headerEnd + Number(header.find(({ number }) => number === 3)?.value);
    const body = fieldsOf(file.subarray(headerEnd, end));
    const packed = body.find(({ number }) => number === 3)?.value as Uint8Array | undefined;
    const raw = body.find(({ number }) => number === 1)?.value as Uint8Array | undefined;
    const data = packed ? Uint8Array.from(inflateSync(packed)) : raw!;
    if (type === 'OSMHeader') {
      // Without the box of the first copy, in which the others do not lie.
      parts.push(blob(type, message(fieldsOf(data).filter(({ number }) => number !== 1))));
    } else blocks.push(data);
    at = end;
  }
  for (let copy = 0; copy < copies; copy++) {
    const numbersBy = BigInt(copy) * 100_000_000_000n;
    const eastNanoDeg = BigInt(Math.round(copy * eastDeg * 1e9));
    for (const block of blocks) parts.push(blob('OSMData', shiftBlock(block, numbersBy, eastNanoDeg)));
  }
  return Uint8Array.from(Buffer.concat(parts));
}
