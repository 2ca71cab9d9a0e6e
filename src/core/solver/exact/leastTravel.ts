import type { Problem } from '../../model/problem.ts';
import { unreachable } from '../../model/travel.ts';

/** Least travel of any vehicle between stops, from a start and to an end, by whatever way is shortest. */
export interface LeastTravel {
  /** Entry [from * stopCount + to]. */
  readonly lengthM: Float64Array;
  readonly durationS: Float64Array;
  readonly outLengthM: Float64Array;
  readonly outDurationS: Float64Array;
  readonly homeLengthM: Float64Array;
  readonly homeDurationS: Float64Array;
}

/** Tables are closed under detours (Floyd 1962), so that leaving a stop out never makes a line longer. */
export function leastTravel(problem: Problem): LeastTravel {
  const length = closed(problem, 'lengthM');
  const duration = closed(problem, 'durationS');
  return {
    lengthM: length.between,
    durationS: duration.between,
    outLengthM: length.out,
    outDurationS: duration.out,
    homeLengthM: length.home,
    homeDurationS: duration.home,
  };
}

function closed(problem: Problem, key: 'lengthM' | 'durationS') {
  const { depotCount, stopCount: n } = problem;
  const size = depotCount + n;
  const table = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (const profile of problem.profiles)
    for (let cell = 0; cell < table.length; cell++)
      if (profile.lengthM[cell]! < unreachable) table[cell] = Math.min(table[cell]!, profile[key][cell]!);
  for (let via = 0; via < size; via++)
    for (let from = 0; from < size; from++)
      for (let to = 0; to < size; to++) {
        const way = table[from * size + via]! + table[via * size + to]!;
        if (way < table[from * size + to]!) table[from * size + to] = way;
      }
  const between = new Float64Array(n * n);
  for (let from = 0; from < n; from++)
    for (let to = 0; to < n; to++)
      between[from * n + to] = from === to ? 0 : table[(depotCount + from) * size + depotCount + to]!;
  const out = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const home = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  for (const type of problem.vehicleTypes)
    for (let stop = 0; stop < n; stop++) {
      const { startDepotIndex: start, endDepotIndex: end } = type;
      out[stop] = Math.min(out[stop]!, start === null ? 0 : table[start * size + depotCount + stop]!);
      home[stop] = Math.min(home[stop]!, end === null ? 0 : table[(depotCount + stop) * size + end]!);
    }
  return { between, out, home };
}
