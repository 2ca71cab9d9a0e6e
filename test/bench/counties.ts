import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { assignLines } from '../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../src/core/evaluate/evaluatePlan.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import type { Scenario } from '../../src/core/model/scenario.ts';
import type { TravelMatrix } from '../../src/core/model/travel.ts';
import { travelMatrix } from '../../src/core/network/travelMatrix.ts';
import { invariant } from '../../src/core/result.ts';
import { cpuSeconds, median } from './measure.ts';

const countyIds = ['heshui', 'yanling', 'luxi'];
/** Iterations to learn the rate from. */
const trialIterations = 20_000;

interface Run {
  readonly plan: Plan;
  readonly firstPlanS: number;
  readonly seconds: number;
}

function run(scenario: Scenario, matrix: TravelMatrix, seed: number, iterations: number): Run {
  const start = cpuSeconds();
  const search = assignLines(scenario, matrix, { seed, iterations });
  let firstPlanS = Number.NaN;
  for (;;) {
    const step = search.next();
    if (step.done) return { plan: step.value, firstPlanS, seconds: cpuSeconds() - start };
    if (step.value.incumbent && Number.isNaN(firstPlanS)) firstPlanS = cpuSeconds() - start;
  }
}

/**
 * The sample counties with all their rules: first plan, and the objective after `seconds` against the best of `longRuns`
 * runs of `longSeconds` with seeds of their own (and of the short runs).
 */
export function benchCounties(seconds: number, seeds: number, longRuns: number, longSeconds: number): void {
  console.log(
    `\ncounties, ${seconds} CPU s, median of ${seeds}; best of ${longRuns} runs of ${longSeconds} s`,
  );
  console.log('scenario'.padEnd(22), 'first plan ms  iterations   yuan/day       best  gap %');
  for (const countyId of countyIds) {
    const county = readCounty(readCountyFiles(countyId));
    invariant(county.ok, `${countyId} does not read`);
    for (const scenario of county.value.scenarios) {
      const travel = travelMatrix(scenario);
      const onRoads = { ...scenario, roads: travel.roads };
      const trial = run(onRoads, travel.matrix, 1, trialIterations);
      const perSecond = trialIterations / trial.seconds;
      const yuan = (seed: number, forSeconds: number): number => {
        const { plan } = run(onRoads, travel.matrix, seed, Math.ceil(perSecond * forSeconds));
        const findings = checkPlan(onRoads, travel.matrix, plan, evaluatePlan(onRoads, travel.matrix, plan));
        invariant(findings.length === 0, `${scenario.id}: ${JSON.stringify(findings)}`);
        return plan.quality.objectiveYuanPerDay;
      };
      const short = Array.from({ length: seeds }, (_, index) => yuan(1 + index, seconds));
      const long = Array.from({ length: longRuns }, (_, index) => yuan(101 + index, longSeconds));
      const best = Math.min(...short, ...long);
      const found = median(short);
      console.log(
        `${countyId} ${scenario.id}`.padEnd(22),
        (trial.firstPlanS * 1000).toFixed(0).padStart(13),
        Math.ceil(perSecond * seconds)
          .toFixed(0)
          .padStart(11),
        found.toFixed(2).padStart(10),
        best.toFixed(2).padStart(10),
        ((found / best - 1) * 100).toFixed(2).padStart(6),
        long.map((value) => value.toFixed(1)).join(' '),
      );
    }
  }
}
