import type { Graded } from '../src/core/model/graded.ts';
import {
  asId,
  type CountyId,
  type CourierId,
  type LineId,
  type PlaceId,
  type ScenarioId,
  type StationId,
  type VehicleTypeId,
} from '../src/core/model/ids.ts';
import type { Plan, PlannedLine } from '../src/core/model/plan.ts';
import { type RateKey, type Rates, rateRegistry } from '../src/core/model/rates.ts';
import { roadClasses, type Scenario, type Station, type VehicleType } from '../src/core/model/scenario.ts';
import type { TravelMatrix } from '../src/core/model/travel.ts';

/** Small scenarios for tests: everything that costs or takes time is zero unless a test asks for it. */

export const graded = (value: number): Graded => ({ value, grade: 'user', source: 'test' });

export function someRates(values: Partial<Record<RateKey, number>> = {}): Rates {
  const rates = {} as Record<RateKey, Graded>;
  for (const key of Object.keys(rateRegistry) as RateKey[]) rates[key] = graded(values[key] ?? 0);
  return rates;
}

export function aVehicleType(id: string, change: Partial<VehicleType> = {}): VehicleType {
  return {
    id: asId<VehicleTypeId>(id),
    name: { zh: id, en: id },
    count: 10,
    capacityParcels: graded(350),
    capacityKg: graded(900),
    fixedYuanPerDay: graded(0),
    energyYuanPerKm: graded(0),
    maintenanceYuanPerKm: graded(0),
    driverYuanPerDay: graded(0),
    energyKgCo2PerKm: graded(0),
    rangeKm: null,
    usedFor: ['direct', 'trunk', 'branch', 'urban'],
    ...change,
  };
}

export interface StationDraft {
  readonly id: string;
  readonly role?: Station['role'];
  readonly hubId?: string;
  readonly delivery?: number;
  readonly pickup?: number;
  readonly openClockMin?: number;
  readonly closeClockMin?: number;
}

/** One place and one station for each draft; the depot is called `depot`. */
export function aScenario(drafts: readonly StationDraft[], change: Partial<Scenario> = {}): Scenario {
  const placeId = (id: string) => asId<PlaceId>(`place-${id}`);
  const station = (draft: StationDraft): Station => {
    const role = draft.role ?? 'villageStation';
    return {
      id: asId<StationId>(draft.id),
      name: draft.id,
      role,
      tier: role === 'villageStation' ? 'village' : role === 'townshipStation' ? 'township' : 'county',
      placeId: placeId(draft.id),
      lonLat: [110, 30],
      coordQuality: 'exact',
      servesPlaceIds: [placeId(draft.id)],
      hubId: draft.hubId === undefined ? null : asId<StationId>(draft.hubId),
      openClockMin: draft.openClockMin ?? 0,
      closeClockMin: draft.closeClockMin ?? 1440,
    };
  };
  const speeds = Object.fromEntries(roadClasses.map((roadClass) => [roadClass, graded(25)]));
  return {
    id: asId<ScenarioId>('test'),
    countyId: asId<CountyId>('test'),
    name: { zh: '测试', en: 'Test' },
    notation: `1+${drafts.length}`,
    shape: 'direct',
    description: { zh: '', en: '' },
    places: drafts.map((draft) => {
      const { tier, role } = station(draft);
      return {
        id: placeId(draft.id),
        name: draft.id,
        tier,
        kind: role === 'villageStation' ? 'village' : role === 'townshipStation' ? 'township' : 'urbanPoint',
        parentId: null,
        lonLat: [110, 30],
        coordQuality: 'exact',
        coordSource: 'test',
      };
    }),
    depot: { ...station({ id: 'depot' }), role: 'depot', tier: 'county', servesPlaceIds: [] },
    stations: drafts.map(station),
    demands: drafts.map((draft) => ({
      placeId: placeId(draft.id),
      deliveryParcelsPerDay: draft.delivery ?? 0,
      pickupParcelsPerDay: draft.pickup ?? 0,
      grade: 'user',
      source: 'test',
    })),
    couriers: [
      { id: asId<CourierId>('A'), name: { zh: '甲', en: 'A' }, volumeShare: graded(0.6) },
      { id: asId<CourierId>('B'), name: { zh: '乙', en: 'B' }, volumeShare: graded(0.4) },
    ],
    vehicleTypes: [aVehicleType('van')],
    baselineVehicleTypes: [aVehicleType('van')],
    roads: null,
    travel: {
      terrain: 'hills',
      detourFactor: graded(1.5),
      speedKmPerH: speeds as Scenario['travel']['speedKmPerH'],
      weatherFactor: 1,
    },
    waves: [{ arrivalClockMin: 360, share: 1 }],
    sorting: { parcelsPerHour: graded(Number.POSITIVE_INFINITY), chuteCount: 0, roundChangeMin: graded(0) },
    serviceTimes: {
      loadingMin: graded(0),
      townshipDwellMin: graded(0),
      villageDwellMin: graded(0),
      urbanDwellMin: graded(0),
      handlingSecPerParcel: graded(0),
      hubHandoverMin: graded(0),
    },
    dutyRules: {
      shiftMin: graded(480),
      overtimeLimitMin: graded(120),
      breakAfterDrivingMin: graded(240),
      breakMin: graded(20),
      wageBasis: 'day',
    },
    policy: {
      lineCount: { min: 0, max: null },
      serviceDays: { kind: 'daily' },
      branchServiceDays: { kind: 'daily' },
      departureClockMin: [450],
      cutoffLeadMin: 0,
      allowSeveralTripsPerDuty: false,
    },
    rates: someRates(),
    targets: [],
    provenance: [],
    ...change,
  };
}

/** Legs given as km and minutes; every pair not named takes the shortest chain of named ones (both directions). */
export function aMatrix(
  stationIds: readonly string[],
  legs: readonly (readonly [from: string, to: string, km: number, min: number])[],
): TravelMatrix {
  const size = stationIds.length;
  const lengthM = new Int32Array(size * size).fill(4_000_000);
  const durationS = new Int32Array(size * size).fill(4_000_000);
  for (let index = 0; index < size; index++) {
    lengthM[index * size + index] = 0;
    durationS[index * size + index] = 0;
  }
  for (const [from, to, km, min] of legs) {
    const a = stationIds.indexOf(from);
    const b = stationIds.indexOf(to);
    for (const cell of [a * size + b, b * size + a]) {
      lengthM[cell] = Math.round(km * 1000);
      durationS[cell] = Math.round(min * 60);
    }
  }
  for (let via = 0; via < size; via++) {
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        const through = durationS[from * size + via]! + durationS[via * size + to]!;
        if (through >= durationS[from * size + to]!) continue;
        durationS[from * size + to] = through;
        lengthM[from * size + to] = lengthM[from * size + via]! + lengthM[via * size + to]!;
      }
    }
  }
  return {
    stationIds: stationIds.map((id) => asId<StationId>(id)),
    lengthM,
    durationS,
    isEstimated: new Uint8Array(size * size),
  };
}

export function aLine(id: string, stops: readonly string[], change: Partial<PlannedLine> = {}): PlannedLine {
  return {
    id: asId<LineId>(id),
    kind: 'direct',
    originId: asId<StationId>('depot'),
    stopIds: stops.map((stop) => asId<StationId>(stop)),
    vehicleTypeId: asId<VehicleTypeId>('van'),
    departureClockMin: [450],
    serviceDays: { kind: 'daily' },
    phase: 0,
    ...change,
  };
}

/** Each line driven by its own duty. */
export function aPlan(lines: readonly PlannedLine[]): Plan {
  return {
    lines,
    duties: lines.map((line) => ({
      vehicleTypeId: line.vehicleTypeId,
      trips: line.departureClockMin.map((_clock, roundIndex) => ({ lineId: line.id, roundIndex })),
    })),
    unserved: [],
    quality: { seed: 1, iterations: 0, objectiveYuanPerDay: 0, lowerBoundYuanPerDay: null },
  };
}
