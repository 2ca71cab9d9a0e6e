import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Road } from '../../../../src/core/model/scenario.ts';
import { codesOf, importFile, utf8 } from './importFile.ts';
import { overpassGeometrySample, overpassSample, pbfSample, xmlSample } from './osmSamples.ts';

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
  // 3.5 t; a height in feet is not understood and left out.
  expect(imported.network!.roads.find(({ id }) => id === 'w12')!.limits).toEqual({ grossKg: 3500 });
  // Way 14 leads to a point that the file does not have.
  expect(codesOf(imported).sort()).toEqual(['road.ferry', 'road.pointsMissing']);
  expect(imported.places).toEqual([{ id: 'n1', name: '沔渡镇', lonLat: [113.7, 26.4] }]);
}

test('.osm.pbf', () => expectRoads('a.osm.pbf', pbfSample()));
test('.osm', () => expectRoads('a.osm', xmlSample()));
test('Overpass JSON with nodes', () => expectRoads('a.json', overpassSample()));
test('Overpass JSON with geometry', () => expectRoads('a.json', overpassGeometrySample()));

test('no damage to a file makes a reader throw', () => {
  const table = utf8('from,to,km,class\n甲,乙,2.5,县道\n乙,丙,1,Y104\n');
  const points = utf8('id,name,lon,lat\n1,甲,113.7,26.4\n2,乙,113.8,26.5\n');
  const lines = utf8(
    '{"type":"FeatureCollection","features":[{"type":"Feature","id":3,"properties":{"highway":"track"},' +
      '"geometry":{"type":"MultiLineString","coordinates":[[[113,26],[113.1,26]],[[113.1,26],[113.2,26]]]}}]}',
  );
  const files = [pbfSample(), xmlSample(), overpassSample(), overpassGeometrySample(), table, points, lines];
  const damage = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.nat(4000),
    bytes: fc.uint8Array({ maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const bytes = files[damages[0]!.file]!.slice();
      for (const { at, bytes: noise } of damages) {
        const start = at % bytes.length;
        bytes.set(noise.subarray(0, bytes.length - start), start);
      }
      const { counts, network } = importFile('damaged', bytes);
      expect(counts.edges).toBe(network?.roads.length ?? 0);
    }),
    { numRuns: 1000 },
  );
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
    ['row6', 0.5, 'village', false],
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
