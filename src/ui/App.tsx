import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import type { AppState } from '../state/appState.ts';
import { redoEdit, undoEdit } from '../state/commands/editScenario.ts';
import { AppContext, useApp, useLanguage, useView } from './AppContext.tsx';
import { ChartsPane } from './charts/ChartsPane.tsx';
import { Header } from './header/Header.tsx';
import { KpiPane } from './kpis/KpiPane.tsx';
import { MapPane } from './map/MapPane.tsx';
import { Notices } from './Notices.tsx';
import { ParametersPane } from './parameters/ParametersPane.tsx';
import { RoadsPane } from './roads/RoadsPane.tsx';
import { LinesPane } from './tables/LinesPane.tsx';
import { theme } from './theme.ts';

export function App({ app }: { readonly app: AppState }) {
  return (
    <AppContext value={app}>
      <Themed />
    </AppContext>
  );
}

function Themed() {
  const language = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <Screen />
    </ConfigProvider>
  );
}

/** Map in the middle, lines below it, figures and charts on the right, settings on the left when asked for. */
function Screen() {
  const isParametersOpen = useView((view) => view.isParametersOpen);
  const isRoadsOpen = useView((view) => view.isRoadsOpen);
  useUndoKeys();
  return (
    <div className={`screen ${isParametersOpen || isRoadsOpen ? 'screen-with-parameters' : ''}`}>
      <Header />
      {isParametersOpen ? <ParametersPane /> : null}
      {isRoadsOpen ? <RoadsPane /> : null}
      <main className="middle">
        <MapPane />
        <LinesPane />
      </main>
      <aside className="right">
        <KpiPane />
        <ChartsPane />
      </aside>
      <Notices />
    </div>
  );
}

/** Ctrl+Z and Ctrl+Y (or Shift+Ctrl+Z), except while text is being typed. */
function useUndoKeys(): void {
  const app = useApp();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (isTyping) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redoEdit(app);
      else undoEdit(app);
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, [app]);
}
