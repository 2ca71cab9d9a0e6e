import type { Problem } from '../model/problem.ts';
import type { Solution } from '../model/solution.ts';
import { checkCost } from './checks/cost.ts';
import { checkDuties } from './checks/duties.ts';
import { checkFleet } from './checks/fleet.ts';
import { checkLoad } from './checks/load.ts';
import { checkLocks } from './checks/locks.ts';
import { checkService } from './checks/service.ts';
import { checkTime } from './checks/time.ts';

export type CheckCode =
  | 'stop.servedTwice'
  | 'stop.unknown'
  | 'stop.unaccounted'
  | 'stop.servedAndUnserved'
  | 'stop.leftOut'
  | 'line.empty'
  | 'line.depot'
  | 'line.count'
  | 'fleet.count'
  | 'load.exceeded'
  | 'leg.unreachable'
  | 'length.exceeded'
  | 'duration.exceeded'
  | 'window.missed'
  | 'duty.wrong'
  | 'lock.broken'
  | 'cost.wrong';

export interface CheckFinding {
  readonly code: CheckCode;
  /** Index in `solution.routes`; null = about the whole plan. */
  readonly routeIndex: number | null;
  readonly params: Readonly<Record<string, number>>;
}

export interface SolutionCheck {
  /** No finding at all: every mandatory stop is served and every limit is kept. */
  readonly isFeasible: boolean;
  readonly findings: readonly CheckFinding[];
}

const checks: readonly ((problem: Problem, solution: Solution) => CheckFinding[])[] = [
  checkService,
  checkFleet,
  checkLoad,
  checkTime,
  checkDuties,
  checkLocks,
  checkCost,
];

/**
 * Recomputes a solution from its problem alone, by walking every line leg by leg; shares no code with the solver.
 * All faults are reported, none stops the others from being looked for.
 */
export function checkSolution(problem: Problem, solution: Solution): SolutionCheck {
  const service = checkService(problem, solution);
  const isReadable = !service.some((finding) => finding.code === 'stop.unknown');
  const findings = isReadable ? checks.flatMap((check) => check(problem, solution)) : service;
  return { isFeasible: findings.length === 0, findings };
}
