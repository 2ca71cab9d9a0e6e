import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A real Chromium for the tests: the one asked for, the system's, or the one inside the npm package. */

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--headless',
  '--no-sandbox',
  // Software WebGL2, so that the map is the real one on machines without a graphics card.
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium to start, and what its environment needs besides that of the tests. */
export interface BrowserProgram {
  readonly path: string;
  readonly environment: Record<string, string>;
  /** Where it was unpacked for these tests alone. */
  readonly folder?: string;
}

/** Unpacks the browser of the package, which takes seconds, into a folder of its own. */
async function unpackBrowser(): Promise<BrowserProgram> {
  // It reuses whatever chromium it finds in the temporary folder.
  const folder = mkdtempSync(join(tmpdir(), 'cuntong-chromium-'));
  // Must be set before the package is loaded: it then unpacks the shared libraries it needs.
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: folder });
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  const environment = {
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
    FONTCONFIG_PATH: writeFontConfig(folder),
  };
  return { path, environment, folder };
}

/**
 * The package's own font settings look for its fonts under /tmp only. A Chromium without a single system font draws
 * no text at all and refuses web fonts too.
 */
function writeFontConfig(folder: string): string {
  const fontFolders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'];
  const settings = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...fontFolders.map((path) => `<dir>${path}</dir>`),
    `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
  ];
  writeFileSync(join(folder, 'fonts.conf'), settings.join('\n'));
  return folder;
}

/** The browser to start, unpacked once for all files of tests. */
export async function findBrowser(): Promise<BrowserProgram> {
  const path = process.env.CHROME ?? systemPaths.find((each) => existsSync(each));
  if (path) return { path, environment: {} };
  const before = { ...process.env };
  try {
    return await unpackBrowser();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

export async function openBrowser(found?: BrowserProgram): Promise<Browser> {
  const { path, environment } = found ?? (await findBrowser());
  return chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...environment } });
}
