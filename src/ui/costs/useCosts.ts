import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { priceBefores } from '../../state/commands/priceBefores.ts';
import type { CostChoices } from '../../state/costChoices.ts';
import { type CostActivity, type ShownCosts, shownCosts } from '../../state/costs.ts';
import { costChoicesOf } from '../../state/documents.ts';
import { scenarioKey } from '../../state/runs.ts';
import { useApp, useDocument, useScenario, useShownResult } from '../AppContext.tsx';

export function useCostChoices(): CostChoices | null {
  const document = useDocument();
  const scenario = useScenario();
  return document && scenario ? costChoicesOf(document, scenario) : null;
}

/** The pricing of the plan on the screen. */
export function useShownCosts(): ShownCosts {
  const app = useApp();
  const scenario = useScenario();
  const choices = useCostChoices();
  const { report, isStale, isPreliminary } = useShownResult();
  const results = useStore(app.costs.store, (state) => state.results);
  const newestHashes = useStore(app.costs.store, (state) => state.newestHashes);
  const final = isStale || isPreliminary ? null : report;
  const operatorCount = choices?.operatorCount ?? null;
  return useMemo(
    () =>
      scenario && operatorCount !== null
        ? shownCosts({ results, newestHashes }, scenarioKey(scenario), final, operatorCount)
        : { costs: null, isStale: false },
    [scenario, operatorCount, results, newestHashes, final],
  );
}

/** The same; asks for it, where wanted, as soon as the plan is final, and again for every other plan. */
export function useCosts(isWanted = true): ShownCosts {
  const app = useApp();
  const operatorCount = useCostChoices()?.operatorCount ?? null;
  const { report, isStale, isPreliminary } = useShownResult();
  const final = isStale || isPreliminary ? null : report;
  useEffect(() => {
    if (isWanted && final && operatorCount !== null) void priceBefores(app);
  }, [app, final, operatorCount, isWanted]);
  return useShownCosts();
}

export function useCostActivity(): CostActivity | null {
  const app = useApp();
  const scenario = useScenario();
  return useStore(app.costs.store, (state) => (scenario && state.activities[scenarioKey(scenario)]) || null);
}
