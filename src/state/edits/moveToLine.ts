import { bestPosition } from '../../core/evaluate/judgeMove.ts';
import { moveStop } from '../../core/model/edit/moveStop.ts';
import { settleByHand } from '../../core/model/edit/settleByHand.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import { openLineIds } from '../../core/model/openLines.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';

/**
 * The plan of a report with a station put on another line from the same origin, where it lengthens the way least; all
 * its parcels go there, also those that went in parts on several lines. From then on the lines are settled by hand. The
 * scenario must be the one the report is about.
 */
export function moveToLine(
  scenario: Scenario,
  report: Pick<Report, 'plan' | 'matrix'>,
  stationId: StationId,
  lineId: LineId,
): Scenario {
  const { plan, matrix } = report;
  const target = plan.lines.find(({ id }) => id === lineId);
  if (!target) return scenario;
  const indexById = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const isOpen = openLineIds(scenario, plan).has(lineId);
  const position = bestPosition({ matrix, indexById }, target, stationId, isOpen);
  const from = plan.lines.filter(({ id, stopIds }) => id !== lineId && stopIds.includes(stationId));
  const moves = from.length > 0 ? from.map(({ id }) => id) : [null];
  const moved = moves.reduce<Plan>(
    (before, fromLineId) =>
      moveStop(before, { stationId, fromLineId, target: { kind: 'line', lineId, position } }),
    plan,
  );
  return settleByHand(scenario, moved, stationId);
}
