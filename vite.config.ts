import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Lists the built files for the worker that keeps the app for use without a network. */
function listOfflineFiles(): Plugin {
  let folder = 'dist';
  return {
    name: 'list-offline-files',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    // Once everything is written: workers' own bundles are in no list of the build.
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/^offline|\.png$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(file));
      const addresses = files.map((file) => `./${relative(folder, file).replaceAll('\\', '/')}`);
      const listing = { version: hash.digest('hex').slice(0, 16), files: addresses };
      writeFileSync(join(folder, 'offline-files.json'), JSON.stringify(listing));
    },
  };
}

export default defineConfig({
  // Relative addresses: the built folder works from any path of an intranet host.
  base: './',
  plugins: [react(), listOfflineFiles()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The map and chart engines are lazy chunks of their own; the rest stays well below this.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: { index: 'index.html', offline: 'workers/offline.worker.ts' },
      output: {
        // At the root and without a hash: it looks after everything below its own address.
        entryFileNames: ({ name }) => (name === 'offline' ? 'offline.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  optimizeDeps: {
    // Named so that the dev server does not re-bundle in the middle of a session when a lazy part asks for them.
    include: [
      'comlink',
      'maplibre-gl',
      'echarts/core',
      'echarts/charts',
      'echarts/components',
      'echarts/renderers',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          // Searches and imports take seconds on a busy two-core machine.
          testTimeout: 60_000,
          environment: 'node',
          // Pure code has nothing to keep apart: modules are loaded once for many files (405 -> 270 s on two cores).
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/serveBuild.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
