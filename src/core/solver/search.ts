/**
 * The search as its caller sees it, whichever engine runs it: the classes of `kernel` themselves, or the same compiled
 * (`CompiledSearch`). Plans are exchanged by `plan` (kernel/flatPlan.ts).
 */
export interface Search {
  readonly plan: Int32Array;
  readonly bestCost: number;
  /** Counts improvements of the best plan. */
  readonly bestVersion: number;
  readonly bestDuties: number;
  readonly bestMandatoryAbsent: number;
  /** Most lines the search may use at present. */
  readonly lineLimit: number;
  readonly temperatureUnit: number;
  temperature: number;
  fill(): void;
  load(): void;
  begin(): void;
  takePresent(): void;
  workOnPart(): void;
  pressLines(lineLimit: number): void;
  pressDuties(): void;
  release(): void;
  calibrate(): void;
  run(rounds: number): void;
  isBetterThanBest(): boolean;
  keepBest(): void;
  bestLines(): number;
  writeBest(): void;
  writePresent(): void;
}
