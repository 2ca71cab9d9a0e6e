import { useMemo } from 'react';
import { runsOnDay } from '../../core/evaluate/calendar.ts';
import type { LineId } from '../../core/model/ids.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import { useView } from '../AppContext.tsx';

/** Lines of a plan that run on a day of the calendar; null = no day is chosen, so all count. */
export const runningLines = (plan: Plan, day: number | null): ReadonlySet<LineId> | null =>
  day === null
    ? null
    : new Set(
        plan.lines.filter((line) => runsOnDay(line.serviceDays, line.phase, day)).map((line) => line.id),
      );

/** Those of the day chosen in the week strip. */
export function useRunningLines(report: Report | null): ReadonlySet<LineId> | null {
  const day = useView((view) => view.shownDay);
  return useMemo(() => (report ? runningLines(report.plan, day) : null), [report, day]);
}
