import { createStore } from 'zustand/vanilla';
import type { ComparedVariant, VariantRow as VariantFigures } from '../core/levels/compareVariants.ts';
import type { ComparisonQuestion } from '../core/model/comparison.ts';
import type { Name, Scenario } from '../core/model/scenario.ts';
import type { Share } from '../core/units.ts';

export type { VariantFigures };

export type VariantStatus = 'waiting' | 'running' | 'done' | 'cancelled';
export interface VariantRow {
  readonly key: string;
  readonly name: Name;
  readonly status: VariantStatus;
  readonly doneShare: Share;
  /** null until it is finished. */
  readonly compared: ComparedVariant | null;
}

/** A comparison made on request; never undoable and never saved. */
export interface VariantsState {
  /** The scenario compared, as it was when asked for; null = nothing compared yet. */
  readonly basis: Scenario | null;
  /** What it was compared for. */
  readonly question: ComparisonQuestion;
  /** Of the run under way; null = none is. */
  readonly runId: string | null;
  readonly rows: readonly VariantRow[];
}

export function createVariants() {
  const store = createStore<VariantsState>(() => ({
    basis: null,
    question: { kind: 'shapes' },
    runId: null,
    rows: [],
  }));
  /** Leaves a comparison alone that has been replaced or stopped meanwhile. */
  const ofRun = (runId: string, change: (state: VariantsState) => Partial<VariantsState>): void =>
    store.setState((state) => (state.runId === runId ? change(state) : {}));
  return {
    store,
    start: (basis: Scenario, question: ComparisonQuestion, runId: string): void =>
      store.setState({ basis, question, runId, rows: [] }),
    progress(
      runId: string,
      variants: readonly Pick<VariantRow, 'key' | 'name'>[],
      key: string,
      doneShare: Share,
    ): void {
      ofRun(runId, ({ rows }) => ({
        rows: variants.map((variant) => {
          const known = rows.find((row) => row.key === variant.key);
          if (known?.compared) return known;
          return variant.key === key
            ? { ...variant, status: 'running', doneShare, compared: null }
            : { ...variant, status: 'waiting', doneShare: 0, compared: null };
        }),
      }));
    },
    finish(runId: string, compared: ComparedVariant): void {
      const { key, name } = compared.row;
      const done: VariantRow = { key, name, status: 'done', doneShare: 1, compared };
      ofRun(runId, ({ rows }) => ({
        rows: rows.some((row) => row.key === key)
          ? rows.map((row) => (row.key === key ? done : row))
          : [...rows, done],
      }));
    },
    /** What is finished stays. */
    end: (runId: string): void =>
      ofRun(runId, ({ rows }) => ({
        runId: null,
        rows: rows.map((row) => (row.compared ? row : { ...row, status: 'cancelled' })),
      })),
  };
}

export type Variants = ReturnType<typeof createVariants>;
