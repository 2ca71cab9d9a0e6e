import type { MorningDrive } from '../../core/model/evaluation.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import { lastTripOf } from '../../core/model/openLines.ts';
import type { Report } from '../../core/model/report.ts';
import type { Km } from '../../core/units.ts';

/** The drive in before a trip, from the village where the vehicle stood overnight. */
export interface DriveIn extends MorningDrive {
  readonly villageId: StationId;
  readonly lengthKm: Km;
  /** The line whose way back it is; null = the trip's own. */
  readonly ofLineIndex: number | null;
}

/** Above the departure of a duty's first trip; null where the vehicle stands at the start in the morning. */
export function driveInBefore(
  { plan, evaluation }: Pick<Report, 'plan' | 'evaluation'>,
  lineId: LineId,
  roundIndex: number,
): DriveIn | null {
  const last = lastTripOf(plan, { lineId, roundIndex });
  const index = plan.lines.findIndex(({ id }) => id === last?.lineId);
  const trip = evaluation.lines[index]?.trips[last?.roundIndex ?? 0];
  const villageId = plan.lines[index]?.stopIds.at(-1);
  if (!trip?.morning || villageId === undefined) return null;
  return {
    ...trip.morning,
    villageId,
    lengthKm: trip.returnLegKm,
    ofLineIndex: last?.lineId === lineId ? null : index,
  };
}
