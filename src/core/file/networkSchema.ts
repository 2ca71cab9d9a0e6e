import { z } from 'zod';
import type { BusLineId, LineId, StationId, VehicleTypeId } from '../model/ids.ts';
import {
  amount,
  clockMin,
  grade,
  graded,
  id,
  lineKind,
  serviceDays,
  share,
  wholeNumber,
} from './schemaWords.ts';

/** Hubs, calendars, buses and today's plan: the parts that came with format version 2. */

export const hubTraits = z.strictObject({
  isCandidate: z.boolean(),
  openYuanPerDay: graded.exactOptional(),
  capacityParcelsPerDay: amount.exactOptional(),
  dockCount: wholeNumber.exactOptional(),
});

export const stopCalendar = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('given'), serviceDays }),
  z.strictObject({ kind: z.literal('between'), minVisitsPerWeek: amount, maxVisitsPerWeek: amount }),
]);

export const busLine = z.strictObject({
  id: id<BusLineId>(),
  name: z.string(),
  operator: z.string(),
  calls: z.array(z.strictObject({ stationId: id<StationId>(), offsetMin: amount, accessMin: amount })),
  runs: z.array(z.strictObject({ departureClockMin: clockMin, spareParcels: amount.exactOptional() })),
  serviceDays,
  timetable: z.strictObject({ grade, source: z.string() }).exactOptional(),
  spareParcelsPerRun: graded,
  yuanPerParcel: graded,
});

export const plannedLine = z.strictObject({
  id: id<LineId>(),
  kind: lineKind,
  originId: id<StationId>(),
  stopIds: z.array(id<StationId>()),
  // Parts put together again may pass the whole by a rounding.
  stopShares: z
    .array(
      z
        .number()
        .min(0)
        .max(1 + 1e-9),
    )
    .exactOptional(),
  vehicleTypeId: id<VehicleTypeId>(),
  // A branch line waits for the last trunk trip of the day, be it days later.
  departureClockMin: z.array(amount).min(1),
  serviceDays,
  phase: wholeNumber,
  busLineId: id<BusLineId>().exactOptional(),
});

export const plannedDuty = z.strictObject({
  vehicleTypeId: id<VehicleTypeId>(),
  trips: z.array(z.strictObject({ lineId: id<LineId>(), roundIndex: wholeNumber })),
});

export const todaysPlan = z.strictObject({ lines: z.array(plannedLine), duties: z.array(plannedDuty) });

const timeBound = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.enum(['mean', 'worst']), limitH: amount }),
  z.strictObject({ measure: z.literal('percentile'), share, limitH: amount }),
  z.strictObject({ measure: z.literal('calendarDays'), share, limitDays: amount }),
]);

/** Fields of the policy, all optional. */
export const networkPolicy = {
  hubs: z
    .strictObject({
      choice: z.enum(['given', 'chosen']),
      assignment: z.enum(['given', 'administrative', 'nearest', 'chosen']),
      maxHubCount: wholeNumber.nullable(),
    })
    .exactOptional(),
  calendar: z
    .strictObject({
      choice: z.enum(['given', 'chosen']),
      options: z.array(serviceDays),
      per: z.enum(['township', 'village']).exactOptional(),
    })
    .exactOptional(),
  timeBound: timeBound.exactOptional(),
  buses: z.strictObject({ use: z.enum(['off', 'cheaper', 'first']), maxAccessMin: amount }).exactOptional(),
  stability: z
    .strictObject({
      mode: z.enum(['free', 'keepLines', 'keepDrivers']),
      maxChangedStations: wholeNumber.nullable(),
      yuanPerChangedStation: amount,
    })
    .exactOptional(),
};
