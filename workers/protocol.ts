import type { CostAllocation } from '../src/core/evaluate/allocateCost.ts';
import type { CostRange } from '../src/core/evaluate/costRange.ts';
import type { NewStationPlace } from '../src/core/evaluate/rankNewStation.ts';
import type { CoordinateChoice } from '../src/core/io/roads/coordinateSystem.ts';
import type { RoadCounts } from '../src/core/io/roads/importRoads.ts';
import type { FoundPlace } from '../src/core/io/roads/roadFile.ts';
import type { Issue } from '../src/core/issues.ts';
import type { ComparedVariant, ComparisonStep } from '../src/core/levels/compareVariants.ts';
import type { ComparisonQuestion } from '../src/core/model/comparison.ts';
import type { County, CountyBoundary } from '../src/core/model/county.ts';
import type { DayLog } from '../src/core/model/dayLog.ts';
import type { Evaluation } from '../src/core/model/evaluation.ts';
import type { StationId } from '../src/core/model/ids.ts';
import type { ParcelStory, StoryRequest } from '../src/core/model/parcelStory.ts';
import type { Plan, PlannedLine } from '../src/core/model/plan.ts';
import type { LinesOffer, RunProgress } from '../src/core/model/progress.ts';
import type { Baseline, Report } from '../src/core/model/report.ts';
import type { SavingSplit } from '../src/core/model/savingSplit.ts';
import type { SavingSwings } from '../src/core/model/savingSwings.ts';
import type { Scenario, TravelSettings } from '../src/core/model/scenario.ts';
import type { SimulationResult, SimulationSettings } from '../src/core/model/simulation.ts';
import type { TravelMatrix } from '../src/core/model/travel.ts';
import type { VillageStop } from '../src/core/model/villageStop.ts';
import type { DistancePlace, DistanceTable } from '../src/core/network/distances.ts';
import type { DrawnRoad } from '../src/core/network/edit/drawRoad.ts';
import type { LegPath } from '../src/core/network/legPath.ts';
import type { PackedRoads } from '../src/core/network/packedRoads.ts';
import type { Repair } from '../src/core/network/repair/repair.ts';
import type { Result } from '../src/core/result.ts';
import type { Befores } from '../src/core/run/runBefores.ts';
import type { SplitBasis } from '../src/core/sharing/splitSaving.ts';
import type { ReplicationOutcome } from '../src/core/sim/recorder.ts';
import type { PackedTables } from './packedRows.ts';

/** The contract between the page and its workers: types only. */

export interface RunOptions {
  readonly seed: number;
  readonly iterations: number;
}

/** What a run may be given besides the scenario. */
export interface RunGiven {
  /** Lines to start the search from. */
  readonly startFrom?: readonly PlannedLine[];
  /** The "before" of this scenario, where it is known already. */
  readonly baseline?: Baseline;
  /** One to make do with when the run is stopped. */
  readonly baselineSoFar?: Baseline;
  readonly baselineIterations?: number;
  /** How often each set of lines is offered to other searches; absent = never. */
  readonly offers?: number;
}

export type OnOffer = (offer: LinesOffer) => Promise<readonly PlannedLine[] | null>;

export type RunOutcome<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string; readonly stack: string };

/** What to simulate. The scenario comes without roads: the travel times are in the matrix. */
export interface SimulationOrder {
  readonly scenario: Scenario;
  readonly matrix: TravelMatrix;
  readonly plan: Plan;
  readonly settings: SimulationSettings;
}

export interface SimulationAnswer {
  readonly result: SimulationResult;
  /** Hash of the result: the same order gives the same one on any machine, in the browser and on the command line. */
  readonly resultHash: string;
}

export interface CostRequest {
  readonly plan: Plan;
  /** B1 as the plan's report has it, so that both say the same. */
  readonly separate: Baseline;
  readonly seed: number;
  /** Operators the couriers have pooled into in B2. */
  readonly operatorCount: number;
}

/** A plan's cost taken apart, and what it is read against. */
export interface CostAnswer {
  readonly befores: Befores;
  readonly range: CostRange;
  /** How much the saving against B1 hangs on each price. */
  readonly swings: SavingSwings;
  readonly allocation: CostAllocation;
  /** What each village takes to be called at; stations on no line are not among them. */
  readonly stops: readonly VillageStop[];
  /** Lines whose cost per parcel no public case comes near to. */
  readonly warnings: readonly Issue[];
}

/** What is to be split, and how long to search for the lines of every coalition. */
export interface SplitRequest extends RunOptions {
  readonly basis: SplitBasis;
}

/** Which variant of a scenario is being drawn. */
export type ComparisonProgress = Omit<ComparisonStep, 'finished'>;
/** The plan of today and the station its scenario is to have. */
export interface NewStationRequest {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly stationId: StationId;
}

/** A scenario on its way to a planner: what grows with the county crosses as blocks of memory. */
export interface PackedScenario {
  /** Without tables and roads. */
  readonly bare: Scenario;
  readonly tables: PackedTables;
  /** null = it has none of its own. */
  readonly roads: PackedRoads | null;
}

export interface PlannerApi {
  /**
   * The report goes back without what the page has already: its scenario is the bare one, and `report.roads` is empty
   * where the scenario has roads of its own.
   */
  run(
    runId: string,
    scenario: PackedScenario,
    options: RunOptions & RunGiven,
    onProgress: (progress: RunProgress) => void,
    /** Answers an offer with better lines of another search, or with null. */
    onOffer?: OnOffer,
  ): Promise<RunOutcome<Report>>;
  /** Replications from..to-1 of a simulation; reports how many are done. */
  simulateShare(
    runId: string,
    order: SimulationOrder,
    from: number,
    to: number,
    onProgress: (replicationsDone: number) => void,
  ): Promise<RunOutcome<readonly ReplicationOutcome[]>>;
  /** The shares of all workers, in the order of the replications, become the result. */
  sumSimulation(
    order: SimulationOrder,
    outcomes: readonly ReplicationOutcome[],
  ): RunOutcome<SimulationAnswer> | Promise<RunOutcome<SimulationAnswer>>;
  /** One day of one replication, to be played on the map. */
  dayOf(
    order: SimulationOrder,
    replication: number,
    day: number,
  ): RunOutcome<DayLog> | Promise<RunOutcome<DayLog>>;
  /** The way of one parcel; null where none was born. */
  storyOf(
    order: SimulationOrder,
    request: StoryRequest,
  ): RunOutcome<ParcelStory | null> | Promise<RunOutcome<ParcelStory | null>>;
  /** Prices a plan of a scenario; reports the share done. */
  priceBefores(
    runId: string,
    scenario: PackedScenario,
    request: CostRequest,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<CostAnswer>>;
  /** Splits the cost of the pooled network among the couriers; reports the share done. */
  splitSaving(
    runId: string,
    scenario: PackedScenario,
    request: SplitRequest,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<SavingSplit>>;
  /** Draws a scenario and what it is to be compared with; each variant is told when it is finished. */
  compareVariants(
    runId: string,
    scenario: PackedScenario,
    options: RunOptions,
    question: ComparisonQuestion,
    onProgress: (progress: ComparisonProgress) => void,
    onVariant: (variant: ComparedVariant) => void,
  ): Promise<RunOutcome<readonly ComparedVariant[]>>;
  /** Lines for a station that is in the scenario and on no line of the plan yet. */
  rankNewStation(
    runId: string,
    scenario: PackedScenario,
    request: NewStationRequest,
  ): Promise<RunOutcome<readonly NewStationPlace[]>>;
  cancel(runId: string): void;
  /** Ends the search of a run, which goes on with the best lines so far and answers as usual. */
  stop(runId: string): void;
}

/** Roads to read: the files as the user gave them and how to take them. */
export interface RoadImportRequest extends CoordinateChoice {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly clip: { readonly boundary: CountyBoundary; readonly marginKm: number } | null;
  /** Repairs to leave out. */
  readonly skipKeys: readonly string[];
}

export interface RoadImportAnswer {
  /** null where no file held a usable road; the issues say why. */
  readonly packedRoads: PackedRoads | null;
  readonly counts: RoadCounts;
  readonly repairs: readonly Repair[];
  /** Named places in the files. */
  readonly places: readonly FoundPlace[];
  readonly issues: readonly Issue[];
}

export interface CompletedAnswer {
  readonly packedRoads: PackedRoads;
  /** How many estimated roads were added to fill the gaps. */
  readonly addedCount: number;
}

export interface ImporterApi {
  /** Texts by file name, as `readCounty` knows them. */
  readCounty(files: Readonly<Record<string, string>>): Result<County>;
  /** Reports the share done. */
  importRoads(
    request: RoadImportRequest,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<RoadImportAnswer>>;
  /** Ends `importRoads` at its next step. */
  cancelImport(): void;
  /** Fills the gaps of a network between the places of scenarios, which come without roads. */
  completeRoads(packedRoads: PackedRoads, scenarios: readonly Scenario[]): CompletedAnswer;
  drawRoad(packedRoads: PackedRoads, drawn: DrawnRoad): PackedRoads;
}

/** What the build lists for the offline worker. */
export interface OfflineFiles {
  /** Changes with any file. */
  readonly version: string;
  /** Relative to the page. */
  readonly files: readonly string[];
}

export interface DistanceAnswer {
  readonly table: DistanceTable;
  /** Whether a hierarchy was used, and whether it had been kept from before. */
  readonly hierarchy: 'none' | 'kept' | 'built';
  /** Junctions and places searched over. */
  readonly nodeCount: number;
}

export interface DistancesApi {
  /** All pairs of places; afterwards `way` answers for the same roads and places. Reports the share done. */
  prepare(
    packedRoads: PackedRoads,
    places: readonly DistancePlace[],
    travel: TravelSettings,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<DistanceAnswer>>;
  /** Between two places by number; null where there is no way. */
  way(from: number, to: number): LegPath | null;
  /** Ends `prepare` at its next step. */
  cancel(): void;
}
