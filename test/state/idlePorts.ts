import type { County } from '../../src/core/model/county.ts';
import type { Ports } from '../../src/state/ports.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const refuse = (): never => {
  throw new Error('not asked for here');
};

/** Ports for the commands of one county: nothing is ever solved, read or saved, and the clock counts the questions. */
export function idlePorts(county: County): Ports {
  let atMs = 0;
  return {
    planner: {
      run: never,
      simulate: never,
      dayOf: never,
      storyOf: never,
      compareVariants: never,
      priceBefores: never,
      splitSaving: never,
      rankNewStation: never,
      cancel: () => undefined,
      stop: () => undefined,
    },
    counties: {
      list: () => Promise.resolve([]),
      load: () => Promise.resolve({ county, issues: [] }),
      defaultTexts: () => Promise.resolve({}),
    },
    roads: { importRoads: refuse, completeRoads: never, drawRoad: never },
    tables: { start: refuse },
    columnMemory: { read: () => ({}), write: () => undefined },
    files: {
      save: () => undefined,
      exportFile: () => Promise.resolve(null),
      packEvidence: () => Promise.resolve(null),
      verifyEvidence: () => Promise.resolve({ status: 'refused', issues: [] }),
      projectText: () => Promise.resolve(''),
      openOwnFile: () => Promise.resolve({ status: 'refused', issues: [] }),
      sortFiles: never,
      readTimedTrack: () => Promise.resolve({ ok: false, issues: [] }),
      measureDay: never,
    },
    timeMs: () => 0,
    drafts: { list: () => Promise.resolve([]), keep: () => Promise.resolve(), drop: () => Promise.resolve() },
    distances: { open: refuse },
    nowMs: () => atMs++,
    whenIdle: () => Promise.resolve(),
  };
}
