import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appVersion } from '../../src/state/appVersion.ts';

it('is the version of the package and the newest in the changelog', () => {
  const textOf = (name: string): string => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
  expect(appVersion).toBe((JSON.parse(textOf('package.json')) as { version: string }).version);
  expect(appVersion).toBe(/^## (\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md'))?.[1]);
});
