import type { RunOutcome } from '../../workers/protocol.ts';
import type {
  AppliedAnswer,
  ApplyTablesRequest,
  CheckedAnswer,
  CheckTablesRequest,
  FixesAnswer,
  OpenedAnswer,
  RowsAnswer,
  TableImportApi,
  TableProgress,
} from '../../workers/tableProtocol.ts';
import type { TableEdit } from '../core/io/tables/fixes/editTable.ts';
import type { FixLabel } from '../core/io/tables/fixes/suggestFixes.ts';
import type { Issue } from '../core/issues.ts';
import type { RoadNetwork } from '../core/model/scenario.ts';
import { type TablePart, withParts } from '../core/model/tableParts.ts';
import { packedRoadsOf } from './packedShelf.ts';
import { proxy, type Remote, wrap } from './remote.ts';

/** The main thread's side of reading tables: a worker that keeps the files from opening them to applying them. */

export interface TableImport {
  open(
    files: readonly File[],
    roads: RoadNetwork | null,
    onProgress: (progress: TableProgress) => void,
  ): Promise<RunOutcome<OpenedAnswer>>;
  check(
    request: CheckTablesRequest,
    onProgress: (progress: TableProgress) => void,
  ): Promise<RunOutcome<{ readonly answer: CheckedAnswer; readonly issues: readonly Issue[] }>>;
  /** The answer with its scenarios whole. */
  apply(
    request: ApplyTablesRequest,
    onProgress: (progress: TableProgress) => void,
  ): Promise<RunOutcome<AppliedAnswer>>;
  rowsOf(key: string, from: number, count: number): Promise<RowsAnswer>;
  fixesOf(issue: Issue): Promise<FixesAnswer>;
  editsForAll(code: Issue['code'], key: string, label: FixLabel): Promise<readonly TableEdit[]>;
  /** Stops what is running; the files stay. */
  cancel(): void;
  /** Ends the worker and forgets the files. */
  end(): void;
}

export interface TableImporter {
  start(): TableImport;
}

export const spawnTablesWorker = (): Worker =>
  new Worker(new URL('../../workers/tables.worker.ts', import.meta.url), { type: 'module', name: 'tables' });

const failed = (error: unknown): { status: 'failed'; message: string; stack: string } => ({
  status: 'failed',
  message: String(error),
  stack: error instanceof Error ? (error.stack ?? '') : '',
});

export function createTableImporter(spawn: () => Worker = spawnTablesWorker): TableImporter {
  return {
    start() {
      const worker = spawn();
      const api: Remote<TableImportApi> = wrap<TableImportApi>(worker);
      const death = new Promise<never>((_resolve, reject) => {
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
      });
      // Nobody may be waiting when it dies.
      death.catch(() => undefined);
      const orFailed = <Value>(work: Promise<RunOutcome<Value>>): Promise<RunOutcome<Value>> =>
        Promise.race([work, death]).catch(failed);

      async function open(
        files: readonly File[],
        roads: RoadNetwork | null,
        onProgress: (progress: TableProgress) => void,
      ): Promise<RunOutcome<OpenedAnswer>> {
        const read: { name: string; bytes: Uint8Array }[] = [];
        for (const file of files) {
          read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        }
        const packedRoads = roads ? await packedRoadsOf(roads) : null;
        return await api.openTables({ files: read, packedRoads }, proxy(onProgress));
      }

      async function check(
        request: CheckTablesRequest,
        onProgress: (progress: TableProgress) => void,
      ): Promise<RunOutcome<{ answer: CheckedAnswer; issues: readonly Issue[] }>> {
        const issues: Issue[] = [];
        const take = (part: readonly Issue[]): Promise<void> => {
          for (const each of part) issues.push(each);
          return Promise.resolve();
        };
        const outcome = await api.checkTables(request, proxy(onProgress), proxy(take));
        if (outcome.status !== 'done') return outcome;
        return { status: 'done', value: { answer: outcome.value, issues } };
      }

      async function apply(
        request: ApplyTablesRequest,
        onProgress: (progress: TableProgress) => void,
      ): Promise<RunOutcome<AppliedAnswer>> {
        const parts: TablePart[] = [];
        const take = (part: TablePart): Promise<void> => {
          parts.push(part);
          return Promise.resolve();
        };
        const outcome = await api.applyTables(request, proxy(onProgress), proxy(take));
        if (outcome.status !== 'done') return outcome;
        const scenarios = withParts(outcome.value.scenarios, parts);
        const { county } = outcome.value;
        const value = {
          ...outcome.value,
          scenarios,
          county: county && { ...county, scenarios, places: scenarios[0]?.places ?? [] },
        };
        return { status: 'done', value };
      }

      return {
        apply: (request, onProgress) => orFailed(apply(request, onProgress)),
        open: (files, roads, onProgress) => orFailed(open(files, roads, onProgress)),
        check: (request, onProgress) => orFailed(check(request, onProgress)),
        rowsOf: async (key, from, count) => await api.rowsOf(key, from, count),
        fixesOf: async (issue) => await api.fixesOf(issue),
        editsForAll: async (code, key, label) => await api.editsForAll(code, key, label),
        cancel: () => void api.cancelTables(),
        end: () => worker.terminate(),
      };
    },
  };
}
