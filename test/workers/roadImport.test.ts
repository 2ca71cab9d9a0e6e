import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textCount } from '../../src/core/network/packedRoads.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { importRoadFiles } from '../../workers/roadImport.ts';
import { boundary, drawn, request } from './roadRequests.ts';

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/roads/${name}`, import.meta.url)));
const andorra = { name: 'andorra.osm.pbf', bytes: bytesOf('andorra.osm.pbf') };
describe('importing road files', () => {
  it('reads a .pbf with progress and packs what it found', () => {
    const shares: number[] = [];
    const work = importRoadFiles(request([andorra]));
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    const { packedRoads, counts, issues } = step.value;
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(counts).toMatchObject({ nodes: 1912, edges: 2234, components: 16, places: 59 });
    expect(packedRoads && textCount(packedRoads.roadIds)).toBe(2234);
    expect(packedRoads?.licence).toContain('ODbL');
    expect(issues).toEqual([]);
  });

  it('says when all of it lies far from the county', () => {
    const answer = toEnd(importRoadFiles({ ...request([andorra]), clip: { boundary, marginKm: 20 } }));
    expect(answer.packedRoads).toBeNull();
    expect(answer.issues.map(({ code }) => code)).toEqual(['road.clipped']);
  });

  it('says what is wrong with a truncated, a renamed and an empty file', () => {
    const codesOf = (name: string, bytes: Uint8Array): string[] =>
      toEnd(importRoadFiles(request([{ name, bytes }]))).issues.map(({ code }) => code);
    expect(codesOf('cut.osm.pbf', andorra.bytes.subarray(0, 300_000))).toEqual(['file.truncated']);
    expect(codesOf('photo.osm.pbf', new TextEncoder().encode('not a road file'))).toEqual([
      'file.unknownFormat',
    ]);
    expect(codesOf('empty.osm.pbf', new Uint8Array())).toEqual(['file.empty']);
  });

  it('takes a repair back when asked to', () => {
    const repaired = toEnd(importRoadFiles(request([drawn])));
    // The crossing gets a node: two lines of one piece become four.
    expect(repaired.counts).toMatchObject({ nodes: 5, edges: 4, components: 1 });
    const skipKeys = repaired.repairs.map(({ key }) => key);
    expect(skipKeys).toHaveLength(1);
    const asDrawn = toEnd(importRoadFiles({ ...request([drawn]), skipKeys }));
    expect(asDrawn.counts).toMatchObject({ nodes: 4, edges: 2, components: 2 });
    expect(asDrawn.repairs).toEqual([]);
  });

  it('reads names of a KML in GB 18030', () => {
    // <name> with 甲村 in GB 18030: bc d7 b4 e5.
    const text =
      '<kml><Placemark><name>##</name><LineString><coordinates>108,35.8 108.01,35.8</coordinates></LineString></Placemark></kml>';
    const [head = '', tail = ''] = text.split('##');
    const encoded = (part: string): number[] => [...new TextEncoder().encode(part)];
    const bytes = Uint8Array.from([...encoded(head), 0xbc, 0xd7, 0xb4, 0xe5, ...encoded(tail)]);
    const { packedRoads } = toEnd(importRoadFiles(request([{ name: '奥维.kml', bytes }])));
    expect(packedRoads?.names).toEqual(['甲村']);
  });

  it('reads a table in GB 18030, as Chinese office programs write it', () => {
    // 起点,终点,里程,等级 / 甲村,乙村,12.5,县道
    const hex = 'c6f0b5e32cd6d5b5e32cc0efb3cc2cb5c8bcb60abcd7b4e52cd2d2b4e52c31322e352ccfd8b5c00a';
    const bytes = new Uint8Array(hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16)));
    const { packedRoads } = toEnd(importRoadFiles(request([{ name: '边表.csv', bytes }])));
    // Two ids of two characters each.
    expect(packedRoads?.nodeIds).toEqual({ text: '甲村乙村', ends: Int32Array.of(2, 4) });
    expect(packedRoads?.lengthKm[0]).toBe(12.5);
  });
});
