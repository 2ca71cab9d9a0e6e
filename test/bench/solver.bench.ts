/**
 * Gap table of the line solver against best known values: npm run bench:solver -- [--set NAME] [--seconds T] [--seeds N]
 * --set counties [--runs N --long T]: the sample counties against the best of N runs of T seconds.
 * --set rates: what the rules cost in speed. --set workers: two workers against one.
 * Every run is a process of its own, as the command line makes it: one that has searched before is faster in its first
 * second. Times are CPU seconds. The yardstick (a fixed loop of table reads) is timed before every instance: rounds per
 * yardstick compare across machines and loads, rounds per second do not.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/cli/projectRoot.ts';
import { invariant } from '../../src/core/result.ts';
import { benchCounties } from './counties.ts';
import { fixture } from './fixture.ts';
import { cpuSeconds, median } from './measure.ts';
import { benchRates } from './rates.ts';
import { benchWorkers } from './workers.ts';

const bestKnownColumn: Readonly<Record<string, string>> = {
  'cvrp-X': 'cost',
  'cvrp-classic': 'cost',
  'hfvrp-X': 'cost',
  'vrptw-solomon': 'dist_trunc1dec',
  vrpspd: 'literature_bks_recalled',
  'mdvrp-cordeau': 'bks',
};

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    seconds: { type: 'string' },
    seeds: { type: 'string' },
    runs: { type: 'string' },
    long: { type: 'string' },
  },
});
const isCounties = values.set === 'counties';
const seconds = Number(values.seconds ?? (isCounties ? 2 : 1));
const seeds = Number(values.seeds ?? 1);
if (isCounties) benchCounties(seconds, seeds, Number(values.runs ?? 3), Number(values.long ?? 10));
if (values.set === 'rates') await benchRates();
if (values.set === 'workers') await benchWorkers(seeds);
const sets =
  isCounties || values.set === 'rates' || values.set === 'workers'
    ? []
    : values.set === undefined
      ? Object.keys(bestKnownColumn)
      : [values.set];
const folder = fixture('instances');

function yardstickSeconds(): number {
  const table = new Int32Array(1 << 18).map((_, cell) => Math.imul(cell, 0x9e3779b1) >>> 14);
  const start = cpuSeconds();
  let cell = 1;
  for (let step = 0; step < 10_000_000; step++) cell = (table[cell]! + step) & 0x3ffff;
  invariant(cell >= 0, 'the loop has run');
  return cpuSeconds() - start;
}

interface VrpAnswer {
  readonly cost: number;
  /** By the independent checker. */
  readonly feasible: boolean;
  readonly iterations: number;
  readonly seconds: number;
}

function runVrp(path: string, seed: number): VrpAnswer {
  const program = ['src/cli/bundled.mjs', 'src/cli/main.ts', 'vrp', path];
  const options = ['--seconds', String(seconds), '--seed', String(seed), '--json'];
  const stdout = execFileSync(process.execPath, [...program, ...options], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout) as VrpAnswer;
}

for (const set of sets) {
  const column = bestKnownColumn[set];
  invariant(column, `no set ${set}; there are ${Object.keys(bestKnownColumn).join(', ')}`);
  const [head, ...rows] = readFileSync(`${folder}/${set}/BKS.csv`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const bestKnown = new Map(rows.map((row) => [row[0]!, Number(row[head!.indexOf(column)])]));
  const files = readdirSync(`${folder}/${set}`).filter((file) => !file.endsWith('.csv'));
  const gaps: number[] = [];
  console.log(`\n${set}, ${seconds} CPU s, median of ${seeds}`);
  console.log(
    'instance'.padEnd(14),
    'best known'.padStart(11),
    'found'.padStart(11),
    ' gap %  rounds/s  rounds/yardstick',
  );
  for (const file of files.sort()) {
    const name = file.replace(/\.\w+$/, '');
    const yardstick = yardstickSeconds();
    const costs: number[] = [];
    let rounds = 0;
    let spent = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const run = runVrp(`${folder}/${set}/${file}`, seed);
      invariant(run.feasible, `${name}: the checker refuses the plan of seed ${seed}`);
      costs.push(run.cost);
      rounds += run.iterations;
      spent += run.seconds;
    }
    const best = bestKnown.get(name)!;
    const gap = (median(costs) / best - 1) * 100;
    gaps.push(gap);
    const perSecond = rounds / spent;
    console.log(
      name.padEnd(14),
      String(best).padStart(11),
      median(costs).toFixed(2).padStart(11),
      gap.toFixed(2).padStart(6),
      perSecond.toFixed(0).padStart(9),
      (perSecond * yardstick).toFixed(0).padStart(9),
    );
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  console.log(`mean ${mean.toFixed(2)} %, worst ${Math.max(...gaps).toFixed(2)} %`);
}
