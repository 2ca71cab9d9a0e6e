import { describe, expect, it } from 'vitest';
import { readCountiesText, readCountyFiles } from '../../src/cli/countyFiles.ts';
import { haversineKm } from '../../src/core/geo.ts';
import { isInsideBoundary } from '../../src/core/io/boundary.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { readCountyIndex } from '../../src/core/io/readCountyIndex.ts';
import type { County } from '../../src/core/model/county.ts';
import type { Place, Scenario, StationRole } from '../../src/core/model/scenario.ts';

const load = (id: string): County => {
  const result = readCounty(readCountyFiles(id));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  expect(result.issues).toEqual([]);
  return result.value;
};
const index = readCountyIndex(readCountiesText());
const counties = index.ok ? index.value.map(({ id }) => load(id)) : [];
const countyOf = (id: string): County => counties.find((county) => county.id === id)!;
const scenarioOf = (countyId: string, id: string): Scenario =>
  countyOf(countyId).scenarios.find((scenario) => scenario.id === id)!;
const roleCount = (scenario: Scenario, role: StationRole): number =>
  scenario.stations.filter((station) => station.role === role).length;
const villagesOf = (county: County): Place[] => county.places.filter(({ kind }) => kind === 'village');
const claimOf = (countyId: string, id: string): number =>
  countyOf(countyId).claims.find((claim) => claim.id === id)!.value!;
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)]!;
const allScenarios = counties.flatMap((county) =>
  county.scenarios.map((scenario) => ({ name: `${county.id} ${scenario.id}`, county, scenario })),
);

describe('counts equal what the reports state', () => {
  it('Heshui', () => {
    const main = scenarioOf('heshui', '1+12+68');
    const villages = villagesOf(countyOf('heshui'));
    expect(roleCount(main, 'townshipStation')).toBe(claimOf('heshui', 'HS-02'));
    expect(villages.length).toBe(claimOf('heshui', 'HS-04'));
    expect(roleCount(main, 'villageStation')).toBe(claimOf('heshui', 'HS-06'));
    const points = scenarioOf('heshui', '1+12+65');
    expect(roleCount(points, 'villageStation')).toBe(claimOf('heshui', 'HS-07'));
    expect((roleCount(points, 'villageStation') / villages.length) * 100).toBe(claimOf('heshui', 'HS-08'));
    expect(main.policy.lineCount).toEqual({
      min: claimOf('heshui', 'HS-10'),
      max: claimOf('heshui', 'HS-10'),
    });
    expect(roleCount(scenarioOf('heshui', '1+17'), 'urbanStation')).toBe(claimOf('heshui', 'HS-11'));
    expect(main.sorting.chuteCount).toBe(claimOf('heshui', 'HS-12'));
    expect(main.couriers.length).toBe(claimOf('heshui', 'HS-13'));
    expect(main.vehicleTypes.reduce((sum, { count }) => sum + count, 0)).toBe(claimOf('heshui', 'HS-14'));
    expect(main.rates.investmentYuan.value).toBe(claimOf('heshui', 'HS-29') * 10_000);
    expect(countyOf('heshui').defaultScenarioId).toBe('1+12+68');
  });

  it('Yanling', () => {
    const main = scenarioOf('yanling', '1+3+96');
    const villages = villagesOf(countyOf('yanling'));
    expect(roleCount(main, 'townshipStation')).toBe(claimOf('yanling', 'YL-05'));
    expect(roleCount(main, 'villageStation')).toBe(claimOf('yanling', 'YL-06'));
    expect(villages.length).toBe(claimOf('yanling', 'YL-07'));
    // 96 of 120
    expect((roleCount(main, 'villageStation') / villages.length) * 100).toBe(claimOf('yanling', 'YL-01'));
    expect(main.policy.lineCount).toEqual({
      min: claimOf('yanling', 'YL-09'),
      max: claimOf('yanling', 'YL-09'),
    });
    expect(main.couriers.length).toBe(claimOf('yanling', 'YL-11'));
    expect(main.rates.investmentYuan.value).toBe(
      (claimOf('yanling', 'YL-15') + claimOf('yanling', 'YL-16')) * 10_000,
    );
    const before = countyOf('yanling').claims.find(({ id }) => id === 'YL-06')!;
    expect(before.note).toBe('原为 128 个 / 128 before');
    expect(roleCount(scenarioOf('yanling', 'before'), 'villageStation')).toBe(128);
    expect(countyOf('yanling').places.filter(({ kind }) => kind === 'township').length).toBe(10);
  });

  it('how many points are real', () => {
    const villagePoints = (id: string) => countyOf(id).pointCounts.village;
    expect(villagePoints('heshui')).toEqual({ real: 4, approximate: 76, missing: 0 });
    expect(villagePoints('yanling')).toEqual({ real: 7, approximate: 113, missing: 0 });
    expect(villagePoints('luxi')).toEqual({ real: 116, approximate: 14, missing: 0 });
    expect(countyOf('luxi').pointCounts.township.real).toBe(12);
  });
});

describe('parcels', () => {
  const parcels = (scenario: Scenario, kind: Place['kind']): number => {
    const ids = new Set(scenario.places.filter((place) => place.kind === kind).map(({ id }) => id));
    return scenario.demands
      .filter(({ placeId }) => ids.has(placeId))
      .reduce((sum, { deliveryParcelsPerDay }) => sum + deliveryParcelsPerDay, 0);
  };

  it('add up to the stated totals', () => {
    // Heshui 22 x 68 = 1,496 and 4,000 - 1,496 = 2,504; Yanling 22 x 96 and 10 x 2,504 / 12; Luxi 22 x 130 and 2,504.
    const heshui = scenarioOf('heshui', '1+12+68');
    expect(parcels(heshui, 'village')).toBeCloseTo(1496, 6);
    expect(parcels(heshui, 'township') + parcels(heshui, 'community')).toBeCloseTo(2504, 6);
    const yanling = scenarioOf('yanling', '1+3+96');
    expect(parcels(yanling, 'village')).toBeCloseTo(2112, 6);
    expect(parcels(yanling, 'township') + parcels(yanling, 'community')).toBeCloseTo(2086.7, 6);
    const luxi = scenarioOf('luxi', '1+12+130');
    expect(parcels(luxi, 'village')).toBeCloseTo(2860, 6);
    expect(parcels(luxi, 'township') + parcels(luxi, 'community')).toBeCloseTo(2504, 6);
    // 17 x 300
    expect(parcels(scenarioOf('heshui', '1+17'), 'urbanPoint')).toBeCloseTo(5100, 6);
  });

  it.each(allScenarios)(
    '$name: outbound is a tenth, villages keep within 3 to 80',
    ({ county, scenario }) => {
      const sum = (key: 'deliveryParcelsPerDay' | 'pickupParcelsPerDay'): number =>
        scenario.demands.reduce((total, demand) => total + demand[key], 0);
      expect(Math.abs(sum('pickupParcelsPerDay') - sum('deliveryParcelsPerDay') / 10)).toBeLessThan(0.1);
      const villages = new Set<string>(villagesOf(county).map(({ id }) => id));
      for (const demand of scenario.demands.filter(({ placeId }) => villages.has(placeId))) {
        expect(demand.deliveryParcelsPerDay).toBeGreaterThanOrEqual(3);
        expect(demand.deliveryParcelsPerDay).toBeLessThanOrEqual(80);
      }
    },
  );

  it('spread like a log-normal with a coefficient of variation of 0.6', () => {
    for (const county of counties) {
      const scenario = county.scenarios.find(({ id }) => id === county.defaultScenarioId)!;
      const villages = new Set<string>(villagesOf(county).map(({ id }) => id));
      const values = scenario.demands
        .filter(({ placeId }) => villages.has(placeId))
        .map((demand) => demand.deliveryParcelsPerDay);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
      expect(Math.sqrt(variance) / mean).toBeGreaterThan(0.45);
      expect(Math.sqrt(variance) / mean).toBeLessThan(0.75);
    }
  });
});

describe.each(allScenarios)('$name', ({ county, scenario }) => {
  it('resolves every id', () => {
    const placeIds = new Set(scenario.places.map(({ id }) => id));
    expect(placeIds.size).toBe(scenario.places.length);
    for (const place of scenario.places)
      if (place.parentId !== null) expect(placeIds).toContain(place.parentId);
    const hubIds = new Set(
      scenario.stations.filter(({ role }) => role === 'townshipStation').map(({ id }) => id),
    );
    const stationIds = new Set(scenario.stations.map(({ id }) => id));
    expect(stationIds.size).toBe(scenario.stations.length);
    expect(stationIds).not.toContain(scenario.depot.id);
    for (const station of scenario.stations) {
      expect(placeIds).toContain(station.placeId);
      for (const served of station.servesPlaceIds) expect(placeIds).toContain(served);
      if (station.hubId !== null) expect(hubIds).toContain(station.hubId);
      const isSuppliedByHub = scenario.shape === 'hub' && station.role === 'villageStation';
      expect(station.hubId !== null).toBe(isSuppliedByHub);
    }
    expect(county.scenarios.map(({ id }) => id)).toContain(county.defaultScenarioId);
  });

  it('hands over the parcels of every place once', () => {
    const served = scenario.stations.flatMap(({ servesPlaceIds }) => servesPlaceIds);
    expect(new Set(served).size).toBe(served.length);
    expect(new Set(scenario.demands.map(({ placeId }) => placeId))).toEqual(new Set(served));
    const servedIds = new Set(served);
    const servedVillages = villagesOf(county).filter(({ id }) => servedIds.has(id));
    expect(servedVillages.length).toBe(scenario.shape === 'urbanStar' ? 0 : villagesOf(county).length);
  });

  it('has vehicles for its kinds of line, shares of 1 and graded numbers with a source', () => {
    const used = new Set(
      scenario.vehicleTypes.filter(({ count }) => count > 0).flatMap(({ usedFor }) => usedFor),
    );
    const needed = {
      direct: ['direct'],
      hub: ['trunk', 'branch'],
      mixed: ['trunk', 'branch', 'direct'],
      urbanStar: ['urban'],
    } as const;
    for (const kind of needed[scenario.shape]) expect(used).toContain(kind);
    expect(scenario.baselineVehicleTypes.length).toBeGreaterThan(0);
    expect(scenario.waves.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(scenario.couriers.reduce((sum, { volumeShare }) => sum + volumeShare.value, 0)).toBeCloseTo(1, 9);
    for (const { value, low = value, high = value, source } of Object.values(scenario.rates)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(source).toContain(' / ');
    }
    expect(scenario.targets.map(({ kpi, threshold }) => [kpi, threshold])).toEqual([
      ['savingShare', 0.2],
      ['worstCountyToVillageH', 48],
      ['villageCoverageShare', 0.8],
    ]);
  });
});

describe.each(counties.map((county) => ({ name: county.id, county })))('points of $name', ({ county }) => {
  const nearestKm = (place: Place, others: readonly Place[]): number =>
    Math.min(
      ...others.filter(({ id }) => id !== place.id).map((other) => haversineKm(place.lonLat!, other.lonLat!)),
    );

  it('lie inside the county', () => {
    for (const place of county.places) expect(isInsideBoundary(place.lonLat!, county.boundary)).toBe(true);
  });

  it('keep their distance when placed by rule', () => {
    const rural = county.places.filter(({ kind }) => kind !== 'urbanPoint');
    const seatOf = new Map(rural.map((place) => [place.id, place]));
    for (const place of rural.filter(({ coordQuality }) => coordQuality === 'approxCatchment'))
      expect(nearestKm(place, rural)).toBeGreaterThan(0.99);
    for (const place of rural.filter(({ coordQuality }) => coordQuality === 'approxSeat')) {
      expect(nearestKm(place, rural)).toBeGreaterThan(0.14);
      const seatKm = haversineKm(place.lonLat!, seatOf.get(place.parentId!)!.lonLat!);
      expect(seatKm).toBeGreaterThan(0.29);
      expect(seatKm).toBeLessThan(0.61);
    }
  });

  it('are spread like real villages', () => {
    // 849 real villages: nearest neighbour median 1.8 km (10-90 %: 0.8-3.2), seat to village median 4.5 km.
    const villages = villagesOf(county);
    const seatOf = new Map(county.places.map((place) => [place.id, place]));
    const neighbourKm = villages.map((place) => nearestKm(place, villages));
    expect(quantile(neighbourKm, 0.5)).toBeGreaterThan(1.2);
    expect(quantile(neighbourKm, 0.5)).toBeLessThan(2.5);
    const seatKm = villages.map((place) => haversineKm(place.lonLat!, seatOf.get(place.parentId!)!.lonLat!));
    expect(quantile(seatKm, 0.5)).toBeGreaterThan(2.5);
    expect(quantile(seatKm, 0.5)).toBeLessThan(6);
  });
});

it('keeps the urban stations of Heshui in town', () => {
  const county = countyOf('heshui');
  const town = county.places.find(({ name }) => name === '西华池镇')!;
  const urban = county.places.filter(({ kind }) => kind === 'urbanPoint');
  expect(urban.length).toBe(17);
  for (const { lonLat } of urban) expect(haversineKm(lonLat!, town.lonLat!)).toBeLessThan(1.51);
});

it('gives no centre of Yanling more than one 4.2 m truck brings', () => {
  for (const id of ['1+3+96', '1+3+96-daily']) {
    const scenario = scenarioOf('yanling', id);
    const truck = scenario.vehicleTypes.find((type) => type.id === 'boxTruck')!;
    const parcels = new Map(scenario.demands.map((demand) => [demand.placeId, demand.deliveryParcelsPerDay]));
    for (const hub of scenario.stations.filter(({ role }) => role === 'townshipStation')) {
      const handedOut = scenario.stations
        .filter((station) => station.id === hub.id || station.hubId === hub.id)
        .flatMap(({ servesPlaceIds }) => servesPlaceIds)
        .reduce((sum, placeId) => sum + parcels.get(placeId)!, 0);
      expect(handedOut).toBeLessThanOrEqual(truck.capacityParcels.value);
    }
  }
});
