import type { Fault } from '../model/faults.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { isSupplyOpen } from '../model/suppliedBy.ts';

const daysPerWeek = 7;

function visitsPerWeek({ serviceDays }: PlannedLine): number {
  if (serviceDays.kind === 'daily') return daysPerWeek;
  return serviceDays.kind === 'everyNDays' ? daysPerWeek / serviceDays.n : serviceDays.days.length;
}

/**
 * Stations with days of their own are visited on those, or as often as their bounds say. Buses run when they run, and a
 * hub that the solver has opened is visited as often as its trunk lines run.
 */
export function checkDays(scenario: Scenario, plan: Plan): Fault[] {
  const opened = new Set(isSupplyOpen(scenario.policy) ? plan.lines.map(({ originId }) => originId) : []);
  return scenario.stations.flatMap(({ id, calendar }): Fault[] => {
    if (!calendar || (calendar.kind === 'between' && opened.has(id))) return [];
    const lines = plan.lines.filter((line) => line.kind !== 'bus' && line.stopIds.includes(id));
    const isKept = (line: PlannedLine): boolean =>
      calendar.kind === 'given'
        ? JSON.stringify(line.serviceDays) === JSON.stringify(calendar.serviceDays)
        : visitsPerWeek(line) >= calendar.minVisitsPerWeek - 1e-9 &&
          visitsPerWeek(line) <= calendar.maxVisitsPerWeek + 1e-9;
    return lines
      .filter((line) => !isKept(line))
      .map((line) => ({ code: 'station.days', params: { id, line: line.id } }));
  });
}
