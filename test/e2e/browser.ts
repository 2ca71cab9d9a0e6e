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

async function packagedPath(): Promise<string> {
  // Must be set before the package is loaded: it then unpacks the shared libraries it needs.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  // It reuses whatever chromium it finds in the temporary folder, so it gets one of its own.
  const folder = mkdtempSync(join(tmpdir(), 'cuntong-chromium-'));
  process.env.TMPDIR = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  process.env.FONTCONFIG_PATH = writeFontConfig(folder);
  return path;
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

export async function openBrowser(): Promise<Browser> {
  const chosen = process.env.CHROME ?? systemPaths.find((path) => existsSync(path));
  return chromium.launch({ executablePath: chosen ?? (await packagedPath()), args: flags });
}
