import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../../src/core/file/write.ts';
import { changeDemands } from '../../../../src/core/model/edit/demands.ts';
import {
  addStation,
  changeManyStations,
  changeStation,
  movePlace,
  removeStation,
} from '../../../../src/core/model/edit/stations.ts';
import { addLine, changeLine, moveStop, removeLine } from '../../../../src/core/model/edit/todaysLines.ts';
import { addVehicle, changeVehicle, removeVehicle } from '../../../../src/core/model/edit/vehicles.ts';
import { asId, type LineId } from '../../../../src/core/model/ids.ts';
import type { PlannedLine } from '../../../../src/core/model/plan.ts';
import type { Scenario } from '../../../../src/core/model/scenario.ts';
import { countyOf } from '../../io/tables/luxi.ts';

const base = countyOf('heshui').scenarios[0]!;
const isSound = (scenario: Scenario): boolean =>
  readScenarioFile(writeScenarioFile(scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' })).ok;
const line = (id: string, stopCount: number, from = 0): PlannedLine => ({
  id: asId<LineId>(id),
  kind: 'direct',
  originId: base.depot.id,
  stopIds: base.stations.slice(from, from + stopCount).map((station) => station.id),
  vehicleTypeId: base.vehicleTypes[0]!.id,
  departureClockMin: [450],
  serviceDays: { kind: 'daily' },
  phase: 0,
});

describe('stations', () => {
  it('dragged to its real place, an approximate village is exact, and so is its place', () => {
    const station = base.stations.find(({ coordQuality }) => coordQuality === 'approxCatchment')!;
    const after = movePlace(base, station.placeId, [108.2, 35.9]);
    const moved = after.stations.find(({ id }) => id === station.id)!;
    expect([moved.lonLat, moved.coordQuality]).toEqual([[108.2, 35.9], 'exact']);
    expect(after.places.find(({ id }) => id === station.placeId)).toMatchObject({
      lonLat: [108.2, 35.9],
      coordQuality: 'exact',
      coordSource: 'user: map',
    });
    expect(base.stations.find(({ id }) => id === station.id)).toBe(station);
  });

  it('all of a township change at once', () => {
    const township = base.places.find(({ tier }) => tier === 'township')!;
    const inside = base.places.filter(({ parentId }) => parentId === township.id).map(({ id }) => id);
    const ids = new Set(base.stations.filter(({ placeId }) => inside.includes(placeId)).map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(1);
    const after = changeManyStations(base, ids, { openClockMin: 540 });
    for (const station of after.stations)
      expect(station.openClockMin === 540).toBe(
        ids.has(station.id) || base.stations.find(({ id }) => id === station.id)!.openClockMin === 540,
      );
  });

  it('a place is served by one station only', () => {
    const [a, b] = base.stations.filter(({ role }) => role === 'villageStation');
    const after = changeStation(base, a!.id, {
      servesPlaceIds: [...a!.servesPlaceIds, ...b!.servesPlaceIds],
    });
    expect(after.stations.find(({ id }) => id === b!.id)!.servesPlaceIds).toEqual([]);
  });

  it('removed, its places go to the station named or lose their parcels', () => {
    const [a, b] = base.stations.filter(({ role }) => role === 'villageStation');
    const given = removeStation(base, a!.id, b!.id);
    expect(given.stations.find(({ id }) => id === b!.id)!.servesPlaceIds).toEqual([
      ...b!.servesPlaceIds,
      ...a!.servesPlaceIds,
    ]);
    expect(given.demands).toEqual(base.demands);
    const lost = removeStation(base, a!.id);
    expect(lost.demands.some(({ placeId }) => a!.servesPlaceIds.includes(placeId))).toBe(false);
    expect(removeStation(base, base.depot.id)).toBe(base);
  });

  it('added, moved and removed in any order, the scenario stays one that can be saved', () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'move', 'remove', 'line', 'stop'),
      index: fc.nat(200),
      lon: fc.double({ min: 107.8, max: 108.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let scenario = addLine(base, line('A', 5));
        for (const { kind, index, lon } of steps) {
          const station = scenario.stations[index % scenario.stations.length]!;
          if (kind === 'add')
            scenario = addStation(scenario, {
              name: '新站',
              role: 'villageStation',
              lonLat: [lon, 35.8],
              placeId: null,
              parentId: null,
            }).scenario;
          else if (kind === 'move') scenario = movePlace(scenario, station.placeId, [lon, 35.8]);
          else if (kind === 'remove') scenario = removeStation(scenario, station.id);
          else if (kind === 'line') scenario = addLine(scenario, line(`L${index}`, 3, index % 60));
          else scenario = moveStop(scenario, station.id, asId<LineId>('A'), 0);
        }
        const ids = scenario.stations.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(isSound(scenario)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

it('parcels typed in are the user’s own', () => {
  const { placeId } = base.demands[3]!;
  const after = changeDemands(base, new Set([placeId]), { deliveryParcelsPerDay: 99 });
  expect(after.demands[3]).toMatchObject({ deliveryParcelsPerDay: 99, grade: 'user' });
  expect(after.demands[3]!.pickupParcelsPerDay).toBe(base.demands[3]!.pickupParcelsPerDay);
  expect(after.demands[4]).toBe(base.demands[4]);
});

describe('vehicles', () => {
  it('change, are added and removed', () => {
    const [first] = base.vehicleTypes;
    const changed = changeVehicle(base, first!.id, { count: 7, quantities: { capacityKg: 1234 } });
    expect(changed.vehicleTypes[0]).toMatchObject({ count: 7, capacityKg: { value: 1234, grade: 'user' } });
    expect(changed.vehicleTypes[0]!.energyYuanPerKm).toBe(first!.energyYuanPerKm);
    const added = addVehicle(base, first!.id, '冷藏车');
    expect(added.vehicleTypes.at(-1)!.name.zh).toBe('冷藏车');
    const withLine = addLine(base, line('A', 2));
    const removed = removeVehicle(withLine, first!.id);
    expect(removed.todaysPlan!.lines[0]!.vehicleTypeId).toBe(removed.vehicleTypes[0]!.id);
    expect(isSound(removed)).toBe(true);
  });
});

describe("today's lines", () => {
  const two = addLine(addLine(base, line('A', 3)), line('B', 2, 3));

  it('keep a trip for every round', () => {
    const after = changeLine(two, asId<LineId>('A'), { departureClockMin: [450, 810] });
    const trips = after.todaysPlan!.duties.flatMap((duty) =>
      duty.trips.filter(({ lineId }) => lineId === 'A'),
    );
    expect(trips.map(({ roundIndex }) => roundIndex).sort()).toEqual([0, 1]);
    const back = changeLine(after, asId<LineId>('A'), { departureClockMin: [450] });
    expect(back.todaysPlan).toEqual(two.todaysPlan);
  });

  it('a stop moves from one to the other; a line without stops goes', () => {
    const stop = two.todaysPlan!.lines[1]!.stopIds[0]!;
    const moved = moveStop(two, stop, asId<LineId>('A'), 1);
    expect(moved.todaysPlan!.lines.map(({ stopIds }) => stopIds.length)).toEqual([4, 1]);
    expect(moved.todaysPlan!.lines[0]!.stopIds[1]).toBe(stop);
    const rest = moved.todaysPlan!.lines[1]!.stopIds[0]!;
    expect(moveStop(moved, rest, asId<LineId>('A'), 0).todaysPlan!.lines).toHaveLength(1);
  });

  it('without the last line there is no plan of today', () => {
    const none = removeLine(removeLine(two, asId<LineId>('A')), asId<LineId>('B'));
    expect(none.todaysPlan).toBeUndefined();
    expect(none).toEqual(base);
  });
});
