import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly baseUrl: string;
  }
}

/** Builds the app once and serves the built files on a free port, as a user would get them. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1', open: false } });
  const baseUrl = server.resolvedUrls?.local[0];
  if (!baseUrl) throw new Error('the built app is not being served');
  project.provide('baseUrl', baseUrl);
  return () => server.close();
}
