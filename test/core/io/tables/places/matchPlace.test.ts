import { describe, expect, it } from 'vitest';
import { PlaceIndex, type PlaceMatch } from '../../../../../src/core/io/tables/places/matchPlace.ts';
import { countyOf } from '../luxi.ts';

const words = {
  code: null,
  township: '',
  village: '',
  name: '',
  isCountyLevel: false,
  isTownshipLevel: false,
};
const luxi = new PlaceIndex(countyOf('luxi'));
const told = (match: PlaceMatch): string =>
  match.kind === 'matched'
    ? `${match.how} ${match.place.name}`
    : match.kind === 'ambiguous'
      ? `? ${match.candidates.map(({ name }) => name).join(' ')}`
      : match.kind;

describe('the official list', () => {
  it.each(['heshui', 'yanling', 'luxi'])(
    '%s: every village matches itself within its township, and by code',
    (id) => {
      const county = countyOf(id);
      const index = new PlaceIndex(county);
      for (const place of county.places) {
        if (place.tier !== 'village' || place.kind === 'urbanPoint') continue;
        const township = index.townshipOf(place)!.name;
        expect(told(index.match({ ...words, township, village: place.name }))).toBe(`name ${place.name}`);
        expect(told(index.match({ ...words, code: place.id }))).toBe(`code ${place.name}`);
      }
    },
  );

  it('reads the ways people write a village', () => {
    for (const village of [
      '六里村',
      '六里',
      '六里村委会',
      '六里村村民委员会',
      '六里行政村',
      '六里社区',
      '达岚镇六里村',
      '泸溪县达岚镇六里村',
      '湖南省湘西州泸溪县达岚镇六里村',
    ])
      expect(told(luxi.match({ ...words, township: '达岚镇', village })), village).toMatch(
        /^(name|variant) 六里村$/,
      );
    for (const township of ['达岚', '达岚镇人民政府', '泸溪县达岚镇', '达岚乡'])
      expect(told(luxi.match({ ...words, township, village: '六里村' })), township).toBe('name 六里村');
  });

  it('finds the village in the name of a station', () => {
    for (const name of [
      '六里村服务站',
      '达岚镇六里村便民服务站',
      '六里村级寄递物流综合服务站',
      '六里村快递超市',
    ])
      expect(told(luxi.match({ ...words, township: '达岚镇', name })), name).toMatch(/六里村$/);
    expect(told(luxi.match({ ...words, township: '达岚镇', name: '达岚镇服务站' }))).toBe('name 达岚镇');
    expect(told(luxi.match({ ...words, name: '达岚镇快递物流服务站', isTownshipLevel: true }))).toBe(
      'name 达岚镇',
    );
  });

  it('never takes a near name for the same', () => {
    expect(told(luxi.match({ ...words, township: '达岚镇', village: '覃沐阳村' }))).toBe('? 覃木阳村');
    expect(told(luxi.match({ ...words, township: '达兰镇' }))).toBe('? 达岚镇');
    expect(told(luxi.match({ ...words, township: '达岚镇', village: '不在名录村' }))).toBe('unknown');
  });

  it('asks where one name stands in two townships', () => {
    const twice = luxi.match({ ...words, village: '红岩村' });
    expect(told(twice)).toBe('? 红岩村 红岩村');
    if (twice.kind !== 'ambiguous') throw new Error(twice.kind);
    for (const place of twice.candidates)
      expect(
        luxi.match({ ...words, township: luxi.townshipOf(place)!.name, village: '红岩村' }),
      ).toMatchObject({ kind: 'matched', place });
  });

  it('takes the township from brackets', () => {
    const match = luxi.match({ ...words, village: '红岩村（武溪）' });
    expect(match.kind === 'matched' && luxi.townshipOf(match.place)!.name).toBe('武溪镇');
  });

  it('weighs code against name', () => {
    const code = '433122102201';
    expect(told(luxi.match({ ...words, code, village: '六里村' }))).toBe('name 六里村');
    expect(told(luxi.match({ ...words, code, village: '全新的村' }))).toBe('renamed 六里村');
    expect(told(luxi.match({ ...words, code, township: '达岚镇', village: '五德村' }))).toBe(
      '? 六里村 五德村',
    );
    expect(told(luxi.match({ ...words, code: '999999999999', township: '达岚镇', village: '五德村' }))).toBe(
      'name 五德村',
    );
  });
});
