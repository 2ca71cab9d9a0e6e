import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import type { LoadedCounty } from '../../../src/clients/counties.ts';
import type { Draft } from '../../../src/clients/drafts.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { choicesIn } from '../../../src/core/model/choices.ts';
import { asId, type CountyId } from '../../../src/core/model/ids.ts';
import { type AppState, createAppState } from '../../../src/state/appState.ts';
import { resumeDraft } from '../../../src/state/commands/keepDrafts.ts';
import { openCounty } from '../../../src/state/commands/openCounty.ts';
import type { Ports } from '../../../src/state/ports.ts';

function read(id: string): LoadedCounty {
  const answer = readCounty(readCountyFiles(id));
  if (!answer.ok) throw new Error(`${id} cannot be read`);
  return { county: answer.value, issues: answer.issues };
}
const heshui = read('heshui');
const luxi = read('luxi');

/** An app whose counties arrive when the test says so, and whose solver never answers. */
function slowApp() {
  const arrivals = new Map<string, (loaded: LoadedCounty) => void>();
  const ports = {
    counties: {
      load: (id: string) => new Promise<LoadedCounty>((resolve) => arrivals.set(id, resolve)),
    },
    planner: { run: () => new Promise(() => undefined) },
    nowMs: () => 0,
    whenIdle: async () => undefined,
  } as unknown as Ports;
  const app = createAppState(ports, { language: 'zh-CN', room: null, runStages: [] });
  const arrive = async (loaded: LoadedCounty): Promise<void> => {
    arrivals.get(loaded.county.id)?.(loaded);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { app, arrive };
}
const shown = (app: AppState) => app.documents.store.getState().activeCountyId;
const waitedFor = (app: AppState) => app.view.store.getState().loadingCountyId;

describe('a county on its way', () => {
  it('does not take the place of one asked for later', async () => {
    const { app, arrive } = slowApp();
    void openCounty(app, asId<CountyId>('heshui'));
    void openCounty(app, asId<CountyId>('luxi'));
    await arrive(luxi);
    await arrive(heshui);
    expect(shown(app)).toBe('luxi');
    expect(waitedFor(app)).toBeNull();
  });

  it('does not take the place of work restored meanwhile', async () => {
    const { app, arrive } = slowApp();
    void openCounty(app, asId<CountyId>('heshui'));
    const { county } = luxi;
    const [scenario] = county.scenarios;
    if (!scenario) throw new Error('no scenario');
    const draft: Draft = {
      county,
      scenarios: county.scenarios,
      ...choicesIn({}),
      activeScenarioId: scenario.id,
      editCount: 1,
      keptAtMs: 0,
    };
    void resumeDraft(app, draft);
    expect(waitedFor(app)).toBeNull();
    await arrive(heshui);
    expect(shown(app)).toBe('luxi');
    expect(app.view.store.getState().activeScenarioIds[county.id]).toBe(scenario.id);
  });
});
