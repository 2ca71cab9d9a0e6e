import { createStore } from 'zustand/vanilla';
import type {
  CheckedAnswer,
  ImportTarget,
  OpenedAnswer,
  ScenarioChanges,
  Settled,
  TableProgress,
} from '../../workers/tableProtocol.ts';
import type { TableSystem } from '../core/io/tables/crs/systems.ts';
import type { Issue } from '../core/issues.ts';
import type { Name } from '../core/model/scenario.ts';
import { applyEdit, type History, redo, startHistory, undo } from './history.ts';

export const wizardSteps = ['files', 'columns', 'system', 'check', 'result'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** What was done in the wizard, for the words of its undo button. */
export type SettleLabel =
  | 'sheet'
  | 'header'
  | 'kind'
  | 'column'
  | 'system'
  | 'target'
  | 'cell'
  | 'fix'
  | 'leaveOut';

export type WizardWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly progress: TableProgress }
  | { readonly kind: 'failed'; readonly details: string };

/** A cell to look at: the row and column as a spreadsheet names them. */
export interface AskedCell {
  readonly key: string;
  readonly row: number;
  /** Position from 0; null for the whole row. */
  readonly column: number | null;
  readonly stamp: number;
}

/** What applying has done, in numbers and issues. */
export interface AppliedSummary {
  readonly countyName: Name;
  readonly isNewCounty: boolean;
  readonly changes: ScenarioChanges;
  readonly issues: readonly Issue[];
  readonly fixCount: number;
}

export interface ImportsState {
  readonly isOpen: boolean;
  readonly step: WizardStep;
  readonly work: WizardWork;
  readonly fileNames: readonly string[];
  readonly opened: OpenedAnswer | null;
  readonly settled: History<Settled, SettleLabel>;
  readonly checked: CheckedAnswer | null;
  /** Of the files and of the last check, in the order of the tables. */
  readonly issues: readonly Issue[];
  /** Counts checks: pages of rows from an older one are out of date. */
  readonly checkNumber: number;
  readonly activeKey: string | null;
  readonly asked: AskedCell | null;
  /** The system tried out on the map while its row is pointed at; null = the one chosen. */
  readonly triedSystem: TableSystem | null;
  readonly applied: AppliedSummary | null;
  /** Why the tables could not be applied. */
  readonly refused: readonly Issue[];
}

const nothingSettled = (target: ImportTarget): Settled => ({ target, choices: {}, edits: {} });

const fresh = (isOpen: boolean): ImportsState => ({
  isOpen,
  step: 'files',
  work: { kind: 'idle' },
  fileNames: [],
  opened: null,
  settled: startHistory(nothingSettled({ kind: 'county', isRosterComplete: false })),
  checked: null,
  issues: [],
  checkNumber: 0,
  activeKey: null,
  asked: null,
  triedSystem: null,
  applied: null,
  refused: [],
});

/** The import wizard: what was brought, what was settled, and what came of it. Nothing of it is in the document yet. */
export function createImports() {
  const store = createStore<ImportsState>(() => fresh(false));
  let nextStamp = 1;
  const setHistory = (settled: ImportsState['settled']): void => store.setState({ settled });
  return {
    store,
    open: (): void => store.setState(fresh(true)),
    close: (): void => store.setState(fresh(false)),
    goTo: (step: WizardStep): void => store.setState({ step, asked: null, triedSystem: null }),
    setWork: (work: WizardWork): void => store.setState({ work }),
    setOpened: (opened: OpenedAnswer): void =>
      store.setState(({ settled }) => ({
        opened,
        settled: startHistory(nothingSettled(settled.present.document.target)),
        activeKey: opened.tables.find(({ isHidden }) => !isHidden)?.key ?? null,
        checked: null,
        issues: opened.issues,
        asked: null,
      })),
    setFiles: (fileNames: readonly string[]): void =>
      store.setState({ fileNames, opened: null, checked: null }),
    setChecked: (checked: CheckedAnswer, issues: readonly Issue[]): void =>
      store.setState(({ opened, checkNumber }) => ({
        checked,
        issues: [...(opened?.issues ?? []), ...issues],
        checkNumber: checkNumber + 1,
        refused: [],
        work: { kind: 'idle' },
      })),
    setApplied: (applied: AppliedSummary): void => store.setState({ applied, step: 'result' }),
    /** Applying was not possible: the reasons go to the head of the list. */
    setRefused: (refused: readonly Issue[]): void => store.setState({ refused }),
    look: (activeKey: string): void => store.setState({ activeKey, triedSystem: null }),
    ask: (cell: Omit<AskedCell, 'stamp'>): void =>
      store.setState({ asked: { ...cell, stamp: nextStamp++ }, activeKey: cell.key }),
    trySystem(triedSystem: TableSystem | null): void {
      if (store.getState().triedSystem !== triedSystem) store.setState({ triedSystem });
    },
    settle(label: SettleLabel, document: Settled, atMs: number): void {
      const history = store.getState().settled;
      // Every change is a step of its own: nothing here is dragged.
      setHistory(applyEdit(history, { document, label }, { key: `${label}/${nextStamp++}`, atMs }));
    },
    undo: (): void => setHistory(undo(store.getState().settled)),
    redo: (): void => setHistory(redo(store.getState().settled)),
  };
}

export type Imports = ReturnType<typeof createImports>;

/** A new county that neither the user nor a table names: it is asked for before anything goes on. */
export const lacksCountyName = (state: ImportsState): boolean =>
  settledNow(state).target.kind === 'newCounty' && state.checked?.countyName === '';

export const settledNow = (state: ImportsState): Settled => state.settled.present.document;
