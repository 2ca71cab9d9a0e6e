import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../src/core/geo.ts';
import { toGaussKruger } from '../../../../src/core/io/gaussKruger.ts';
import { gatherFiles } from '../../../../src/core/io/mapFiles/gatherFiles.ts';
import { importTables } from '../../../../src/core/io/tables/importTables.ts';
import { openFiles } from '../../../../src/core/io/tables/pipeline/openFiles.ts';
import type { Issue } from '../../../../src/core/issues.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { countyOf, readFixture, truePoint, villages } from './luxi.ts';
import { asGuessed, decode, encode } from './writeTables.ts';

const read = (name: string, bytes: Uint8Array, ...beside: { name: string; bytes: Uint8Array }[]) => {
  const result = importTables([{ name, bytes }, ...beside], countyOf('luxi'), asGuessed);
  const [table] = result.ok ? result.value : [];
  const rows = table?.kind === 'stations' ? table.rows : [];
  return { table, rows, codes: result.issues.map(({ code }) => code) };
};
const sheetOf = (name: string, text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? strToU8(text) : text;
  const { tables, issues } = toEnd(openFiles([{ name, bytes }], decode));
  const cells = tables[0]?.sheet.rows.map((row) => row.cells);
  return { cells, tables, codes: issues.map(({ code }) => code) };
};

const placemark = (name: string, [lon, lat]: readonly [number, number], more = ''): string =>
  `<Placemark><name>${name}</name>${more}<Point><coordinates>${lon},${lat},0</coordinates></Point></Placemark>`;
const kmlText = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>泸溪</name>${inner}</Document></kml>`;
/** The twelve villages as pins, in a folder for each township, as a map app exports them. */
const pins = kmlText(
  [...new Set(villages.map(([township]) => township))]
    .map((township) => {
      const own = villages.flatMap(([of, village], index) =>
        of === township ? [placemark(`${village}服务站`, truePoint(index))] : [],
      );
      return `<Folder><name>${township}</name>${own.join('')}</Folder>`;
    })
    .join(''),
);

describe('points of a KML', () => {
  it('are stations in the township of their folder', () => {
    const { rows, table } = read('奥维标签.kml', strToU8(pins));
    expect(table?.kind).toBe('stations');
    expect(rows.map(({ placeId }) => placeId).sort()).toEqual(villages.map(([, , id]) => id).sort());
    for (const [index, [, , id]] of villages.entries()) {
      const row = rows.find(({ placeId }) => placeId === id)!;
      expect(1000 * haversineKm(row.lonLat!, truePoint(index))).toBeLessThan(1);
    }
  });

  it('come in GB 18030 and out of a KMZ, too', () => {
    expect(read('标签.kml', encode(pins, 'gbk')).rows).toHaveLength(12);
    expect(read('标签.kmz', zipSync({ 'doc.kml': strToU8(pins) })).rows).toHaveLength(12);
    expect(read('标签.kmz', zipSync({ 'doc.kml': encode(pins, 'gbk') })).rows).toHaveLength(12);
  });

  it('are told of where they would unpack to more than may be read', () => {
    const issues: Issue[] = [];
    const kmz = { name: '标签.kmz', bytes: zipSync({ 'doc.kml': new Uint8Array(3_000_000) }) };
    const limited = { decode, limitMb: 2, areTables: true };
    expect(gatherFiles([kmz], limited, (found) => void issues.push(found))).toEqual([]);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ['file.tooLarge', { file: '标签.kmz/doc.kml', sizeMb: 3, limitMb: 2 }],
    ]);
    expect(gatherFiles([kmz], { ...limited, limitMb: 3 }, () => {})).toHaveLength(1);
  });

  it('bring their attributes as columns, in the order they come in', () => {
    const extended = '<ExtendedData><Data name="日均进件"><value>42</value></Data></ExtendedData>';
    const described = '<description><![CDATA[近村委会<br/>二楼]]></description>';
    const text = kmlText(
      `${placemark('甲', [109.5, 28.1], extended)}<Folder><name>一组</name>${placemark('乙', [109.6, 28.2], described)}</Folder>`,
    );
    expect(sheetOf('点.kml', text).cells).toEqual([
      ['经度', '纬度', 'name', '日均进件', 'folder', 'description'],
      [109.5, 28.1, '甲', '42', null, null],
      [109.6, 28.2, '乙', null, '一组', '近村委会 二楼'],
    ]);
  });

  it('bring the attributes that ArcGIS writes as a table into the description', () => {
    const html =
      '<description><![CDATA[<html><body><table border="1"><tr><td>乡镇</td><td>潭溪镇</td></tr>\n<tr><td>负责人</td><td>张三</td></tr></table></body></html>]]></description>';
    expect(sheetOf('层.kml', kmlText(placemark('下都村', [109.6, 28.2], html))).cells).toEqual([
      ['经度', '纬度', 'name', '乡镇', '负责人'],
      [109.6, 28.2, '下都村', '潭溪镇', '张三'],
    ]);
  });

  it('leave the lines beside them, and say so', () => {
    const line =
      '<Placemark><name>路</name><LineString><coordinates>109,28 109.1,28</coordinates></LineString></Placemark>';
    const { cells, codes } = sheetOf('两样.kml', kmlText(placemark('甲', [109.5, 28.1]) + line));
    expect(cells).toHaveLength(2);
    expect(codes).toEqual(['file.linesLeft']);
    expect(sheetOf('线.kml', kmlText(line)).codes).toEqual(['file.isMap']);
    const area = '<Placemark><name>县界</name><Polygon><outerBoundaryIs/></Polygon></Placemark>';
    expect(sheetOf('面.kml', kmlText(placemark('甲', [109.5, 28.1]) + area)).codes).toEqual([
      'file.linesLeft',
    ]);
  });
});

describe('points of other maps', () => {
  it('GPX: waypoints', () => {
    const gpx =
      '<gpx version="1.1"><wpt lat="28.1" lon="109.5"><ele>200</ele><name>甲站</name><desc>桥头</desc></wpt></gpx>';
    expect(sheetOf('点.gpx', gpx).cells).toEqual([
      ['经度', '纬度', 'name', 'description'],
      [109.5, 28.1, '甲站', '桥头'],
    ]);
  });

  it('GeoJSON: points and several points, values of any kind', () => {
    const document = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { 站名: '甲', 件: 12, 在用: true, 空: null }, geometry: null },
        {
          type: 'Feature',
          properties: { 站名: '乙', 细: { 层: 2 } },
          geometry: {
            type: 'MultiPoint',
            coordinates: [
              [109.5, 28.1, 3],
              ['109.6', '28.2'],
            ],
          },
        },
        { type: 'Feature', properties: { 站名: '丙' }, geometry: { type: 'Point', coordinates: [null] } },
      ],
    };
    expect(sheetOf('点.geojson', JSON.stringify(document)).cells).toEqual([
      ['经度', '纬度', '站名', '细'],
      [109.5, 28.1, '乙', '{"层":2}'],
      [109.6, 28.2, '乙', '{"层":2}'],
      [null, null, '丙', null],
    ]);
  });

  it('metres of a stated projection become degrees of CGCS2000', () => {
    const features = villages.map(([township, village], index) => {
      // EPSG:4547 is CGCS2000 under 114° E: here 4546, under 111° E.
      const { eastingM, northingM } = toGaussKruger(truePoint(index), 111);
      const geometry = { type: 'Point', coordinates: [eastingM, northingM] };
      return { type: 'Feature', properties: { 乡镇: township, 行政村: village }, geometry };
    });
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4546' } };
    const bytes = strToU8(JSON.stringify({ type: 'FeatureCollection', crs, features }));
    const { rows, table } = read('村点.geojson', bytes);
    expect(table?.crs).toBe('cgcs2000');
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      const index = villages.findIndex(([, , id]) => id === row.placeId);
      expect(1000 * haversineKm(row.lonLat!, truePoint(index))).toBeLessThan(0.01);
    }
  });

  it('metres of which nothing is stated are read as in a roster', () => {
    const features = villages.map(([township, village], index) => {
      const { eastingM, northingM } = toGaussKruger(truePoint(index), 111);
      const geometry = { type: 'Point', coordinates: [eastingM, northingM] };
      return { type: 'Feature', properties: { 乡镇: township, 行政村: village }, geometry };
    });
    const { rows, codes } = read(
      '村点.geojson',
      strToU8(JSON.stringify({ type: 'FeatureCollection', features })),
    );
    expect(codes).toContain('coord.projected');
    for (const row of rows) {
      const index = villages.findIndex(([, , id]) => id === row.placeId);
      expect(1000 * haversineKm(row.lonLat!, truePoint(index))).toBeLessThan(0.01);
    }
  });

  it('shapefiles, written by another hand: zipped, or part by part', () => {
    const zip = readFixture('village-points.zip');
    const loose = Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ name, bytes }));
    const [first, ...others] = loose;
    for (const { rows, table, codes } of [
      read('village-points.zip', zip),
      read(first!.name, first!.bytes, ...others),
    ]) {
      expect(table?.crs).toBe('cgcs2000');
      expect(table?.shape.rows[0]?.cells.slice(2)).toEqual([
        'CGCS2000',
        '达岚镇',
        '麻坪村',
        20,
        '2024-05-01',
      ]);
      expect(rows.map(({ placeId }) => placeId)).toEqual(villages.map(([, , id]) => id));
      expect(codes.filter((code) => code !== 'table.columnUnused')).toEqual([]);
      for (const { placeId, lonLat } of rows) {
        const listed = countyOf('luxi').places.find(({ id }) => id === placeId)!.lonLat!;
        expect(1000 * haversineKm(lonLat!, listed)).toBeLessThan(0.01);
      }
    }
  });

  it('the .dbf of a shapefile, or of any other program, is a table by itself', () => {
    const dbf = unzipSync(readFixture('village-points.zip'))['village-points.dbf']!;
    const { rows, table, codes } = read('村名录.DBF', dbf);
    expect(table?.shape.headers.map(({ text }) => text)).toEqual(['XZMC', 'CMC', 'RJJ', 'JCSJ']);
    expect(rows.map(({ placeId }) => placeId)).toEqual(villages.map(([, , id]) => id));
    expect(codes).not.toContain('shapefile.shpMissing');
    expect(sheetOf('断.dbf', dbf.subarray(0, 300)).codes).toEqual(['file.truncated']);
    expect(sheetOf('别的.dbf', '不是数据表').codes).toEqual(['file.truncated']);
  });

  it('an unknown projection is refused in words', () => {
    const document = {
      type: 'FeatureCollection',
      crs: { properties: { name: 'EPSG:9999' } },
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1e5, 2e5] } }],
    };
    expect(sheetOf('点.geojson', JSON.stringify(document)).codes).toEqual(['road.notDegrees']);
  });

  it('JSON that is no map has no points', () => {
    expect(sheetOf('工程.json', '{"type":"x","a":[]}').codes).toEqual(['file.isMap']);
  });
});
