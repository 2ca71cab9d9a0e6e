import { z } from 'zod';
import type { LineId, StationId, VehicleTypeId } from '../model/ids.ts';
import { balanceMeasures } from '../model/lineRules.ts';
import { roadClasses } from '../model/scenario.ts';
import { plannedDuty, plannedLine } from './networkSchema.ts';
import { amount, id } from './schemaWords.ts';

/** Rules for lines, locks and lines settled by hand: parts of format version 2, all optional. */

export const lineRules = z.strictObject({
  balance: z.strictObject({ measure: z.enum(balanceMeasures), yuanPerUnit: amount }).exactOptional(),
  compactYuanPerKm: amount.exactOptional(),
  townshipSplitYuan: amount.exactOptional(),
  maxStopsPerLine: z.int().min(1).exactOptional(),
  maxKmPerLine: amount.exactOptional(),
  maxHoursPerLine: amount.exactOptional(),
  endsAtVillage: z.boolean().exactOptional(),
  startsAtVillage: z.boolean().exactOptional(),
  visitsWhileOpen: z.boolean().exactOptional(),
  optionalStops: z
    .array(z.strictObject({ stationId: id<StationId>(), worthYuanPerDay: amount }))
    .exactOptional(),
  forbiddenRoads: z
    .array(z.strictObject({ vehicleTypeId: id<VehicleTypeId>(), roadClasses: z.array(z.enum(roadClasses)) }))
    .exactOptional(),
});

export const lineLock = z.strictObject({
  keep: z.enum(['stops', 'sequence', 'line']),
  originId: id<StationId>(),
  vehicleTypeId: id<VehicleTypeId>(),
  stationIds: z.array(id<StationId>()),
  companionIds: z.array(id<StationId>()).exactOptional(),
});

export const handPlan = z.strictObject({
  lines: z.array(plannedLine),
  duties: z.array(plannedDuty),
  moved: z.array(z.strictObject({ stationId: id<StationId>(), lineId: id<LineId>() })),
});
