import { checkPlan } from '../../core/audit/checkPlan.ts';
import { evaluatePlan } from '../../core/evaluate/evaluatePlan.ts';
import { busBreakEvenOf } from '../../core/levels/busBreakEven.ts';
import { type ComparisonQuestion, mostFactor, mostLineCounts } from '../../core/model/comparison.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { defaultRunOptions } from '../../core/run/runScenario.ts';
import { runVariants } from '../../core/run/runVariants.ts';
import { toEnd } from '../../core/toEnd.ts';
import type { Command } from '../command.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { readScenario } from '../readScenario.ts';

interface Questions {
  readonly lines: string | undefined;
  readonly volumes: string | undefined;
  readonly changes: string | undefined;
  readonly frequency: string | undefined;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Shares of a list as typed, from 0 to 1; `also` = a word besides that stands for none. */
function sharesOf(option: string, text: string, also?: string): (number | null)[] {
  const shares = text.split(',').map((word) => (word === also ? null : Number(word)));
  if (shares.some((share) => share !== null && !(share >= 0 && share <= 1)))
    throw new UsageError(
      `${option}: not a list of shares from 0 to 1${also ? `, or ${also}` : ''}: "${text}"`,
    );
  return shares;
}

/**
 * What `--lines 3-8`, `--volumes 0.8,1.5`, `--changes 0,0.1,free` or `--frequency 1,0.5,0` asks; shapes, days and
 * carriers where none is given.
 */
function questionOf(asked: Questions, given: Scenario): ComparisonQuestion {
  const { lines, volumes, changes, frequency } = asked;
  if (Object.values(asked).filter((each) => each !== undefined).length > 1)
    throw new UsageError('--lines, --volumes, --changes and --frequency are questions: ask one at a time');
  if (frequency !== undefined)
    return {
      kind: 'frequency',
      dailyShares: sharesOf('--frequency', frequency).map((share) => share ?? 0),
      otherDays: { kind: 'everyNDays', n: 2 },
    };
  if (changes !== undefined) {
    if (!given.todaysPlan) throw new UsageError("--changes: the scenario has no lines of today's to change");
    return { kind: 'changes', shares: sharesOf('--changes', changes, 'free') };
  }
  if (lines !== undefined) {
    const [from, to] = (/^(\d{1,3})-(\d{1,3})$/.exec(lines) ?? []).slice(1).map(Number);
    if (!from || !to || from > to || to - from >= mostLineCounts)
      throw new UsageError(
        `--lines: not FROM-TO with 1 <= FROM <= TO < FROM + ${mostLineCounts}: "${lines}"`,
      );
    return { kind: 'lineCounts', from, to };
  }
  if (volumes === undefined) return { kind: 'shapes' };
  const factors = volumes.split(',').map(Number);
  if (factors.some((factor) => !(factor > 0 && factor <= mostFactor)))
    throw new UsageError(`--volumes: not a list of numbers above 0, up to ${mostFactor}: "${volumes}"`);
  return { kind: 'volumes', factors };
}

/** One county in several shapes, on several days and by bus, or with other numbers of lines or parcels, today's lines changed by so much, or stations visited daily from so many parcels on, in one table; each plan is checked. */
export const variants: Command = {
  usage:
    'variants <scenario.json | county id> [--scenario ID] [--lines FROM-TO | --volumes F,F... | --changes S,S... | --frequency S,S...] [--seed S] [--iterations N] [--choices N] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      scenario: 'string',
      seed: 'string',
      iterations: 'string',
      choices: 'string',
      lines: 'string',
      volumes: 'string',
      changes: 'string',
      frequency: 'string',
      json: 'boolean',
    });
    const source = positionals[0];
    if (source === undefined || positionals.length > 1) throw new UsageError(`usage: ${variants.usage}`);
    const given = readScenario(source, values.scenario);
    const question = questionOf(
      {
        lines: values.lines,
        volumes: values.volumes,
        changes: values.changes,
        frequency: values.frequency,
      },
      given,
    );
    if (given.shape === 'urbanStar' && (question.kind === 'shapes' || question.kind === 'frequency'))
      throw new UsageError('an urban star has no villages to serve in other ways');
    const found = toEnd(
      runVariants(
        given,
        {
          seed: wholeNumber(values.seed, 'seed', defaultRunOptions.seed),
          iterations: wholeNumber(values.iterations, 'iterations', defaultRunOptions.iterations),
          ...(values.choices === undefined ? {} : { choices: wholeNumber(values.choices, 'choices', 1) }),
        },
        question,
      ),
    );
    const { matrix } = found;
    const compared = found.compared.map((variant) => ({
      ...variant,
      faults: checkPlan(
        variant.scenario,
        matrix,
        variant.plan,
        evaluatePlan(variant.scenario, matrix, variant.plan),
      ),
      busBreakEven: busBreakEvenOf(variant.scenario, matrix, variant.plan),
    }));
    if (values.json) {
      const rows = compared.map(({ row, faults, busBreakEven, plan }) => ({
        ...row,
        faults,
        busBreakEven,
        plan,
      }));
      console.log(JSON.stringify({ county: given.countyId, scenario: given.id, variants: rows }, null, 2));
      return 0;
    }
    console.log(
      'variant'.padEnd(24),
      'yuan/parcel  yuan/day  <=48 h  <=2 days  worst h  duties  drivers  vehicles  km/day  hubs  bus share  target',
    );
    for (const { row, faults } of compared)
      console.log(
        row.key.padEnd(24),
        row.yuanPerParcel.toFixed(3).padStart(11),
        row.totalYuanPerDay.toFixed(0).padStart(9),
        percent(row.shareWithin48h).padStart(8),
        percent(row.shareWithin2CalendarDays).padStart(8),
        row.worstH.toFixed(1).padStart(8),
        row.dutyCount.toFixed(1).padStart(7),
        String(row.driverCount).padStart(8),
        String(row.vehicleCount).padStart(9),
        row.lineKmPerDay.toFixed(0).padStart(7),
        String(row.hubCount).padStart(5),
        percent(row.busParcelShare).padStart(10),
        row.meetsTimeTarget ? ' met' : ' missed',
        row.origin === row.key ? '' : `(${row.origin})`,
        row.busTimetable === 'assumed' ? 'bus timetable assumed' : '',
        question.kind === 'changes' && row.addedStationIds.length > 0
          ? `${row.addedStationIds.length} stations put in that today's lines leave out`
          : '',
        row.missingVehicleCount > 0 ? `${row.missingVehicleCount} vehicles missing` : '',
        row.unservedStationCount > 0 ? `${row.unservedStationCount} unserved` : '',
        row.violationCount > (row.missingVehicleCount > 0 ? 1 : 0) ? `${row.violationCount} violations` : '',
        faults.length > 0 ? `${faults.length} faults` : '',
      );
    return 0;
  },
};
