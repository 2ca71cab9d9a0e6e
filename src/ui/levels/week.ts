import { rosterOf } from '../../core/evaluate/roster.ts';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Km, Parcels } from '../../core/units.ts';
import { stripDays, type TripTimes, tripTimes } from './tripTimes.ts';

/** One day of the week strip, all lines together. */
export interface DaySum {
  readonly day: number;
  readonly lineCount: number;
  readonly dutyCount: number;
  readonly lengthKm: Km;
  /** Inbound parcels that leave the depot. */
  readonly leavingParcels: Parcels;
  /** Inbound parcels handed over at village (or urban) stations. */
  readonly arrivingParcels: Parcels;
}

export interface WeekLine {
  readonly lineId: LineId;
  readonly lineIndex: number;
  /** Trips on each day of the strip. */
  readonly tripsByDay: readonly number[];
}

export interface WeekDriver {
  readonly driverIndex: number;
  /** Place of the duty driven in the plan; null = a day of rest. */
  readonly dutyByDay: readonly (number | null)[];
  readonly workDays: number;
}

export interface Week {
  readonly days: readonly number[];
  readonly lines: readonly WeekLine[];
  readonly sums: readonly DaySum[];
  readonly drivers: readonly WeekDriver[];
}

/** Which line runs on which day of one week or two, what that adds up to, and who drives. */
export function weekOf(report: Report, times: TripTimes = tripTimes(report)): Week {
  const { plan, scenario } = report;
  const days = Array.from({ length: stripDays(times.cycle) }, (_, day) => day);
  const isHub = new Set(plan.lines.map((line) => line.originId));
  const tierOf = new Map(scenario.stations.map((station) => [station.id, station.tier]));

  const lines = plan.lines.map((line, lineIndex): WeekLine => {
    return {
      lineId: line.id,
      lineIndex,
      tripsByDay: days.map((day) => times.ofLine(line.id, day).length),
    };
  });
  const sums = days.map((day): DaySum => {
    const trips = plan.lines.flatMap((line) => times.ofLine(line.id, day));
    const running = new Set(trips.map(({ line }) => line.id));
    const fromDepot = trips.filter(({ line }) => line.originId === scenario.depot.id);
    const visits = trips.flatMap(({ trip }) => trip.visits);
    const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
    return {
      day,
      lineCount: running.size,
      dutyCount: plan.duties.filter((duty) => duty.trips.some(({ lineId }) => running.has(lineId))).length,
      lengthKm: add(trips.map(({ trip }) => trip.lengthKm)),
      leavingParcels: add(fromDepot.flatMap(({ trip }) => trip.visits.map((visit) => visit.deliveryParcels))),
      arrivingParcels: add(
        visits.flatMap((visit) =>
          isHub.has(visit.stationId) || tierOf.get(visit.stationId) === 'township'
            ? []
            : [visit.deliveryParcels],
        ),
      ),
    };
  });

  const roster = rosterOf(plan.lines, plan.duties, scenario.dutyRules);
  const drivers = Array.from({ length: roster.driverCount }, (_, driverIndex): WeekDriver => {
    const dutyByDay = days.map(
      (day) =>
        roster.shifts.find((shift) => shift.driverIndex === driverIndex && shift.day === day % roster.days)
          ?.dutyIndex ?? null,
    );
    return { driverIndex, dutyByDay, workDays: dutyByDay.filter((duty) => duty !== null).length };
  });
  return { days, lines, sums, drivers };
}
