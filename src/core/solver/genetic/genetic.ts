import type { Engine } from '../annealer.ts';
import { Breeding } from '../kernel/genetic/breeding.ts';
import type { SearchTables } from '../kernel/searchTables.ts';
import { SolverRandom } from '../kernel/solverRandom.ts';
import type { KernelModel } from '../kernelModel.ts';
import type { PlanSnapshot } from '../planSnapshot.ts';
import { searchTables } from '../searchTables.ts';
import { randomWords } from '../seededRandom.ts';
import { bearings } from './bearings.ts';
import { compiledGenetic, type GeneticMeans, type GeneticSearch } from './compiledGenetic.ts';

interface PopulationSize {
  readonly kept: number;
  readonly born: number;
}

const usualPopulation: PopulationSize = { kept: 25, born: 40 };
/** Few children learn more from few parents. */
const smallPopulation: PopulationSize = { kept: 8, born: 10 };
const smallUpToChildren = 3000;

/** A genetic search run by the kernel's classes as they are. */
function sourceGenetic(tables: SearchTables, means: GeneticMeans): Breeding {
  const { randomWords, lines, kept, born, where } = means;
  return new Breeding(tables, new SolverRandom(randomWords), lines, kept, born, where.x, where.y);
}

/** Starts one genetic search (`Breeding`) from plans of other searches, and knows its plans by lines. */
export class Genetic {
  private readonly search: GeneticSearch;

  constructor(
    model: KernelModel,
    seed: number,
    plans: readonly PlanSnapshot[],
    expectedChildren: number,
    engine: Engine = 'compiled',
  ) {
    const capacity = model.problem.vehicleTypes[0]!.capacity[0]!;
    const total = model.delivery.reduce((sum, load) => sum + load, 0);
    const tables = searchTables(model);
    const means: GeneticMeans = {
      ...(expectedChildren <= smallUpToChildren ? smallPopulation : usualPopulation),
      randomWords: randomWords(seed),
      lines: Math.max(Math.ceil((1.3 * total) / capacity) + 3, ...plans.map((plan) => plan.lines.length)),
      where: bearings(model),
    };
    const compiled = engine === 'compiled' ? compiledGenetic(tables, means) : null;
    this.search = compiled ?? sourceGenetic(tables, means);
    for (const plan of plans) this.take(plan.lines.map((line) => line.tasks));
  }

  get bestCost(): number {
    return this.search.bestCost;
  }

  /** Counts improvements of the best plan. */
  get bestVersion(): number {
    return this.search.bestVersion;
  }

  /** Takes a plan of another search into the population. */
  take(routes: readonly (readonly number[])[]): void {
    const { plan } = this.search;
    let at = 0;
    plan[at++] = routes.length;
    for (const route of routes) {
      plan[at++] = route.length;
      plan.set(route, at);
      at += route.length;
    }
    this.search.take();
  }

  /** A plan from nothing: a random tour, cut and improved. */
  addRandom(): void {
    this.search.addRandom();
  }

  /** One child. */
  generation(): void {
    this.search.generation();
  }

  best(): PlanSnapshot {
    this.search.writeBest();
    return { lines: this.read().map((tasks) => ({ vehicleType: 0, tasks })), absent: [] };
  }

  /** Lines of the last child, kept or not. */
  last(): number[][] {
    this.search.writeLast();
    return this.read();
  }

  private read(): number[][] {
    const { plan } = this.search;
    const routes: number[][] = [];
    let at = 1;
    for (let line = 0; line < plan[0]!; line++) {
      const from = at + 1;
      at = from + plan[from - 1]!;
      routes.push([...plan.subarray(from, at)]);
    }
    return routes;
  }
}
