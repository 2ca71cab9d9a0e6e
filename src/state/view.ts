import { createStore } from 'zustand/vanilla';
import type { StopBasis } from '../core/cost/stopBreakEven.ts';
import type { CountyId, LineId, ScenarioId, StationId } from '../core/model/ids.ts';
import type { Language } from '../i18n/t.ts';
import type { BottomTabKey, PrintKey, RightTabKey, RoomKey } from './rooms.ts';

export type NoticeKind = 'workerRestarted' | 'failed' | 'countyFailed' | 'filesFailed' | 'simpleMap';
export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  /** Technical text for a support request; never shown by itself. */
  readonly details: string;
  /** Key of the scenario whose lines could not be found; absent = about something else. */
  readonly scenarioKey?: string;
}

/** What is looked at; never undoable. */
export interface ViewState {
  readonly language: Language;
  readonly activeScenarioIds: Readonly<Record<string, ScenarioId>>;
  readonly selectedLineId: LineId | null;
  readonly hoveredLineId: LineId | null;
  readonly selectedStationId: StationId | null;
  /** Only what runs on this day of the calendar is shown (0 = the first Monday); null = every day. */
  readonly shownDay: number | null;
  /** The room open beside the map; null = none. */
  readonly room: RoomKey | null;
  readonly bottomTab: BottomTabKey;
  /** The tables below the map take half of the height. */
  readonly isBottomTall: boolean;
  readonly rightTab: RightTabKey;
  /** What stations are charged with, in the table of their stops and on the map beside it. */
  readonly stopBasis: StopBasis;
  /** What is looked at as it will be printed, in front of everything else; null = nothing. */
  readonly print: PrintKey | null;
  readonly loadingCountyId: CountyId | null;
  readonly failedCountyId: CountyId | null;
  readonly notices: readonly Notice[];
  /** Every file of the app is kept on this computer. */
  readonly isOfflineReady: boolean;
}

export function createView(language: Language, room: RoomKey | null) {
  const store = createStore<ViewState>(() => ({
    language,
    activeScenarioIds: {},
    selectedLineId: null,
    hoveredLineId: null,
    selectedStationId: null,
    shownDay: null,
    room,
    bottomTab: 'lines',
    isBottomTall: false,
    rightTab: 'figures',
    stopBasis: 'own',
    print: null,
    loadingCountyId: null,
    failedCountyId: null,
    notices: [],
    isOfflineReady: false,
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
        shownDay: null,
      }));
    },
    selectLine: (selectedLineId: LineId | null): void =>
      store.setState({ selectedLineId, selectedStationId: null }),
    hoverLine(hoveredLineId: LineId | null): void {
      if (store.getState().hoveredLineId !== hoveredLineId) store.setState({ hoveredLineId });
    },
    selectStation: (selectedStationId: StationId | null, selectedLineId: LineId | null): void =>
      store.setState({ selectedStationId, selectedLineId }),
    showDay: (shownDay: number | null): void => store.setState({ shownDay }),
    setLanguage: (next: Language): void => store.setState({ language: next }),
    openRoom: (room: RoomKey): void => store.setState({ room }),
    toggleRoom: (room: RoomKey): void =>
      store.setState((state) => ({ room: state.room === room ? null : room })),
    closeRoom: (): void => store.setState({ room: null }),
    showBottomTab: (bottomTab: BottomTabKey): void => store.setState({ bottomTab }),
    toggleBottomTall: (): void => store.setState((state) => ({ isBottomTall: !state.isBottomTall })),
    showRightTab: (rightTab: RightTabKey): void => store.setState({ rightTab }),
    chargeStops: (stopBasis: StopBasis): void => store.setState({ stopBasis }),
    showPrint: (print: PrintKey): void => store.setState({ print }),
    closePrint: (): void => store.setState({ print: null }),
    setLoadingCounty: (loadingCountyId: CountyId | null): void =>
      store.setState(
        loadingCountyId === null ? { loadingCountyId } : { loadingCountyId, failedCountyId: null },
      ),
    setFailedCounty: (failedCountyId: CountyId): void =>
      store.setState({ failedCountyId, loadingCountyId: null }),
    notify(kind: NoticeKind, details: string, scenarioKey?: string): void {
      const notice = { id: nextNoticeId++, kind, details, ...(scenarioKey ? { scenarioKey } : {}) };
      // The same news twice says nothing new.
      store.setState((state) => ({
        notices: [...state.notices.filter((each) => each.kind !== kind), notice],
      }));
    },
    /** The lines of a scenario were found after all. */
    takeBack(scenarioKey: string): void {
      const { notices } = store.getState();
      const left = notices.filter((notice) => notice.scenarioKey !== scenarioKey);
      if (left.length < notices.length) store.setState({ notices: left });
    },
    setOfflineReady: (): void => store.setState({ isOfflineReady: true }),
    dismiss: (id: number): void =>
      store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  };
}

export type View = ReturnType<typeof createView>;
