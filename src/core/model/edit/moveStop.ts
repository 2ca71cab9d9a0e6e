import type { ClockMin } from '../../units.ts';
import { asId, type LineId, type StationId } from '../ids.ts';
import type { Plan, PlannedDuty, PlannedLine } from '../plan.ts';

/** Where a stop is put: at a place of a line, on a line of its own made like another one, or on no line. */
export type MoveTarget =
  | {
      readonly kind: 'line';
      readonly lineId: LineId /** Stops before it, itself not counted. */;
      readonly position: number;
    }
  | { readonly kind: 'newLine'; readonly likeLineId: LineId; readonly start?: LineStart }
  | { readonly kind: 'none' };

/** Where and when a new line sets out that is like one from elsewhere. */
export interface LineStart {
  readonly originId: StationId;
  readonly departureClockMin: ClockMin;
}

export interface Move {
  readonly stationId: StationId;
  /** Line it is taken from; null = it had none. */
  readonly fromLineId: LineId | null;
  readonly target: MoveTarget;
}

function sharesOf(stationId: StationId, lines: readonly PlannedLine[]): number {
  const share = lines.reduce(
    (sum, line) => sum + (line.stopShares?.[line.stopIds.indexOf(stationId)] ?? 1),
    0,
  );
  return share > 1 - 1e-9 ? 1 : share;
}

/**
 * A plan with one stop moved. What rides on several runs of buses goes together: a station hangs on a hub, or a bus
 * carries it. A line left without stops goes, and its trips with it. Where the line that a new one is to be
 * like is not there, the stop is left without a line.
 */
export function moveStop(plan: Plan, { stationId, fromLineId, target }: Move): Plan {
  const from = plan.lines.find((line) => line.id === fromLineId);
  const isTaken = (line: PlannedLine): boolean =>
    line === from || (from?.kind === 'bus' && line.kind === 'bus' && line.stopIds.includes(stationId));
  const share = from ? sharesOf(stationId, plan.lines.filter(isTaken)) : 1;
  const taken = plan.lines.map((line) =>
    isTaken(line) ? withoutStop(line, line.stopIds.indexOf(stationId)) : line,
  );
  const like = plan.lines.find((line) => target.kind === 'newLine' && line.id === target.likeLineId);
  const placed =
    target.kind === 'line'
      ? taken.map((line) =>
          line.id === target.lineId ? withStop(line, stationId, share, target.position) : line,
        )
      : like
        ? [...taken, { ...newLine(like, taken, stationId, share), ...startOf(target) }]
        : taken;
  const lines = placed.filter((line) => line.stopIds.length > 0);
  const isServed = lines.some((line) => line.stopIds.includes(stationId));
  const others = plan.unserved.filter((each) => each.stationId !== stationId);
  return {
    ...plan,
    lines,
    duties: dutiesOf(plan.duties, lines),
    unserved: isServed ? others : [...others, { stationId, reason: 'byHand', params: {} }],
  };
}

const without = <Item>(items: readonly Item[], at: number): Item[] =>
  items.filter((_, index) => index !== at);
const inserted = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];

function withoutStop(line: PlannedLine, at: number): PlannedLine {
  const stopIds = without(line.stopIds, at);
  return line.stopShares
    ? { ...line, stopIds, stopShares: without(line.stopShares, at) }
    : { ...line, stopIds };
}

/** A part of a station that meets another part of it on the line is added to that. */
function withStop(line: PlannedLine, stationId: StationId, share: number, position: number): PlannedLine {
  const there = line.stopIds.indexOf(stationId);
  const shares = line.stopShares ?? line.stopIds.map(() => 1);
  if (there >= 0)
    return {
      ...line,
      stopShares: shares.map((each, index) => (index === there ? Math.min(1, each + share) : each)),
    };
  const stopIds = inserted(line.stopIds, position, stationId);
  if (share === 1 && !line.stopShares) return { ...line, stopIds };
  return { ...line, stopIds, stopShares: inserted(shares, position, share) };
}

function newLine(
  like: PlannedLine,
  taken: readonly PlannedLine[],
  stationId: StationId,
  share: number,
): PlannedLine {
  const ids = new Set<string>(taken.map((line) => line.id));
  let number = 1;
  while (ids.has(`N${number}`)) number++;
  const { stopShares: _shares, ...rest } = like;
  return {
    ...rest,
    id: asId<LineId>(`N${number}`),
    stopIds: [stationId],
    ...(share < 1 ? { stopShares: [share] } : {}),
  };
}

const startOf = (target: MoveTarget): Partial<PlannedLine> =>
  target.kind === 'newLine' && target.start
    ? { originId: target.start.originId, departureClockMin: [target.start.departureClockMin] }
    : {};

/** Trips of lines that are gone leave their duty; a line without a driver gets a duty of its own. */
function dutiesOf(duties: readonly PlannedDuty[], lines: readonly PlannedLine[]): PlannedDuty[] {
  const left = new Set(lines.map((line) => line.id));
  const kept = duties
    .map((duty) => ({ ...duty, trips: duty.trips.filter(({ lineId }) => left.has(lineId)) }))
    .filter(({ trips }) => trips.length > 0);
  const driven = new Set(kept.flatMap(({ trips }) => trips.map(({ lineId }) => lineId)));
  const added = lines
    .filter((line) => !driven.has(line.id) && line.busLineId === undefined)
    .map((line) => ({
      vehicleTypeId: line.vehicleTypeId,
      trips: line.departureClockMin.map((_clock, roundIndex) => ({ lineId: line.id, roundIndex })),
    }));
  return [...kept, ...added];
}
