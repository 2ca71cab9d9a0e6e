import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a benchmark as the app is bundled and runs it. A loader that turns every import into a getter would be
 * measured too otherwise, and slows inner loops by half.
 */
const [name, ...rest] = process.argv.slice(2);
if (!name) throw new Error('usage: tsx test/bench/bundled.ts sim.bench');
const root = resolve(import.meta.dirname, '../..');
// Three folders below the root, where the command line looks for the data.
const outDir = join(root, 'node_modules/.bench');
mkdirSync(outDir, { recursive: true });
await build({
  configFile: false,
  logLevel: 'error',
  root,
  build: {
    ssr: join(import.meta.dirname, `${name}.ts`),
    outDir,
    emptyOutDir: false,
    minify: false,
    rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
  },
});
process.argv = [process.argv[0]!, process.argv[1]!, ...rest];
await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
