import { type Address, type MemoryExports, newKernel, tableAt } from './compiledKernel.ts';
import type { SearchSettings, SearchTables } from './kernel/searchTables.ts';
import { SearchSettings as Settings } from './kernel/searchTables.ts';
import type { Search } from './search.ts';

type Call<Arguments extends readonly number[] = [], Answer = void> = (
  search: Address,
  ...values: Arguments
) => Answer;

/** What kernel/wasm/entry.ts exports for a search. */
interface SearchExports {
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

const settingFields = Object.keys(new Settings());

/** A search in the compiled kernel, in a memory of its own; null where the machine does not allow it. */
export function compiledSearch(
  tables: SearchTables,
  settings: SearchSettings,
  randomWords: Uint32Array,
  variates: Float64Array,
): Search | null {
  const kernel = newKernel<SearchExports>();
  if (kernel === null) return null;
  const { exports } = kernel;
  const tablesAt = kernel.laySearchTables(tables);
  const settingsAt = exports.newSettings();
  kernel.layFields(settingsAt, settings, settingFields);
  const words = kernel.layTable(randomWords);
  const at = exports.newSearch(tablesAt, settingsAt, words, kernel.layTable(variates));
  return new CompiledSearch(exports, at);
}

class CompiledSearch implements Search {
  constructor(
    private readonly kernel: SearchExports & MemoryExports,
    private readonly at: Address,
  ) {}

  get plan(): Int32Array {
    return tableAt(this.kernel, this.kernel.plan(this.at));
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
