import { rm } from 'node:fs/promises';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { type BrowserProgram, findBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly baseUrl: string;
    readonly browser: BrowserProgram;
  }
}

/**
 * The build a user gets: the test runner's own NODE_ENV would bring React's development half, several times slower,
 * and every measurement with it.
 */
async function buildForUse(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ logLevel: 'error' });
  } finally {
    process.env.NODE_ENV = before;
  }
}

/** Finds the browser, builds the app once and serves the built files on a free port, as a user would get them. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  await buildForUse();
  const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1', open: false } });
  const baseUrl = server.resolvedUrls?.local[0];
  if (!baseUrl) throw new Error('the built app is not being served');
  project.provide('baseUrl', baseUrl);
  const browser = await findBrowser();
  project.provide('browser', browser);
  return async () => {
    await server.close();
    if (browser.folder) await rm(browser.folder, { recursive: true, force: true });
  };
}
