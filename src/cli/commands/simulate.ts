import { writeFileSync } from 'node:fs';
import { allocateCost } from '../../core/evaluate/allocateCost.ts';
import { costRange } from '../../core/evaluate/costRange.ts';
import { costWarnings } from '../../core/evaluate/costWarnings.ts';
import { evaluatePlan } from '../../core/evaluate/evaluatePlan.ts';
import { handPlanOf } from '../../core/evaluate/handPlan.ts';
import { type SortingEffect, sortingEffects, townOf } from '../../core/evaluate/sortingEffect.ts';
import { csvText } from '../../core/io/export/writeCsv.ts';
import { costTables, savingTables } from '../../core/kpi/costTables.ts';
import { simulationTables } from '../../core/kpi/simulationTables.ts';
import { longHeaders, longRows } from '../../core/kpi/tidyTable.ts';
import { planLines } from '../../core/levels/planNetwork.ts';
import { withCouriers } from '../../core/model/couriers.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { SimulationResult } from '../../core/model/simulation.ts';
import { travelMatrix } from '../../core/network/travelMatrix.ts';
import { type BeforeOptions, type Befores, runBefores } from '../../core/run/runBefores.ts';
import { noVariance, settingsFor } from '../../core/sim/settings.ts';
import { simulationHash } from '../../core/sim/simulationHash.ts';
import { villageTimes } from '../../core/sim/villageTimes.ts';
import { toEnd } from '../../core/toEnd.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { checkCanWrite } from '../paths.ts';
import { readScenario, scenariosOf } from '../readScenario.ts';
import { simulateInThreads } from '../simulateInThreads.ts';

const defaultIterations = 2000;

/** Plans a scenario, simulates the plan and prices it against the three baselines; the same seed prints the same bytes. */
export const simulate: Command = {
  usage:
    'simulate <scenario.json | county id> [--scenario ID] [--days D] [--replications R] [--seed S] [--workers W] [--iterations N] [--before-iterations N] [--couriers 0.5,0.3,0.2] [--operators N] [--contract YUAN] [--certain] [--tables FILE.csv] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      scenario: 'string',
      days: 'string',
      replications: 'string',
      seed: 'string',
      workers: 'string',
      iterations: 'string',
      'before-iterations': 'string',
      couriers: 'string',
      operators: 'string',
      contract: 'string',
      certain: 'boolean',
      tables: 'string',
      json: 'boolean',
    });
    const source = positionals[0];
    if (source === undefined || positionals.length > 1) throw new UsageError(`usage: ${simulate.usage}`);
    const found = readScenario(source, values.scenario);
    const scenario = values.couriers === undefined ? found : withCouriers(found, sharesFrom(values.couriers));
    const defaults = settingsFor(scenario);
    const wanted = {
      ...defaults,
      days: wholeNumber(values.days, 'days', defaults.days),
      replications: wholeNumber(values.replications, 'replications', defaults.replications),
      seed: wholeNumber(values.seed, 'seed', defaults.seed),
    };
    if (wanted.days < 1) throw new UsageError('--days takes at least 1');
    if (wanted.replications < 1) throw new UsageError('--replications takes at least 1');
    const operatorCount =
      values.operators === undefined ? undefined : wholeNumber(values.operators, 'operators', 1);
    if (operatorCount === 0) throw new UsageError('--operators takes at least 1');
    const contract =
      values.contract === undefined
        ? undefined
        : { yuanPerParcel: yuanFrom(values.contract), reaches: 'village' as const };
    const beforeIterations =
      values['before-iterations'] === undefined
        ? undefined
        : wholeNumber(values['before-iterations'], 'before-iterations', 0);
    if (values.tables !== undefined) checkCanWrite(values.tables);
    const settings = values.certain ? noVariance(wanted) : wanted;
    const iterations = wholeNumber(values.iterations, 'iterations', defaultIterations);
    const workers = Math.max(1, wholeNumber(values.workers, 'workers', 1));

    const travel = travelMatrix(scenario);
    for (const each of travel.issues) console.error(describeIssue(each));
    const onRoads: Scenario = { ...scenario, roads: travel.roads };
    const { matrix } = travel;
    const plan =
      handPlanOf(onRoads) ?? toEnd(planLines(onRoads, matrix, { seed: settings.seed, iterations }));
    const evaluation = evaluatePlan(onRoads, matrix, plan);
    const warnings = costWarnings(onRoads, plan, evaluation.lines);
    for (const each of warnings) console.error(describeIssue(each));
    const result = await simulateInThreads({ scenario: onRoads, matrix, plan, settings }, workers);
    const beforeOptions: BeforeOptions = {
      seed: settings.seed,
      // A "before" that is searched less than the plan would look dearer than it is.
      iterations: beforeIterations ?? iterations,
      ...(operatorCount === undefined ? {} : { operatorCount }),
      ...(contract === undefined ? {} : { contract }),
    };
    const befores = toEnd(runBefores(onRoads, plan, beforeOptions));
    const sorting = sortingEffects(onRoads, matrix, plan, townOf(scenario, scenariosOf(source)));
    if (values.tables !== undefined) {
      const tables = [
        ...simulationTables(result),
        ...costTables(allocateCost(onRoads, plan, evaluation.lines), costRange(onRoads, matrix, plan)),
        ...savingTables(befores.rows),
      ];
      writeFileSync(values.tables, csvText(longHeaders, longRows(tables)));
    }
    if (values.json) {
      const { times, costYuanPerDay, yuanPerParcel, totalYuanPerDay } = evaluation;
      const { points: _points, ...expectedTimes } = times;
      const printed = {
        scenarioId: scenario.id,
        settings,
        summaryHash: simulationHash(result),
        ...result,
        villages: villageTimes(scenario, result),
        expected: { times: expectedTimes, costYuanPerDay, yuanPerParcel, totalYuanPerDay },
        cost: costRange(onRoads, matrix, plan),
        warnings,
        sorting,
        baselines: baselinesOf(befores),
        savings: befores.rows,
      };
      console.log(JSON.stringify(printed, null, 2));
    } else {
      print(scenario, result, befores);
      printSorting(sorting);
    }
    return 0;
  },
};

function printSorting(effects: readonly SortingEffect[]): void {
  for (const { destinationCount, chuteCount, rounds, ...shares } of effects)
    console.log(
      `${destinationCount} destinations over ${chuteCount} chutes: ${rounds} sorting rounds, ` +
        `${(shares.shareWithin24h * 100).toFixed(1)} % within 24 h; in one round ${(shares.shareWithin24hInOneRound * 100).toFixed(1)} %`,
    );
}

/** Operators' plans are long and can be had by solving again. */
const baselinesOf = ({ baselines }: Befores) =>
  baselines.map(({ kind, reaches, operators, evaluation, search }) => ({
    kind,
    reaches,
    search,
    operatorCount: operators.length,
    unservedStationCount: operators.reduce((sum, { plan: { unserved } }) => sum + unserved.length, 0),
    yuanPerParcel: evaluation.yuanPerParcel,
    totalYuanPerDay: evaluation.totalYuanPerDay,
    costYuanPerDay: evaluation.costYuanPerDay,
  }));

function sharesFrom(text: string): number[] {
  const shares = text.split(',').map(Number);
  if (shares.length === 0 || shares.some((share) => !(share > 0)))
    throw new UsageError('--couriers takes shares above 0 with commas between, for example 0.5,0.3,0.2');
  return shares;
}

function yuanFrom(text: string): number {
  const yuan = Number(text);
  if (!(yuan > 0)) throw new UsageError('--contract takes the price of a parcel in yuan, for example 3.0');
  return yuan;
}

function print(scenario: Scenario, result: SimulationResult, befores: Befores): void {
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
  for (const { saving, beforeYuanPerParcel, afterYuanPerParcel, hangsOn, search } of befores.rows) {
    const { baseline, service, share } = saving;
    console.log(
      `saving against ${baseline}, ${service.basis} service (${service.before} before, ${service.after} after): ` +
        `${(share * 100).toFixed(1)} %, ${beforeYuanPerParcel.toFixed(3)} -> ${afterYuanPerParcel.toFixed(3)} yuan/parcel; hangs on ${hangsOn}` +
        (search ? `; lines searched for in ${search.iterations} iterations, seed ${search.seed}` : ''),
    );
  }
  for (const { name, times: ofVillage } of villageTimes(scenario, result)) {
    const { medianH, p90H, worstH } = ofVillage;
    const hours = [medianH, p90H, worstH].map((estimate) => estimate.mean.toFixed(1).padStart(7)).join('');
    console.log(`  ${hours} h  ${name}`);
  }
  for (const incident of result.incidents)
    console.log(
      `! ${incident.code} ${incident.entityId ?? ''} ${incident.count} times, first on day ${incident.firstDay}`,
    );
}
