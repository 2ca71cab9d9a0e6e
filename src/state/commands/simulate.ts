import type { SimulationOrder } from '../../../workers/protocol.ts';
import type { DayLog } from '../../core/model/dayLog.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { ParcelStory, StoryRequest } from '../../core/model/parcelStory.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument, choicesOf } from '../documents.ts';
import { scenarioKey, shownResult } from '../runs.ts';
import { type SimulationChoices, settingsFrom } from '../simulationChoices.ts';
import { type Simulation, simulationKey } from '../simulations.ts';

let nextRun = 1;

/** How a person wants the scenario on the screen simulated; null until a county is open. */
export function activeChoices(app: AppState): SimulationChoices | null {
  const document = activeDocument(app.documents.store.getState());
  const scenario = activeScenario(app);
  return document && scenario ? choicesOf(document, scenario) : null;
}

/** Changes how the scenario on the screen is simulated: an edit that can be undone. */
export function editChoices(
  app: AppState,
  coalesceKey: string,
  edit: (choices: SimulationChoices) => SimulationChoices,
): void {
  const scenario = activeScenario(app);
  const choices = activeChoices(app);
  if (!scenario || !choices) return;
  const next = edit(choices);
  if (JSON.stringify(next) === JSON.stringify(choices)) return;
  app.documents.replaceChoices(scenario, next, coalesceKey, app.ports.nowMs());
}

/** Simulates the plan on the screen, spread over the workers; a simulation of the same scenario gives way. */
export async function simulateActive(app: AppState): Promise<void> {
  const scenario = activeScenario(app);
  const choices = activeChoices(app);
  if (!scenario || !choices) return;
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  // A plan of a changed scenario is about to be replaced: what would be simulated is not what is on the screen.
  if (!report || isStale) return;
  const { simulations, ports, view } = app;
  const key = scenarioKey(scenario);
  const settings = settingsFrom(scenario, choices);
  cancelSimulation(app);
  const runId = `simulation-${nextRun++}`;
  const isOurs = (): boolean => {
    const activity = simulations.store.getState().activities[key];
    return activity?.status === 'running' && activity.runId === runId;
  };
  const setProgress = (replicationsDone: number): void =>
    simulations.setActivity(key, {
      status: 'running',
      runId,
      replicationsDone,
      replications: settings.replications,
    });
  setProgress(0);
  const outcome = await ports.planner.simulate(
    runId,
    orderOf({ report, settings }),
    ({ replicationsDone }) => {
      if (isOurs()) setProgress(replicationsDone);
    },
  );
  if (!isOurs()) return;
  if (outcome.status === 'done') {
    const simulation = { ...outcome.value, settings, startDate: choices.startDate, report };
    simulations.finish(key, simulationKey(report, settings), simulation);
    view.showRightTab('simulation');
    return;
  }
  simulations.setActivity(key, { status: outcome.status });
  if (outcome.status === 'failed') view.notify('failed', `${outcome.message}\n${outcome.stack}`);
}

/** Stops the simulation of the scenario on the screen. */
export function cancelSimulation(app: AppState): void {
  const scenario = activeScenario(app);
  if (!scenario) return;
  const activity = app.simulations.store.getState().activities[scenarioKey(scenario)];
  if (activity?.status === 'running') app.ports.planner.cancel(activity.runId);
}

export const traceKey = (simulationKeyText: string, stationId: StationId): string =>
  `${simulationKeyText}/${stationId}`;

/**
 * Follows the parcels of one village through the first replication of a simulation: the same days with the same luck,
 * so that what is told is what the figures count.
 */
export async function traceVillage(
  app: AppState,
  simulation: Simulation,
  hash: string,
  stationId: StationId,
): Promise<void> {
  const key = traceKey(hash, stationId);
  const known = app.simulations.store.getState().traces[key];
  if (known && known.status !== 'failed') return;
  app.simulations.setTrace(key, { status: 'running' });
  const { report, settings } = simulation;
  const outcome = await app.ports.planner.simulate(
    `trace-${nextRun++}`,
    orderOf({ report, settings: { ...settings, replications: 1, traceStationId: stationId } }),
    () => undefined,
  );
  app.simulations.setTrace(
    key,
    outcome.status === 'done'
      ? { status: 'done', entries: outcome.value.result.trace }
      : { status: 'failed' },
  );
}

const orderOf = ({ report, settings }: Pick<Simulation, 'report' | 'settings'>): SimulationOrder => ({
  scenario: { ...report.scenario, roads: null },
  matrix: report.matrix,
  plan: report.plan,
  settings,
});

/** A day of the first replication as it was simulated; null where it could not be worked out. */
export async function logDay(app: AppState, simulation: Simulation, day: number): Promise<DayLog | null> {
  const outcome = await app.ports.planner.dayOf(`day-${nextRun++}`, orderOf(simulation), 0, day);
  return outcome.status === 'done' ? outcome.value : null;
}

/** The way of one parcel; null where none was born or it could not be worked out. */
export async function tellStory(
  app: AppState,
  simulation: Simulation,
  request: StoryRequest,
): Promise<ParcelStory | null> {
  const outcome = await app.ports.planner.storyOf(`story-${nextRun++}`, orderOf(simulation), request);
  return outcome.status === 'done' ? outcome.value : null;
}
