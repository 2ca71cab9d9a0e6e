import type { SolverRandom } from '../kernel/solverRandom.ts';
import type { KernelModel } from '../kernelModel.ts';
import type { PlanSnapshot } from '../planSnapshot.ts';
import { seededRandom } from '../seededRandom.ts';
import { aroundDepot, type Bearings, bearings } from './bearings.ts';
import { Descent } from './descent.ts';
import { hasRoute, type Individual, individualOf } from './individual.ts';
import { type PopulationSize, Subpopulation, tournament } from './population.ts';
import { Split } from './split.ts';

const usualPopulation: PopulationSize = { kept: 25, born: 40 };
/** Few children learn more from few parents. */
const smallPopulation: PopulationSize = { kept: 8, born: 10 };
const smallUpToChildren = 3000;
/** Share of children wanted within capacity, and children between two looks at it. */
const feasibleShare = 0.2;
const childrenPerLook = 100;
const repairFactor = 10;
/** Prices are multiples of 2^-10, so that sums of costs stay exact. */
const wholePrice = (price: number): number => Math.max(1, Math.round(price * 1024)) / 1024;

/**
 * Hybrid genetic search (Vidal 2012, 2022) for capacity-only problems on symmetric roads: order crossover of two
 * plans, cut into lines, local search with SWAP*; overloaded plans are kept apart. Starts from plans of other searches.
 */
export class Genetic {
  bestCost = Number.POSITIVE_INFINITY;
  bestVersion = 0;
  private bestRoutes: readonly (readonly number[])[] = [];
  private readonly random: SolverRandom;
  private readonly descent: Descent;
  private readonly split: Split;
  private readonly where: Bearings;
  private readonly feasible: Subpopulation;
  private readonly overloaded: Subpopulation;
  private price: number;
  private children = 0;
  private fitting = 0;
  private readonly isTaken: Uint8Array;

  constructor(
    private readonly model: KernelModel,
    seed: number,
    plans: readonly PlanSnapshot[],
    expectedChildren: number,
  ) {
    this.random = seededRandom(seed);
    const { n, delivery } = model;
    const capacity = model.problem.vehicleTypes[0]!.capacity[0]!;
    const total = delivery.reduce((sum, load) => sum + load, 0);
    const lines = Math.max(
      Math.ceil((1.3 * total) / capacity) + 3,
      ...plans.map((plan) => plan.lines.length),
    );
    this.descent = new Descent(model, lines, this.random);
    const { tours } = this.descent;
    this.split = new Split(tours);
    this.where = bearings(model);
    this.isTaken = new Uint8Array(n);
    const costOf = (individual: Individual): number => individual.length + individual.overload * this.price;
    const populationSize = expectedChildren <= smallUpToChildren ? smallPopulation : usualPopulation;
    this.feasible = new Subpopulation(n, populationSize, costOf);
    this.overloaded = new Subpopulation(n, populationSize, costOf);
    const longest = model.lengths[0]!.reduce((most, length) => Math.max(most, length), 0);
    const largest = delivery.reduce((most, load) => Math.max(most, load), 1);
    this.price = wholePrice(Math.min(1000, longest / largest));
    for (const plan of plans) this.take(plan.lines.map((line) => [...line.tasks]));
  }

  /** Takes a plan of another search into the population. */
  take(routes: number[][]): void {
    this.keep(individualOf(this.descent.tours, aroundDepot(routes, this.where)));
  }

  /** A plan from nothing: a random tour, cut and improved. */
  addRandom(): void {
    const tour = Int32Array.from({ length: this.model.n }, (_, task) => task);
    for (let index = tour.length - 1; index > 0; index--) {
      const other = this.random.below(index + 1);
      const task = tour[index]!;
      tour[index] = tour[other]!;
      tour[other] = task;
    }
    this.improve(tour, []);
  }

  /** One child. */
  generation(): void {
    this.feasible.rate();
    this.overloaded.rate();
    const mother = tournament(this.feasible, this.overloaded, this.random);
    const father = tournament(this.feasible, this.overloaded, this.random);
    this.improve(this.cross(mother.tour, father.tour), [mother, father]);
    if (++this.children % childrenPerLook === 0) this.adaptPrice();
  }

  private improve(tour: Int32Array, parents: readonly Individual[]): void {
    const { descent, random } = this;
    descent.tours.overloadPrice = this.price;
    const routes = this.split.run(tour);
    descent.run(
      routes,
      this.price,
      routes.map((route) => 1 + parents.findIndex((parent) => hasRoute(parent, route, this.model.n))),
    );
    const child = this.bringHome();
    if (child.overload === 0) this.fitting++;
    this.keep(child);
    if (child.overload === 0 || random.below(2) === 0) return;
    // Where neither line is overloaded, a higher price opens no move.
    const { tours } = descent;
    const fits = child.routes.map((route) => (tours.loadOf(route) <= tours.capacity ? 1 : 0));
    descent.run(child.routes, this.price * repairFactor, fits);
    const repaired = this.bringHome();
    if (repaired.overload === 0) this.keep(repaired);
  }

  private bringHome(): Individual {
    const { tours } = this.descent;
    return individualOf(tours, aroundDepot(tours.routes(), this.where));
  }

  private keep(individual: Individual): void {
    if (individual.overload > 0) {
      this.overloaded.add(individual);
      return;
    }
    this.feasible.add(individual);
    if (individual.length >= this.bestCost) return;
    this.bestCost = individual.length;
    this.bestRoutes = individual.routes;
    this.bestVersion++;
  }

  /** Order crossover (Davis 1985): a piece of one tour, then the missing tasks in the order of the other. */
  private cross(mother: Int32Array, father: Int32Array): Int32Array {
    const { random, isTaken } = this;
    const { n } = this.model;
    const start = random.below(n);
    let end = random.below(n);
    while (end === start && n > 1) end = random.below(n);
    const child = new Int32Array(n);
    isTaken.fill(0);
    let at = start;
    const stop = (end + 1) % n;
    do {
      child[at] = mother[at]!;
      isTaken[mother[at]!] = 1;
      at = at + 1 === n ? 0 : at + 1;
    } while (at !== stop);
    for (let step = 0, from = stop; step < n; step++) {
      const task = father[from]!;
      if (isTaken[task] === 0) {
        child[at] = task;
        at = at + 1 === n ? 0 : at + 1;
      }
      from = from + 1 === n ? 0 : from + 1;
    }
    return child;
  }

  private adaptPrice(): void {
    const share = this.fitting / childrenPerLook;
    this.fitting = 0;
    if (share < feasibleShare - 0.05) this.price = wholePrice(Math.min(100_000, this.price * 1.2));
    else if (share > feasibleShare + 0.05) this.price = wholePrice(Math.max(0.1, this.price * 0.85));
    else return;
    this.overloaded.sort();
  }

  best(): PlanSnapshot {
    return { lines: this.bestRoutes.map((tasks) => ({ vehicleType: 0, tasks })), absent: [] };
  }
}
