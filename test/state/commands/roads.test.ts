import { beforeEach, describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import type { RoadImporter } from '../../../src/clients/importer.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { RoadNetwork } from '../../../src/core/model/scenario.ts';
import { buildProxyNetwork } from '../../../src/core/network/proxyNetwork.ts';
import { proxyPoints } from '../../../src/core/network/travelMatrix.ts';
import { type AppState, activeRoads, activeScenario, createAppState } from '../../../src/state/appState.ts';
import { applyCalibration } from '../../../src/state/commands/calibrate.ts';
import {
  changeRoadClass,
  closeRoad,
  drawNewRoad,
  reopenRoad,
} from '../../../src/state/commands/editRoads.ts';
import {
  useEstimatedRoads as backToEstimated,
  importRoads,
  useImportedRoads as putToUse,
  toggleRepair,
} from '../../../src/state/commands/importRoads.ts';
import { takeFiles } from '../../../src/state/commands/takeFiles.ts';
import { activeDocument } from '../../../src/state/documents.ts';
import type { Ports } from '../../../src/state/ports.ts';
import { runHash } from '../../../src/state/runs.ts';
import { idlePorts } from '../idlePorts.ts';

const read = readCounty(readCountyFiles('heshui'));
if (!read.ok) throw new Error('heshui cannot be read');
const county = read.value;
const network: RoadNetwork = {
  source: 'survey.osm',
  licence: 'ODbL 1.0',
  nodes: [
    { id: 'a', lonLat: [108, 35.8] },
    { id: 'b', lonLat: [108.1, 35.8] },
  ],
  roads: [
    {
      id: 'ab',
      fromNodeId: 'a',
      toNodeId: 'b',
      lengthKm: 9.5,
      roadClass: 'county',
      isOneWay: false,
      isClosed: false,
      name: '',
      via: [],
    },
  ],
};
const repair = {
  key: 'join a',
  code: 'road.endJoined',
  lonLat: [108, 35.8],
  roadIds: ['ab'],
  lengthM: 4,
} as const;

let app: AppState;
let sorting: Ports['files']['sortFiles'];
let skipped: (readonly string[])[];
beforeEach(() => {
  skipped = [];
  const roads: RoadImporter = {
    importRoads({ skipKeys }) {
      skipped.push(skipKeys);
      const repairs = skipKeys.includes(repair.key) ? [] : [repair];
      const counts = { nodes: 2, edges: 1, km: 9.5, components: 1, places: 0 };
      const value = { network, counts, repairs, places: [], issues: [] };
      return { outcome: Promise.resolve({ status: 'done', value }), cancel: () => undefined };
    },
    completeRoads: (given) => Promise.resolve({ network: { ...given }, addedCount: 3 }),
    drawRoad: (given, { id, lengthKm }) => {
      const drawn = { ...given.roads[0]!, id, lengthKm: lengthKm ?? 0 };
      return Promise.resolve({ ...given, roads: [...given.roads, drawn] });
    },
  };
  const idle = idlePorts(county);
  const ports: Ports = { ...idle, roads, files: { ...idle.files, sortFiles: (files) => sorting(files) } };
  app = createAppState(ports, {
    language: 'zh-CN',
    room: null,
    runStages: [{ seed: 1, iterations: 10 }],
  });
  app.documents.open(county);
  app.view.selectScenario(county.id, county.defaultScenarioId);
});

const allRoads = () =>
  activeDocument(app.documents.store.getState())!.scenarios.map(({ roads }) => roads?.source ?? null);
const useFile = async (): Promise<void> => {
  await importRoads(app, [new File(['x'], 'survey.osm')]);
  await putToUse(app);
};

describe('imported roads', () => {
  it('go into every scenario and out again, each in one undo step', async () => {
    await useFile();
    expect(allRoads()).toEqual(county.scenarios.map(() => 'survey.osm'));
    backToEstimated(app);
    expect(allRoads()).toEqual(county.scenarios.map(() => null));
    app.documents.undo();
    expect(allRoads()).toEqual(county.scenarios.map(() => 'survey.osm'));
    app.documents.undo();
    expect(allRoads()).toEqual(county.scenarios.map(() => null));
  });

  it('list a repair taken back, so that it can be made again', async () => {
    await importRoads(app, [new File(['x'], 'survey.osm')]);
    await toggleRepair(app, repair.key);
    await toggleRepair(app, repair.key);
    expect(skipped).toEqual([[], [repair.key], []]);
    const { import: done } = app.roads.store.getState();
    expect(done.status === 'done' && done.repairs).toEqual([repair]);
  });
});

describe('road edits', () => {
  it('are one undo step each, however quick, and only of the scenario on the screen', async () => {
    await useFile();
    const before = activeScenario(app)!;
    closeRoad(app, 'ab');
    reopenRoad(app, 'ab');
    changeRoadClass(app, 'ab', 'village');
    expect(activeRoads(app)!.roads[0]).toMatchObject({ isClosed: false, roadClass: 'village' });
    app.documents.undo();
    app.documents.undo();
    expect(activeRoads(app)!.roads[0]).toMatchObject({ isClosed: true, roadClass: 'county' });
    const others = activeDocument(app.documents.store.getState())!.scenarios.filter(
      ({ id }) => id !== before.id,
    );
    for (const other of others) expect(other.roads?.roads[0]?.isClosed).toBe(false);
    app.documents.undo();
    // The same network again, so the results computed for it are found again.
    const options = { seed: 1, iterations: 10 };
    expect(runHash(activeScenario(app)!, options)).toBe(runHash(before, options));
  });

  it('make estimated roads the scenario’s own, still estimated', () => {
    const scenario = activeScenario(app)!;
    const proxy = buildProxyNetwork(proxyPoints(scenario), scenario.travel);
    app.documents.replaceScenario({ ...scenario, roads: proxy }, 'closeRoad', 'k', 0);
    closeRoad(app, proxy.roads[0]!.id);
    const { roads } = activeRoads(app)!;
    expect(roads[0]!.isClosed).toBe(true);
    expect(roads.every((road) => road.isEstimated)).toBe(true);
  });

  it('draw a road of the likely length: straight distance times the detour factor', async () => {
    await useFile();
    // 0.1 degrees of latitude are 11.12 km.
    const from = { lonLat: [108, 35.8], stationId: null } as const;
    const to = { lonLat: [108, 35.9], stationId: null } as const;
    await drawNewRoad(app, { from, to, roadClass: 'village', lengthKm: null });
    const factor = activeScenario(app)!.travel.detourFactor.value;
    const { roads } = activeRoads(app)!;
    expect(roads.at(-1)).toMatchObject({ id: 'drawn-1' });
    expect(roads.at(-1)!.lengthKm).toBeCloseTo(11.12 * factor, 1);
    expect(app.roads.store.getState().selectedRoadId).toBe('drawn-1');
  });

  it('calibrate all speeds in one undo step, marked as the user’s', () => {
    const before = activeScenario(app)!.travel.speedKmPerH;
    applyCalibration(app, 0.8, 'line 3');
    const after = activeScenario(app)!.travel.speedKmPerH;
    expect(after.county).toMatchObject({ grade: 'user', source: 'line 3' });
    expect(after.county.value).toBeCloseTo(before.county.value * 0.8);
    expect(after.village.value).toBeCloseTo(before.village.value * 0.8);
    app.documents.undo();
    expect(activeScenario(app)!.travel.speedKmPerH).toEqual(before);
  });
});

describe('files dropped on the screen', () => {
  const files = [new File(['x'], '道路.osm'), new File(['x'], '道路.shp')];

  it('roads go to their room and are read there', async () => {
    sorting = (given) => Promise.resolve(given.map(() => 'road'));
    await takeFiles(app, files);
    expect(app.view.store.getState().room).toBe('roads');
    expect(app.roads.store.getState().import).toMatchObject({ status: 'done', files });
  });

  it('what cannot be read, as a folder, is told', async () => {
    sorting = () => Promise.reject(new Error('NotFoundError'));
    await takeFiles(app, files);
    expect(app.view.store.getState().notices.map(({ kind }) => kind)).toEqual(['filesFailed']);
  });
});
