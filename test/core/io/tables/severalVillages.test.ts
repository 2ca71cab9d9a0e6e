import { describe, expect, it } from 'vitest';
import { applyTables, applyToNewCounty } from '../../../../src/core/io/tables/pipeline/applyTables.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { at, countyOf, roster } from './luxi.ts';
import { check, csvFile, defaults, open, unknownCounty } from './pipeline/steps.ts';

const [header, first, , third] = roster();

describe('a cell that names two villages', () => {
  it('puts both to one station; the second has no station of its own any more', () => {
    const county = countyOf('luxi');
    const [scenario] = county.scenarios;
    const cells = [header!, first!.with(at.village, '麻坪村/六里村').with(at.delivery, 30)];
    const checked = check(open(csvFile('a.csv', cells)), { county });
    const options = { isRosterComplete: false, defaults: null };
    const { scenario: after } = toEnd(applyTables(scenario!, checked, options));
    const station = after.stations.find(({ placeId }) => placeId === '433122102204')!;
    expect(station.servesPlaceIds).toEqual(['433122102204', '433122102201']);
    expect(after.stations.some(({ placeId }) => placeId === '433122102201')).toBe(false);
    expect(after.stations).toHaveLength(scenario!.stations.length - 1);
    // Thirty parcels a day over both villages, as they were shared before.
    const parcels = after.demands
      .filter(({ placeId }) => station.servesPlaceIds.includes(placeId))
      .map(({ deliveryParcelsPerDay }) => deliveryParcelsPerDay);
    expect(parcels).toHaveLength(2);
    expect(parcels[0]! + parcels[1]!).toBeCloseTo(30, 9);
  });

  it('is one village where a part is on no list', () => {
    const cells = [header!, third!.with(at.village, '覃木阳村/无此村')];
    const checked = check(open(csvFile('a.csv', cells)), { county: countyOf('luxi') });
    const codes = checked.tables[0]!.issues.map(({ code }) => code);
    expect(codes).toContain('place.added');
    expect(codes).not.toContain('place.severalInCell');
  });

  it('makes two villages and one station in a county on no list', () => {
    const cells = unknownCounty().map((row) =>
      row[2] === '上坪村' ? row.with(2, '上坪村、中坪村').with(3, '上坪村服务站') : row,
    );
    const result = toEnd(
      applyToNewCounty(
        check(open(csvFile('roster.csv', cells))),
        { name: '', terrain: 'hills', depot: null },
        defaults('hills'),
      ),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { places, scenarios } = result.value.county;
    const idOf = (name: string) => places.find((place) => place.name === name)?.id;
    expect(idOf('中坪村')).toBeDefined();
    expect(places.some(({ name }) => name.includes('、'))).toBe(false);
    const station = scenarios[0]!.stations.find(({ placeId }) => placeId === idOf('上坪村'))!;
    expect(station.servesPlaceIds).toEqual([idOf('上坪村'), idOf('中坪村')]);
  });
});
