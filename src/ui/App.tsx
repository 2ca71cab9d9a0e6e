import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import type { AppState } from '../state/appState.ts';
import { redoEdit, undoEdit } from '../state/commands/editScenario.ts';
import { AppContext, useApp, useLanguage, useView } from './AppContext.tsx';
import { DropAnywhere } from './DropAnywhere.tsx';
import { RestoreOffer } from './data/RestoreOffer.tsx';
import { Header } from './header/Header.tsx';
import { DownOutlined } from './icons.tsx';
import { ImportWizard } from './import/ImportWizard.tsx';
import { isTypedIn } from './isTypedIn.ts';
import { MapPane } from './map/MapPane.tsx';
import { Notices } from './Notices.tsx';
import { BottomPart, RightPart } from './parts.tsx';
import { PrintPreview } from './prints/PrintPreview.tsx';
import { useStandsBack } from './prints/useStandsBack.ts';
import { Rail } from './Rail.tsx';
import { rooms } from './rooms.tsx';
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
      select={{ suffixIcon: <DownOutlined /> }}
    >
      <Screen />
    </ConfigProvider>
  );
}

/** Map in the middle, tables below it, figures and charts on the right; the rail opens a room on the left. */
function Screen() {
  const openKey = useView((view) => view.room);
  const isBottomTall = useView((view) => view.isBottomTall);
  const standsBack = useStandsBack(useView((view) => view.print !== null));
  const room = rooms.find(({ key }) => key === openKey);
  useUndoKeys();
  const roomClass = room ? (room.isWide ? 'screen-with-wide-room' : 'screen-with-room') : '';
  return (
    <>
      <div className={`screen ${roomClass}`} inert={standsBack}>
        <Header />
        <Rail />
        {room ? <room.Content key={room.key} /> : null}
        <main className={`middle ${isBottomTall ? 'middle-even' : ''}`}>
          <MapPane />
          <BottomPart />
        </main>
        <RightPart />
        <ImportWizard />
        <DropAnywhere />
        <RestoreOffer />
        <Notices />
      </div>
      <PrintPreview />
    </>
  );
}

/** Ctrl+Z and Ctrl+Y (or Shift+Ctrl+Z), except while text is being typed. */
function useUndoKeys(): void {
  const app = useApp();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (isTypedIn(event.target)) return;
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
