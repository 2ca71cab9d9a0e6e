import type { RunOptions } from '../../workers/protocol.ts';
import type { Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';
import type { PlanningDocument } from './documents.ts';
import { type RunsState, shownResult } from './runs.ts';

export interface SolvedScenario {
  readonly scenario: Scenario;
  readonly report: Report;
  readonly isStale: boolean;
  readonly isActive: boolean;
}

/** Every scenario of the county that has a result, in the county's order. */
export function selectSolved(
  document: PlanningDocument | null,
  activeId: string | null,
  runs: Pick<RunsState, 'reports' | 'newestHashes'>,
  stages: readonly RunOptions[],
): readonly SolvedScenario[] {
  const solved: SolvedScenario[] = [];
  for (const scenario of document?.scenarios ?? []) {
    const { report, isStale } = shownResult(runs, scenario, stages);
    if (report) solved.push({ scenario, report, isStale, isActive: scenario.id === activeId });
  }
  return solved;
}
