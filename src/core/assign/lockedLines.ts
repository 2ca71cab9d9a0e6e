import type { VehicleTypeId } from '../model/ids.ts';
import type { LineLock } from '../model/lineRules.ts';
import type { LockedLine } from '../model/problem.ts';
import type { AssignmentTask, ProblemCall } from './buildProblem.ts';

/**
 * Locks of one task's lines, in the solver's indices. A lock whose vehicle is gone, or whose stations all are, holds
 * nothing; a station that two locks claim belongs to the first. One that is locked itself is nobody's companion any more:
 * it was put elsewhere since.
 */
export function lockedLines(
  locks: readonly LineLock[],
  task: Pick<AssignmentTask, 'originId'>,
  calls: readonly ProblemCall[],
  vehicleTypeIds: readonly VehicleTypeId[],
): LockedLine[] {
  const taken = new Set<number>();
  const locked = new Set(locks.flatMap(({ stationIds }) => stationIds));
  return locks.flatMap((lock): LockedLine[] => {
    const vehicleTypeIndex = vehicleTypeIds.indexOf(lock.vehicleTypeId);
    if (lock.originId !== task.originId || vehicleTypeIndex < 0) return [];
    const companions = lock.keep === 'stops' ? (lock.companionIds ?? []) : [];
    const wanted = [...lock.stationIds, ...companions.filter((id) => !locked.has(id))];
    const stops = wanted.flatMap((stationId) => {
      const index = calls.findIndex((call, each) => call.stationId === stationId && !taken.has(each));
      if (index < 0) return [];
      taken.add(index);
      return [index];
    });
    return stops.length === 0 ? [] : [{ vehicleTypeIndex, stops, keep: lock.keep }];
  });
}
