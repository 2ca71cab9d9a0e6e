/**
 * AssemblyScript's compiler, in a thread started without tsx: tsx takes twenty seconds to read it, Node one.
 * Asks for each source by name, then hands over how it went.
 */
import { parentPort, workerData } from 'node:worker_threads';

/**
 * What is used of the compiler, said here because its own types bring globals (`min`, members of arrays) into every
 * file of the project; it is imported by a name TypeScript does not follow for the same reason.
 * @typedef {{
 *   readFile(name: string): Promise<string | null>,
 *   writeFile(name: string, content: Uint8Array | string): void,
 *   listFiles(folder: string): string[],
 * }} Host
 * @typedef {{
 *   main(options: string[], host: Host): Promise<{ error: Error | null, stderr: { toString(): string } }>,
 * }} Compiler
 * @typedef {{ asked: string }} Question
 * @typedef {{ binary: Uint8Array | null, diagnostics: string }} Outcome
 * @typedef {{ source: string | null }} Answer
 */

const port = parentPort;
if (port === null) throw new Error('runs as a thread of compileKernel.ts');
const compilerName = 'assemblyscript/asc'.slice();
const { default: compiler } = /** @type {{ default: Compiler }} */ (await import(compilerName));

/**
 * Who waits for a source: several are asked for at once, and answered in that order.
 * @type {((source: string | null) => void)[]}
 */
const waiting = [];
port.on('message', (/** @type {Answer} */ { source }) => waiting.shift()?.(source));

/** @type {Uint8Array | null} */
let binary = null;
const { error, stderr } = await compiler.main(/** @type {string[]} */ (workerData), {
  readFile: (asked) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port.postMessage({ asked });
    }),
  writeFile(_name, content) {
    if (typeof content !== 'string') binary = content;
  },
  listFiles: () => [],
});
const diagnostics = error === null ? '' : `${stderr.toString()}${error.message}`;
port.postMessage({ binary: error === null ? binary : null, diagnostics });
