import { readFileSync } from 'node:fs';
import { solveOnIslands } from '../../src/cli/islands.ts';
import { timedSolve } from '../../src/cli/timedSolve.ts';
import { readInstance } from '../../src/core/io/instances/readInstance.ts';
import { invariant } from '../../src/core/result.ts';
import { fixture } from './fixture.ts';

const files = [
  'cvrp-X/X-n101-k25.vrp',
  'cvrp-X/X-n204-k19.vrp',
  'cvrp-X/X-n303-k21.vrp',
  'cvrp-X/X-n401-k29.vrp',
  'cvrp-X/X-n502-k39.vrp',
  'vrptw-solomon/R108.txt',
  'mdvrp-cordeau/p07',
  'vrpspd/CON8-0.vrpspd',
];
const iterations = 100_000;

/** Two workers against one with the same rounds each, and with twice as many: mean cost over the seeds, and how often worse. */
export async function benchWorkers(seeds: number): Promise<void> {
  console.log(`\nworkers, ${iterations} rounds each, mean of ${seeds} seeds`);
  console.log('instance'.padEnd(24), '       one   two, %  twice, %  two worse than one');
  for (const file of files) {
    const text = readFileSync(fixture(`instances/${file}`), 'utf8');
    const instance = readInstance(text);
    invariant(instance.ok, `${file} does not read`);
    const { problem } = instance.value;
    const alone = async (seed: number, rounds: number): Promise<number> =>
      (await timedSolve(problem, { seed, budget: { iterations: rounds } }, () => 0)).solution.cost;
    let [one, two, twice, worse] = [0, 0, 0, 0];
    for (let seed = 1; seed <= seeds; seed++) {
      const single = await alone(seed, iterations);
      const order = { text, budget: { iterations }, workers: 2, isWallClock: true };
      const both = (await solveOnIslands(order, seed)).solution.cost;
      one += single;
      two += both;
      twice += await alone(seed, 2 * iterations);
      if (both > single) worse++;
    }
    const percent = (cost: number): string => ((cost / one - 1) * 100).toFixed(2);
    console.log(
      file.padEnd(24),
      (one / seeds).toFixed(0).padStart(10),
      percent(two).padStart(8),
      percent(twice).padStart(9),
      `${worse} of ${seeds}`.padStart(12),
    );
  }
}
