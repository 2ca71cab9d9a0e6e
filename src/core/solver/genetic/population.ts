import type { SolverRandom } from '../kernel/solverRandom.ts';
import { brokenPairs, type Individual } from './individual.ts';

export interface PopulationSize {
  readonly kept: number;
  readonly born: number;
}

const eliteCount = 4;
const closeCount = 5;

/** Feasible or overloaded plans, sorted by cost; the worst in cost and sameness give way (Vidal 2012, section 4.5). */
export class Subpopulation {
  readonly members: Individual[] = [];

  constructor(
    private readonly n: number,
    private readonly size: PopulationSize,
    private readonly costOf: (individual: Individual) => number,
  ) {}

  add(individual: Individual): void {
    for (const other of this.members) {
      const distance = brokenPairs(individual, other, this.n);
      insertNear(individual, distance, other);
      insertNear(other, distance, individual);
    }
    const cost = this.costOf(individual);
    let at = this.members.length;
    while (at > 0 && this.costOf(this.members[at - 1]!) > cost) at--;
    this.members.splice(at, 0, individual);
    if (this.members.length > this.size.kept + this.size.born)
      while (this.members.length > this.size.kept) this.removeWorst();
  }

  /** Sorts again after the price of overload has changed. */
  sort(): void {
    const { members, costOf } = this;
    for (let index = 1; index < members.length; index++) {
      const member = members[index]!;
      const cost = costOf(member);
      let at = index;
      while (at > 0 && costOf(members[at - 1]!) > cost) {
        members[at] = members[at - 1]!;
        at--;
      }
      members[at] = member;
    }
  }

  /** Rank by cost and by how different from its nearest a plan is. */
  rate(): void {
    const { members } = this;
    const count = members.length;
    const order = members.map((member, rank) => ({ member, rank, difference: differenceOf(member) }));
    order.sort((left, right) => right.difference - left.difference || left.rank - right.rank);
    if (count === 1) {
      members[0]!.fitness = 0;
      return;
    }
    for (const [index, { member, rank }] of order.entries()) {
      const byDifference = index / (count - 1);
      const byCost = rank / (count - 1);
      member.fitness = count <= eliteCount ? byCost : byCost + (1 - eliteCount / count) * byDifference;
    }
  }

  private removeWorst(): void {
    this.rate();
    const { members } = this;
    let worst = -1;
    let worstIsClone = false;
    for (let index = 1; index < members.length; index++) {
      const isClone = members[index]!.near[0]!.distance === 0;
      const isWorse =
        worst < 0 ||
        (isClone && !worstIsClone) ||
        (isClone === worstIsClone && members[index]!.fitness > members[worst]!.fitness);
      if (!isWorse) continue;
      worst = index;
      worstIsClone = isClone;
    }
    const [gone] = members.splice(worst, 1);
    for (const member of members)
      member.near.splice(
        member.near.findIndex((entry) => entry.other === gone),
        1,
      );
  }
}

function insertNear(individual: Individual, distance: number, other: Individual): void {
  const { near } = individual;
  let at = near.length;
  near.push({ distance, other });
  while (at > 0 && near[at - 1]!.distance > distance) {
    near[at] = near[at - 1]!;
    at--;
  }
  near[at] = { distance, other };
}

/** Mean distance to the nearest few. */
function differenceOf({ near }: Individual): number {
  const count = Math.min(closeCount, near.length);
  let sum = 0;
  for (let index = 0; index < count; index++) sum += near[index]!.distance;
  return count === 0 ? 1 : sum / count;
}

/** The better of two drawn at random from both subpopulations. */
export function tournament(
  feasible: Subpopulation,
  overloaded: Subpopulation,
  random: SolverRandom,
): Individual {
  const draw = (): Individual => {
    const index = random.below(feasible.members.length + overloaded.members.length);
    return index < feasible.members.length
      ? feasible.members[index]!
      : overloaded.members[index - feasible.members.length]!;
  };
  const first = draw();
  const second = draw();
  return first.fitness < second.fitness ? first : second;
}
