import type { LineEvaluation } from '../../core/model/evaluation.ts';
import { openLineIds } from '../../core/model/openLines.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';

/** A line with what its sheet needs to know of the rest of the plan. */
export interface PrintLine {
  readonly line: PlannedLine;
  readonly lineIndex: number;
  readonly evaluation: LineEvaluation;
  /** Ends at its last stop, and is not paid for a way back. */
  readonly isOpen: boolean;
  /** Some stop is reached at another minute, or with other parcels, on another day of service. */
  readonly differsByDay: boolean;
  /** The duties that drive it, each with its other lines; numbered as in the duty chart. */
  readonly duties: readonly {
    readonly dutyIndex: number;
    readonly otherLineIndexes: readonly number[];
  }[];
}

export function printLines({ scenario, plan, evaluation }: Report): readonly PrintLine[] {
  const open = openLineIds(scenario, plan);
  const evaluationOf = new Map(evaluation.lines.map((line) => [line.lineId, line]));
  const indexOf = new Map(plan.lines.map((line, index) => [line.id, index]));
  return plan.lines.flatMap((line, lineIndex): PrintLine[] => {
    const own = evaluationOf.get(line.id);
    if (!own) return [];
    const duties = plan.duties.flatMap(({ trips }, dutyIndex) => {
      if (!trips.some(({ lineId }) => lineId === line.id)) return [];
      const others = new Set(
        trips.flatMap(({ lineId }) => (lineId === line.id ? [] : [indexOf.get(lineId) ?? -1])),
      );
      others.delete(-1);
      return [{ dutyIndex, otherLineIndexes: [...others].toSorted((a, b) => a - b) }];
    });
    return [
      {
        line,
        lineIndex,
        evaluation: own,
        isOpen: open.has(line.id),
        differsByDay: differsByDay(line, own),
        duties,
      },
    ];
  });
}

function differsByDay({ departureClockMin }: PlannedLine, { trips }: LineEvaluation): boolean {
  const rounds = departureClockMin.length;
  return trips.some((trip, index) =>
    trip.visits.some((visit, at) => {
      const first = trips[index % rounds]?.visits[at];
      if (!first) return false;
      const isLater = Math.round(visit.arrivalClockMin) !== Math.round(first.arrivalClockMin);
      return isLater || Math.round(visit.deliveryParcels) !== Math.round(first.deliveryParcels);
    }),
  );
}
