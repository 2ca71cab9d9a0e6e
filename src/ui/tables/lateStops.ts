import { type ClosedVisit, visitsOutsideHours } from '../../core/evaluate/closedVisits.ts';
import { visitsWhileOpen } from '../../core/model/openHours.ts';
import type { Report } from '../../core/model/report.ts';

export interface LateStop
  extends Pick<ClosedVisit, 'stationId' | 'lineId' | 'arrivalClockMin' | 'closeClockMin'> {
  readonly lineNumber: number;
}

/** Stops reached after closing, where that is allowed (else each is a violation and listed there), line by line. */
export function lateStops({ scenario, plan, evaluation }: Report): LateStop[] {
  if (visitsWhileOpen(scenario)) return [];
  const tripsOf = new Map(evaluation.lines.map(({ lineId, trips }) => [lineId, trips]));
  const runs = plan.lines.map((line) => ({ line, trips: tripsOf.get(line.id) ?? [] }));
  const numberOf = new Map(plan.lines.map(({ id }, index) => [id, index + 1]));
  return visitsOutsideHours(scenario, runs)
    .filter(({ arrivalClockMin, closeClockMin }) => arrivalClockMin > closeClockMin)
    .map((visit) => ({ ...visit, lineNumber: numberOf.get(visit.lineId)! }));
}
