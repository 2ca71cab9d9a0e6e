import { hoursOnDay, visitsWhileOpen } from '../model/openHours.ts';
import { type BreakRule, noLimit } from '../model/problem.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { Minutes } from '../units.ts';
import type { AssignmentTask } from './buildProblem.ts';
import { clockStepMin } from './problemUnits.ts';

/**
 * Opening hours as windows of the solver's problem. Its clock is that of the first departure of the day, in whole
 * seconds; a line leaves at that moment and no other. Whatever the solver does not know makes the windows narrower:
 * - Later rounds and vehicles that wait for a dock leave later: the stop must be in time for all of them. Who leaves
 *   later waits less, so that a stop in time for the last departure by these windows is in time for each.
 * - The solver counts the driver's rests without placing them: before a stop there are at most those that would fall due
 *   if all the time since the departure were driven.
 */
export interface VisitHours {
  /** First departure of the day. */
  readonly departureS: number;
  windowS(station: Station): readonly [openS: number, closeS: number];
  /** Latest start of a stop after the departure, rests included; Infinity = open day and night. */
  latestStartS(station: Station): number;
}

/** null = stops may be made at any time. */
export function visitHours(scenario: Scenario, task: AssignmentTask, stopCount: number): VisitHours | null {
  if (!visitsWhileOpen(scenario)) return null;
  const clocks = [...(task.departureClockMin ?? scenario.policy.departureClockMin)].sort((a, b) => a - b);
  const delayMin = dockDelayMin(scenario, task, stopCount);
  const departures = [...clocks, ...clocks.map((clockMin) => clockMin + delayMin)];
  const departureS = Math.round(clocks[0]! * 60);
  const rule = breakRuleOf(scenario);
  const latestStartS = (station: Station): number =>
    departures.reduce((least, clockMin) => {
      const hours = hoursOnDay(station, clockMin);
      return hours ? Math.min(least, Math.floor((hours.closeMin - clockMin) * 60 + 1e-6)) : least;
    }, Number.POSITIVE_INFINITY);
  return {
    departureS,
    latestStartS,
    windowS: (station) => {
      const openS = departures.reduce((most, clockMin) => {
        const hours = hoursOnDay(station, clockMin);
        return hours ? Math.max(most, Math.ceil((hours.openMin - clockMin) * 60 - 1e-6)) : most;
      }, 0);
      const closeS = latestStartS(station);
      return [
        departureS + openS,
        Number.isFinite(closeS) ? departureS + withoutRests(closeS, rule) : noLimit,
      ];
    },
  };
}

export const breakRuleOf = ({ dutyRules }: Scenario): BreakRule => ({
  drivingS: Math.round(dutyRules.breakAfterDrivingMin.value * 60),
  breakS: Math.round(dutyRules.breakMin.value * 60),
});

/** Latest moment after the departure from which the rests that may have fallen due still end by `latestS`. */
export function withoutRests(latestS: number, { drivingS, breakS }: BreakRule): number {
  if (latestS <= drivingS || drivingS <= 0) return latestS;
  let best = drivingS;
  for (let rests = 1; latestS - rests * breakS > rests * drivingS; rests++)
    best = Math.min(latestS - rests * breakS, (rests + 1) * drivingS);
  return best;
}

/** The other way round: the same with the rests that may have fallen due by then. */
export const withRests = (passedS: number, { drivingS, breakS }: BreakRule): number =>
  passedS <= drivingS || drivingS <= 0 ? passedS : passedS + (Math.ceil(passedS / drivingS) - 1) * breakS;

/** How much later than the first the last vehicle leaves where few can be loaded at a time (see toPlanPart). */
function dockDelayMin(scenario: Scenario, task: AssignmentTask, stopCount: number): Minutes {
  if (!task.dockCount) return 0;
  const vehicles = [...task.linesLeft.values()].reduce((sum, count) => sum + count, 0);
  const duties = Math.min(vehicles, stopCount);
  return Math.floor(Math.max(0, duties - 1) / task.dockCount) * scenario.serviceTimes.loadingMin.value;
}

/**
 * How long several trips of one duty may take together: none begins its last stop later than the first of all stations
 * closes, whichever trip is driven last. Departures are rounded up after every trip, and no trip is shorter than
 * `shortestTripS`, loading included: t trips may run late by (t - 1) steps, t <= total / shortest.
 */
export function tripsWithinS(hours: VisitHours, stations: readonly Station[], shortestTripS: number): number {
  const leastS = Math.min(noLimit, ...stations.map((station) => hours.latestStartS(station)));
  const stepS = clockStepMin * 60;
  const ofAnyTrips = leastS - (stations.length - 1) * stepS;
  const ofLongTrips = Math.floor(((leastS + stepS) * shortestTripS) / (shortestTripS + stepS));
  return Math.max(0, ofAnyTrips, ofLongTrips);
}
