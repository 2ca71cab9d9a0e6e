import { createStore } from 'zustand/vanilla';
import type { ScenarioChoices } from '../core/model/choices.ts';
import type { County } from '../core/model/county.ts';
import type { CountyId, ScenarioId } from '../core/model/ids.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { type CostChoices, usualCostChoices } from './costChoices.ts';
import { applyEdit, type History, redo, startHistory, undo } from './history.ts';
import { defaultChoices, type SimulationChoices } from './simulationChoices.ts';

/** What a planner would expect Ctrl+Z to undo: the scenarios of a county. */
export interface PlanningDocument extends ScenarioChoices {
  readonly county: County;
  readonly scenarios: readonly Scenario[];
}

export type EditLabel =
  | 'lineCount'
  | 'serviceDays'
  | 'branchServiceDays'
  | 'departure'
  | 'vehicleCount'
  | 'volume'
  | 'input'
  | 'restore'
  | 'useRoads'
  | 'estimatedRoads'
  | 'closeRoad'
  | 'reopenRoad'
  | 'roadClass'
  | 'roadLength'
  | 'roadSpeed'
  | 'drawRoad'
  | 'calibrate'
  | 'measuredSpeeds'
  | 'lineRules'
  | 'moveStop'
  | 'lock'
  | 'solveAnew'
  | 'solveAround'
  | 'relax'
  | 'newStation'
  | 'importTables'
  | 'editTable'
  | 'compareClaim'
  | 'addRow'
  | 'removeRow'
  | 'movePlace'
  | 'addPlace'
  | 'removePlace'
  | 'openProject'
  | 'supply'
  | 'hub'
  | 'moveToLine'
  | 'adoptVariant'
  | 'shape'
  | 'calendar'
  | 'timeBound'
  | 'buses'
  | 'stability'
  | 'simulation'
  | 'couriers'
  | 'befores';

export type DocumentHistory = History<PlanningDocument, EditLabel>;

export interface DocumentsState {
  readonly activeCountyId: CountyId | null;
  /** One history per county opened in this session. */
  readonly histories: Readonly<Record<string, DocumentHistory>>;
}

export function createDocuments() {
  const store = createStore<DocumentsState>(() => ({ activeCountyId: null, histories: {} }));

  let nextStep = 1;

  const changeHistory = (change: (history: DocumentHistory) => DocumentHistory): void => {
    const { activeCountyId, histories } = store.getState();
    const history = activeCountyId === null ? undefined : histories[activeCountyId];
    if (activeCountyId === null || !history) return;
    store.setState({ histories: { ...histories, [activeCountyId]: change(history) } });
  };

  const replaceScenarios = (
    change: (scenario: Scenario) => Scenario,
    label: EditLabel,
    coalesce: { readonly key: string; readonly atMs: number },
  ): void =>
    changeHistory((history) => {
      const { document } = history.present;
      const scenarios = document.scenarios.map(change);
      return applyEdit(history, { document: { ...document, scenarios }, label }, coalesce);
    });

  return {
    store,
    /** Shows a county; a county opened before keeps its edits and its history. */
    open(county: County): void {
      const { histories } = store.getState();
      const history = histories[county.id] ?? startHistory({ county, scenarios: county.scenarios });
      store.setState({ activeCountyId: county.id, histories: { ...histories, [county.id]: history } });
    },
    replaceScenario(scenario: Scenario, label: EditLabel, coalesceKey: string, atMs: number): void {
      replaceScenarios((each) => (each.id === scenario.id ? scenario : each), label, {
        key: `${scenario.id}/${coalesceKey}`,
        atMs,
      });
    },
    replaceCostChoices(scenario: Scenario, choices: CostChoices, coalesceKey: string, atMs: number): void {
      changeHistory((history) => {
        const { document } = history.present;
        const costChoices = { ...document.costChoices, [scenario.id]: choices };
        const coalesce = { key: `${scenario.id}/befores/${coalesceKey}`, atMs };
        return applyEdit(history, { document: { ...document, costChoices }, label: 'befores' }, coalesce);
      });
    },
    replaceChoices(scenario: Scenario, choices: SimulationChoices, coalesceKey: string, atMs: number): void {
      changeHistory((history) => {
        const { document } = history.present;
        const simulationChoices = { ...document.simulationChoices, [scenario.id]: choices };
        const coalesce = { key: `${scenario.id}/simulation/${coalesceKey}`, atMs };
        return applyEdit(
          history,
          { document: { ...document, simulationChoices }, label: 'simulation' },
          coalesce,
        );
      });
    },
    /** One more scenario, which counts as one the county was loaded with. */
    addScenario(scenario: Scenario, label: EditLabel): void {
      changeHistory((history) => {
        const { county, scenarios } = history.present.document;
        const document = {
          ...history.present.document,
          county: { ...county, scenarios: [...county.scenarios, scenario] },
          scenarios: [...scenarios, scenario],
        };
        return applyEdit(
          history,
          { document, label },
          { key: `${scenario.id}/${label}`, atMs: Number.NEGATIVE_INFINITY },
        );
      });
    },
    /** One undo step for the whole county. */
    replaceScenarios,
    /** One undo step that may change the county itself too. */
    replaceDocument(document: PlanningDocument, label: EditLabel, atMs: number): void {
      changeHistory((history) =>
        applyEdit(history, { document, label }, { key: `${label}/${nextStep++}`, atMs }),
      );
    },
    /** Shows a document that comes with everything it needs (a project file, a county made by an import). */
    openDocument(document: PlanningDocument): void {
      const { histories } = store.getState();
      const { id } = document.county;
      store.setState({ activeCountyId: id, histories: { ...histories, [id]: startHistory(document) } });
    },
    undo: () => changeHistory(undo),
    redo: () => changeHistory(redo),
  };
}

export type Documents = ReturnType<typeof createDocuments>;

export const activeHistory = (state: DocumentsState): DocumentHistory | null =>
  state.activeCountyId === null ? null : (state.histories[state.activeCountyId] ?? null);

export const activeDocument = (state: DocumentsState): PlanningDocument | null =>
  activeHistory(state)?.present.document ?? null;

export const findScenario = (document: PlanningDocument, id: ScenarioId | null): Scenario | null =>
  document.scenarios.find((scenario) => scenario.id === id) ?? document.scenarios[0] ?? null;

const usual = new WeakMap<Scenario, SimulationChoices>();

/** How a scenario is to be simulated; the same object for the same scenario. */
export function choicesOf(document: PlanningDocument, scenario: Scenario): SimulationChoices {
  const chosen = document.simulationChoices?.[scenario.id];
  if (chosen) return chosen;
  const known = usual.get(scenario) ?? defaultChoices(scenario);
  usual.set(scenario, known);
  return known;
}

export const costChoicesOf = (document: PlanningDocument, scenario: Scenario): CostChoices =>
  document.costChoices?.[scenario.id] ?? usualCostChoices;
