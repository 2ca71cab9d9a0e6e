import { tripMin } from '../../core/evaluate/schedule.ts';
import { assumedBusesOf } from '../../core/model/buses.ts';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { LineKind, Name, ServiceDays } from '../../core/model/scenario.ts';
import { lineColour } from '../theme.ts';

/** One row of the lines table. */
export interface LineRow {
  readonly lineId: LineId;
  readonly number: number;
  readonly colour: string;
  readonly kind: LineKind;
  readonly vehicle: Name | null;
  readonly stopCount: number;
  readonly lengthKm: number;
  readonly departureClockMin: readonly number[];
  readonly returnClockMin: number;
  readonly dutyMin: number;
  readonly loadFactorShare: number;
  readonly serviceDays: ServiceDays;
  readonly costYuanPerDay: number;
  readonly yuanPerParcel: number;
  readonly isEstimated: boolean;
  /** Why its departures are assumed; null where they are known. */
  readonly assumedTimetable: string | null;
}

/** Working time of one trip: from the start of loading to the return. */
export function lineRows(report: Report): LineRow[] {
  const assumed = assumedBusesOf(report.scenario, report.plan);
  const evaluationById = new Map(report.evaluation.lines.map((line) => [line.lineId, line]));
  return report.plan.lines.flatMap((line, index): LineRow[] => {
    const evaluation = evaluationById.get(line.id);
    const trip = evaluation?.trips[0];
    if (!evaluation || !trip) return [];
    const vehicle = report.scenario.vehicleTypes.find((type) => type.id === line.vehicleTypeId);
    return [
      {
        lineId: line.id,
        number: index + 1,
        colour: lineColour(index),
        kind: line.kind,
        vehicle: vehicle?.name ?? null,
        stopCount: line.stopIds.length,
        lengthKm: trip.lengthKm,
        departureClockMin: line.departureClockMin,
        returnClockMin: trip.returnClockMin,
        dutyMin: tripMin(trip),
        loadFactorShare: evaluation.loadFactorShare,
        serviceDays: line.serviceDays,
        costYuanPerDay: evaluation.costYuanPerDay,
        yuanPerParcel: evaluation.yuanPerParcel,
        isEstimated: evaluation.isEstimated,
        assumedTimetable: assumed.find(({ id }) => id === line.busLineId)?.timetable?.source ?? null,
      },
    ];
  });
}
