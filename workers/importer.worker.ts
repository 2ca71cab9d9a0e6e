import { expose } from 'comlink';
import { readCounty } from '../src/core/io/readCounty.ts';
import type { ImporterApi } from './protocol.ts';

/** Reads tables off the main thread. */
const importer: ImporterApi = { readCounty };

expose(importer);
