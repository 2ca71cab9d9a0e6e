import { readFileSync } from 'node:fs';
import { timedSolve } from '../../src/cli/timedSolve.ts';
import { checkSolution } from '../../src/core/audit/checkSolution.ts';
import { readInstance } from '../../src/core/io/instances/readInstance.ts';
import { createProblem, type ProblemDraft } from '../../src/core/model/problem.ts';
import { invariant } from '../../src/core/result.ts';
import { fixture } from './fixture.ts';
import { cpuSeconds, median } from './measure.ts';

/** Below the rounds a genetic search would begin at, so that rounds are compared with rounds. */
const rounds = 60_000;
const repeats = 5;

/**
 * What the rules cost in speed: ruin-and-recreate rounds per second on X-n401 with windows, longest duration and
 * pickups, against the same places with capacity alone. Both runs of a pair follow each other, so load hits both.
 */
export async function benchRates(): Promise<void> {
  const text = readFileSync(fixture('instances/cvrp-X/X-n401-k29.vrp'), 'utf8');
  const instance = readInstance(text);
  invariant(instance.ok, 'X-n401 does not read');
  const { problem } = instance.value;
  const plain: ProblemDraft = {
    stops: Array.from(problem.stops.delivery, (load) => ({ delivery: [load] })),
    profiles: problem.profiles,
    vehicleTypes: [{ capacity: problem.vehicleTypes[0]!.capacity }],
  };
  // A working day in the unit of the lengths; every third stop opens for half of it, early or late.
  const day = 4_000;
  const windows = [
    [0, day],
    [0, day / 2],
    [day / 2, day],
  ] as const;
  const ruled: ProblemDraft = {
    ...plain,
    stops: plain.stops.map((stop, index) => ({
      ...stop,
      pickup: [Math.floor(stop.delivery![0]! / 2)],
      serviceS: 10,
      windowS: windows[index % 3]!,
    })),
    depotWindowsS: [[0, day]],
    vehicleTypes: [{ ...plain.vehicleTypes[0], maxDurationS: day }],
  };
  const perSecond = async (draft: ProblemDraft, seed: number): Promise<number> => {
    const built = createProblem(draft);
    const start = cpuSeconds();
    const run = await timedSolve(built, { seed, budget: { iterations: rounds } }, () => cpuSeconds() - start);
    invariant(checkSolution(built, run.solution).isFeasible, 'the plan keeps the rules');
    return rounds / run.seconds;
  };
  const shares: number[] = [];
  for (let seed = 0; seed <= repeats; seed++) {
    const without = await perSecond(plain, seed);
    const withRules = await perSecond(ruled, seed);
    // The first pair warms the engine up.
    if (seed > 0) shares.push(withRules / without);
  }
  console.log(
    `\nrates: rounds/s with windows, duration, pickup and delivery / capacity only, X-n401, ${repeats} pairs`,
  );
  console.log(
    `median ${(median(shares) * 100).toFixed(0)} %, all ${shares.map((share) => (share * 100).toFixed(0)).join(' ')}`,
  );
}
