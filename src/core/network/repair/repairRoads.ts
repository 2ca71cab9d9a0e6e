import type { RoadNetwork } from '../../model/scenario.ts';
import { joinEnds } from './joinEnds.ts';
import { nodeCrossings } from './nodeCrossings.ts';
import { removeIslands } from './removeIslands.ts';
import type { Repair, Repaired } from './repair.ts';

export interface RepairOptions {
  /** Give crossing lines a common node. Wrong for surveyed files, where a crossing without one is a bridge. */
  readonly isNodingCrossings: boolean;
  /** Join ends that stop within this of another road; 0 = never. */
  readonly joinToleranceM: number;
  /** Take away parts shorter than this that hang together with nothing; 0 = never. */
  readonly islandKm: number;
  /** Keys of repairs to leave out: repairing the same network again with a key here undoes that repair. */
  readonly skipKeys: ReadonlySet<string>;
}

/** Repairs a network; the one given stays as it was. Yields the share done (0 to 1). */
export function* repairRoads(network: RoadNetwork, options: RepairOptions): Generator<number, Repaired> {
  const repairs: Repair[] = [];
  let repaired = network;
  if (options.isNodingCrossings) {
    const noded = yield* scaled(nodeCrossings(repaired, options.skipKeys), 0, 0.5);
    repaired = noded.network;
    repairs.push(...noded.repairs);
  }
  if (options.joinToleranceM > 0) {
    const joined = yield* scaled(joinEnds(repaired, options.joinToleranceM, options.skipKeys), 0.5, 0.9);
    repaired = joined.network;
    repairs.push(...joined.repairs);
  }
  if (options.islandKm > 0) {
    const kept = removeIslands(repaired, options.islandKm, options.skipKeys);
    repaired = kept.network;
    repairs.push(...kept.repairs);
  }
  return { network: repaired, repairs };
}

/** Runs a step that reports 0 to 1 as the part from `start` to `end` of the whole. */
export function* scaled<Value>(
  step: Generator<number, Value>,
  start: number,
  end: number,
): Generator<number, Value> {
  for (;;) {
    const { done, value } = step.next();
    if (done) return value;
    yield start + (end - start) * value;
  }
}
