import type { LineId, StationId } from '../../core/model/ids.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';

const insertAt = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];

/**
 * The plan of a report with a station put on another line from the same origin, where it lengthens the way least; from
 * then on the lines are settled by hand. The scenario must be the one the report is about.
 */
export function moveToLine(
  scenario: Scenario,
  report: Pick<Report, 'plan' | 'matrix'>,
  stationId: StationId,
  lineId: LineId,
): Scenario {
  const { plan, matrix } = report;
  const size = matrix.stationIds.length;
  const indexOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const seconds = (from: StationId, to: StationId): number =>
    matrix.durationS[indexOf.get(from)! * size + indexOf.get(to)!]!;

  const without = (line: PlannedLine): PlannedLine => {
    const keeps = line.stopIds.map((id) => id !== stationId);
    const stopShares = line.stopShares?.filter((_, index) => keeps[index]);
    return {
      ...line,
      stopIds: line.stopIds.filter((id) => id !== stationId),
      ...(stopShares ? { stopShares } : {}),
    };
  };
  const withStation = (line: PlannedLine): PlannedLine => {
    const calls = [line.originId, ...line.stopIds, line.originId];
    let bestAt = 0;
    let bestAddedS = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < calls.length; at++) {
      const [from, to] = [calls[at]!, calls[at + 1]!];
      const addedS = seconds(from, stationId) + seconds(stationId, to) - seconds(from, to);
      if (addedS < bestAddedS) {
        bestAddedS = addedS;
        bestAt = at;
      }
    }
    return {
      ...line,
      stopIds: insertAt(line.stopIds, bestAt, stationId),
      ...(line.stopShares ? { stopShares: insertAt(line.stopShares, bestAt, 1) } : {}),
    };
  };

  const lines = plan.lines
    .map((line) => (line.id === lineId ? withStation(without(line)) : without(line)))
    .filter((line) => line.stopIds.length > 0);
  const left = new Set(lines.map(({ id }) => id));
  const moved = (scenario.handPlan?.moved ?? []).filter((each) => each.stationId !== stationId);
  return {
    ...scenario,
    handPlan: {
      lines,
      duties: plan.duties
        .map((duty) => ({ ...duty, trips: duty.trips.filter((trip) => left.has(trip.lineId)) }))
        .filter(({ trips }) => trips.length > 0),
      moved: [...moved, { stationId, lineId }],
    },
  };
}
