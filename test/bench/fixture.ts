import { join } from 'node:path';
import { projectRoot } from '../../src/cli/projectRoot.ts';

/** A file or folder of test/fixtures. Benchmarks run as bundles, which lie elsewhere. */
export const fixture = (path: string): string => join(projectRoot, 'test/fixtures', path);
