import { readFile } from 'node:fs/promises';
import { checkSolution } from '../../core/audit/checkSolution.ts';
import type { Instance } from '../../core/io/instances/instance.ts';
import { readInstance } from '../../core/io/instances/readInstance.ts';
import { readLayered } from '../../core/io/instances/readLayered.ts';
import { clockFromNow } from '../clock.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { solveOnIslands } from '../islands.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { printLayered } from '../printLayered.ts';
import { timedLayered } from '../timedLayered.ts';
import { type Budget, type TimedSolution, timedSolve } from '../timedSolve.ts';

const defaultSeconds = 10;

/** Solves a published instance and prints cost, verdict of the independent checker, routes and convergence. */
export const vrp: Command = {
  usage:
    'vrp FILE [--seconds T (CPU per worker) | --iterations N] [--workers W] [--seed S] [--clock cpu|wall] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      seconds: 'string',
      iterations: 'string',
      workers: 'string',
      seed: 'string',
      clock: 'string',
      json: 'boolean',
    });
    const path = positionals[0];
    if (path === undefined || positionals.length > 1) throw new UsageError(`usage: ${vrp.usage}`);
    if (values.clock !== undefined && !['cpu', 'wall'].includes(values.clock))
      throw new UsageError(`--clock takes cpu or wall, not "${values.clock}"`);
    const isWallClock = values.clock === 'wall';
    const budget = readBudget(values.seconds, values.iterations);
    const seed = wholeNumber(values.seed, 'seed', 1);
    const workers = wholeNumber(values.workers, 'workers', 1);
    if (workers === 0) throw new UsageError('--workers takes at least 1');
    const text = await readFile(path, 'utf8').catch(() => {
      throw new UsageError(`cannot read ${path}`);
    });
    const layered = readLayered(text);
    if (layered?.ok) {
      const { family, problem } = layered.value;
      if (workers > 1) throw new UsageError(`--workers: a ${family} is searched by one worker`);
      const clock = clockFromNow({ isWall: isWallClock, workers: 1 });
      printLayered(layered.value, timedLayered(problem, { seed, budget }, clock), values.json === true);
      return 0;
    }
    const instance = layered ?? readInstance(text);
    if (!instance.ok) {
      for (const problem of instance.issues) console.error(describeIssue(problem));
      return 1;
    }
    const result =
      workers === 1
        ? await timedSolve(
            instance.value.problem,
            { seed, budget },
            clockFromNow({ isWall: isWallClock, workers: 1 }),
          )
        : await solveOnIslands({ text, budget, workers, isWallClock }, seed);
    print(instance.value, result, values.json === true);
    return 0;
  },
};

function readBudget(seconds: string | undefined, iterations: string | undefined): Budget {
  if (iterations !== undefined) return { iterations: wholeNumber(iterations, 'iterations', 0) };
  if (seconds === undefined) return { seconds: defaultSeconds };
  const value = Number(seconds);
  if (!(value > 0)) throw new UsageError(`--seconds takes a positive number, not "${seconds}"`);
  return { seconds: value };
}

function print(instance: Instance, result: TimedSolution, isJson: boolean): void {
  const { solution, trace, seconds } = result;
  const feasible = checkSolution(instance.problem, solution).isFeasible;
  const inUnits = (cost: number): number => cost / instance.costDivisor;
  const routes = solution.routes.map((route) => route.stops.map((stop) => instance.stopNumbers[stop]!));
  if (!isJson) {
    for (const [index, route] of routes.entries()) console.log(`Route #${index + 1}: ${route.join(' ')}`);
    console.log(`Cost ${inUnits(solution.cost)}`);
    console.log(feasible ? 'feasible' : 'infeasible');
    return;
  }
  const answer = {
    cost: inUnits(solution.cost),
    feasible,
    routes,
    vehicleTypes: solution.routes.map((route) => route.vehicleTypeIndex),
    unserved: solution.unserved.map((entry) => instance.stopNumbers[entry.stopIndex]!),
    seconds: Math.round(seconds * 1000) / 1000,
    iterations: solution.iterations,
    trace: trace.map(([atS, cost]) => [Math.round(atS * 1000) / 1000, inUnits(cost)]),
  };
  console.log(JSON.stringify(answer));
}
