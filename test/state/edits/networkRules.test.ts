import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { setStopCalendars } from '../../../src/core/model/edit/stopCalendars.ts';
import { asId, type PlaceId, type StationId } from '../../../src/core/model/ids.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { addBusLine, callsAlong, readRuns, removeBusLine } from '../../../src/state/edits/busLines.ts';
import {
  setHubLimits,
  setShape,
  setTimeBound,
  setTodaysPlan,
} from '../../../src/state/edits/networkRules.ts';
import { busValues, stationsNear } from '../../../src/ui/levels/busValue.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';

const id = (text: string): StationId => asId<StationId>(text);
const plain = aScenario(
  [
    { id: 'T', role: 'townshipStation' },
    { id: 'a', delivery: 20 },
    { id: 'b', delivery: 5 },
  ],
  {
    vehicleTypes: [aVehicleType('van', { energyYuanPerKm: graded(0.3), maintenanceYuanPerKm: graded(0.2) })],
  },
);
const scenario: Scenario = {
  ...plain,
  places: plain.places.map((place) =>
    place.tier === 'village' ? { ...place, parentId: asId<PlaceId>('place-T') } : place,
  ),
};
const matrix = aMatrix(
  ['depot', 'T', 'a', 'b'],
  [
    ['depot', 'a', 10, 20],
    ['a', 'b', 1, 3],
    ['depot', 'b', 11, 23],
  ],
);

describe('the shape', () => {
  it('goes from direct to hub and back', () => {
    const hub = setShape(scenario, 'hub');
    expect(hub.stations.map(({ hubId }) => hubId)).toEqual([null, 'T', 'T']);
    const back = setShape(hub, 'direct');
    expect(back.stations.every(({ hubId }) => hubId === null)).toBe(true);
    expect(setShape(hub, 'hub')).toBe(hub);
  });

  it('mixed leaves township stations to the program; given shapes take that back', () => {
    const mixed = setShape(scenario, 'mixed');
    expect(mixed.policy.hubs).toMatchObject({ choice: 'chosen', assignment: 'chosen' });
    expect(mixed.stations[0]!.hub).toEqual({ isCandidate: true });
    expect(setShape(mixed, 'direct').policy.hubs).toMatchObject({ choice: 'given' });
  });
});

describe('limits', () => {
  it('of a hub are set, kept and taken off one by one', () => {
    const set = setHubLimits(setHubLimits(scenario, id('T'), { openYuanPerDay: 90 }), id('T'), {
      dockCount: 2,
    });
    expect(set.stations[0]!.hub).toMatchObject({
      isCandidate: false,
      dockCount: 2,
      openYuanPerDay: { value: 90 },
    });
    const off = setHubLimits(set, id('T'), { openYuanPerDay: null });
    expect(off.stations[0]!.hub).toEqual({ isCandidate: false, dockCount: 2 });
  });

  it('leave no trace when they are taken back', () => {
    const bound = setTimeBound(scenario, { measure: 'worst', limitH: 48 });
    expect(setTimeBound(bound, null)).toEqual(scenario);
    const own = setStopCalendars(scenario, [id('a')], {
      kind: 'between',
      minVisitsPerWeek: 3,
      maxVisitsPerWeek: 7,
    });
    expect(own.stations[1]!.calendar?.kind).toBe('between');
    expect(setStopCalendars(own, [id('a')], null)).toEqual(scenario);
    const today = setTodaysPlan(scenario, aPlan([aLine('L', ['a'])]));
    expect(today.todaysPlan?.lines).toHaveLength(1);
    expect(setTodaysPlan(today, null)).toEqual(scenario);
  });
});

describe('bus lines', () => {
  it('take their times from the roads', () => {
    // 20 minutes to a, 3 more to b.
    expect(callsAlong(scenario, [id('a'), id('b')], matrix).map(({ offsetMin }) => offsetMin)).toEqual([
      20, 23,
    ]);
    const added = addBusLine(scenario, '客车', [id('a')], matrix);
    const twice = addBusLine(added, '客车', [id('b')], null);
    expect(twice.busLines?.map((line) => line.id)).toEqual(['bus-1', 'bus-2']);
    expect(removeBusLine(added, added.busLines![0]!.id)).toEqual(scenario);
  });

  it('read timetables as people write them', () => {
    const clocks = (text: string) => readRuns(text, [])?.map((run) => run.departureClockMin);
    expect(clocks('14:00、7:30，0730 7：30')).toEqual([450, 840]);
    expect(clocks('7.30')).toBeUndefined();
    expect(clocks('24:00')).toBeUndefined();
    expect(clocks('7:60')).toBeUndefined();
    // What a run had of its own stays with its time.
    expect(readRuns('8:00 9:00', [{ departureClockMin: 480, spareParcels: 0 }])).toEqual([
      { departureClockMin: 480, spareParcels: 0 },
      { departureClockMin: 540 },
    ]);
  });

  it('pay where the fare is below what the van saves', () => {
    const plan = aPlan([aLine('L', ['a', 'b'])]);
    const report = {
      scenario,
      plan,
      matrix,
      evaluation: evaluatePlan(scenario, matrix, plan),
    } as unknown as Report;
    const [bus] = addBusLine(scenario, '客车', [id('a')], matrix).busLines!;
    // Without a: depot - b - depot, 22 km; with it 10 + 1 + 11 = 22: nothing saved. Without b: 20 km against 22.
    expect(busValues(report, bus!)[0]).toMatchObject({
      detourKm: 0,
      kmYuanPerParcel: 0,
      parcelsPerVisit: 20,
    });
    const [toB] = addBusLine(scenario, '客车', [id('b')], matrix).busLines!;
    // 2 km x 0.5 yuan over 5 parcels: 0.2 yuan. The whole line: 22 km x 0.5 over 25 parcels: 0.44 yuan.
    const [value] = busValues(report, toB!);
    expect(value!.kmYuanPerParcel).toBeCloseTo(0.2);
    expect(value!.lineYuanPerParcel).toBeCloseTo(0.44);
    // With one parcel at b the 2 km alone are 1 yuan a parcel, more than the whole line for each of its 21 (11 / 21 = 0.52).
    const few = aScenario(
      [
        { id: 'a', delivery: 20 },
        { id: 'b', delivery: 1 },
      ],
      {
        vehicleTypes: scenario.vehicleTypes,
      },
    );
    const sparse = { ...report, scenario: few, evaluation: evaluatePlan(few, matrix, plan) };
    const [far] = busValues(sparse, toB!);
    expect(far!.kmYuanPerParcel).toBeCloseTo(1);
    expect(far!.lineYuanPerParcel).toBeCloseTo(1);
    // a lies 1 km from b, within reach.
    expect(stationsNear(report, toB!)).toEqual([{ stationId: 'a', km: 1 }]);
  });
});
