import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../../../src/core/geo.ts';
import { haversineKm } from '../../../../src/core/geo.ts';
import { drawnRepair } from '../../../../src/core/io/roads/importRoads.ts';
import { codesOf, fixture, importFile, utf8 } from './importFile.ts';

describe('whole files', () => {
  test('Beatty: nodes, roads and km as an independent count of the XML gives them', () => {
    // Counted with a separate script: 157 ways for vehicles, cut where a point is shared.
    const { counts, issues, network, places } = importFile('beatty.osm.gz', fixture('beatty.osm.gz'));
    expect(counts).toMatchObject({ nodes: 252, edges: 348, components: 2, places: 3 });
    expect(counts.km).toBeCloseTo(234.024, 3);
    expect(issues).toEqual([]);
    expect(network!.licence).toContain('ODbL');
    expect(network!.roads.find(({ name }) => name.startsWith('US 95'))!.roadClass).toBe('national');
    expect(places.map(({ name }) => name)).toContain('Beatty');
  });

  test('Haixi: 2,813 lines and 17,862 km in 104 parts before repair, as its source states', () => {
    const asDrawn = { ...drawnRepair, isNodingCrossings: false, joinToleranceM: 0 };
    const imported = importFile('roads.geojson.gz', fixture('haixi-roads.geojson.gz'), { repair: asDrawn });
    expect(imported.counts.components).toBe(104);
    expect(Math.round(imported.counts.km)).toBe(17862);
    const lines = new Set(imported.network!.roads.map(({ id }) => id.split('.').slice(0, 2).join('.')));
    expect(lines.size).toBeGreaterThan(250);
    const villages = importFile('villages.geojson.gz', fixture('haixi-villages.geojson.gz'));
    expect(villages.counts).toMatchObject({ edges: 0, places: 124 });
  });

  test('Haixi: repairs are listed, join what they say and can be left out again', () => {
    const repaired = importFile('roads.geojson.gz', fixture('haixi-roads.geojson.gz'));
    expect(repaired.repairs.length).toBeGreaterThan(10);
    expect(repaired.counts.components).toBeLessThan(104);
    expect(codesOf(repaired).filter((code) => /crossing|end/.test(code)).length).toBe(
      repaired.repairs.length,
    );
    const undone = importFile('roads.geojson.gz', fixture('haixi-roads.geojson.gz'), {
      repair: { ...drawnRepair, skipKeys: new Set(repaired.repairs.map(({ key }) => key)) },
    });
    expect(undone.repairs).toEqual([]);
    expect(undone.counts.components).toBe(104);
  });

  test('Andorra: connected main roads, one-ways and names', () => {
    const { counts, network, issues } = importFile('andorra.osm.pbf', fixture('andorra.osm.pbf'));
    expect(issues).toEqual([]);
    expect(counts.places).toBeGreaterThan(40);
    expect(network!.roads.some(({ name }) => name.startsWith('CG-1'))).toBe(true);
    expect(network!.roads.filter(({ isOneWay }) => isOneWay).length).toBeGreaterThan(100);
    for (const { lonLat } of network!.nodes) {
      expect(lonLat[0]).toBeGreaterThan(1.3);
      expect(lonLat[0]).toBeLessThan(1.9);
      expect(lonLat[1]).toBeGreaterThan(42.3);
      expect(lonLat[1]).toBeLessThan(42.8);
    }
  });

  test('Fiji: roads by the antimeridian are no longer than they are', () => {
    const { network } = importFile('fiji-ferry.pbf', fixture('fiji-ferry.pbf'));
    expect(Math.max(...network!.roads.map(({ lengthKm }) => lengthKm))).toBeLessThan(60);
  });

  test('node and arc lists: arcs both ways are one road', () => {
    // 1,510 arcs: 746 pairs that run both ways and 18 that do not.
    const { counts, network } = importFile('00000021.tar.gz', fixture('laos-hills.tar.gz'));
    expect(counts).toMatchObject({ nodes: 732, edges: 764 });
    expect(network!.roads.filter(({ isOneWay }) => isOneWay).length).toBe(18);
  });

  test('CUMCM: 53 nodes, 90 roads and 918.3 km; places without a position are listed one by one', () => {
    const imported = importFile('edges.csv', fixture('cumcm1998b-edges.csv'));
    expect(imported.counts).toMatchObject({ nodes: 53, edges: 90, components: 1 });
    expect(imported.counts.km).toBeCloseTo(918.3, 6);
    expect(codesOf(imported)).toEqual(new Array(53).fill('road.nodeUnlocated'));
  });
});

describe('bad files give a code, not a crash', () => {
  const truncated = (bytes: Uint8Array, share: number): Uint8Array =>
    bytes.slice(0, Math.floor(bytes.length * share));

  test('empty', () => {
    for (const name of ['a.osm.pbf', 'a.geojson', 'a.csv', 'a.osm.gz']) {
      const imported = importFile(name, new Uint8Array());
      expect(codesOf(imported)).toEqual(['file.empty']);
      expect(imported.network).toBeNull();
    }
  });

  test('cut short, at any place', () => {
    const files = ['andorra.osm.pbf', 'beatty.osm.gz', 'haixi-roads.geojson.gz', 'laos-hills.tar.gz'];
    for (const name of files) {
      for (const share of [0.00002, 0.1, 0.5, 0.9, 0.9999]) {
        const imported = importFile(name, truncated(fixture(name), share));
        expect(imported.network, `${name} ${share}`).toBeNull();
        expect(['file.truncated', 'file.unknownFormat', 'file.notReadable', 'file.empty']).toContain(
          codesOf(imported)[0],
        );
      }
    }
    expect(codesOf(importFile('a.osm', utf8('<osm version="0.6"><node id="1" lat="1" lon="1"/>')))).toEqual([
      'file.truncated',
    ]);
    expect(codesOf(importFile('a.geojson', utf8('{"type":"FeatureCollection","features":[{"type"')))).toEqual(
      ['file.truncated'],
    );
  });

  test('damaged in the middle', () => {
    const bytes = fixture('andorra.osm.pbf');
    bytes.fill(0xff, 200_000, 200_400);
    expect(importFile('andorra.osm.pbf', bytes).network).toBeNull();
    const gz = fixture('beatty.osm.gz');
    gz.fill(0x55, 60_000, 60_400);
    expect(importFile('beatty.osm.gz', gz).network).toBeNull();
  });

  test('renamed: the contents decide', () => {
    expect(importFile('roads.csv', fixture('andorra.osm.pbf')).counts.edges).toBeGreaterThan(1000);
    expect(importFile('beatty.pbf', fixture('beatty.osm.gz')).counts.edges).toBe(348);
    expect(codesOf(importFile('holiday.osm.pbf', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)))).toEqual([
      'file.unknownFormat',
    ]);
  });

  test('whole but without a road', () => {
    expect(codesOf(importFile('a.osm', utf8('<osm version="0.6"></osm>')))).toEqual(['road.noRoads']);
    expect(codesOf(importFile('a.json', utf8('{"type":"FeatureCollection","features":[]}')))).toEqual([
      'road.noRoads',
    ]);
    expect(codesOf(importFile('a.json', utf8('{"elements":[]}')))).toEqual(['road.noRoads']);
  });
});

describe('coordinates', () => {
  const line = (points: LonLat[]): Uint8Array =>
    gzipSync(
      utf8(
        JSON.stringify({
          type: 'Feature',
          properties: { highway: 'tertiary' },
          geometry: { type: 'LineString', coordinates: points },
        }),
      ),
    );

  test('GCJ-02 and BD-09 are turned into WGS-84, and a guess is said to be one', () => {
    // Beijing's centre: GCJ-02 lies about 540 m from WGS-84 there, BD-09 about 1.3 km.
    const points: LonLat[] = [
      [116.404, 39.915],
      [116.41, 39.92],
    ];
    const plain = importFile('a.geojson.gz', line(points));
    expect(codesOf(plain)).toEqual(['road.crsAssumed']);
    const shiftM = (system: 'gcj02' | 'bd09'): number => {
      const moved = importFile('a.geojson.gz', line(points), { coordinateSystem: system });
      expect(codesOf(moved)).toEqual([]);
      return haversineKm(moved.network!.nodes[0]!.lonLat, points[0]!) * 1000;
    };
    expect(shiftM('gcj02')).toBeGreaterThan(450);
    expect(shiftM('gcj02')).toBeLessThan(650);
    expect(shiftM('bd09')).toBeGreaterThan(1000);
    expect(shiftM('bd09')).toBeLessThan(1600);
  });

  test('longitudes beyond 180 degrees are wrapped', () => {
    const { network, counts } = importFile(
      'a.geojson.gz',
      line([
        [179.9, -17],
        [180.1, -17],
      ]),
    );
    expect(network!.nodes[1]!.lonLat[0]).toBeCloseTo(-179.9, 9);
    // 0.2 degrees x 111.195 km x cos 17 = 21.27 km.
    expect(counts.km).toBeCloseTo(21.27, 1);
  });

  test('a clip keeps the roads of the county and its margin, and counts what it left out', () => {
    const collection = {
      type: 'FeatureCollection',
      features: [0, 0.5, 3].map((offset) => ({
        type: 'Feature',
        properties: { highway: 'tertiary' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [113.1 + offset, 26.1],
            [113.2 + offset, 26.1],
          ],
        },
      })),
    };
    const boundary = {
      type: 'MultiPolygon' as const,
      coordinates: [
        [
          [
            [113, 26],
            [113.5, 26],
            [113.5, 26.5],
            [113, 26.5],
            [113, 26],
          ] as LonLat[],
        ],
      ],
    };
    // The second line starts 0.1 degree, about 10 km, east of the boundary.
    const clip = (marginKm: number) =>
      importFile('a.json', utf8(JSON.stringify(collection)), { clip: { boundary, marginKm } });
    expect(clip(5).counts.edges).toBe(1);
    expect(clip(11).counts.edges).toBe(2);
    expect(clip(5).issues.find(({ code }) => code === 'road.clipped')!.params).toEqual({
      removed: 2,
      marginKm: 5,
    });
  });
});
