/**
 * Gap table of the level search against best known values: npm run bench:levels -- [--set NAME] [--seconds T] [--seeds N]
 * Times are CPU seconds of this process; the gap is that of the median seed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { timedLayered } from '../../src/cli/timedLayered.ts';
import { checkLayered } from '../../src/core/audit/checkLayered.ts';
import { readLayered } from '../../src/core/io/instances/readLayered.ts';
import { invariant } from '../../src/core/result.ts';
import { fixture } from './fixture.ts';

const bestKnownColumns: Readonly<Record<string, readonly string[]>> = {
  '2evrp': ['exact_optimum_recomputed', 'literature_bks_recalled'],
  'pvrp-cordeau': ['bks'],
};

const { values } = parseArgs({
  options: { set: { type: 'string' }, seconds: { type: 'string' }, seeds: { type: 'string' } },
});
const seconds = Number(values.seconds ?? 2);
const seeds = Number(values.seeds ?? 3);
const sets = values.set === undefined ? Object.keys(bestKnownColumns) : [values.set];
const folder = fixture('instances');

const cpuSeconds = (): number => {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
};

for (const set of sets) {
  const columns = bestKnownColumns[set];
  invariant(columns, `no set ${set}; there are ${Object.keys(bestKnownColumns).join(', ')}`);
  const [head, ...rows] = readFileSync(`${folder}/${set}/BKS.csv`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const bestKnown = new Map(
    rows.map((row) => [row[0]!, Number(columns.map((column) => row[head!.indexOf(column)]).find(Boolean))]),
  );
  console.log(`\n${set}, ${seconds} CPU s, median of ${seeds}`);
  console.log('instance'.padEnd(30), 'best known    found   gap %   found after s  rounds/s');
  const gaps: number[] = [];
  for (const file of readdirSync(`${folder}/${set}`).sort()) {
    const name = file.replace(/\.dat$/, '');
    const best = bestKnown.get(name);
    if (best === undefined) continue;
    const instance = readLayered(readFileSync(`${folder}/${set}/${file}`, 'utf8'));
    invariant(instance?.ok, `cannot read ${file}`);
    const { problem, costDivisor } = instance.value;
    const runs = Array.from({ length: seeds }, (_, index) => {
      const start = cpuSeconds();
      const order = { seed: index + 1, budget: { seconds } };
      const run = timedLayered(problem, order, () => cpuSeconds() - start);
      const faults = checkLayered(problem, run.solution);
      invariant(faults.length === 0, `${name}: ${JSON.stringify(faults)}`);
      return run;
    }).sort((left, right) => left.solution.cost - right.solution.cost);
    const median = runs[Math.floor(seeds / 2)]!;
    const found = median.solution.cost / costDivisor;
    const gap = (found / best - 1) * 100;
    gaps.push(gap);
    console.log(
      name.padEnd(30),
      best.toFixed(3).padStart(10),
      found.toFixed(3).padStart(8),
      gap.toFixed(3).padStart(7),
      (median.trace.at(-1)?.[0] ?? 0).toFixed(2).padStart(12),
      (median.solution.iterations / median.seconds).toFixed(0).padStart(12),
    );
  }
  console.log(`mean ${(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toFixed(3)} %`);
}
