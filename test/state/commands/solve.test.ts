import { beforeEach, describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import type { PlannerRequest } from '../../../src/clients/planner.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { type AppState, activeScenario, createAppState } from '../../../src/state/appState.ts';
import { solveActive, stopRuns } from '../../../src/state/commands/solve.ts';
import { solveAsked } from '../../../src/state/commands/solveAsked.ts';
import type { RunOutcome } from '../../../workers/protocol.ts';
import { idlePorts } from '../idlePorts.ts';

const read = readCounty(readCountyFiles('heshui'));
if (!read.ok) throw new Error('heshui cannot be read');
const county = read.value;

let app: AppState;
let asked: { request: PlannerRequest; answer: (outcome: RunOutcome<Report>) => void }[];
let cancelled: string[];
let stopped: string[];
beforeEach(() => {
  asked = [];
  cancelled = [];
  stopped = [];
  const idle = idlePorts(county);
  const ports = {
    ...idle,
    planner: {
      ...idle.planner,
      run: (request: PlannerRequest) =>
        new Promise<RunOutcome<Report>>((answer) => asked.push({ request, answer })),
      cancel: (runId: string) => void cancelled.push(runId),
      stop: (runId: string) => void stopped.push(runId),
    },
  };
  const runStages = [1, 10].map((iterations) => ({ seed: 1, iterations }));
  app = createAppState(ports, { language: 'zh-CN', room: null, runStages });
  app.documents.open(county);
  app.view.selectScenario(county.id, county.defaultScenarioId);
});

function edit(): void {
  const scenario = activeScenario(app)!;
  const policy = { ...scenario.policy, lineCount: { min: 0, max: 9 } };
  app.documents.replaceScenario({ ...scenario, policy }, 'lineCount', 'lines', 0);
}
const runIds = (): string[] => asked.map(({ request }) => request.runId);

describe('a search by two workers', () => {
  it('gives way with both of them to what is on the screen now', () => {
    app.solve.change({ workers: 2 });
    void solveAsked(app);
    const both = runIds();
    expect(both).toHaveLength(2);
    edit();
    void solveActive(app);
    expect(cancelled).toEqual(both);
  });

  it('gives way with both of them to another search, and when it is stopped before it has found anything', () => {
    app.solve.change({ workers: 2 });
    void solveAsked(app);
    const first = runIds();
    void solveAsked(app);
    expect(cancelled).toEqual(first);
    stopRuns(app);
    expect(cancelled).toEqual(runIds());
    expect(stopped).toEqual([]);
  });
});

describe('the news of a search that failed', () => {
  const kinds = (): string[] => app.view.store.getState().notices.map(({ kind }) => kind);
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const report = {
    baseline: {},
    evaluation: { yuanPerParcel: 1 },
    plan: { unserved: [], quality: { iterations: 10, seed: 1, objectiveYuanPerDay: 1 } },
  } as unknown as Report;

  it('goes away when the lines are found after all, and not when others are', async () => {
    void solveAsked(app);
    asked[0]!.answer({ status: 'failed', message: 'broken', stack: '' });
    await settled();
    expect(kinds()).toEqual(['failed']);
    app.view.takeBack('heshui/another');
    expect(kinds()).toEqual(['failed']);
    void solveAsked(app);
    asked[1]!.answer({ status: 'done', value: report });
    await settled();
    expect(kinds()).toEqual([]);
  });

  it('goes away when what is on the screen is solved by itself, too', async () => {
    void solveActive(app);
    asked[0]!.answer({ status: 'failed', message: 'broken', stack: '' });
    await settled();
    expect(kinds()).toEqual(['failed']);
    edit();
    void solveActive(app);
    asked[1]!.answer({ status: 'done', value: report });
    await settled();
    expect(kinds()).toEqual([]);
  });
});
