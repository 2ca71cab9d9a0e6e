import type { Claim } from '../model/county.ts';
import type { KpiRow } from '../model/report.ts';
import { isPercent, isTime, type Measure, type Relation, ruleOf } from './claimRules.ts';
import { type KpiKey, kpiKeys, kpiRegistry } from './kpis.ts';

/** A figure beside what is claimed of it. */
export interface Finding extends Measure {
  /** In the unit of the figure; counts behind a share as counts. */
  readonly value: number;
  readonly isEstimated: boolean;
  readonly holds: boolean;
}

/**
 * holds, fails: by every figure it can be held against; byDefinition: by one of the definitions that may be meant, and
 * not by another; noNumber: a class or a text; noFigure: of nothing the plan has a figure for.
 */
export type ClaimVerdict = 'holds' | 'fails' | 'byDefinition' | 'noNumber' | 'noFigure';

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  readonly relation: Relation | null;
  readonly findings: readonly Finding[];
}

const tolerance = 0.1;
const hoursPerDay = 24;
const number = /\d+(?:\.\d+)?/g;
const range = /(\d+(?:\.\d+)?)\D{0,3}?\s*(?:[-–—~～至到]|to)\s*(\d+(?:\.\d+)?)/;

/** Lower and upper end of what is claimed; the same where it is one number, also with words about it (不超过 24 小时). */
function claimedRange({ value, valueText }: Claim): readonly [number, number] | null {
  if (value !== undefined) return [value, value];
  const ends = range.exec(valueText);
  if (ends) return [Number(ends[1]), Number(ends[2])];
  const numbers = valueText.match(number) ?? [];
  return numbers.length === 1 ? [Number(numbers[0]), Number(numbers[0])] : null;
}

/** The claim's own unit, else what stands behind the number: many a table has 85% or 24小时 in one cell. */
const unitOf = ({ unit, valueText }: Claim): string =>
  (unit === '' ? valueText.replace(/^.*\d\s*/, '') : unit).toLowerCase();

/** Units of the figure in one unit of the claim. */
function scaleOf(unit: string): number {
  if (isPercent(unit)) return 0.01;
  return /^(day|天|日)/.test(unit) ? hoursPerDay : 1;
}

function holds(
  relation: Relation,
  value: number,
  [least, most]: readonly [number, number],
  isCount: boolean,
): boolean {
  const hair = 1e-9;
  if (relation === 'atLeast') return value >= least - hair;
  if (relation === 'atMost') return value <= most + hair;
  const slack = isCount ? hair : tolerance;
  return value >= least * (1 - slack) - hair && value <= most * (1 + slack) + hair;
}

/** Chosen by a person: a statement that is to be held against nothing. */
export const notCompared = 'none';

/** Shares that are counts of villages too, for a statement that counts them. */
const countedShares: readonly KpiKey[] = ['villageCoverageShare', 'villageReachShare'];

/** The figures a person may hold a statement against: those its unit can be compared with. */
export function comparableFigures(claim: Claim): readonly KpiKey[] {
  const unit = unitOf(claim);
  const isOf = (key: KpiKey, figureUnit: string): boolean => kpiRegistry[key].unit === figureUnit;
  if (isPercent(unit)) return kpiKeys.filter((key) => isOf(key, 'share'));
  if (isTime(unit)) return kpiKeys.filter((key) => isOf(key, 'hour'));
  return kpiKeys.filter((key) => countedShares.includes(key) || !(isOf(key, 'share') || isOf(key, 'hour')));
}

/** The figure a person has chosen; null where nothing is, or the statement has got another unit since. */
export const chosenFigure = (claim: Claim): KpiKey | null =>
  comparableFigures(claim).find((key) => key === claim.comparedWith) ?? null;

const relations = { higher: 'atLeast', lower: 'atMost', neither: 'equal' } as const;

/** What to hold a statement against: as a person has chosen, else by its words. */
function comparisonOf(
  claim: Claim,
  unit: string,
): { readonly relation: Relation; readonly measures: readonly Measure[] } | null {
  if (claim.comparedWith === notCompared) return null;
  const kpi = chosenFigure(claim);
  if (kpi === null) return ruleOf(claim.subject.toLowerCase(), unit);
  const isCounted = countedShares.includes(kpi) && !isPercent(unit);
  return isCounted
    ? { relation: 'equal', measures: [{ kpi, part: 'numerator' }] }
    : { relation: relations[kpiRegistry[kpi].betterIs], measures: [{ kpi }] };
}

/**
 * Whether a statement of a report holds in a plan, by the figures it speaks of or those a person has chosen for it. What
 * is claimed at most, or at least, may be better in the plan.
 */
export function judgeClaim(claim: Claim, kpis: readonly KpiRow[]): JudgedClaim {
  const unit = unitOf(claim);
  const rule = comparisonOf(claim, unit);
  if (!rule) return { claim, verdict: 'noFigure', relation: null, findings: [] };
  const claimed = claimedRange(claim);
  const scale = rule.measures[0]!.part ? 1 : scaleOf(unit);
  const findings = rule.measures.flatMap((measure): Finding[] => {
    const row = kpis.find(({ key }) => key === measure.kpi);
    const value = measure.part ? row?.[measure.part] : row?.value;
    if (!row || value === undefined || Number.isNaN(value)) return [];
    // A scenario without a single one does not speak of them.
    if (claim.comparedWith === undefined && row.key === 'urbanStationCount' && value === 0) return [];
    const isCount = measure.part !== undefined || row.unit === 'count';
    const fits =
      claimed !== null && holds(rule.relation, value, [claimed[0] * scale, claimed[1] * scale], isCount);
    return [{ ...measure, value, isEstimated: row.isEstimated, holds: fits }];
  });
  return { claim, relation: rule.relation, findings, verdict: verdictOf(claimed !== null, findings) };
}

function verdictOf(isNumber: boolean, findings: readonly Finding[]): ClaimVerdict {
  if (findings.length === 0) return 'noFigure';
  if (!isNumber) return 'noNumber';
  if (findings.every((finding) => finding.holds)) return 'holds';
  return findings.some((finding) => finding.holds) ? 'byDefinition' : 'fails';
}
