import type { LineLock } from './lineRules.ts';
import type { PlannedLine } from './plan.ts';
import type { Scenario } from './scenario.ts';

/** The lock that holds part of a line; null = none. */
export const lockOfLine = (scenario: Scenario, line: PlannedLine): LineLock | null =>
  scenario.locks?.find(
    (lock) =>
      lock.originId === line.originId &&
      lock.stationIds.some((stationId) => line.stopIds.includes(stationId)),
  ) ?? null;

/** Nothing may be put on it or taken off. */
export const isWhollyLocked = (scenario: Scenario, line: PlannedLine): boolean =>
  lockOfLine(scenario, line)?.keep === 'line';
