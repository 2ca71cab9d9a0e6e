import { withMeasuredSpeeds } from '../../core/driven/takeSpeeds.ts';
import type { ClassSpeed, DrivenSettings } from '../../core/model/drivenDay.ts';
import type { Report } from '../../core/model/report.ts';
import type { RoadClass } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { shownResult } from '../runs.ts';
import { editScenario } from './editScenario.ts';

/** Counts questions, so that only the answer to the last one is shown. */
let asked = 0;

/** Reads a driver's day and holds it against the plan on the screen. */
export async function openDrivenFile(app: AppState, file: File): Promise<void> {
  const own = ++asked;
  app.driven.begin(file.name);
  try {
    const read = await app.ports.files.readTimedTrack(file);
    if (own !== asked) return;
    if (!read.ok) {
      app.driven.refuse(read.issues);
      return;
    }
    app.driven.take({ track: read.value, issues: read.issues });
    await measure(app);
  } catch (error) {
    // A folder, or a file that is gone by now.
    if (own !== asked) return;
    app.driven.close();
    app.view.notify('filesFailed', String(error));
  }
}

export async function changeDriven(app: AppState, change: Partial<DrivenSettings>): Promise<void> {
  const { settings } = app.driven.store.getState();
  app.driven.setSettings({ ...settings, ...change });
  await measure(app);
}

/** Measures again where the plan on the screen is another one than the day was held against. */
export async function followPlan(app: AppState, report: Report): Promise<void> {
  const { measured, read } = app.driven.store.getState();
  if (read && measured?.report !== report) await measure(app);
}

export function closeDriven(app: AppState): void {
  asked++;
  app.driven.close();
}

async function measure(app: AppState): Promise<void> {
  const scenario = activeScenario(app);
  const { read, settings } = app.driven.store.getState();
  if (!scenario || !read) return;
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  // Without a plan for the scenario as it is, there is nothing to hold it against; the pane asks again when there is.
  if (!report || isStale) {
    app.driven.setBusy(false);
    return;
  }
  const own = ++asked;
  app.driven.setBusy(true);
  const { depot, stations, travel, roads } = scenario;
  const { plan, evaluation } = report;
  const { track } = read;
  try {
    const request = { track, settings, depot, stations, travel, roads, plan, evaluation };
    const day = await app.ports.files.measureDay(request);
    if (own === asked) app.driven.show({ day, report });
  } catch (error) {
    if (own !== asked) return;
    app.driven.setBusy(false);
    app.view.notify('failed', String(error));
  }
}

/** Takes measured speeds of chosen classes into the scenario: one undo step, each marked as given by the user. */
export function takeMeasuredSpeeds(
  app: AppState,
  classes: ReadonlySet<RoadClass>,
  sourceOf: (speed: ClassSpeed) => string,
): void {
  const { measured, fileName } = app.driven.store.getState();
  const speeds = (measured?.day.classSpeeds ?? []).filter(
    ({ roadClass, isOffered }) => isOffered && classes.has(roadClass),
  );
  if (speeds.length === 0) return;
  const key = `measuredSpeeds/${fileName}/${speeds.map(({ roadClass }) => roadClass).join(' ')}`;
  editScenario(app, 'measuredSpeeds', key, (scenario) => ({
    ...scenario,
    travel: withMeasuredSpeeds(scenario.travel, speeds, sourceOf),
  }));
}
