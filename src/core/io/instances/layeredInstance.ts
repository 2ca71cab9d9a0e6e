import type { LayeredProblem } from '../../model/layeredProblem.ts';

/** A published problem on two levels or over several days. */
export interface LayeredInstance {
  readonly family: '2E-VRP' | 'PVRP';
  readonly problem: LayeredProblem;
  /** Cost of the literature = cost of our solution / costDivisor. */
  readonly costDivisor: number;
  /** Number the file gives each customer, for printing routes. */
  readonly customerNumbers: readonly number[];
}

/** Distances are real numbers in both families: kept to a millionth. */
export const unitsPerLength = 1_000_000;

export function legTable(points: readonly (readonly [x: number, y: number])[]): Float64Array {
  const size = points.length;
  const table = new Float64Array(size * size);
  points.forEach(([fromX, fromY], from) => {
    points.forEach(([toX, toY], to) => {
      const dx = fromX - toX;
      const dy = fromY - toY;
      table[from * size + to] = Math.round(Math.sqrt(dx * dx + dy * dy) * unitsPerLength);
    });
  });
  return table;
}
