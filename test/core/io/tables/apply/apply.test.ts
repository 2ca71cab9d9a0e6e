import { describe, expect, it } from 'vitest';
import { ratesTable } from '../../../../../src/core/io/export/scenarioTables.ts';
import { applyRates, meanContractYuan } from '../../../../../src/core/io/tables/apply/applyRates.ts';
import { applyStations } from '../../../../../src/core/io/tables/apply/applyStations.ts';
import { applyVolumes } from '../../../../../src/core/io/tables/apply/applyVolumes.ts';
import type { RateRow, StationRow, VolumeRow } from '../../../../../src/core/io/tables/read/rowTypes.ts';
import { asId, type CourierId, type PlaceId } from '../../../../../src/core/model/ids.ts';
import { countyOf } from '../luxi.ts';

const scenario = countyOf('luxi').scenarios[0]!;
const village = scenario.stations.find(({ role }) => role === 'villageStation')!;
const township = scenario.places.find(({ id }) => id === '433122102000')!;
const options = { source: 'a.csv', isComplete: false };
const row = (changes: Partial<StationRow>): StationRow => ({
  row: 2,
  placeId: village.placeId,
  townshipId: township.id,
  code: null,
  county: '',
  township: township.name,
  village: village.name,
  households: null,
  name: village.name,
  role: 'villageStation',
  lonLat: [110.01, 28.02],
  original: null,
  residents: null,
  deliveryParcelsPerDay: null,
  pickupParcelsPerDay: null,
  openClockMin: null,
  closeClockMin: null,
  isActive: true,
  ...changes,
});

describe('stations', () => {
  it('move to their points, and nothing else changes', () => {
    const { scenario: after, moved } = applyStations(scenario, [row({})], options);
    expect(moved).toEqual([village.id]);
    const station = after.stations.find(({ id }) => id === village.id)!;
    expect([station.lonLat, station.coordQuality]).toEqual([[110.01, 28.02], 'exact']);
    const place = after.places.find(({ id }) => id === village.placeId)!;
    expect([place.lonLat, place.coordQuality, place.coordSource]).toEqual([
      [110.01, 28.02],
      'exact',
      'user: a.csv',
    ]);
    expect(after.stations.filter(({ id }) => id !== village.id)).toEqual(
      scenario.stations.filter(({ id }) => id !== village.id),
    );
    expect(after.demands).toEqual(scenario.demands);
  });

  it('out of use are removed with their parcels; a complete table removes the unlisted', () => {
    const closed = applyStations(scenario, [row({ isActive: false })], options);
    expect(closed.removed).toEqual([village.id]);
    expect(closed.scenario.demands.some(({ placeId }) => placeId === village.placeId)).toBe(false);
    const only = applyStations(scenario, [row({})], { ...options, isComplete: true });
    expect(only.scenario.stations.map(({ id }) => id)).toEqual([village.id]);
    expect(only.scenario.depot).toEqual(scenario.depot);
  });

  it('all stay where a complete table lists none of them, and that is said', () => {
    const none = applyStations(scenario, [], { ...options, isComplete: true });
    expect(none.scenario.stations).toEqual(scenario.stations);
    expect(none.issues.map(({ code }) => code)).toEqual(['roster.listsNone']);
  });

  it('are supplied from the highest hub where the table hangs one hub on another, and that is said', () => {
    const [low, high] = scenario.stations.filter(({ role }) => role === 'townshipStation');
    const at = (station: typeof low, hubName: string) =>
      row({ placeId: station!.placeId, name: station!.name, role: station!.role, hubName });
    const { scenario: after, issues } = applyStations(
      scenario,
      [row({ hubName: low!.name }), at(low, high!.name), at(high, scenario.depot.name)],
      options,
    );
    const hubOf = (id: string) => after.stations.find((station) => station.id === id)!.hubId;
    expect([hubOf(village.id), hubOf(low!.id), hubOf(high!.id)]).toEqual([high!.id, high!.id, null]);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ['roster.hubOfHub', { name: village.name, hub: low!.name, to: high!.name }],
    ]);
    // Round and round: from the depot.
    const round = applyStations(scenario, [at(low, high!.name), at(high, low!.name)], options);
    expect(round.scenario.stations.filter(({ hubId }) => hubId !== null)).toEqual([]);
  });

  it('new ones get a place of their own and their reported parcels', () => {
    const added = row({ placeId: null, name: '新设村', deliveryParcelsPerDay: 12, pickupParcelsPerDay: 3 });
    const { scenario: after, added: ids } = applyStations(scenario, [added], options);
    const station = after.stations.find(({ id }) => id === ids[0])!;
    expect(station.name).toBe('新设村');
    expect(after.places.find(({ id }) => id === station.placeId)!.kind).toBe('settlement');
    expect(after.demands.find(({ placeId }) => placeId === station.placeId)).toMatchObject({
      deliveryParcelsPerDay: 12,
      pickupParcelsPerDay: 3,
      grade: 'user',
    });
  });

  it('that report one direction leave the other what it was, and the pair is marked by the weaker', () => {
    const assumed = { deliveryParcelsPerDay: 22, pickupParcelsPerDay: 2.2, grade: 'assumption' as const };
    const start = {
      ...scenario,
      demands: scenario.demands.map((demand) =>
        demand.placeId === village.placeId ? { ...demand, ...assumed, source: 'default' } : demand,
      ),
    };
    const rosterOn = (from: typeof scenario, changes: Partial<StationRow>, source = 'a.csv') =>
      applyStations(from, [row(changes)], { ...options, source }).scenario;
    const demandIn = ({ demands }: typeof scenario) =>
      demands.find(({ placeId }) => placeId === village.placeId);
    const once = rosterOn(start, { deliveryParcelsPerDay: 30 });
    expect(demandIn(once)).toMatchObject({
      deliveryParcelsPerDay: 30,
      pickupParcelsPerDay: 2.2,
      grade: 'assumption',
      source: '进件 in: a.csv; 出件 out: default',
    });
    // Again: the part that is replaced is named anew, the other stays named.
    expect(demandIn(rosterOn(once, { deliveryParcelsPerDay: 31 }, 'b.csv'))!.source).toBe(
      '进件 in: b.csv; 出件 out: default',
    );
    const both = { deliveryParcelsPerDay: 30, pickupParcelsPerDay: 4 };
    expect(demandIn(rosterOn(start, both))).toMatchObject({ ...both, grade: 'user', source: 'a.csv' });
  });

  it('the same table twice is the same scenario', () => {
    const rows = [row({}), row({ placeId: null, name: '新设村' })];
    const once = applyStations(scenario, rows, options).scenario;
    const again = applyStations(
      once,
      [rows[0]!, { ...rows[1]!, placeId: once.places.at(-1)!.id }],
      options,
    ).scenario;
    expect(again).toEqual(once);
  });
});

describe('volumes', () => {
  const volume = (placeId: string | null, changes: Partial<VolumeRow>): VolumeRow => ({
    row: 2,
    placeId: placeId === null ? null : asId<PlaceId>(placeId),
    isSeatOnly: false,
    courier: '',
    period: '',
    deliveryParcelsPerDay: null,
    pickupParcelsPerDay: null,
    totalParcelsPerDay: null,
    ...changes,
  });
  const served = new Set(scenario.stations.flatMap(({ servesPlaceIds }) => servesPlaceIds));
  const inTownship = scenario.places.filter(
    ({ id, parentId }) => served.has(id) && (id === township.id || parentId === township.id),
  );
  const sum = (
    after: typeof scenario,
    key: 'deliveryParcelsPerDay' | 'pickupParcelsPerDay',
    ids?: ReadonlySet<string>,
  ): number =>
    after.demands
      .filter(({ placeId }) => !ids || ids.has(placeId))
      .reduce((total, demand) => total + demand[key], 0);

  it('of couriers add up within a month and average over months', () => {
    const rows = [
      volume(village.placeId, { courier: 'a', period: '1月', deliveryParcelsPerDay: 10 }),
      volume(village.placeId, { courier: 'b', period: '1月', deliveryParcelsPerDay: 20 }),
      volume(village.placeId, { courier: 'a', period: '2月', deliveryParcelsPerDay: 50 }),
    ];
    const { scenario: after } = applyVolumes(scenario, rows, { source: 's', weightOf: null });
    // (10 + 20 + 50) / 2 months.
    expect(after.demands.find(({ placeId }) => placeId === village.placeId)).toMatchObject({
      deliveryParcelsPerDay: 40,
      grade: 'user',
    });
  });

  it('of a township are split over the places without their own, the total kept', () => {
    const rows = [
      volume(township.id, { deliveryParcelsPerDay: 1000, pickupParcelsPerDay: 100 }),
      volume(village.placeId, { deliveryParcelsPerDay: 400, pickupParcelsPerDay: 40 }),
    ];
    const { scenario: after, issues } = applyVolumes(scenario, rows, { source: 's', weightOf: null });
    const ids = new Set<string>(inTownship.map(({ id }) => id));
    expect(sum(after, 'deliveryParcelsPerDay', ids)).toBeCloseTo(1000, 9);
    expect(sum(after, 'pickupParcelsPerDay', ids)).toBeCloseTo(100, 9);
    expect(issues).toMatchObject([
      { code: 'demand.split', params: { parcels: 660, places: inTownship.length - 1 } },
    ]);
    const other = inTownship.find(({ id }) => id !== village.placeId)!;
    expect(after.demands.find(({ placeId }) => placeId === other.id)!.grade).toBe('derived');
  });

  it('of the county only are split by weight and by the usual share of deliveries', () => {
    const { scenario: after } = applyVolumes(scenario, [volume(null, { totalParcelsPerDay: 11_000 })], {
      source: 's',
      weightOf: () => 1,
    });
    expect(sum(after, 'deliveryParcelsPerDay') + sum(after, 'pickupParcelsPerDay')).toBeCloseTo(11_000, 6);
    const each = after.demands.map(({ deliveryParcelsPerDay }) => deliveryParcelsPerDay);
    expect(Math.max(...each) - Math.min(...each)).toBeLessThan(1e-9);
    const before =
      sum(scenario, 'deliveryParcelsPerDay') /
      (sum(scenario, 'deliveryParcelsPerDay') + sum(scenario, 'pickupParcelsPerDay'));
    expect(sum(after, 'deliveryParcelsPerDay') / 11_000).toBeCloseTo(before, 9);
  });
});

describe('prices', () => {
  const price = (changes: Partial<RateRow>): RateRow => ({
    row: 2,
    item: '',
    courier: '',
    township: '',
    value: 1,
    unit: '元/件',
    source: '',
    ...changes,
  });
  const at = { table: 'r.csv', source: 'r.csv' };

  it('go to their entries in the unit of the cost book', () => {
    const rows = [
      price({ item: '村站代办费', value: 0.35 }),
      price({ item: '乡镇中转站房租', value: 900, unit: '元/月' }),
      price({ item: '社保比例', value: 20, unit: '%' }),
      price({ item: 'sortingYuanPerParcel', value: 0.09, unit: 'yuan/parcel' }),
      price({ row: 7, item: '分拣费', value: 5, unit: '元/年' }),
    ];
    const { scenario: after, issues } = applyRates(scenario, rows, at);
    expect(after.rates.stationFeeYuanPerParcel).toEqual({ value: 0.35, grade: 'user', source: 'r.csv' });
    // 900 yuan over 30 days.
    expect(after.rates.hubRentYuanPerDay.value).toBe(30);
    expect(after.rates.socialChargeShare.value).toBe(0.2);
    expect(after.rates.sortingYuanPerParcel.value).toBe(0.09);
    // A yearly sum is no price per parcel.
    expect(issues).toMatchObject([{ code: 'rate.notPlaced', at: { row: 7 } }]);
  });

  it('of couriers are their contracts, averaged by volume', () => {
    const two = {
      ...scenario,
      couriers: ['中通', '圆通'].map((name, index) => ({
        id: asId<CourierId>(name),
        name: { zh: name, en: name },
        volumeShare: { value: [0.75, 0.25][index]!, grade: 'user' as const, source: '' },
      })),
    };
    const rows = [price({ courier: '中通快递', value: 2 }), price({ courier: '圆通', value: 3 })];
    const { contractPrices, scenario: after, issues } = applyRates(two, rows, at);
    expect(after.rates).toEqual(two.rates);
    // 0.75 x 2 + 0.25 x 3.
    expect(meanContractYuan(contractPrices, two)).toBeCloseTo(2.25, 12);
    expect(issues).toMatchObject([{ code: 'rate.contractPrices', params: { prices: 2, yuan: 2.25 } }]);
  });
});

describe('prices as exports name them', () => {
  it('are in words and come back under them', () => {
    const { rows } = ratesTable(scenario);
    const first = rows[0]!;
    expect([first[0], first[2]]).toEqual(['分拣费（整合后）', '元/件']);
    const read = rows.map((cells, index) => ({
      row: index + 2,
      item: String(cells[0]),
      courier: '',
      township: '',
      value: Number(cells[1]) + 1,
      unit: String(cells[2]),
      source: '',
    }));
    const { scenario: after, issues } = applyRates(scenario, read, { table: 'r.csv', source: 'r.csv' });
    expect(issues).toEqual([]);
    for (const [key, { value }] of Object.entries(scenario.rates))
      expect(after.rates[key as keyof typeof after.rates].value).toBe(value + 1);
  });
});
