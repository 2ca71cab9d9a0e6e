import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParameters } from '../core/io/readRates.ts';
import { TableSource } from '../core/io/tableRows.ts';
import type { Terrain, TravelSettings } from '../core/model/scenario.ts';
import { UsageError } from './options.ts';
import { projectRoot } from './projectRoot.ts';

const parametersFile = 'defaults/parameters.csv';
const terrains: readonly Terrain[] = ['plain', 'hills', 'mountain'];

/** Speeds and detour factor that ship with the app for a terrain. */
export function defaultTravel(terrain: string | undefined): TravelSettings {
  const known = terrains.find((candidate) => candidate === (terrain ?? 'mountain'));
  if (!known) throw new UsageError(`--terrain takes ${terrains.join(', ')}, not "${terrain}"`);
  const text = readFileSync(join(projectRoot, 'data', parametersFile), 'utf8');
  const source = new TableSource({ [parametersFile]: text });
  const parameters = readParameters(source, [parametersFile], known);
  if (!parameters) throw new Error('invariant: the shipped parameters are complete');
  return parameters.travel;
}
