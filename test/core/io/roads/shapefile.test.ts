import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { haversineKm, type LonLat } from '../../../../src/core/geo.ts';
import { importAsIs, importRoads } from '../../../../src/core/io/roads/importRoads.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { decodeText } from '../../../../src/decodeText.ts';
import { codesOf, fixture, importFile, utf8 } from './importFile.ts';

interface Line {
  readonly coordinates: readonly (readonly LonLat[])[];
  readonly name: string;
}
const lines: readonly Line[] = JSON.parse(
  Buffer.from(fixture('haixi-shapefile-lines.json')).toString('utf8'),
);
const kmOf = ({ coordinates }: Line): number =>
  coordinates
    .flatMap((part) => part.slice(1).map((point, index) => haversineKm(part[index]!, point)))
    .reduce((sum, km) => sum + km, 0);
const wholeKm = lines.reduce((sum, line) => sum + kmOf(line), 0);

const noRepair = { isNodingCrossings: false, joinToleranceM: 0, islandKm: 0, skipKeys: new Set<string>() };
const parts = (archive: string) =>
  Object.entries(unzipSync(fixture(archive))).map(([name, bytes]) => ({ name, bytes }));
const importParts = (files: { name: string; bytes: Uint8Array }[]) =>
  toEnd(importRoads(files, { ...importAsIs, decode: decodeText, repair: noRepair }));

describe('a shapefile', () => {
  it.each(['haixi-gk.zip', 'haixi-albers.zip'])('gives the lines it was made of, zipped: %s', (archive) => {
    const { network, counts } = importFile(archive, fixture(archive), { repair: noRepair });
    expect(counts.km).toBeCloseTo(wholeKm, 2);
    const names = network!.roads.map(({ name }) => name).join('\n');
    for (const { name } of lines) expect(names).toContain(name.slice(0, 20));
    // A line's own points are where the lines before the projection had them, to a few metres in the sixth decimal.
    const points = new Set(
      lines.flatMap(({ coordinates }) => coordinates.flat().map(([lon, lat]) => key(lon, lat))),
    );
    for (const { lonLat } of network!.nodes) expect(points).toContain(key(lonLat[0], lonLat[1]));
  });

  it('says which projection was taken back, by this app or the library', () => {
    const codes = (archive: string) =>
      new Set(codesOf(importFile(archive, fixture(archive), { repair: noRepair })));
    expect(codes('haixi-gk.zip')).toEqual(new Set(['road.projected']));
    expect(codes('haixi-albers.zip')).toEqual(new Set());
  });

  it('may come as files chosen together, whatever the case of their names', () => {
    const files = parts('haixi-gk.zip').map(({ name, bytes }) => ({ name: name.toUpperCase(), bytes }));
    const { network, issues } = importParts(files);
    expect(network!.source).toBe('HAIXI-GK.SHP');
    expect(issues.map(({ code }) => code)).toEqual(['road.projected']);
  });

  it.each([
    // 县道 and 乡道: four bytes each in GB 18030, six in UTF-8.
    {
      by: 'Windows',
      layers: [
        { stem: 'ABCD', name: [0xcf, 0xd8, 0xb5, 0xc0] },
        { stem: 'EFGH', name: [0xcf, 0xe7, 0xb5, 0xc0] },
      ],
    },
    {
      by: 'other systems',
      layers: [
        { stem: 'ABCDEF', name: [...utf8('县道')] },
        { stem: 'GHIJKL', name: [...utf8('乡道')] },
      ],
    },
  ])('may lie several in an archive, with Chinese names in the bytes of $by', ({ layers }) => {
    const entries = layers.flatMap(({ stem }) =>
      parts('haixi-gk.zip').map(({ name, bytes }) => [`${stem}${name.slice(-4)}`, bytes] as const),
    );
    const archive = zipSync(Object.fromEntries(entries));
    // The library marks Chinese names as UTF-8; other programs do not: names of letters are written over.
    for (const { stem, name } of layers)
      for (let at = 0; at < archive.length; at++)
        if (utf8(stem).every((letter, index) => archive[at + index] === letter)) archive.set(name, at);
    const { network, issues } = importParts([{ name: '农村公路.zip', bytes: archive }]);
    expect(network!.source.split('; ').sort()).toEqual(['农村公路.zip/乡道.shp', '农村公路.zip/县道.shp']);
    expect(issues.some(({ params }) => String(params.file).includes('县道.shp'))).toBe(true);
  });

  it('has classes by the letter or the route code of rural road tables', () => {
    const { network } = importParts(parts('haixi-gk.zip'));
    const classes = new Set(network!.roads.map(({ roadClass }) => roadClass));
    for (const each of ['national', 'provincial', 'county', 'township', 'village'])
      expect(classes).toContain(each);
  });

  it('lacks names without its table, and says so', () => {
    const { network, issues } = importParts(
      parts('haixi-gk.zip').filter(({ name }) => !name.endsWith('.dbf')),
    );
    expect(network!.roads.every(({ name }) => name === '')).toBe(true);
    expect(issues.map(({ code }) => code)).toEqual(['shapefile.dbfMissing', 'road.projected']);
  });

  it('cannot be read without its lines', () => {
    const { network, issues } = importParts(parts('haixi-gk.zip').filter(({ name }) => /dbf|prj/.test(name)));
    expect(network).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(['shapefile.shpMissing', 'shapefile.shpMissing']);
    const index = importParts(parts('haixi-gk.zip').filter(({ name }) => name.endsWith('.shx')));
    expect(index.issues.map(({ code }) => code)).toEqual(['shapefile.shpMissing']);
  });

  it('is refused, or loses its names, where lengths in it are wrong: none is walked for ever', () => {
    const changed = (ending: string, at: number, bytes: number[]) =>
      parts('haixi-gk.zip').map((file) => {
        if (!file.name.endsWith(ending)) return file;
        const copy = file.bytes.slice();
        copy.set(bytes, at);
        return { ...file, bytes: copy };
      });
    // The first record says it is four bytes less than nothing long: the next would begin before it.
    const backwards = importParts(changed('.shp', 104, [0xff, 0xff, 0xff, 0xfa]));
    expect(backwards.issues.map(({ code }) => code)).toEqual(['file.truncated']);
    // Four thousand million rows.
    const endless = importParts(changed('.dbf', 4, [0xff, 0xff, 0xff, 0xff]));
    expect(endless.issues.map(({ code }) => code)).toEqual(['file.truncated', 'road.projected']);
    expect(endless.issues[0]!.params.file).toBe('haixi-gk.dbf');
    expect(endless.network!.roads.length).toBeGreaterThan(50);
  });

  it('that is damaged is refused in words', () => {
    const whole = parts('haixi-gk.zip').find(({ name }) => name.endsWith('.shp'))!;
    for (const length of [90, 4000]) {
      const cut = { name: 'cut.shp', bytes: whole.bytes.slice(0, length) };
      expect(importParts([cut]).issues.map(({ code }) => code)).toContain('file.truncated');
    }
    const other = { name: 'other.shp', bytes: utf8('not a shapefile') };
    expect(importParts([other]).issues.map(({ code }) => code)).toContain('file.unknownFormat');
  });
});

const key = (lon: number, lat: number): string => `${lon.toFixed(5)} ${lat.toFixed(5)}`;
