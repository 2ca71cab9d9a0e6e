import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../../src/core/io/readCounty.ts';
import {
  typicalVillageParcels,
  villagesWithoutStation,
  withNewVillage,
} from '../../../../src/core/model/edit/newVillage.ts';
import type { Scenario } from '../../../../src/core/model/scenario.ts';

function scenarioOf(county: string): Scenario {
  const read = readCounty(readCountyFiles(county));
  if (!read.ok) throw new Error(`${county} cannot be read`);
  return read.value.scenarios.find(({ id }) => id === read.value.defaultScenarioId)!;
}
const heshui = scenarioOf('heshui');

describe('a new village', () => {
  it('can be any village without a station of its own', () => {
    // Heshui 1+12+68: 80 villages, 68 stations in villages.
    const open = villagesWithoutStation(heshui);
    const standing = new Set(heshui.stations.map(({ placeId }) => placeId));
    expect(open).toHaveLength(80 - 68);
    expect(open.some(({ id }) => standing.has(id))).toBe(false);
  });

  it('takes its parcels with it from the station next door', () => {
    const village = villagesWithoutStation(heshui)[0]!;
    const host = heshui.stations.find(({ servesPlaceIds }) => servesPlaceIds.includes(village.id))!;
    const { scenario, stationId } = withNewVillage(heshui, {
      placeId: village.id,
      name: village.name,
      lonLat: village.lonLat,
      deliveryParcelsPerDay: 12,
      pickupParcelsPerDay: 3,
    });
    const station = scenario.stations.find(({ id }) => id === stationId)!;
    expect(station).toMatchObject({ placeId: village.id, servesPlaceIds: [village.id], hubId: null });
    expect(scenario.stations.find(({ id }) => id === host.id)!.servesPlaceIds).not.toContain(village.id);
    expect(scenario.demands.find(({ placeId }) => placeId === village.id)).toMatchObject({
      deliveryParcelsPerDay: 12,
      pickupParcelsPerDay: 3,
      grade: 'user',
    });
    expect(villagesWithoutStation(scenario)).toHaveLength(villagesWithoutStation(heshui).length - 1);
  });

  it('hangs on the hub of the village nearest to it', () => {
    const yanling = scenarioOf('yanling');
    const near = yanling.stations.find(({ hubId }) => hubId !== null)!;
    const [lon, lat] = near.lonLat;
    const { scenario, stationId } = withNewVillage(yanling, {
      placeId: null,
      name: '新村',
      lonLat: [lon + 0.0001, lat],
      deliveryParcelsPerDay: 5,
      pickupParcelsPerDay: 0,
    });
    expect(scenario.stations.find(({ id }) => id === stationId)!.hubId).toBe(near.hubId);
  });

  it('is expected to have as many parcels as half of the villages have at most', () => {
    const { delivery } = typicalVillageParcels(heshui);
    const villages = new Set(heshui.places.filter(({ kind }) => kind === 'village').map(({ id }) => id));
    const own = heshui.demands.filter(({ placeId }) => villages.has(placeId));
    const below = own.filter(({ deliveryParcelsPerDay }) => deliveryParcelsPerDay <= delivery + 0.5).length;
    expect(below).toBeGreaterThanOrEqual(own.length / 2);
  });
});
