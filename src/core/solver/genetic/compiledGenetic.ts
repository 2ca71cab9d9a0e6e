import { type Address, type MemoryExports, newKernel, tableAt } from '../compiledKernel.ts';
import type { SearchTables } from '../kernel/searchTables.ts';
import type { Bearings } from './bearings.ts';

type Call<Answer = void> = (breeding: Address) => Answer;

/** What kernel/wasm/geneticEntry.ts exports. */
interface GeneticExports {
  readonly newBreeding: (
    tables: Address,
    words: Address,
    lines: number,
    kept: number,
    born: number,
    x: Address,
    y: Address,
  ) => Address;
  readonly breedingPlan: Call<Address>;
  readonly takePlan: Call;
  readonly addRandom: Call;
  readonly generation: Call;
  readonly writeBestBred: Call;
  readonly writeLastBred: Call;
  readonly bestCostBred: Call<number>;
  readonly bestVersionBred: Call<number>;
}

/** The genetic search as its caller sees it, whichever engine runs it: `Breeding` itself, or the same compiled. */
export interface GeneticSearch {
  /** Plans are exchanged here (kernel/genetic/lineList.ts). */
  readonly plan: Int32Array;
  readonly bestCost: number;
  readonly bestVersion: number;
  take(): void;
  addRandom(): void;
  generation(): void;
  writeBest(): void;
  writeLast(): void;
}

/** What a genetic search is made of beside the tables. */
export interface GeneticMeans {
  readonly randomWords: Uint32Array;
  /** Most lines a plan may have while it is improved. */
  readonly lines: number;
  readonly kept: number;
  readonly born: number;
  readonly where: Bearings;
}

/** A genetic search in the compiled kernel, in a memory of its own; null where the machine does not allow it. */
export function compiledGenetic(tables: SearchTables, means: GeneticMeans): GeneticSearch | null {
  const kernel = newKernel<GeneticExports>();
  if (kernel === null) return null;
  const { randomWords, lines, kept, born, where } = means;
  const words = kernel.layTable(randomWords);
  const x = kernel.layTable(where.x);
  const y = kernel.layTable(where.y);
  const { exports } = kernel;
  const at = exports.newBreeding(kernel.laySearchTables(tables), words, lines, kept, born, x, y);
  return new CompiledGenetic(exports, at);
}

class CompiledGenetic implements GeneticSearch {
  constructor(
    private readonly kernel: GeneticExports & MemoryExports,
    private readonly at: Address,
  ) {}

  get plan(): Int32Array {
    return tableAt(this.kernel, this.kernel.breedingPlan(this.at));
  }

  get bestCost(): number {
    return this.kernel.bestCostBred(this.at);
  }

  get bestVersion(): number {
    return this.kernel.bestVersionBred(this.at);
  }

  take(): void {
    this.kernel.takePlan(this.at);
  }

  addRandom(): void {
    this.kernel.addRandom(this.at);
  }

  generation(): void {
    this.kernel.generation(this.at);
  }

  writeBest(): void {
    this.kernel.writeBestBred(this.at);
  }

  writeLast(): void {
    this.kernel.writeLastBred(this.at);
  }
}
