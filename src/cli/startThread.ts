import { Worker } from 'node:worker_threads';

/**
 * Starts a module of this folder in a thread of its own. A bundle has it beside itself; run from the sources, a line of
 * plain JavaScript registers the loader first, which threads do not inherit on Node 20, and what fails there is thrown,
 * for the thread's error event.
 */
export function startThread(name: 'vrpIsland' | 'simulationShare', workerData: unknown): Worker {
  if (import.meta.url.endsWith('.mjs'))
    return new Worker(new URL(`./${name}.mjs`, import.meta.url), { workerData });
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  const boot = `import(${loader}).then(({ register }) => { register(); return import(${entry}); })
    .catch((error) => { setImmediate(() => { throw error; }); });`;
  return new Worker(boot, { eval: true, workerData });
}
