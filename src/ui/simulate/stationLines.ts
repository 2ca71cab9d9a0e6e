import type { LineId, StationId } from '../../core/model/ids.ts';
import type { Plan } from '../../core/model/plan.ts';

/** The line that calls at a station last on a parcel's way: the branch rather than the trunk. */
export const lineOfStation = (plan: Plan, stationId: StationId): LineId | null =>
  plan.lines.findLast((line) => line.stopIds.includes(stationId))?.id ?? null;

/** Number of a line as the lines table shows it; 0 for a line that is not in the plan. */
export const lineNumber = (plan: Plan, lineId: string | null): number =>
  plan.lines.findIndex((line) => line.id === lineId) + 1;
