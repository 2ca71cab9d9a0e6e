/**
 * Runs a program of this repository as one bundle: node src/cli/bundled.mjs src/cli/main.ts ARGUMENTS.
 * Loaded file by file it starts in two seconds instead of half of one, and a search of a second gets through a
 * quarter fewer rounds (X-n1001). A bundle is made when a source is newer than the last one.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { newestMs } from './newestMs.mjs';

const root = resolve(import.meta.dirname, '../..');
/** What the command line starts in threads of their own (startThread.ts). */
const threads = ['src/cli/vrpIsland.ts', 'src/cli/simulationShare.ts'];
/** Libraries in the older module form ask for Node's modules by `require`. */
const importOfRequire =
  "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);";
const dayMs = 86_400_000;

/** @param {string} entry @returns {Promise<string>} path of the finished program */
async function bundle(entry) {
  const entryName = basename(entry, '.ts');
  const stampMs = Math.max(
    ...['src', 'test/bench', 'package-lock.json'].map((path) => newestMs(join(root, path))),
  );
  const shelf = join(root, 'node_modules/.bundled');
  const folder = join(shelf, `${entryName}-${Math.round(stampMs)}`);
  const program = join(folder, `${entryName}.mjs`);
  if (existsSync(program)) return program;
  mkdirSync(shelf, { recursive: true });
  for (const name of readdirSync(shelf)) {
    const old = join(shelf, name);
    const stats = statSync(old, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > dayMs) rmSync(old, { recursive: true, force: true });
  }
  // Made aside and moved: another process may be at the same, or run the finished one.
  const making = `${folder}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry, ...threads],
    entryNames: '[name]',
    outdir: making,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: { js: importOfRequire },
  });
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(program)) throw error;
    rmSync(making, { recursive: true });
  }
  return program;
}

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) throw new Error('usage: node src/cli/bundled.mjs src/cli/main.ts ARGUMENTS');
const program = await bundle(entry);
process.argv.splice(1, process.argv.length, program, ...rest);
await import(pathToFileURL(program).href);
