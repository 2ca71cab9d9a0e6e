import { z } from 'zod';
import type { CountyId, CourierId, PlaceId, ScenarioId, StationId, VehicleTypeId } from '../model/ids.ts';
import { type OperationKey, operationKeys } from '../model/operations.ts';
import { type RateKey, rateRegistry } from '../model/rates.ts';
import { roadClasses } from '../model/scenario.ts';
import { handPlan, lineLock, lineRules } from './lineRulesSchema.ts';
import { busLine, hubTraits, networkPolicy, stopCalendar, todaysPlan } from './networkSchema.ts';
import {
  amount,
  clockMin,
  grade,
  graded,
  gradedInput,
  id,
  lineKind,
  serviceDays,
  share,
  wholeNumber,
} from './schemaWords.ts';

/**
 * Scenario file, format version 2. Frozen once shipped: a change of format is a new version with a migration.
 * Units are in the names, as everywhere; coordinates are WGS-84 degrees, longitude first; clocks are minutes after midnight.
 */
const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const name = z.strictObject({ zh: z.string(), en: z.string() });
const tier = z.enum(['county', 'township', 'village']);
const coordQuality = z.enum(['exact', 'approx', 'approxSeat', 'approxCatchment', 'missing']);

const place = z.strictObject({
  id: id<PlaceId>(),
  name: z.string(),
  tier,
  kind: z.enum(['county', 'township', 'village', 'community', 'settlement', 'urbanPoint']),
  parentId: id<PlaceId>().nullable(),
  lonLat: lonLat.nullable(),
  coordQuality,
  coordSource: z.string(),
});

const station = z.strictObject({
  id: id<StationId>(),
  name: z.string(),
  role: z.enum(['depot', 'townshipStation', 'villageStation', 'urbanStation']),
  tier,
  placeId: id<PlaceId>(),
  lonLat,
  coordQuality,
  servesPlaceIds: z.array(id<PlaceId>()),
  hubId: id<StationId>().nullable(),
  openClockMin: clockMin,
  closeClockMin: clockMin,
  hub: hubTraits.exactOptional(),
  calendar: stopCalendar.exactOptional(),
});

const demand = z.strictObject({
  placeId: id<PlaceId>(),
  deliveryParcelsPerDay: amount,
  pickupParcelsPerDay: amount,
  grade,
  source: z.string(),
});

const vehicleType = z.strictObject({
  id: id<VehicleTypeId>(),
  name,
  count: wholeNumber,
  capacityParcels: graded,
  capacityKg: graded,
  fixedYuanPerDay: graded,
  energyYuanPerKm: graded,
  maintenanceYuanPerKm: graded,
  driverYuanPerDay: graded,
  energyKgCo2PerKm: graded,
  rangeKm: amount.nullable(),
  usedFor: z.array(lineKind),
});

const road = z.strictObject({
  id: z.string().min(1),
  fromNodeId: z.string().min(1),
  toNodeId: z.string().min(1),
  lengthKm: amount,
  roadClass: z.enum(roadClasses),
  isOneWay: z.boolean(),
  isClosed: z.boolean(),
  isEstimated: z.boolean().exactOptional(),
  isExpressway: z.boolean().exactOptional(),
  limits: z
    .strictObject({
      lengthM: amount.exactOptional(),
      widthM: amount.exactOptional(),
      heightM: amount.exactOptional(),
      grossKg: amount.exactOptional(),
    })
    .exactOptional(),
  speedKmPerH: z.number().positive().exactOptional(),
  climb: z.strictObject({ forward: z.number().positive(), backward: z.number().positive() }).exactOptional(),
  name: z.string(),
  via: z.array(lonLat),
});

const roadNetwork = z.strictObject({
  source: z.string(),
  licence: z.string(),
  nodes: z.array(z.strictObject({ id: z.string().min(1), lonLat })),
  roads: z.array(road),
});

const gradedByKey = <Key extends string>(keys: readonly Key[], input: typeof graded = graded) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, input])) as Record<Key, typeof graded>);

const policy = z.strictObject({
  lineCount: z.strictObject({ min: wholeNumber, max: wholeNumber.nullable() }),
  serviceDays,
  branchServiceDays: serviceDays,
  departureClockMin: z.array(clockMin).min(1),
  cutoffLeadMin: amount,
  allowSeveralTripsPerDuty: z.boolean(),
  ...networkPolicy,
  lineRules: lineRules.exactOptional(),
});

export const target = z.strictObject({
  kpi: z.enum(['savingShare', 'shareWithin48h', 'villageCoverageShare', 'worstCountyToVillageH']),
  threshold: z.number(),
  direction: z.enum(['atLeast', 'atMost']),
  document: z.string(),
  clause: z.string(),
});

const provenance = z.strictObject({ subject: z.string(), source: z.string(), licence: z.string() });

const scenario = z.strictObject({
  id: id<ScenarioId>(),
  countyId: id<CountyId>(),
  name,
  notation: z.string(),
  shape: z.enum(['urbanStar', 'direct', 'hub', 'mixed']),
  description: name,
  places: z.array(place),
  depot: station,
  stations: z.array(station),
  demands: z.array(demand),
  couriers: z.array(z.strictObject({ id: id<CourierId>(), name, volumeShare: graded })),
  vehicleTypes: z.array(vehicleType),
  baselineVehicleTypes: z.array(vehicleType),
  busLines: z.array(busLine).exactOptional(),
  todaysPlan: todaysPlan.exactOptional(),
  fixLog: z
    .array(
      z.strictObject({
        table: z.string(),
        row: wholeNumber,
        column: z.string(),
        code: z.string(),
        from: z.string(),
        to: z.string(),
      }),
    )
    .exactOptional(),
  locks: z.array(lineLock).exactOptional(),
  handPlan: handPlan.exactOptional(),
  roads: roadNetwork.nullable(),
  travel: z.strictObject({
    terrain: z.enum(['plain', 'hills', 'mountain']),
    detourFactor: gradedInput('detourFactor'),
    speedKmPerH: gradedByKey(roadClasses, gradedInput('speedKmPerH')),
    weatherFactor: z.number().positive(),
  }),
  waves: z.array(z.strictObject({ arrivalClockMin: clockMin, share })),
  sorting: z.strictObject({
    parcelsPerHour: gradedInput('parcelsPerHour'),
    chuteCount: wholeNumber,
    roundChangeMin: graded,
    alsoSorts: z.strictObject({ destinationCount: wholeNumber, parcelsPerDay: amount }).exactOptional(),
  }),
  serviceTimes: gradedByKey([
    'loadingMin',
    'townshipDwellMin',
    'villageDwellMin',
    'urbanDwellMin',
    'handlingSecPerParcel',
    'hubHandoverMin',
  ]),
  dutyRules: z.strictObject({
    shiftMin: gradedInput('shiftMin'),
    overtimeLimitMin: graded,
    breakAfterDrivingMin: gradedInput('breakAfterDrivingMin'),
    breakMin: graded,
    wageBasis: z.enum(['day', 'hour']),
    workDaysPerWeek: z.int().min(1).max(7).exactOptional(),
    paidDaysPerWeek: z.int().min(0).max(7).exactOptional(),
  }),
  policy,
  rates: gradedByKey(Object.keys(rateRegistry) as RateKey[]),
  operations: z
    .strictObject(
      Object.fromEntries(operationKeys.map((key) => [key, graded.exactOptional()])) as Record<
        OperationKey,
        z.ZodExactOptional<typeof graded>
      >,
    )
    .exactOptional(),
  targets: z.array(target),
});

export const scenarioFormat = 'cuntong-scenario';
export const currentFormatVersion = 2;

/** A whole file. What the numbers rest on (`provenance`) stands beside the scenario, where a reader sees it first. */
export const scenarioFileSchema = z.strictObject({
  format: z.literal(scenarioFormat),
  formatVersion: z.literal(currentFormatVersion),
  appVersion: z.string(),
  /** ISO 8601, UTC. */
  savedAt: z.iso.datetime(),
  provenance: z.array(provenance),
  scenario,
});

/** The published JSON Schema of the current format version. */
export const scenarioJsonSchema = (): object => ({
  $id: `scenario.v${currentFormatVersion}.schema.json`,
  title: 'Cuntong scenario',
  ...z.toJSONSchema(scenarioFileSchema),
});
