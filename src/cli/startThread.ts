import { Worker } from 'node:worker_threads';

/**
 * Starts a TypeScript module in a thread of its own. Threads do not inherit the loader of the main thread on Node 20,
 * so a line of plain JavaScript registers it first; what fails there is thrown, for the thread's error event.
 */
export function startThread(module: URL, workerData: unknown): Worker {
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(module.href);
  const boot = `import(${loader}).then(({ register }) => { register(); return import(${entry}); })
    .catch((error) => { setImmediate(() => { throw error; }); });`;
  return new Worker(boot, { eval: true, workerData });
}
