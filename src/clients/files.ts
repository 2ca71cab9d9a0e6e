import type {
  DrivenRequest,
  EvidenceAnswer,
  ExportedBytes,
  ExportRequest,
  FilesApi,
  OwnFileAnswer,
  PackedEvidence,
  SaveRequest,
} from '../../workers/filesProtocol.ts';
import type { FileRole } from '../core/io/sortFiles.ts';
import type { Issue } from '../core/issues.ts';
import type { ScenarioChoices } from '../core/model/choices.ts';
import type { County } from '../core/model/county.ts';
import type { DrivenDay } from '../core/model/drivenDay.ts';
import type { ScenarioId } from '../core/model/ids.ts';
import type { RoadNetwork, Scenario } from '../core/model/scenario.ts';
import type { TimedTrack } from '../core/model/timedTrack.ts';
import { type PackedRoads, unpackRoads } from '../core/network/packedRoads.ts';
import type { Result } from '../core/result.ts';
import { inSlices } from './inSlices.ts';
import { packedRoadsOf } from './packedShelf.ts';
import { type Remote, wrap } from './remote.ts';

/** Handing files to the person at the screen, and taking them. The writing and reading is done in a worker. */

export interface ProjectToSave {
  readonly county: County;
  readonly scenarios: readonly Scenario[];
  readonly activeScenarioId: ScenarioId;
  readonly choices: ScenarioChoices;
  readonly appVersion: string;
  readonly savedAt: string;
}

export type OpenedOwnFile =
  | { readonly status: 'refused'; readonly issues: readonly Issue[] }
  | {
      readonly status: 'opened';
      readonly county: County | null;
      readonly activeScenarioId: ScenarioId;
      readonly scenarios: readonly Scenario[];
      readonly choices: ScenarioChoices;
      readonly issues: readonly Issue[];
    };

export interface FileDoor {
  save(name: string, content: string | Uint8Array, type: string): void;
  exportFile(request: Omit<ExportRequest, 'packedRoads'>): Promise<ExportedBytes | null>;
  projectText(project: ProjectToSave): Promise<string>;
  openOwnFile(file: File): Promise<OpenedOwnFile>;
  /** An archive of everything about a plan; null without a report. `page` is its HTML, for people. */
  packEvidence(
    project: ProjectToSave,
    source: Omit<ExportRequest, 'packedRoads' | 'what'>,
    page: string,
  ): Promise<PackedEvidence | null>;
  verifyEvidence(file: File): Promise<EvidenceAnswer>;
  /** What each file is, in their order. */
  sortFiles(files: readonly File[]): Promise<readonly FileRole[]>;
  /** Tracks with times of a GPX file. */
  readTimedTrack(file: File): Promise<Result<TimedTrack>>;
  measureDay(request: DayRequest): Promise<DrivenDay>;
}

export interface DayRequest extends Omit<DrivenRequest, 'packedRoads'> {
  readonly roads: RoadNetwork | null;
}

export const spawnFilesWorker = (): Worker =>
  new Worker(new URL('../../workers/files.worker.ts', import.meta.url), { type: 'module', name: 'files' });

const bare = (scenario: Scenario): Scenario => ({ ...scenario, roads: null });
const packed = (roads: RoadNetwork | null): Promise<PackedRoads | null> =>
  roads ? packedRoadsOf(roads) : Promise.resolve(null);
const noRoads: RoadNetwork = { source: '', licence: '', nodes: [], roads: [] };

/** A report without its travel tables and what the scenario holds anyway, on its way to be written. */
async function lightened({
  scenario,
  report,
  ...rest
}: Omit<ExportRequest, 'packedRoads' | 'what'>): Promise<Omit<ExportRequest, 'what'>> {
  const packedRoads = await packed(scenario.roads ?? report?.roads ?? null);
  const light = report && {
    ...report,
    scenario: bare(report.scenario),
    roads: noRoads,
    matrix: {
      ...report.matrix,
      lengthM: new Int32Array(),
      durationS: new Int32Array(),
      isEstimated: new Uint8Array(),
    },
  };
  return { ...rest, scenario: bare(scenario), report: light, packedRoads };
}

async function saveRequestOf({
  county,
  scenarios,
  activeScenarioId,
  choices,
  appVersion,
  savedAt,
}: ProjectToSave): Promise<SaveRequest> {
  return {
    county: { ...county, scenarios: [] },
    scenarios: scenarios.map(bare),
    packedRoads: await Promise.all(scenarios.map(({ roads }) => packed(roads))),
    activeScenarioId,
    choices,
    saved: { appVersion, savedAt },
  };
}

export function createFileDoor(spawn: () => Worker = spawnFilesWorker): FileDoor {
  async function aside<Value>(task: (api: Remote<FilesApi>) => Promise<Value>): Promise<Value> {
    const worker = spawn();
    const death = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
    try {
      return await Promise.race([task(wrap<FilesApi>(worker)), death]);
    } finally {
      worker.terminate();
    }
  }

  return {
    save(name, content, type) {
      const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      // The browser may still be reading it.
      setTimeout(() => URL.revokeObjectURL(address), 30_000);
    },
    sortFiles: (files) => aside((api) => api.sortFiles(files)),
    async readTimedTrack(file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await aside(async (api) => await api.readTimedTrack(file.name, bytes));
    },
    async measureDay({ roads, ...request }) {
      const packedRoads = await packed(roads);
      return await aside(async (api) => await api.measureDay({ ...request, packedRoads }));
    },
    async exportFile({ what, ...source }) {
      const light = await lightened(source);
      return await aside((api) => api.exportFile({ ...light, what }));
    },
    async packEvidence(project, source, page) {
      const save = await saveRequestOf(project);
      const light = await lightened(source);
      return await aside(async (api) => await api.packEvidence({ save, source: light, page }));
    },
    async verifyEvidence(file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await aside(async (api) => await api.verifyEvidence(file.name, bytes));
    },
    async projectText(project) {
      const request = await saveRequestOf(project);
      return await aside((api) => api.saveProject(request));
    },
    async openOwnFile(file) {
      const text = await file.text();
      const answer = await aside<OwnFileAnswer>(async (api) => await api.openOwnFile(text));
      if (answer.status === 'refused') return answer;
      const scenarios: Scenario[] = [];
      for (const [index, scenario] of answer.scenarios.entries()) {
        const roads = answer.packedRoads[index];
        scenarios.push({ ...scenario, roads: roads ? await inSlices(unpackRoads(roads)) : null });
      }
      const county = answer.county && {
        ...answer.county,
        scenarios,
        places: scenarios[0]?.places ?? answer.county.places,
      };
      return { ...answer, scenarios, county };
    },
  };
}
