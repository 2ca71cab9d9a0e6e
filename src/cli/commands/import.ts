import { readBoundary } from '../../core/io/boundary.ts';
import { coordinateSystems } from '../../core/io/roads/coordinateSystem.ts';
import { type ImportOptions, importAsIs, importRoads } from '../../core/io/roads/importRoads.ts';
import { TableSource } from '../../core/io/tableRows.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError } from '../options.ts';
import { readRoadFile, readText, runToEnd } from '../roadFiles.ts';

/** Reads road files and tells what is in them. Exit code 1 where a file is no use. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import FILE... [--crs auto|wgs84|gcj02|bd09] [--clip BOUNDARY.geojson] [--margin KM] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      crs: 'string',
      clip: 'string',
      margin: 'string',
      json: 'boolean',
    });
    if (positionals.length === 0) throw new UsageError(`usage: ${importCommand.usage}`);
    const coordinateSystem = coordinateSystems.find((system) => system === (values.crs ?? 'auto'));
    if (!coordinateSystem)
      throw new UsageError(`--crs takes ${coordinateSystems.join(', ')}, not "${values.crs}"`);
    const files = positionals.map(readRoadFile);
    const options: ImportOptions = {
      ...importAsIs,
      coordinateSystem,
      clip: readClip(values.clip, values.margin),
    };
    const { counts, issues, network, repairs } = runToEnd(importRoads(files, options));
    if (values.json) {
      const origin = { source: network?.source ?? '', licence: network?.licence ?? '' };
      console.log(JSON.stringify({ counts, ...origin, repairs, issues }, null, 2));
    } else {
      for (const found of issues) console.error(describeIssue(found));
      for (const [key, value] of Object.entries(counts)) console.log(`${key.padEnd(12)} ${value}`);
    }
    return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function readClip(path: string | undefined, margin: string | undefined): ImportOptions['clip'] {
  if (path === undefined) return null;
  const marginKm = Number(margin ?? '5');
  if (!(marginKm >= 0)) throw new UsageError(`--margin takes kilometres, not "${margin}"`);
  const boundary = readBoundary(new TableSource({ [path]: readText(path) }), path);
  if (!boundary) throw new UsageError(`no boundary in "${path}"`);
  return { boundary, marginKm };
}
