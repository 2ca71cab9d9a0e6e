import type { PlannedDuty, PlannedLine } from '../model/plan.ts';
import type { DutyRules } from '../model/scenario.ts';
import { cycleDays, runsOnDay } from './calendar.ts';

/** One day's work of one driver. */
export interface Shift {
  readonly day: number;
  readonly driverIndex: number;
  /** Place of the duty in the plan. */
  readonly dutyIndex: number;
}

export interface Roster {
  readonly days: number;
  readonly driverCount: number;
  readonly shifts: readonly Shift[];
}

const daysPerWeek = 7;
/** One day of rest a week. */
export const defaultWorkDaysPerWeek = 6;

/**
 * Who drives which duty on which day, so that nobody works more than `workDaysPerWeek` days of a week (day 0 is a
 * Monday). The number of drivers is the least: the busiest day, or the duty days of the busiest week over the days a
 * driver may work. Whoever has worked least drives; among those a driver keeps the duty he has driven most.
 */
export function rosterOf(
  lines: readonly PlannedLine[],
  duties: readonly PlannedDuty[],
  rules: Pick<DutyRules, 'workDaysPerWeek'>,
): Roster {
  const workDays = rules.workDaysPerWeek ?? defaultWorkDaysPerWeek;
  const cycle = cycleDays(lines);
  const days = cycle % daysPerWeek === 0 ? cycle : cycle * daysPerWeek;
  const lineById = new Map(lines.map((line) => [line.id, line]));
  const dutiesOfDay = Array.from({ length: days }, (_, day) =>
    duties.flatMap((duty, dutyIndex) =>
      duty.trips.some(({ lineId }) => {
        const line = lineById.get(lineId)!;
        return runsOnDay(line.serviceDays, line.phase, day);
      })
        ? [dutyIndex]
        : [],
    ),
  );
  let driverCount = 0;
  for (let week = 0; week < days / daysPerWeek; week++) {
    const ofWeek = dutiesOfDay.slice(week * daysPerWeek, (week + 1) * daysPerWeek);
    const dutyDays = ofWeek.reduce((sum, ofDay) => sum + ofDay.length, 0);
    driverCount = Math.max(
      driverCount,
      ...ofWeek.map((ofDay) => ofDay.length),
      Math.ceil(dutyDays / workDays),
    );
  }
  const shifts: Shift[] = [];
  const workedInWeek = new Array<number>(driverCount).fill(0);
  const drivenBefore = Array.from({ length: driverCount }, () => new Array<number>(duties.length).fill(0));
  dutiesOfDay.forEach((ofDay, day) => {
    if (day % daysPerWeek === 0) workedInWeek.fill(0);
    const free = new Set(
      workedInWeek
        .map((worked, driverIndex) => ({ worked, driverIndex }))
        .sort((a, b) => a.worked - b.worked || a.driverIndex - b.driverIndex)
        .slice(0, ofDay.length)
        .map(({ driverIndex }) => driverIndex),
    );
    for (const dutyIndex of ofDay) {
      let chosen = -1;
      for (const driverIndex of free)
        if (chosen < 0 || drivenBefore[driverIndex]![dutyIndex]! > drivenBefore[chosen]![dutyIndex]!)
          chosen = driverIndex;
      free.delete(chosen);
      workedInWeek[chosen]!++;
      drivenBefore[chosen]![dutyIndex]!++;
      shifts.push({ day, driverIndex: chosen, dutyIndex });
    }
  });
  return { days, driverCount, shifts };
}
