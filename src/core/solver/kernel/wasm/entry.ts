/**
 * The compiled kernel from outside: makes its tables and searches, and passes calls on to them. Tables and searches are
 * addresses there; who calls lays the contents of tables into the memory (compiledKernel.ts).
 */
import { Annealing } from '../annealing.ts';
import { SearchSettings, SearchTables } from '../searchTables.ts';
import { SolverRandom } from '../solverRandom.ts';

export * from './geneticEntry.ts';

export function newWholes(length: i32): Int32Array {
  return new Int32Array(length);
}

export function newWords(length: i32): Uint32Array {
  return new Uint32Array(length);
}

export function newFractions(length: i32): Float64Array {
  return new Float64Array(length);
}

export function newTables(): SearchTables {
  return new SearchTables();
}

export function newSettings(): SearchSettings {
  return new SearchSettings();
}

export function newSearch(
  tables: SearchTables,
  settings: SearchSettings,
  randomWords: Uint32Array,
  variates: Float64Array,
): Annealing {
  return new Annealing(tables, settings, new SolverRandom(randomWords), variates);
}

export function plan(search: Annealing): Int32Array {
  return search.plan;
}

export function fill(search: Annealing): void {
  search.fill();
}

export function load(search: Annealing): void {
  search.load();
}

export function begin(search: Annealing): void {
  search.begin();
}

export function takePresent(search: Annealing): void {
  search.takePresent();
}

export function workOnPart(search: Annealing): void {
  search.workOnPart();
}

export function pressLines(search: Annealing, lineLimit: i32): void {
  search.pressLines(lineLimit);
}

export function pressDuties(search: Annealing): void {
  search.pressDuties();
}

export function release(search: Annealing): void {
  search.release();
}

export function calibrate(search: Annealing): void {
  search.calibrate();
}

export function run(search: Annealing, rounds: i32): void {
  search.run(rounds);
}

export function isBetterThanBest(search: Annealing): boolean {
  return search.isBetterThanBest();
}

export function keepBest(search: Annealing): void {
  search.keepBest();
}

export function writeBest(search: Annealing): void {
  search.writeBest();
}

export function writePresent(search: Annealing): void {
  search.writePresent();
}

export function bestLines(search: Annealing): i32 {
  return search.bestLines();
}

export function bestCost(search: Annealing): f64 {
  return search.bestCost;
}

export function bestVersion(search: Annealing): i32 {
  return search.bestVersion;
}

export function bestDuties(search: Annealing): i32 {
  return search.bestDuties;
}

export function bestMandatoryAbsent(search: Annealing): i32 {
  return search.bestMandatoryAbsent;
}

export function lineLimit(search: Annealing): i32 {
  return search.lineLimit;
}

export function temperatureUnit(search: Annealing): f64 {
  return search.temperatureUnit;
}

export function setTemperature(search: Annealing, temperature: f64): void {
  search.temperature = temperature;
}
