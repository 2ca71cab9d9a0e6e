/**
 * Gap table of the line solver against best known values: npm run bench:solver -- [--set NAME] [--seconds T] [--seeds N]
 * --set counties [--runs N --long T]: the sample counties against the best of N runs of T seconds.
 * --set rates: what the rules cost in speed. --set workers: two workers against one.
 * Times are CPU seconds of this process. The yardstick (a fixed loop of table reads) is timed before every instance:
 * rounds per yardstick compare across machines and loads, rounds per second do not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clockFromNow } from '../../src/cli/clock.ts';
import { timedSolve } from '../../src/cli/timedSolve.ts';
import { checkSolution } from '../../src/core/audit/checkSolution.ts';
import { readInstance } from '../../src/core/io/instances/readInstance.ts';
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
    const instance = readInstance(readFileSync(`${folder}/${set}/${file}`, 'utf8'));
    invariant(instance.ok, `cannot read ${file}`);
    const { problem, costDivisor } = instance.value;
    const yardstick = yardstickSeconds();
    const costs: number[] = [];
    let rounds = 0;
    let spent = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const clock = clockFromNow({ isWall: false, workers: 1 });
      const run = await timedSolve(problem, { seed, budget: { seconds } }, clock);
      const check = checkSolution(problem, run.solution);
      invariant(check.isFeasible, `${name}: ${JSON.stringify(check.findings)}`);
      costs.push(run.solution.cost / costDivisor);
      rounds += run.solution.iterations;
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
