import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Lists the built files and the public ones for the worker that keeps the app for use without a network. */
function listOfflineFiles(): Plugin {
  return {
    name: 'list-offline-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const publicFiles = readdirSync('public', { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.png'))
        .map((entry) => join(entry.parentPath, entry.name));
      const hash = createHash('sha256');
      for (const file of publicFiles) hash.update(file).update(readFileSync(file));
      for (const [name, file] of Object.entries(bundle))
        hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
      const files = [
        'index.html',
        ...Object.keys(bundle).filter((name) => name !== 'offline.js' && !name.endsWith('.map')),
        ...publicFiles.map((file) => file.replaceAll('\\', '/').slice('public/'.length)),
      ];
      const source = JSON.stringify({
        version: hash.digest('hex').slice(0, 16),
        files: [...new Set(files)].map((name) => `./${name}`).sort(),
      });
      this.emitFile({ type: 'asset', fileName: 'offline-files.json', source });
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
