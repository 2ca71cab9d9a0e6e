import { assignLines } from '../assign/assignLines.ts';
import { townshipOnlyScenario } from '../baseline/townshipOnly.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import { measuredTier } from '../evaluate/groundwork.ts';
import { type SocialCost, socialCost } from '../evaluate/socialCost.ts';
import { type Bridge, bridge } from '../kpi/bridge.ts';
import { contractBefore, type HangsOn, hangsOn, savingAgainst } from '../kpi/saving.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { mapProgress } from '../model/mapProgress.ts';
import type { Plan } from '../model/plan.ts';
import type { RunProgress } from '../model/progress.ts';
import type { Baseline, BaselineKind, Before, BeforeKind, LeftOut, Saving } from '../model/report.ts';
import type { Scenario, Tier } from '../model/scenario.ts';
import { travelMatrix } from '../network/travelMatrix.ts';
import type { Yuan } from '../units.ts';
import { type BaselineOptions, runBaseline } from './runBaselines.ts';

/** One saving with everything it must be read with. */
export interface BeforeRow {
  readonly saving: Saving<BeforeKind>;
  readonly beforeYuanPerParcel: Yuan;
  readonly afterYuanPerParcel: Yuan;
  /** By cause; none for a contract price, of which only the sum is known. */
  readonly bridge: Bridge | null;
  /** What villagers pay before and after, apart. */
  readonly socialBefore: SocialCost | null;
  readonly socialAfter: SocialCost;
  readonly hangsOn: HangsOn;
  /** How its lines were searched for; none for a contract price. */
  readonly search: Baseline['search'] | null;
  /** What the before does not carry; of a contract price nothing is known to be missing. */
  readonly leftOut: LeftOut;
  /** The count the assumption is about: couriers or operators. */
  readonly operatorCount: number;
}

export interface Befores {
  readonly baselines: readonly Baseline[];
  /** The pooled operation without its village leg. */
  readonly townshipOnly: Pick<Evaluation, 'yuanPerParcel' | 'totalYuanPerDay' | 'costYuanPerDay'>;
  /** Actual service first, then equal service; each against B1, B2, B3 and the contract where one is given. */
  readonly rows: readonly BeforeRow[];
}

export interface BeforeOptions extends BaselineOptions {
  /** Baselines that are there already and need not be solved again. */
  readonly known?: readonly Baseline[];
  /** The user's own price per parcel before, and how deep it went. */
  readonly contract?: { readonly yuanPerParcel: Yuan; readonly reaches: Tier };
}

const kinds: readonly BaselineKind[] = ['B1', 'B2', 'B3'];

/** The three "befores" of a plan and its savings against each, for actual and for equal service. */
export function* runBefores(
  scenario: Scenario,
  plan: Plan,
  options: BeforeOptions,
): Generator<RunProgress, Befores> {
  const travel = travelMatrix(scenario);
  const onRoads: Scenario = { ...scenario, roads: travel.roads };
  const evaluation = evaluatePlan(onRoads, travel.matrix, plan);
  const progress = (part: number, share: number): RunProgress => ({
    phase: 'baseline',
    doneShare: (part + share) / (kinds.length + 1),
    bestYuanPerParcel: evaluation.yuanPerParcel,
    incumbent: null,
  });
  const baselines: Baseline[] = [];
  for (const [index, kind] of kinds.entries()) {
    const known = options.known?.find((baseline) => baseline.kind === kind);
    baselines.push(known ?? (yield* runBaseline(onRoads, kind, options, (share) => progress(index, share))));
  }

  const shallow = townshipOnlyScenario(onRoads);
  const isSame = shallow === onRoads;
  const shallowMatrix = isSame ? travel.matrix : travelMatrix(shallow).matrix;
  const shallowPlan = isSame
    ? plan
    : yield* mapProgress(assignLines(shallow, shallowMatrix, { ...options, isQuick: true }), (step) =>
        progress(kinds.length, step.doneShare),
      );
  const townshipOnly = isSame ? evaluation : evaluatePlan(shallow, shallowMatrix, shallowPlan);

  const deep: Side = { scenario: onRoads, plan, evaluation };
  const short: Side = { scenario: shallow, plan: shallowPlan, evaluation: townshipOnly };
  const contract = options.contract
    ? contractBefore(options.contract.yuanPerParcel, options.contract.reaches)
    : null;
  const rowsAgainst = (after: (reaches: Tier) => Side): BeforeRow[] => [
    ...baselines.map((baseline) => rowOf(onRoads, baseline, baseline, after(baseline.reaches))),
    ...(contract ? [rowOf(onRoads, contract, null, after(contract.reaches))] : []),
  ];
  return {
    baselines,
    townshipOnly,
    rows: [
      ...rowsAgainst(() => deep),
      ...rowsAgainst((reaches) => (reaches === measuredTier(scenario) ? deep : short)),
    ],
  };
}

interface Side {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
}

function rowOf(
  scenario: Scenario,
  before: Before<BeforeKind>,
  baseline: Baseline | null,
  after: Side,
): BeforeRow {
  const { yuanPerParcel } = after.evaluation;
  const reachesVillages = before.reaches === 'village';
  const operators = baseline?.operators ?? [];
  return {
    saving: savingAgainst(before, { yuanPerParcel, reaches: measuredTier(after.scenario) }),
    beforeYuanPerParcel: before.evaluation.yuanPerParcel,
    afterYuanPerParcel: yuanPerParcel,
    bridge: baseline ? bridge(baseline, after.evaluation) : null,
    // Where the "before" stops at the township, every village's parcels are fetched from there.
    socialBefore: reachesVillages
      ? baseline
        ? socialCost(scenario, { ...after.plan, lines: operators.flatMap(({ plan }) => plan.lines) })
        : null
      : socialCost(scenario, { ...after.plan, lines: [] }),
    socialAfter: socialCost(after.scenario, after.plan),
    hangsOn: hangsOn[before.kind],
    search: baseline?.search ?? null,
    leftOut: baseline?.leftOut ?? { stationCount: 0, parcelsPerDay: 0 },
    operatorCount: operators.length,
  };
}
