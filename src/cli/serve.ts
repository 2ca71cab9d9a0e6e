import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { newestMs } from './newestMs.mjs';
import { projectRoot as root } from './projectRoot.ts';

/** `npm start`: builds the app where the build is missing or older than its sources, serves it and opens it. */

const sources = ['src', 'workers', 'data', 'public', 'index.html', 'vite.config.ts', 'package.json'];

function isBuildFresh(): boolean {
  const page = join(root, 'dist', 'index.html');
  if (!existsSync(page)) return false;
  const builtMs = statSync(page).mtimeMs;
  return sources.every((name) => newestMs(join(root, name)) <= builtMs);
}

/** Servers and containers have no screen to open a browser on; asking for one would only print an error. */
const hasScreen = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

if (!isBuildFresh()) {
  console.log('村通 Cuntong: building …');
  await build({ root, logLevel: 'error' });
}
const server = await preview({
  root,
  logLevel: 'error',
  preview: { port: 4173, strictPort: false, host: '127.0.0.1', open: hasScreen() },
});
console.log(`村通 Cuntong: ${server.resolvedUrls?.local[0] ?? ''}  (Ctrl+C 退出 / to quit)`);
