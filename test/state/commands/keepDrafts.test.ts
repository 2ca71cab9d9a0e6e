import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import type { Draft } from '../../../src/clients/drafts.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { County } from '../../../src/core/model/county.ts';
import { type AppState, createAppState } from '../../../src/state/appState.ts';
import { keepCounty, keepDrafts } from '../../../src/state/commands/keepDrafts.ts';
import type { Ports } from '../../../src/state/ports.ts';

function read(id: string): County {
  const answer = readCounty(readCountyFiles(id));
  if (!answer.ok) throw new Error(`${id} cannot be read`);
  return answer.value;
}
const heshui = read('heshui');
const luxi = read('luxi');

function keepingApp() {
  const kept: Draft[] = [];
  const ports = {
    drafts: { keep: async (draft: Draft) => void kept.push(draft) },
    nowMs: () => 0,
    timeMs: () => 0,
    whenIdle: async () => undefined,
  } as unknown as Ports;
  const app = createAppState(ports, { language: 'zh-CN', room: null, runStages: [] });
  keepDrafts(app);
  return { app, kept };
}
/** One more departure for the county on the screen. */
function edit({ documents }: AppState, county: County, clockMin: number): void {
  const scenario = county.scenarios[0]!;
  const policy = { ...scenario.policy, departureClockMin: [clockMin] };
  documents.replaceScenario({ ...scenario, policy }, 'departure', `clock ${clockMin}`, clockMin);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is kept in the browser', () => {
  it('is an edit, shortly after it, and nothing that was only looked at', async () => {
    const { app, kept } = keepingApp();
    app.documents.open(heshui);
    await vi.advanceTimersByTimeAsync(2000);
    expect(kept).toEqual([]);
    edit(app, heshui, 400);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept.map(({ county, editCount }) => [county.id, editCount])).toEqual([['heshui', 1]]);
  });

  it('is an edit too where another county is opened at once, or edited soon after', async () => {
    const { app, kept } = keepingApp();
    app.documents.open(heshui);
    edit(app, heshui, 400);
    app.documents.open(luxi);
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.map(({ county }) => county.id)).toEqual(['heshui']);
    edit(app, luxi, 410);
    await vi.advanceTimersByTimeAsync(2000);
    expect(kept.map(({ county }) => county.id)).toEqual(['heshui', 'luxi']);
  });

  it('is a county just made of tables, though nothing was edited; once', async () => {
    const { app, kept } = keepingApp();
    app.documents.openDocument({ county: luxi, scenarios: luxi.scenarios });
    await keepCounty(app, luxi.id);
    await keepCounty(app, luxi.id);
    await vi.advanceTimersByTimeAsync(2000);
    expect(kept.map(({ county, editCount }) => [county.id, editCount])).toEqual([['luxi', 0]]);
  });
});
