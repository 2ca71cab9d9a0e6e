import type { SearchTables } from '../searchTables.ts';
import type { SolverRandom } from '../solverRandom.ts';
import { larger } from '../whole.ts';
import { Descent } from './descent.ts';
import { Individuals } from './individuals.ts';
import { flatLinesLength, LineList } from './lineList.ts';
import { RoundOrder } from './roundOrder.ts';
import { shuffle } from './shuffle.ts';
import { Split } from './split.ts';
import { Subpopulation } from './subpopulation.ts';
import { Tours } from './tours.ts';

/** Share of children wanted within capacity, and children between two looks at it. */
const feasibleShare: f64 = 0.2;
const childrenPerLook: i32 = 100;
const repairFactor: f64 = 10;
const nobody: i32 = -1;

/** Prices are multiples of 2^-10, so that sums of costs stay exact. */
function wholePrice(price: f64): f64 {
  return Math.max(1, Math.round(price * 1024)) / 1024;
}

/**
 * Hybrid genetic search (Vidal 2012, 2022) for capacity-only problems on symmetric roads: order crossover of two
 * plans, cut into lines, local search with SWAP*; overloaded plans are kept apart. Starts from plans of other searches.
 */
export class Breeding {
  bestCost: f64 = Number.POSITIVE_INFINITY;
  bestVersion: i32 = 0;
  /** Where plans are put before they are taken, and found after they are written (see lineList.ts). */
  readonly plan: Int32Array;
  /** Lines of the last child as they were cut and improved, and in the order round the depot. */
  private readonly lines: LineList;
  private readonly home: LineList;
  private readonly best: LineList;
  private readonly tours: Tours;
  private readonly split: Split;
  private readonly descent: Descent;
  private readonly round: RoundOrder;
  private readonly plans: Individuals;
  private readonly feasible: Subpopulation;
  private readonly overloaded: Subpopulation;
  private price: f64 = 1;
  private children: i32 = 0;
  private fitting: i32 = 0;
  private readonly isTaken: Uint8Array;

  /** For at most so many lines, with so many plans kept and born; x and y: where tasks lie (see bearings.ts). */
  constructor(
    tables: SearchTables,
    private readonly random: SolverRandom,
    lines: i32,
    kept: i32,
    born: i32,
    x: Float64Array,
    y: Float64Array,
  ) {
    const { n } = tables;
    const tours = new Tours(tables, lines);
    // Both subpopulations full, a plan on its way into one of them, and its repair.
    const plans = new Individuals(tours, 2 * (kept + born + 1));
    this.tours = tours;
    this.plans = plans;
    this.split = new Split(tours);
    this.descent = new Descent(tables, tours, random);
    this.round = new RoundOrder(x, y);
    this.feasible = new Subpopulation(plans, kept, born);
    this.overloaded = new Subpopulation(plans, kept, born);
    this.lines = new LineList(n);
    this.home = new LineList(n);
    this.best = new LineList(n);
    this.plan = new Int32Array(flatLinesLength(n));
    this.isTaken = new Uint8Array(n);
    let longest = 0;
    for (let cell = 0; cell < tables.cells; cell++) longest = larger(longest, tables.lengths[cell]!);
    let largest = 1;
    for (let task = 0; task < n; task++) largest = larger(largest, tables.delivery[task]!);
    this.setPrice(Math.min(1000, (longest as f64) / (largest as f64)));
  }

  /** Takes the plan of another search into the population. */
  take(): void {
    this.lines.read(this.plan);
    this.keep(this.bringHome());
  }

  /** A plan from nothing: a random tour, cut and improved. */
  addRandom(): void {
    const { tour } = this.split;
    for (let task = 0; task < tour.length; task++) tour[task] = task;
    shuffle(tour, this.random);
    this.improve(nobody, nobody);
  }

  /** One child. */
  generation(): void {
    this.feasible.rate();
    this.overloaded.rate();
    const mother = this.tournament();
    const father = this.tournament();
    this.cross(mother, father);
    this.improve(mother, father);
    if (++this.children % childrenPerLook === 0) this.adaptPrice();
  }

  /** Writes the best plan into `plan`. */
  writeBest(): void {
    this.best.write(this.plan);
  }

  /** Writes the last child (repaired, where that was tried) into `plan`. */
  writeLast(): void {
    this.home.write(this.plan);
  }

  /** The better of two drawn at random from both subpopulations. */
  private tournament(): i32 {
    const first = this.random.below(this.feasible.count + this.overloaded.count);
    const second = this.random.below(this.feasible.count + this.overloaded.count);
    return this.fitnessOf(first) < this.fitnessOf(second) ? this.memberAt(first) : this.memberAt(second);
  }

  private memberAt(index: i32): i32 {
    const { feasible, overloaded } = this;
    return index < feasible.count ? feasible.members[index]! : overloaded.members[index - feasible.count]!;
  }

  private fitnessOf(index: i32): f64 {
    const { feasible, overloaded } = this;
    const fitness = index < feasible.count ? feasible.fitness : overloaded.fitness;
    return fitness[this.memberAt(index)]!;
  }

  /** Improves the tour of `split`, cut into lines, and keeps what comes of it. */
  private improve(mother: i32, father: i32): void {
    const { descent, lines, home, plans } = this;
    this.tours.overloadPrice = this.price;
    this.split.run(lines);
    for (let line = 0; line < lines.count; line++) lines.origin[line] = this.originOf(line, mother, father);
    descent.run(lines, this.price);
    const child = this.bringHome();
    const isFitting = plans.overload[child] === 0;
    if (isFitting) this.fitting++;
    this.keep(child);
    if (isFitting || this.random.below(2) === 0) return;
    // Where neither line is overloaded, a higher price opens no move.
    for (let line = 0; line < home.count; line++) home.origin[line] = this.fits(line) ? 1 : 0;
    lines.copy(home);
    descent.run(lines, this.price * repairFactor);
    const repaired = this.bringHome();
    if (plans.overload[repaired] === 0) this.keep(repaired);
    else plans.release(repaired);
  }

  /** Which parent a line of the child is taken from; 0 = neither. */
  private originOf(line: i32, mother: i32, father: i32): i32 {
    if (mother === nobody) return 0;
    if (this.plans.hasLine(mother, this.lines, line)) return 1;
    return this.plans.hasLine(father, this.lines, line) ? 2 : 0;
  }

  private fits(line: i32): boolean {
    const { first, tasks } = this.home;
    let load = 0;
    for (let at = first[line]!; at < first[line + 1]!; at++) load += this.tours.demand[tasks[at]!]!;
    return load <= this.tours.capacity;
  }

  /** Puts the lines in order round the depot; the plan they make, not in a population yet. */
  private bringHome(): i32 {
    this.round.run(this.lines, this.home);
    return this.plans.add(this.home);
  }

  private keep(plan: i32): void {
    const { length, overload } = this.plans;
    const cost = length[plan]!;
    if (overload[plan]! > 0) {
      this.overloaded.add(plan);
      return;
    }
    this.feasible.add(plan);
    if (cost >= this.bestCost) return;
    this.bestCost = cost;
    this.best.copy(this.home);
    this.bestVersion++;
  }

  /** Order crossover (Davis 1985): a piece of one tour, then the missing tasks in the order of the other. */
  private cross(mother: i32, father: i32): void {
    const { random, isTaken } = this;
    const { n, tour } = this.plans;
    const child = this.split.tour;
    const motherAt = mother * n;
    const fatherAt = father * n;
    const start = random.below(n);
    let end = random.below(n);
    while (end === start && n > 1) end = random.below(n);
    for (let task = 0; task < n; task++) isTaken[task] = 0;
    let at = start;
    const stop = (end + 1) % n;
    do {
      const task = tour[motherAt + at]!;
      child[at] = task;
      isTaken[task] = 1;
      at = at + 1 === n ? 0 : at + 1;
    } while (at !== stop);
    let from = stop;
    for (let step = 0; step < n; step++) {
      const task = tour[fatherAt + from]!;
      if (isTaken[task] === 0) {
        child[at] = task;
        at = at + 1 === n ? 0 : at + 1;
      }
      from = from + 1 === n ? 0 : from + 1;
    }
  }

  private adaptPrice(): void {
    const share = (this.fitting as f64) / (childrenPerLook as f64);
    this.fitting = 0;
    if (share < feasibleShare - 0.05) this.setPrice(Math.min(100_000, this.price * 1.2));
    else if (share > feasibleShare + 0.05) this.setPrice(Math.max(0.1, this.price * 0.85));
    else return;
    this.overloaded.sort();
  }

  private setPrice(price: f64): void {
    const whole = wholePrice(price);
    this.price = whole;
    this.feasible.price = whole;
    this.overloaded.price = whole;
  }
}
