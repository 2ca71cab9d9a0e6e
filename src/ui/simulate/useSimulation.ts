import { useMemo } from 'react';
import { useStore } from 'zustand';
import { choicesOf } from '../../state/documents.ts';
import { scenarioKey } from '../../state/runs.ts';
import { type SimulationChoices, settingsFrom } from '../../state/simulationChoices.ts';
import { type ShownSimulation, type SimulationActivity, shownSimulation } from '../../state/simulations.ts';
import { useApp, useDocument, useScenario, useShownResult } from '../AppContext.tsx';

/** How the scenario on the screen is to be simulated. */
export function useChoices(): SimulationChoices | null {
  const document = useDocument();
  const scenario = useScenario();
  return document && scenario ? choicesOf(document, scenario) : null;
}

const nothing: ShownSimulation = { simulation: null, hash: null, isStale: false };

/** The simulation to show for the scenario on the screen. */
export function useShownSimulation(): ShownSimulation {
  const app = useApp();
  const scenario = useScenario();
  const choices = useChoices();
  const { report, isStale: isPlanStale } = useShownResult();
  const results = useStore(app.simulations.store, (state) => state.results);
  const newestHashes = useStore(app.simulations.store, (state) => state.newestHashes);
  return useMemo(() => {
    if (!scenario || !choices) return nothing;
    const fitting = isPlanStale ? null : report;
    return shownSimulation(
      { results, newestHashes },
      scenarioKey(scenario),
      fitting,
      settingsFrom(scenario, choices),
    );
  }, [scenario, choices, report, isPlanStale, results, newestHashes]);
}

export function useSimulationActivity(): SimulationActivity | null {
  const app = useApp();
  const scenario = useScenario();
  return useStore(
    app.simulations.store,
    (state) => (scenario && state.activities[scenarioKey(scenario)]) || null,
  );
}
