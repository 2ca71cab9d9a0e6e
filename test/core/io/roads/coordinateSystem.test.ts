import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../../src/core/geo.ts';
import { toGaussKruger } from '../../../../src/core/io/gaussKruger.ts';
import type { ImportOptions } from '../../../../src/core/io/roads/importRoads.ts';
import { codesOf, importFile, utf8 } from './importFile.ts';

const west: LonLat = [113.7, 26.4];
const east: LonLat = [113.8, 26.5];

const linesOf = (coordinates: unknown, crs?: string): Uint8Array =>
  utf8(
    JSON.stringify({
      type: 'FeatureCollection',
      ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
      features: [
        { type: 'Feature', properties: { name: '沔霞公路' }, geometry: { type: 'LineString', coordinates } },
      ],
    }),
  );

const read = (coordinates: unknown, crs?: string, options: Partial<ImportOptions> = {}) =>
  importFile('roads.geojson', linesOf(coordinates, crs), options);

/** Ends of the roads read, to a metre or so. */
const endsOf = ({ network }: ReturnType<typeof read>): readonly number[][] =>
  (network?.nodes ?? []).map(({ lonLat }) => lonLat.map((degrees) => Number(degrees.toFixed(5))));

const metres = (point: LonLat, meridianDeg: number, zone = 0): [number, number] => {
  const { northingM, eastingM } = toGaussKruger(point, meridianDeg);
  return [zone * 1_000_000 + eastingM, northingM];
};

describe('roads in metres', () => {
  it("lie in the county's three-degree zone where nothing says otherwise", () => {
    // 113.8 degrees east: zone 38, meridian 114.
    const found = read([metres(west, 114), metres(east, 114)], undefined, { countyLonDeg: 113.8 });
    expect(endsOf(found)).toEqual([west, east]);
    // 0.1 degrees each way: 9.96 km east (111.32 km x cos 26.45), 11.1 km north; 14.9 km.
    expect(found.network!.roads[0]!.lengthKm).toBeCloseTo(14.9, 1);
    expect(found.issues).toEqual([
      expect.objectContaining({
        code: 'road.projected',
        params: { file: 'roads.geojson', meridianDeg: 114 },
      }),
    ]);
  });

  it('tell their zone by the easting, northing first or last', () => {
    expect(endsOf(read([metres(west, 114, 38), metres(east, 114, 38)]))).toEqual([west, east]);
    const northFirst = [metres(west, 111, 19), metres(east, 111, 19)].map((pair) => pair.toReversed());
    expect(endsOf(read(northFirst))).toEqual([west, east]);
  });

  it('of two zones in one file lie each in its own', () => {
    // 112.4 E in zone 37 (111 E), 113.7 E in zone 38 (114 E).
    const other: LonLat = [112.4, 26.4];
    expect(endsOf(read([metres(west, 114, 38), metres(other, 111, 37)]))).toEqual([west, other]);
  });

  it('follow what the file states', () => {
    // 4547: CGCS2000, three degrees, 114 E. 4508: six degrees, 111 E. 2382: Xian 1980, three degrees, 111 E.
    expect(endsOf(read([metres(west, 114), metres(east, 114)], 'urn:ogc:def:crs:EPSG::4547'))).toEqual([
      west,
      east,
    ]);
    expect(endsOf(read([metres(west, 111), metres(east, 111)], 'EPSG:4508'))).toEqual([west, east]);
    const old = read([metres(west, 111), metres(east, 111)], 'EPSG:2382');
    expect(endsOf(old)).toEqual([west, east]);
    expect(codesOf(old)).toEqual(['road.projected', 'road.oldDatum']);
  });

  it('may be UTM, at 0.9996 of the true scale', () => {
    const utm = (point: LonLat): number[] => {
      const [eastM, northM] = metres(point, 111);
      return [(eastM - 500_000) * 0.9996 + 500_000, northM * 0.9996];
    };
    expect(endsOf(read([utm(west), utm(east)], 'EPSG:32649'))).toEqual([west, east]);
  });

  it('may be Web Mercator, stated or by lying near the county', () => {
    // R = 6,378,137 m: 113.7 degrees are 12,657,026 m; y = R asinh(tan lat).
    const mercator = ([lon, lat]: LonLat): number[] => {
      const radian = Math.PI / 180;
      return [6_378_137 * lon * radian, 6_378_137 * Math.asinh(Math.tan(lat * radian))];
    };
    const line = [mercator(west), mercator(east)];
    expect(line[0]![0]).toBeCloseTo(12_657_026, 0);
    expect(endsOf(read(line, 'EPSG:3857'))).toEqual([west, east]);
    const found = read(line, undefined, { countyLonDeg: 113.8 });
    expect(endsOf(found)).toEqual([west, east]);
    expect(codesOf(found)).toEqual(['road.webMercator', 'road.crsAssumed']);
    // 117.9 E is 13.12 million metres, which begin like zone 13 of Gauss-Krüger (75 E): the county tells them apart.
    const far: LonLat = [117.9, 26.4];
    const inFujian = read([mercator(far), mercator([118, 26.4])], undefined, { countyLonDeg: 118 });
    expect(endsOf(inFujian)).toEqual([far, [118, 26.4]]);
  });

  it('lie under the meridian the planner knows, whatever file and county say', () => {
    // A town's own meridian; and a county read with the metres of its neighbour's zone.
    const own = { coordinateSystem: 'gauss', meridianDeg: 113.5, countyLonDeg: 110 } as const;
    expect(endsOf(read([metres(west, 113.5), metres(east, 113.5)], undefined, own))).toEqual([west, east]);
    const stated = { coordinateSystem: 'gauss', meridianDeg: 114 } as const;
    expect(endsOf(read([metres(west, 114), metres(east, 114)], 'EPSG:4546', stated))).toEqual([west, east]);
    // Degrees stay degrees, and that is said.
    const degrees = read([west, east], undefined, stated);
    expect(endsOf(degrees)).toEqual([west, east]);
    expect(codesOf(degrees)).toEqual(['road.crsAssumed']);
  });

  it('are not shifted like AMap and Baidu', () => {
    const options = { countyLonDeg: 113.8, coordinateSystem: 'gcj02' } as const;
    expect(endsOf(read([metres(west, 114), metres(east, 114)], undefined, options))).toEqual([west, east]);
  });

  it('are refused where nothing tells what they are', () => {
    for (const found of [
      read([metres(west, 114), metres(east, 114)]),
      read([
        // A drawing's own coordinates.
        [500, 700],
        [600, 800],
      ]),
      read(
        [
          [5000, 7000],
          [6000, 8000],
        ],
        undefined,
        { countyLonDeg: 113.8 },
      ),
      read([metres(west, 114), metres(east, 114)], 'EPSG:2180'),
    ]) {
      expect(found.network).toBeNull();
      expect(codesOf(found)).toEqual(['road.notDegrees']);
    }
  });
});

describe('degrees', () => {
  it('with latitudes first are turned, and that is said', () => {
    const found = read([west, east].map(([lon, lat]) => [lat, lon]));
    expect(endsOf(found)).toEqual([west, east]);
    expect(codesOf(found)).toEqual(['road.latitudeFirst', 'road.crsAssumed']);
  });

  it('weigh more than a statement they contradict, and so do metres', () => {
    expect(endsOf(read([west, east], 'EPSG:4547'))).toEqual([west, east]);
    const found = read([metres(west, 114), metres(east, 114)], 'EPSG:4326', { countyLonDeg: 113.8 });
    expect(endsOf(found)).toEqual([west, east]);
  });

  it('need no assumption where CGCS2000 or WGS-84 is stated', () => {
    for (const crs of ['EPSG:4490', 'urn:ogc:def:crs:OGC:1.3:CRS84'])
      expect(codesOf(read([west, east], crs))).toEqual([]);
  });

  it('that are none cut the road where they stand', () => {
    for (const bad of [[113.75, null], [113.75], [113.75, 'N26'], [113.75, 999], [Number.NaN, 26.4], null]) {
      const found = read([west, [113.72, 26.4], bad, [113.78, 26.5], east]);
      expect(found.network!.roads.map(({ lengthKm }) => lengthKm > 1 && lengthKm < 3)).toEqual([true, true]);
      expect(codesOf(found)).toContain('road.pointsMissing');
    }
  });

  it('of places that are none leave the place out, and say so', () => {
    const point = (coordinates: unknown) => ({
      type: 'Feature',
      properties: { name: '霞阳镇' },
      geometry: { type: 'Point', coordinates },
    });
    const features = [point(west), point(['', 26.4]), point([113.7, 2640])];
    const found = importFile('places.geojson', utf8(JSON.stringify({ type: 'FeatureCollection', features })));
    expect(found.places.map(({ lonLat }) => lonLat)).toEqual([west]);
    expect(codesOf(found).filter((code) => code === 'place.unlocated')).toHaveLength(2);
  });
});
