import type { County } from '../src/core/model/county.ts';
import type { RunProgress } from '../src/core/model/progress.ts';
import type { Report } from '../src/core/model/report.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import type { Result } from '../src/core/result.ts';

/** The contract between the page and its workers: types only. */

export interface RunOptions {
  readonly seed: number;
  readonly iterations: number;
}

export type RunOutcome<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string; readonly stack: string };

export interface PlannerApi {
  run(
    runId: string,
    scenario: Scenario,
    options: RunOptions,
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunOutcome<Report>>;
  cancel(runId: string): void;
}

export interface ImporterApi {
  /** Texts by file name, as `readCounty` knows them. */
  readCounty(files: Readonly<Record<string, string>>): Result<County>;
}
