import { cycleDays, departuresOf } from '../../core/evaluate/calendar.ts';
import type { TripSchedule } from '../../core/model/evaluation.ts';
import type { LineId } from '../../core/model/ids.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';

/** A departure of a line on one day, with its schedule. */
export interface DatedTrip {
  readonly line: PlannedLine;
  readonly lineIndex: number;
  readonly day: number;
  readonly roundIndex: number;
  readonly trip: TripSchedule;
}

export interface TripTimes {
  /** Days after which the whole plan repeats itself. */
  readonly cycle: number;
  /** Day 0 is a Monday; any day may be asked for, the cycle going on for ever. */
  readonly find: (lineId: LineId, day: number, roundIndex: number) => DatedTrip | null;
  readonly ofLine: (lineId: LineId, day: number) => readonly DatedTrip[];
}

/** The schedules of a report by line, day and round. */
export function tripTimes(report: Pick<Report, 'plan' | 'evaluation'>): TripTimes {
  const { lines } = report.plan;
  const cycle = cycleDays(lines);
  const schedulesOf = new Map(report.evaluation.lines.map((line) => [line.lineId, line.trips]));
  const byLine = new Map(
    lines.map((line, lineIndex) => {
      const trips = schedulesOf.get(line.id) ?? [];
      const dated = departuresOf(line, cycle).flatMap(({ day, roundIndex }, index): DatedTrip[] => {
        const trip = trips[index];
        return trip ? [{ line, lineIndex, day, roundIndex, trip }] : [];
      });
      return [line.id, dated] as const;
    }),
  );
  const ofLine = (lineId: LineId, day: number): DatedTrip[] => {
    const ofCycle = ((day % cycle) + cycle) % cycle;
    const dated = byLine.get(lineId) ?? [];
    return dated.filter((each) => each.day === ofCycle).map((each) => ({ ...each, day }));
  };
  return {
    cycle,
    ofLine,
    find: (lineId, day, roundIndex) =>
      ofLine(lineId, day).find((each) => each.roundIndex === roundIndex) ?? null,
  };
}

const daysPerWeek = 7;
/** One week, or two where the plan does not repeat within one (alternate days). */
export const stripDays = (cycle: number): number =>
  daysPerWeek % cycle === 0 ? daysPerWeek : 2 * daysPerWeek;
