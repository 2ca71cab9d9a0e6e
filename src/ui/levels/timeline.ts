import { offDutyFromMin } from '../../core/evaluate/duties.ts';
import type { MorningDrive, StopVisit, TripSchedule } from '../../core/model/evaluation.ts';
import type { StationId, VehicleTypeId } from '../../core/model/ids.ts';
import { lastTripOf } from '../../core/model/openLines.ts';
import type { Report } from '../../core/model/report.ts';
import type { ClockMin, Minutes } from '../../core/units.ts';
import { type DatedTrip, type TripTimes, tripTimes } from './tripTimes.ts';

/** Rows and bars of the duty chart: what each driver does and when. Clocks belong to the day of the bar. */

export type PieceKind = 'loading' | 'driving' | 'rest' | 'dwell' | 'waiting';
export interface Piece {
  readonly kind: PieceKind;
  readonly fromMin: ClockMin;
  readonly toMin: ClockMin;
  /** Where: set for a dwell and for waiting until a station opens. */
  readonly stationId: StationId | null;
  /** The station had closed by then. */
  readonly isLate: boolean;
}

/** From the village where the vehicle stood overnight, before the first loading of the day. */
export interface DriveIn extends MorningDrive {
  readonly fromId: StationId;
  readonly legMin: Minutes;
}

export interface TripBar extends DatedTrip {
  readonly key: string;
  readonly startClockMin: ClockMin;
  /** In `startClockMin` already. */
  readonly driveIn: DriveIn | null;
  readonly endClockMin: ClockMin;
  readonly pieces: readonly Piece[];
  /** Minutes by which loading would have to begin before the crew is back. */
  readonly overlapMin: Minutes;
}

/** One day of a duty. */
export interface DutyDay {
  readonly day: number;
  readonly startClockMin: ClockMin;
  readonly endClockMin: ClockMin;
  readonly paidMin: Minutes;
  /** From when on the shift is exceeded; null where it is not. */
  readonly overtimeFromMin: ClockMin | null;
  /** Gaps between two trips. */
  readonly waits: readonly {
    readonly fromMin: ClockMin;
    readonly toMin: ClockMin;
    readonly isPaid: boolean;
  }[];
}

export interface TimelineRow {
  readonly key: string;
  /** Place of the duty or line in the plan. */
  readonly index: number;
  readonly lineIndexes: readonly number[];
  readonly vehicleTypeId: VehicleTypeId;
  readonly bars: readonly TripBar[];
  /** Empty in a row of a line. */
  readonly dutyDays: readonly DutyDay[];
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** Whole hours, the same for every day shown. */
  readonly fromClockMin: ClockMin;
  readonly toClockMin: ClockMin;
  readonly days: readonly number[];
}

function piecesOf(
  trip: TripSchedule,
  closeOf: (stationId: StationId) => ClockMin,
  driveIn: DriveIn | null,
): Piece[] {
  const piece = (
    kind: PieceKind,
    fromMin: ClockMin,
    toMin: ClockMin,
    visit: StopVisit | null = null,
  ): Piece[] =>
    toMin - fromMin < 1e-6
      ? []
      : [
          {
            kind,
            fromMin,
            toMin,
            stationId: visit?.stationId ?? null,
            isLate: visit !== null && visit.arrivalClockMin > closeOf(visit.stationId),
          },
        ];
  // A rest is taken at the start of the leg during which it falls due.
  const leg = (fromMin: ClockMin, legMin: Minutes, toMin: ClockMin): Piece[] => [
    ...piece('rest', fromMin, toMin - legMin),
    ...piece('driving', toMin - legMin, toMin),
  ];
  // In the morning the crew drives first, and rests before it loads.
  const thereMin = driveIn ? driveIn.startClockMin + driveIn.legMin : 0;
  const pieces = [
    ...(driveIn ? piece('driving', driveIn.startClockMin, thereMin) : []),
    ...(driveIn ? piece('rest', thereMin, driveIn.endClockMin) : []),
    ...piece('loading', trip.departureClockMin - trip.loadingMin, trip.departureClockMin),
  ];
  let clockMin = trip.departureClockMin;
  for (const visit of trip.visits) {
    pieces.push(...leg(clockMin, visit.legMin, visit.arrivalClockMin));
    const begunMin = visit.arrivalClockMin + (visit.waitMin ?? 0);
    pieces.push(...piece('waiting', visit.arrivalClockMin, begunMin, visit));
    pieces.push(...piece('dwell', begunMin, visit.departureClockMin, visit));
    clockMin = visit.departureClockMin;
  }
  if (!trip.morning) pieces.push(...leg(clockMin, trip.returnLegMin, trip.returnClockMin));
  return pieces;
}

/** Paid time of one day, as `evaluateDuty` counts it: waits of an hour or more are the driver's own. */
function dutyDay(day: number, bars: readonly TripBar[], shiftMin: Minutes): DutyDay {
  const waits: { fromMin: ClockMin; toMin: ClockMin; isPaid: boolean }[] = [];
  let endClockMin = bars[0]!.startClockMin;
  let paidMin = 0;
  let overtimeFromMin: ClockMin | null = null;
  const pay = (fromMin: ClockMin, toMin: ClockMin): void => {
    if (toMin <= fromMin) return;
    if (overtimeFromMin === null && paidMin + toMin - fromMin > shiftMin + 1e-6)
      overtimeFromMin = fromMin + Math.max(0, shiftMin - paidMin);
    paidMin += toMin - fromMin;
  };
  for (const bar of bars) {
    const waitMin = bar.startClockMin - endClockMin;
    if (waitMin > 1e-6) {
      const isPaid = waitMin < offDutyFromMin;
      waits.push({ fromMin: endClockMin, toMin: bar.startClockMin, isPaid });
      if (isPaid) pay(endClockMin, bar.startClockMin);
    }
    pay(Math.max(bar.startClockMin, endClockMin), bar.endClockMin);
    endClockMin = Math.max(endClockMin, bar.endClockMin);
  }
  return { day, startClockMin: bars[0]!.startClockMin, endClockMin, paidMin, overtimeFromMin, waits };
}

/** Rows by duty or by line, for the days asked for; rows without a trip on these days are left out. */
export function timelineOf(
  report: Report,
  days: readonly number[],
  by: 'duty' | 'line',
  times: TripTimes = tripTimes(report),
): Timeline {
  const { scenario, plan } = report;
  const closeClocks = new Map(scenario.stations.map((station) => [station.id, station.closeClockMin]));
  const closeOf = (stationId: StationId): ClockMin => closeClocks.get(stationId) ?? Number.POSITIVE_INFINITY;
  const driveInOf = ({ line, day, roundIndex }: DatedTrip): DriveIn | null => {
    const last = lastTripOf(plan, { lineId: line.id, roundIndex });
    const home = last && times.find(last.lineId, day, last.roundIndex);
    return home?.trip.morning
      ? { ...home.trip.morning, fromId: home.line.stopIds.at(-1)!, legMin: home.trip.returnLegMin }
      : null;
  };
  const barOf = (dated: DatedTrip, busyUntilMin: ClockMin): TripBar => {
    const { line, day, roundIndex, trip } = dated;
    const driveIn = driveInOf(dated);
    const startClockMin = driveIn?.startClockMin ?? trip.departureClockMin - trip.loadingMin;
    return {
      ...dated,
      driveIn,
      key: `${line.id}/${day}/${roundIndex}`,
      startClockMin,
      endClockMin: trip.returnClockMin,
      pieces: piecesOf(trip, closeOf, driveIn),
      overlapMin: Math.max(0, busyUntilMin - startClockMin),
    };
  };
  const barsOf = (trips: readonly DatedTrip[]): TripBar[] => {
    let busyUntilMin = Number.NEGATIVE_INFINITY;
    return trips.map((dated) => {
      const bar = barOf(dated, busyUntilMin);
      busyUntilMin = Math.max(busyUntilMin, bar.endClockMin);
      return bar;
    });
  };

  const rows = (
    by === 'duty'
      ? plan.duties.map((duty, index): TimelineRow => {
          const byDay = days.map((day) =>
            barsOf(duty.trips.flatMap(({ lineId, roundIndex }) => times.find(lineId, day, roundIndex) ?? [])),
          );
          return {
            key: `duty-${index}`,
            index,
            lineIndexes: [
              ...new Set(duty.trips.map(({ lineId }) => plan.lines.findIndex((line) => line.id === lineId))),
            ],
            vehicleTypeId: duty.vehicleTypeId,
            bars: byDay.flat(),
            dutyDays: byDay.flatMap((bars, at) =>
              bars.length > 0 ? [dutyDay(days[at]!, bars, scenario.dutyRules.shiftMin.value)] : [],
            ),
          };
        })
      : plan.lines.map(
          (line, index): TimelineRow => ({
            key: `line-${line.id}`,
            index,
            lineIndexes: [index],
            vehicleTypeId: line.vehicleTypeId,
            bars: days.flatMap((day) => barsOf(times.ofLine(line.id, day))),
            dutyDays: [],
          }),
        )
  ).filter((row) => row.bars.length > 0);

  const bars = rows.flatMap((row) => row.bars);
  const fromClockMin = Math.floor(Math.min(...bars.map((bar) => bar.startClockMin), 24 * 60) / 60) * 60;
  const toClockMin = Math.ceil(Math.max(...bars.map((bar) => bar.endClockMin), 0) / 60) * 60;
  return bars.length === 0
    ? { rows: [], fromClockMin: 0, toClockMin: 24 * 60, days }
    : { rows, fromClockMin, toClockMin, days };
}
