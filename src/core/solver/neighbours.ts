import { noLimit, type Problem } from '../model/problem.ts';
import type { KernelModel } from './kernelModel.ts';

/**
 * Other tasks by nearness, nearest first: entry [task * neighbourCount + rank]. Nearness is the length there and back;
 * with windows, waiting that cannot be avoided (weight 0.2) and lateness (weight 1) are added, as in Vidal, Crainic,
 * Gendreau, Prins 2013, section 4.5.
 */
export function nearestTasks(
  problem: Problem,
  taskStops: readonly (readonly number[])[],
  length: Int32Array,
  lengthT: Int32Array,
  duration: Int32Array,
  width: number,
  neighbourCount: number,
): Int32Array {
  const n = taskStops.length;
  const neighbours = new Int32Array(n * neighbourCount);
  const windows = n === problem.stopCount && hasWindows(problem) ? problem : null;
  const keys = new Float64Array(n);
  for (let task = 0; task < n; task++) {
    const row = task * width;
    // Key and task packed in one number, so that selecting and sorting need no comparison function.
    for (let other = 0; other < n; other++) {
      let key = length[row + other]! + lengthT[row + other]!;
      if (windows)
        key +=
          windowDistance(windows, duration[row + other]!, taskStops[task]![0]!, taskStops[other]![0]!) +
          windowDistance(
            windows,
            duration[other * width + task]!,
            taskStops[other]![0]!,
            taskStops[task]![0]!,
          );
      keys[other] = Math.round(key) * n + other;
    }
    keys[task] = Number.MAX_SAFE_INTEGER;
    // The task itself has the largest key: it is sorted out even where all others are wanted.
    selectSmallest(keys, neighbourCount);
    const nearest = keys.subarray(0, neighbourCount).sort();
    for (let rank = 0; rank < neighbourCount; rank++)
      neighbours[task * neighbourCount + rank] = nearest[rank]! % n;
  }
  return neighbours;
}

/**
 * Least length of the ways from a task to both ends of a place beside each neighbour, in the layout of the neighbours.
 * The other end is no nearer than the neighbour, else the place is met beside that one; or it is the line's own start or
 * end.
 */
export function endsBeside(
  { n, width, neighbours }: Pick<KernelModel, 'n' | 'width' | 'neighbours'>,
  lineEnds: readonly number[],
  length: Int32Array,
  lengthT: Int32Array,
): Int32Array {
  const ends = new Int32Array(neighbours.length);
  const neighbourCount = neighbours.length / n;
  const places = [...new Set(lineEnds)];
  const least = (cell: number): number => Math.min(length[cell]!, lengthT[cell]!);
  for (let task = 0; task < n; task++) {
    const row = task * width;
    const ofLineEnd = Math.min(...places.map((place) => least(row + place)));
    for (let entry = task * neighbourCount; entry < (task + 1) * neighbourCount; entry++) {
      const ofNeighbour = least(row + neighbours[entry]!);
      ends[entry] = ofNeighbour + Math.min(ofNeighbour, ofLineEnd);
    }
  }
  return ends;
}

function hasWindows(problem: Problem): boolean {
  return (
    problem.windowOpenS.some((open) => open > 0) || problem.windowCloseS.some((close) => close < noLimit)
  );
}

/** Waiting and lateness on the way from one stop to another. */
function windowDistance(problem: Problem, driveS: number, from: number, to: number): number {
  const { windowOpenS, windowCloseS, depotCount } = problem;
  const step = problem.stops.serviceS[from]! + driveS;
  const late = Math.max(0, windowOpenS[depotCount + from]! + step - windowCloseS[depotCount + to]!);
  const wait = Math.max(0, windowOpenS[depotCount + to]! - step - windowCloseS[depotCount + from]!);
  return late + 0.2 * wait;
}

/** Moves the `count` smallest keys to the front, in no order (quickselect, Hoare 1961). Keys are distinct. */
function selectSmallest(keys: Float64Array, count: number): void {
  let low = 0;
  let high = keys.length - 1;
  while (low < high) {
    const pivot = keys[(low + high) >>> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (keys[left]! < pivot) left++;
      while (keys[right]! > pivot) right--;
      if (left <= right) {
        const key = keys[left]!;
        keys[left] = keys[right]!;
        keys[right] = key;
        left++;
        right--;
      }
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else return;
  }
}
