import { z } from 'zod';
import { peakKeys } from '../model/choices.ts';
import type { LineId, StationId } from '../model/ids.ts';
import { amount, clockMin, graded, id, share, wholeNumber } from './schemaWords.ts';

/** What was asked of each scenario; fields of a project file that may be left out. */

const days = { fromDay: z.int(), toDay: z.int() };

const settings = z.strictObject({
  days: z.int().min(1),
  replications: z.int().min(1),
  seed: z.int(),
  warmUpDays: wholeNumber,
  followUpDays: wholeNumber,
  firstWeekday: z.int().min(0).max(6),
  demandKind: z.enum(['fixed', 'negativeBinomial']),
  demandVariationCv: graded,
  weekdayFactors: z.array(amount),
  dayFactors: z.array(
    z.strictObject({ name: z.string(), ...days, deliveryFactor: amount, pickupFactor: amount }),
  ),
  tripTimeLogSd: graded,
  badWeatherDayShare: graded,
  badWeatherSpeedFactor: graded,
  lineClosedDayShare: graded,
  breakdownTripShare: graded,
  breakdownDelayMin: graded,
  keeperAbsentDayShare: graded,
  busBoxTakenShare: graded,
  hubDockCount: graded,
  hubSpaceParcels: graded,
  extraTripMinParcels: graded,
  outboundTrunkClockMin: clockMin,
  closures: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('line'), lineId: id<LineId>().nullable(), ...days }),
      z.strictObject({ kind: z.literal('station'), stationId: id<StationId>().nullable(), ...days }),
    ]),
  ),
  holidays: z.array(z.strictObject({ name: z.string(), ...days })),
  cold: z
    .strictObject({
      freshShare: share,
      precooling: z.enum(['none', 'station', 'hub', 'depot']),
      isReefer: z.boolean(),
    })
    .nullable(),
  traceStationId: id<StationId>().nullable(),
});

const simulation = z.strictObject({
  startDate: z.iso.date(),
  peaks: z.array(z.enum(peakKeys)),
  hasChance: z.boolean(),
  settings,
});

const cost = z.strictObject({
  operatorCount: z.int().min(1),
  contract: z
    .strictObject({ yuanPerParcel: amount, reaches: z.enum(['county', 'township', 'village']) })
    .nullable(),
  incomeYuanPerParcel: amount.nullable().exactOptional(),
});

export const scenarioChoices = {
  simulationChoices: z.record(z.string(), simulation).exactOptional(),
  costChoices: z.record(z.string(), cost).exactOptional(),
};
