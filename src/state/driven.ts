import { createStore } from 'zustand/vanilla';
import type { Issue } from '../core/issues.ts';
import { type DrivenDay, type DrivenSettings, defaultDrivenSettings } from '../core/model/drivenDay.ts';
import type { Report } from '../core/model/report.ts';
import type { TimedTrack } from '../core/model/timedTrack.ts';

/** A file that was read, and what was doubtful in it. */
export interface ReadTrack {
  readonly track: TimedTrack;
  readonly issues: readonly Issue[];
}

/** A day held against a plan. */
export interface MeasuredDay {
  readonly day: DrivenDay;
  readonly report: Report;
}

export interface DrivenState {
  /** null = none chosen. */
  readonly fileName: string | null;
  /** Reading or measuring. */
  readonly isBusy: boolean;
  /** Why the file was not taken. */
  readonly refusal: readonly Issue[];
  readonly read: ReadTrack | null;
  readonly settings: DrivenSettings;
  readonly measured: MeasuredDay | null;
}

const empty: DrivenState = {
  fileName: null,
  isBusy: false,
  refusal: [],
  read: null,
  settings: defaultDrivenSettings,
  measured: null,
};

/** A recorded day beside the plan; looked at, never saved and never undoable. */
export function createDriven() {
  const store = createStore<DrivenState>(() => empty);
  return {
    store,
    /** A new file; the settings of the one before are kept as far as they are about how days are read. */
    begin: (fileName: string): void =>
      store.setState(({ settings }) => ({
        ...empty,
        fileName,
        isBusy: true,
        settings: { ...settings, trip: null, recording: null, clockShiftMin: 0, system: 'auto' },
      })),
    refuse: (refusal: readonly Issue[]): void => store.setState({ refusal, isBusy: false }),
    take: (read: ReadTrack): void => store.setState({ read }),
    setSettings: (settings: DrivenSettings): void => store.setState({ settings }),
    setBusy: (isBusy: boolean): void => store.setState({ isBusy }),
    show: (measured: MeasuredDay): void => store.setState({ measured, isBusy: false }),
    close: (): void => store.setState(empty),
  };
}

export type Driven = ReturnType<typeof createDriven>;
