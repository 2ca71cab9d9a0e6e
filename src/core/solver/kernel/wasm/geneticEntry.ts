/** The genetic search, compiled, from outside (see entry.ts and genetic/compiledGenetic.ts). */
import { Breeding } from '../genetic/breeding.ts';
import type { SearchTables } from '../searchTables.ts';
import { SolverRandom } from '../solverRandom.ts';

export function newBreeding(
  tables: SearchTables,
  randomWords: Uint32Array,
  lines: i32,
  kept: i32,
  born: i32,
  x: Float64Array,
  y: Float64Array,
): Breeding {
  return new Breeding(tables, new SolverRandom(randomWords), lines, kept, born, x, y);
}

export function breedingPlan(breeding: Breeding): Int32Array {
  return breeding.plan;
}

export function takePlan(breeding: Breeding): void {
  breeding.take();
}

export function addRandom(breeding: Breeding): void {
  breeding.addRandom();
}

export function generation(breeding: Breeding): void {
  breeding.generation();
}

export function writeBestBred(breeding: Breeding): void {
  breeding.writeBest();
}

export function writeLastBred(breeding: Breeding): void {
  breeding.writeLast();
}

export function bestCostBred(breeding: Breeding): f64 {
  return breeding.bestCost;
}

export function bestVersionBred(breeding: Breeding): i32 {
  return breeding.bestVersion;
}
