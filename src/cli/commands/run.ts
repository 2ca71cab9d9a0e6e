import { defaultRunOptions, runScenario } from '../../core/run/runScenario.ts';
import { toEnd } from '../../core/toEnd.ts';
import type { Command } from '../command.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { readScenario } from '../readScenario.ts';

/** Solves and evaluates one scenario; the same seed and iterations print the same bytes. */
export const run: Command = {
  usage: 'run <scenario.json | county id> [--scenario ID] [--seed S] [--iterations N] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      scenario: 'string',
      seed: 'string',
      iterations: 'string',
      json: 'boolean',
    });
    const source = positionals[0];
    if (source === undefined || positionals.length > 1) throw new UsageError(`usage: ${run.usage}`);
    const scenario = readScenario(source, values.scenario);
    const { plan, evaluation, baseline, kpis, issues } = toEnd(
      runScenario(scenario, {
        seed: wholeNumber(values.seed, 'seed', defaultRunOptions.seed),
        iterations: wholeNumber(values.iterations, 'iterations', defaultRunOptions.iterations),
      }),
    );
    for (const found of issues) console.error(describeIssue(found));
    if (values.json) {
      console.log(
        JSON.stringify({ scenario, plan, evaluation, baseline: baseline.evaluation, kpis, issues }, null, 2),
      );
    } else {
      for (const kpi of kpis) {
        const counts =
          kpi.denominator === undefined ? '' : ` (${plain(kpi.numerator!)}/${plain(kpi.denominator)})`;
        const against = kpi.baseline ? ` against ${kpi.baseline}` : '';
        const judged = kpi.status === 'none' ? '' : `  ${kpi.status}`;
        const value = Number.isNaN(kpi.value) ? 'none' : kpi.value.toFixed(3);
        console.log(`${kpi.key.padEnd(28)} ${value} ${kpi.unit}${counts}${against}${judged}`);
      }
    }
    return 0;
  },
};

/** Counts as they are, parcels a day in whole ones. */
const plain = (count: number): string => count.toFixed(0);
