import { createStore } from 'zustand/vanilla';
import { changedStations } from '../core/levels/changedStations.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';
import type { Share } from '../core/units.ts';
import type { Variant, VariantKey } from './edits/variants.ts';

/** What is compared. */
export interface VariantFigures {
  readonly yuanPerParcel: number;
  readonly totalYuanPerDay: number;
  readonly shareWithin48h: Share;
  readonly shareWithin2CalendarDays: Share;
  readonly lineCount: number;
  readonly dutyCount: number;
  readonly driverCount: number;
  readonly lineKmPerDay: number;
  readonly unservedCount: number;
  /** Stations that change line, driver or days against the plan on the screen. */
  readonly changedCount: number;
}

export type VariantStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
export interface VariantRow extends Variant {
  readonly status: VariantStatus;
  readonly runId: string | null;
  readonly doneShare: Share;
  readonly figures: VariantFigures | null;
}

/** A comparison made on request; never undoable and never saved. */
export interface VariantsState {
  /** The scenario compared, as it was when asked for; null = nothing compared yet. */
  readonly basis: Scenario | null;
  readonly rows: readonly VariantRow[];
}

export function variantFigures({ plan, evaluation }: Report, before: Plan): VariantFigures {
  return {
    yuanPerParcel: evaluation.yuanPerParcel,
    totalYuanPerDay: evaluation.totalYuanPerDay,
    shareWithin48h: evaluation.times.shareWithin48h,
    shareWithin2CalendarDays: evaluation.times.shareWithin2CalendarDays,
    lineCount: plan.lines.length,
    dutyCount: evaluation.dutyCount,
    driverCount: evaluation.driverCount,
    lineKmPerDay: evaluation.lineKmPerDay,
    unservedCount: plan.unserved.length,
    changedCount: changedStations(before, plan).length,
  };
}

export function createVariants() {
  const store = createStore<VariantsState>(() => ({ basis: null, rows: [] }));
  return {
    store,
    start(basis: Scenario, variants: readonly Variant[]): void {
      store.setState({
        basis,
        rows: variants.map((variant) => ({
          ...variant,
          status: 'waiting',
          runId: null,
          doneShare: 0,
          figures: null,
        })),
      });
    },
    /** Leaves a comparison alone that has been replaced meanwhile. */
    change(basis: Scenario, key: VariantKey, part: Partial<VariantRow>): void {
      store.setState((state) =>
        state.basis === basis
          ? { rows: state.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) }
          : {},
      );
    },
  };
}

export type Variants = ReturnType<typeof createVariants>;
