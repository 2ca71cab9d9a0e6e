import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses: the built folder works from any path of an intranet host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The map and chart engines are lazy chunks of their own; the rest stays well below this.
    chunkSizeWarningLimit: 1300,
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
