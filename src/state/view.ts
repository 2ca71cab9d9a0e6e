import { createStore } from 'zustand/vanilla';
import type { CountyId, LineId, ScenarioId, StationId } from '../core/model/ids.ts';
import type { Language } from '../i18n/t.ts';

export type NoticeKind = 'workerRestarted' | 'failed' | 'simpleMap';
export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  /** Technical text for a support request; never shown by itself. */
  readonly details: string;
}

/** What is looked at; never undoable. */
export interface ViewState {
  readonly language: Language;
  readonly activeScenarioIds: Readonly<Record<string, ScenarioId>>;
  readonly selectedLineId: LineId | null;
  readonly hoveredLineId: LineId | null;
  readonly selectedStationId: StationId | null;
  readonly isParametersOpen: boolean;
  readonly isRoadsOpen: boolean;
  readonly loadingCountyId: CountyId | null;
  readonly failedCountyId: CountyId | null;
  readonly notices: readonly Notice[];
}

export function createView(language: Language, isParametersOpen: boolean) {
  const store = createStore<ViewState>(() => ({
    language,
    activeScenarioIds: {},
    selectedLineId: null,
    hoveredLineId: null,
    selectedStationId: null,
    isParametersOpen,
    isRoadsOpen: false,
    loadingCountyId: null,
    failedCountyId: null,
    notices: [],
  }));
  let nextNoticeId = 1;

  return {
    store,
    selectScenario(countyId: CountyId, scenarioId: ScenarioId): void {
      store.setState((state) => ({
        activeScenarioIds: { ...state.activeScenarioIds, [countyId]: scenarioId },
        selectedLineId: null,
        hoveredLineId: null,
        selectedStationId: null,
      }));
    },
    selectLine: (selectedLineId: LineId | null): void =>
      store.setState({ selectedLineId, selectedStationId: null }),
    hoverLine(hoveredLineId: LineId | null): void {
      if (store.getState().hoveredLineId !== hoveredLineId) store.setState({ hoveredLineId });
    },
    selectStation: (selectedStationId: StationId | null, selectedLineId: LineId | null): void =>
      store.setState({ selectedStationId, selectedLineId }),
    setLanguage: (next: Language): void => store.setState({ language: next }),
    /** Settings and roads share one place on the screen. */
    toggleParameters: (): void =>
      store.setState((state) => ({ isParametersOpen: !state.isParametersOpen, isRoadsOpen: false })),
    toggleRoads: (): void =>
      store.setState((state) => ({ isRoadsOpen: !state.isRoadsOpen, isParametersOpen: false })),
    openRoads: (): void => store.setState({ isRoadsOpen: true, isParametersOpen: false }),
    setLoadingCounty: (loadingCountyId: CountyId | null): void =>
      store.setState(
        loadingCountyId === null ? { loadingCountyId } : { loadingCountyId, failedCountyId: null },
      ),
    setFailedCounty: (failedCountyId: CountyId): void =>
      store.setState({ failedCountyId, loadingCountyId: null }),
    notify(kind: NoticeKind, details: string): void {
      const notice = { id: nextNoticeId++, kind, details };
      // The same news twice says nothing new.
      store.setState((state) => ({
        notices: [...state.notices.filter((each) => each.kind !== kind), notice],
      }));
    },
    dismiss: (id: number): void =>
      store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  };
}

export type View = ReturnType<typeof createView>;
