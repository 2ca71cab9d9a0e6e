import '@fontsource-variable/noto-sans-sc/wght.css';
import './ui/styles.ts';
import { createRoot } from 'react-dom/client';
import type { RunOptions } from '../workers/protocol.ts';
import { createColumnMemory } from './clients/columnMemory.ts';
import { createCountyShelf } from './clients/counties.ts';
import { createDistanceDesk } from './clients/distances.ts';
import { createDraftShelf } from './clients/drafts.ts';
import { createFileDoor } from './clients/files.ts';
import { createRoadImporter } from './clients/importer.ts';
import { keepForOffline } from './clients/offline.ts';
import { createPlannerPool, spawnPlannerWorker } from './clients/planner.ts';
import { createTableImporter } from './clients/tables.ts';
import { asId, type CountyId } from './core/model/ids.ts';
import { defaultRunOptions } from './core/run/runScenario.ts';
import { type Language, languages, startWords, switchWords } from './i18n/t.ts';
import { type AppState, createAppState } from './state/appState.ts';
import { keepDrafts, offerDrafts } from './state/commands/keepDrafts.ts';
import { openCounty, readCatalog, readOtherCounties } from './state/commands/openCounty.ts';
import { App } from './ui/App.tsx';

/** Composition root: the only place that knows stores, clients and screen together. */

const openingCountyId = asId<CountyId>('heshui');
/** A first answer at once, then as thorough as the command line, so that both show the same figures. */
const quickIterations = 400;

/** `?iterations=` asks for another thoroughness, as the command line's option of the same name does. */
function runStagesFrom(address: string): readonly RunOptions[] {
  const asked = Number(new URLSearchParams(address).get('iterations'));
  const iterations = Number.isInteger(asked) && asked > 0 ? asked : defaultRunOptions.iterations;
  return [
    { ...defaultRunOptions, iterations: Math.min(quickIterations, iterations) },
    { ...defaultRunOptions, iterations },
  ];
}
const languageKey = 'cuntong.language';
/** From this width on there is room for the settings beside map and figures. */
const roomForParametersPx = 1600;

function storedLanguage(): Language {
  const stored = localStorage.getItem(languageKey);
  return languages.find((language) => language === stored) ?? 'zh-CN';
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.title = language === 'en' ? 'Cuntong 村通' : '村通 Cuntong';
}

function followLanguage(app: AppState): void {
  app.view.store.subscribe((view, before) => {
    if (view.language === before.language) return;
    localStorage.setItem(languageKey, view.language);
    showLanguage(view.language);
    void switchWords(view.language);
  });
}

const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 200);
  });

async function start(): Promise<void> {
  const language = storedLanguage();
  showLanguage(language);
  await startWords(language);
  const planner = createPlannerPool({
    size: 2,
    spawn: spawnPlannerWorker,
    onRespawn: (details) => app.view.notify('workerRestarted', details),
  });
  const ports = {
    planner,
    counties: createCountyShelf(),
    roads: createRoadImporter(),
    distances: createDistanceDesk(),
    tables: createTableImporter(),
    columnMemory: createColumnMemory(),
    files: createFileDoor(),
    drafts: createDraftShelf(),
    timeMs: () => Date.now(),
    nowMs: () => performance.now(),
    whenIdle,
  };
  const app = createAppState(ports, {
    language,
    room: globalThis.innerWidth >= roomForParametersPx ? 'parameters' : null,
    runStages: runStagesFrom(location.search),
  });
  followLanguage(app);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App app={app} />);
  await readCatalog(app);
  // Before the county is solved: what is changed while it is must be kept too.
  keepDrafts(app);
  await Promise.all([openCounty(app, openingCountyId), offerDrafts(app)]);
  await readOtherCounties(app);
  if (await keepForOffline()) app.view.setOfflineReady();
}

void start();
