import type { StationId, VehicleTypeId } from '../model/ids.ts';
import type { LineLock } from '../model/lineRules.ts';
import type { LockedLine } from '../model/problem.ts';
import type { Scenario } from '../model/scenario.ts';
import type { AssignmentTask, ProblemCall } from './buildProblem.ts';

/** Stations a lock holds together. One that is locked itself is nobody's companion any more: it was put elsewhere since. */
function heldBy(lock: LineLock, locks: readonly LineLock[]): StationId[] {
  const companions = lock.keep === 'stops' ? (lock.companionIds ?? []) : [];
  const isLocked = (id: StationId): boolean => locks.some(({ stationIds }) => stationIds.includes(id));
  return [...lock.stationIds, ...companions.filter((id) => !isLocked(id))];
}

export interface LockHold {
  readonly originId: StationId;
  readonly stationIds: readonly StationId[];
}

/** Stations that locks hold on a line, each in the first that holds it; those of a vehicle that is gone hold nothing. */
export function lockHolds({
  locks = [],
  vehicleTypes,
}: Pick<Scenario, 'locks' | 'vehicleTypes'>): LockHold[] {
  const taken = new Set<StationId>();
  return locks
    .filter((lock) => vehicleTypes.some(({ id }) => id === lock.vehicleTypeId))
    .map((lock) => {
      const stationIds = heldBy(lock, locks).filter((id) => !taken.has(id));
      for (const id of stationIds) taken.add(id);
      return { originId: lock.originId, stationIds };
    });
}

/**
 * Locks of one task's lines, in the solver's indices. A lock whose vehicle is gone, or whose stations all are, holds
 * nothing; a station that two locks claim belongs to the first.
 */
export function lockedLines(
  locks: readonly LineLock[],
  task: Pick<AssignmentTask, 'originId'>,
  calls: readonly ProblemCall[],
  vehicleTypeIds: readonly VehicleTypeId[],
): LockedLine[] {
  const taken = new Set<number>();
  return locks.flatMap((lock): LockedLine[] => {
    const vehicleTypeIndex = vehicleTypeIds.indexOf(lock.vehicleTypeId);
    if (lock.originId !== task.originId || vehicleTypeIndex < 0) return [];
    const stops = heldBy(lock, locks).flatMap((stationId) => {
      const index = calls.findIndex((call, each) => call.stationId === stationId && !taken.has(each));
      if (index < 0) return [];
      taken.add(index);
      return [index];
    });
    return stops.length === 0 ? [] : [{ vehicleTypeIndex, stops, keep: lock.keep }];
  });
}
