import { assignLines } from '../../core/assign/assignLines.ts';
import { evaluatePlan } from '../../core/evaluate/evaluatePlan.ts';
import { bridge } from '../../core/kpi/bridge.ts';
import type { Baseline, BaselineKind } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { SimulationResult } from '../../core/model/simulation.ts';
import { travelMatrix } from '../../core/network/travelMatrix.ts';
import { runBaselines, savingAgainst } from '../../core/run/runBaselines.ts';
import { defaultSimulationSettings, noVariance } from '../../core/sim/settings.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { readScenario } from '../readScenario.ts';
import { simulateInThreads } from '../simulateInThreads.ts';

const defaultIterations = 2000;
/** Three counties' worth of operators are solved for the baselines; they settle early. */
const baselineIterations = 300;
const baselineKinds: readonly BaselineKind[] = ['B1', 'B2', 'B3'];

/** Plans a scenario, simulates the plan and prices it against the three baselines; the same seed prints the same bytes. */
export const simulate: Command = {
  name: 'simulate',
  usage:
    'simulate <scenario.json | county id> [--scenario ID] [--days D] [--replications R] [--seed S] [--workers W] [--iterations N] [--certain] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      scenario: 'string',
      days: 'string',
      replications: 'string',
      seed: 'string',
      workers: 'string',
      iterations: 'string',
      certain: 'boolean',
      json: 'boolean',
    });
    const source = positionals[0];
    if (source === undefined || positionals.length > 1) throw new UsageError(`usage: ${simulate.usage}`);
    const scenario = readScenario(source, values.scenario);
    const defaults = defaultSimulationSettings(scenario.travel.terrain);
    const wanted = {
      ...defaults,
      days: wholeNumber(values.days, 'days', defaults.days),
      replications: wholeNumber(values.replications, 'replications', defaults.replications),
      seed: wholeNumber(values.seed, 'seed', defaults.seed),
    };
    if (wanted.days < 1) throw new UsageError('--days takes at least 1');
    if (wanted.replications < 1) throw new UsageError('--replications takes at least 1');
    const settings = values.certain ? noVariance(wanted) : wanted;
    const options = {
      seed: settings.seed,
      iterations: wholeNumber(values.iterations, 'iterations', defaultIterations),
    };
    const workers = Math.max(1, wholeNumber(values.workers, 'workers', 1));

    const travel = travelMatrix(scenario);
    for (const found of travel.issues) console.error(describeIssue(found));
    const onRoads: Scenario = { ...scenario, roads: travel.roads };
    const { matrix } = travel;
    const plan = toEnd(assignLines(onRoads, matrix, options));
    const evaluation = evaluatePlan(onRoads, matrix, plan);
    const result = await simulateInThreads({ scenario: onRoads, matrix, plan, settings }, workers);
    const baselineOptions = {
      seed: options.seed,
      iterations: Math.min(options.iterations, baselineIterations),
    };
    const baselines = toEnd(runBaselines(onRoads, baselineKinds, baselineOptions)).map((baseline) => ({
      kind: baseline.kind,
      reaches: baseline.reaches,
      operatorCount: baseline.operators.length,
      unservedStationCount: baseline.operators.reduce(
        (sum, { plan: { unserved } }) => sum + unserved.length,
        0,
      ),
      yuanPerParcel: baseline.evaluation.yuanPerParcel,
      totalYuanPerDay: baseline.evaluation.totalYuanPerDay,
      costYuanPerDay: baseline.evaluation.costYuanPerDay,
      saving: savingAgainst(baseline, evaluation.yuanPerParcel),
      bridge: bridge(baseline, evaluation),
    }));
    if (values.json) {
      const { times, costYuanPerDay, yuanPerParcel, totalYuanPerDay } = evaluation;
      const { points: _points, ...expectedTimes } = times;
      const expected = { times: expectedTimes, costYuanPerDay, yuanPerParcel, totalYuanPerDay };
      console.log(
        JSON.stringify({ scenarioId: scenario.id, settings, ...result, expected, baselines }, null, 2),
      );
    } else {
      print(scenario, result, baselines);
    }
    return 0;
  },
};

function toEnd<Step, Value>(steps: Generator<Step, Value>): Value {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function print(
  scenario: Scenario,
  result: SimulationResult,
  baselines: readonly (Pick<Baseline, 'kind' | 'reaches'> & {
    readonly yuanPerParcel: number;
    readonly saving: { readonly share: number };
  })[],
): void {
  const { parcels, times } = result;
  console.log(
    `${scenario.id}: ${result.days} days x ${result.replications} replications, seed ${result.seed}`,
  );
  console.log(
    `parcels created ${parcels.created} = delivered ${parcels.delivered} + in system ${parcels.inSystem}`,
  );
  for (const [key, { mean, low, high }] of Object.entries(times))
    console.log(`${key.padEnd(26)} ${mean.toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]`);
  const { mean, low, high } = result.yuanPerParcel;
  console.log(`${'yuanPerParcel'.padEnd(26)} ${mean.toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]`);
  for (const { kind, reaches, yuanPerParcel, saving } of baselines)
    console.log(
      `saving against ${kind} (to the ${reaches}) ${(saving.share * 100).toFixed(1)} % of ${yuanPerParcel.toFixed(3)} yuan/parcel`,
    );
  const name = new Map(scenario.stations.map((station) => [station.id, station.name]));
  for (const station of result.stations) {
    const { medianH, p90H, worstH } = station.times;
    const hours = [medianH, p90H, worstH].map((estimate) => estimate.mean.toFixed(1).padStart(7)).join('');
    console.log(`  ${hours} h  ${name.get(station.stationId)}`);
  }
  for (const incident of result.incidents)
    console.log(
      `! ${incident.code} ${incident.entityId ?? ''} ${incident.count} times, first on day ${incident.firstDay}`,
    );
}
