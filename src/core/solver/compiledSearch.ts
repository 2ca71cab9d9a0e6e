import type { SearchSettings, SearchTables } from './kernel/searchTables.ts';
import { SearchSettings as Settings, SearchTables as Tables } from './kernel/searchTables.ts';
import { kernelBinary } from './kernelBinary.ts';
import type { Search } from './search.ts';

type Address = number;
type Call<Arguments extends readonly number[] = [], Answer = void> = (
  search: Address,
  ...values: Arguments
) => Answer;

/** What kernel/wasm/entry.ts exports. */
interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly newWholes: (length: number) => Address;
  readonly newWords: (length: number) => Address;
  readonly newFractions: (length: number) => Address;
  readonly newTables: () => Address;
  readonly newSettings: () => Address;
  readonly newSearch: (tables: Address, settings: Address, words: Address, variates: Address) => Address;
  readonly plan: Call<[], Address>;
  readonly fill: Call;
  readonly load: Call;
  readonly begin: Call;
  readonly takePresent: Call;
  readonly workOnPart: Call;
  readonly pressLines: Call<[number]>;
  readonly pressDuties: Call;
  readonly release: Call;
  readonly calibrate: Call;
  readonly run: Call<[number]>;
  readonly isBetterThanBest: Call<[], number>;
  readonly keepBest: Call;
  readonly bestLines: Call<[], number>;
  readonly writeBest: Call;
  readonly writePresent: Call;
  readonly bestCost: Call<[], number>;
  readonly bestVersion: Call<[], number>;
  readonly bestDuties: Call<[], number>;
  readonly bestMandatoryAbsent: Call<[], number>;
  readonly lineLimit: Call<[], number>;
  readonly temperatureUnit: Call<[], number>;
  readonly setTemperature: Call<[number]>;
}

/** Core has neither page nor process in its types; this is all it needs of the engine's own compiler. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
declare const atob: (text: string) => string;

let compiledModule: object | null | undefined;

/** The kernel compiled, once per thread; null where the machine does not allow it. */
function kernelModule(): object | null {
  if (compiledModule !== undefined) return compiledModule;
  try {
    compiledModule = new WebAssembly.Module(
      Uint8Array.from(atob(kernelBinary), (byte) => byte.charCodeAt(0)),
    );
  } catch {
    compiledModule = null;
  }
  return compiledModule;
}

/** The kernel in a memory of its own; null where the machine does not allow it. */
function newKernel(): KernelExports | null {
  const module = kernelModule();
  if (module === null) return null;
  try {
    return new WebAssembly.Instance(module, {}).exports as KernelExports;
  } catch {
    // No address space is left for one more memory; the source does the same, more slowly.
    return null;
  }
}

/** A search in the compiled kernel, in a memory of its own; null where the machine does not allow it. */
export function compiledSearch(
  tables: SearchTables,
  settings: SearchSettings,
  randomWords: Uint32Array,
  variates: Float64Array,
): Search | null {
  const kernel = newKernel();
  if (kernel === null) return null;
  const layTable = tableLayer(kernel);
  const layFields = (address: Address, values: object, fields: readonly string[]): void => {
    const laid = fields.map((field) => {
      const value = (values as Record<string, number | Int32Array | Float64Array>)[field]!;
      return typeof value === 'number' ? value : layTable(value);
    });
    // Every field is a whole number or an address: four bytes each, in the order of their declaration.
    new Int32Array(kernel.memory.buffer, address, laid.length).set(laid);
  };
  const tablesAt = kernel.newTables();
  layFields(tablesAt, tables, tableFields);
  const settingsAt = kernel.newSettings();
  layFields(settingsAt, settings, settingFields);
  const words = layTable(randomWords);
  return new CompiledSearch(kernel, kernel.newSearch(tablesAt, settingsAt, words, layTable(variates)));
}

const tableFields = Object.keys(new Tables());
const settingFields = Object.keys(new Settings());

/** Copies tables into the memory, each only once: most roads are the same in both directions. */
function tableLayer(kernel: KernelExports): (table: Int32Array | Uint32Array | Float64Array) => Address {
  const laid = new Map<object, Address>();
  return (table) => {
    const known = laid.get(table);
    if (known !== undefined) return known;
    const isFraction = table instanceof Float64Array;
    const address = isFraction ? kernel.newFractions(table.length) : kernel.newWholes(table.length);
    const { buffer } = kernel.memory;
    const place = isFraction
      ? new Float64Array(buffer, address, table.length)
      : new Int32Array(buffer, address, table.length);
    place.set(table);
    laid.set(table, address);
    return address;
  };
}

class CompiledSearch implements Search {
  constructor(
    private readonly kernel: KernelExports,
    private readonly at: Address,
  ) {}

  /** A view as the memory is now: it may grow and move with every call. */
  get plan(): Int32Array {
    const address = this.kernel.plan(this.at);
    const { buffer } = this.kernel.memory;
    // The length of a table stands before it, in bytes.
    const [bytes] = new Int32Array(buffer, address - 4, 1);
    return new Int32Array(buffer, address, bytes! / 4);
  }

  get bestCost(): number {
    return this.kernel.bestCost(this.at);
  }

  get bestVersion(): number {
    return this.kernel.bestVersion(this.at);
  }

  get bestDuties(): number {
    return this.kernel.bestDuties(this.at);
  }

  get bestMandatoryAbsent(): number {
    return this.kernel.bestMandatoryAbsent(this.at);
  }

  get lineLimit(): number {
    return this.kernel.lineLimit(this.at);
  }

  get temperatureUnit(): number {
    return this.kernel.temperatureUnit(this.at);
  }

  set temperature(temperature: number) {
    this.kernel.setTemperature(this.at, temperature);
  }

  fill(): void {
    this.kernel.fill(this.at);
  }

  load(): void {
    this.kernel.load(this.at);
  }

  begin(): void {
    this.kernel.begin(this.at);
  }

  takePresent(): void {
    this.kernel.takePresent(this.at);
  }

  workOnPart(): void {
    this.kernel.workOnPart(this.at);
  }

  pressLines(lineLimit: number): void {
    this.kernel.pressLines(this.at, lineLimit);
  }

  pressDuties(): void {
    this.kernel.pressDuties(this.at);
  }

  release(): void {
    this.kernel.release(this.at);
  }

  calibrate(): void {
    this.kernel.calibrate(this.at);
  }

  run(rounds: number): void {
    this.kernel.run(this.at, rounds);
  }

  isBetterThanBest(): boolean {
    return this.kernel.isBetterThanBest(this.at) !== 0;
  }

  keepBest(): void {
    this.kernel.keepBest(this.at);
  }

  bestLines(): number {
    return this.kernel.bestLines(this.at);
  }

  writeBest(): void {
    this.kernel.writeBest(this.at);
  }

  writePresent(): void {
    this.kernel.writePresent(this.at);
  }
}
