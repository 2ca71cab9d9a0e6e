import type { KernelModel } from './kernelModel.ts';
import type { PlanSnapshot } from './planSnapshot.ts';

/**
 * Parallel savings (Clarke and Wright 1964) over near neighbours, for capacity-only problems: every task on a line of
 * its own, then ends are joined in order of the length saved while the load fits.
 */
export function savingsPlan(model: KernelModel): PlanSnapshot {
  const { delivery } = model;
  const capacity = model.problem.vehicleTypes[0]!.capacity[0]!;
  // Three functions, so that the engine compiles each once instead of the whole again for every part.
  const lines = joinedLines(model, pairsBySaving(model), capacity);
  const used = lines.filter((line, task) => line.length > 0 && delivery[task]! <= capacity);
  used.sort((left, right) => right.length - left.length || left[0]! - right[0]!);
  return {
    lines: used
      .slice(0, Math.min(model.maxLines, model.typeLimit[0]!))
      .map((tasks) => ({ vehicleType: 0, tasks })),
    absent: [],
  };
}

const pairSpan = 2097152;

/** Saving * 2^21 + position of the pair among the neighbours, so that a plain numeric sort orders them reproducibly. */
function pairsBySaving(model: KernelModel): Float64Array {
  const { n, width, neighbours, neighbourCount } = model;
  const lengths = model.lengths[model.problem.vehicleTypes[0]!.profileIndex]!;
  const start = model.startPlace[0]!;
  const end = model.endPlace[0]!;
  const packed = new Float64Array(n * neighbourCount);
  let pairCount = 0;
  for (let from = 0; from < n; from++)
    for (let rank = 0; rank < neighbourCount; rank++) {
      const to = neighbours[from * neighbourCount + rank]!;
      const saving =
        lengths[from * width + end]! + lengths[start * width + to]! - lengths[from * width + to]!;
      if (saving > 0) packed[pairCount++] = saving * pairSpan + (from * neighbourCount + rank);
    }
  return packed.subarray(0, pairCount).sort();
}

function joinedLines(model: KernelModel, pairs: Float64Array, capacity: number): number[][] {
  const { n, neighbours, neighbourCount, delivery } = model;
  const lineOf = Int32Array.from({ length: n }, (_, task) => task);
  const load = Float64Array.from(delivery);
  const lines: number[][] = Array.from({ length: n }, (_, task) => [task]);
  for (let index = pairs.length - 1; index >= 0; index--) {
    const pair = pairs[index]! % pairSpan;
    const from = Math.floor(pair / neighbourCount);
    const to = neighbours[pair]!;
    const left = lineOf[from]!;
    const right = lineOf[to]!;
    if (left === right || load[left]! + load[right]! > capacity) continue;
    const leftLine = lines[left]!;
    const rightLine = lines[right]!;
    if (leftLine[leftLine.length - 1] !== from || rightLine[0] !== to) {
      // On symmetric roads either line may be turned round to make the ends meet.
      if (model.lengthsT[0] !== model.lengths[0]) continue;
      if (leftLine[0] === from) leftLine.reverse();
      if (rightLine[rightLine.length - 1] === to) rightLine.reverse();
      if (leftLine[leftLine.length - 1] !== from || rightLine[0] !== to) continue;
    }
    for (const task of rightLine) {
      leftLine.push(task);
      lineOf[task] = left;
    }
    load[left] = load[left]! + load[right]!;
    lines[right] = [];
  }
  return lines;
}
