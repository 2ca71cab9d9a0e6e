import type { Claim } from '../model/county.ts';
import type { BeforeKind, KpiRow, Saving, ServiceLevel } from '../model/report.ts';
import { ruleOf } from './claimRules.ts';
import { boundOf, oppositeOf, relationWith } from './claims/bounds.ts';
import { behindNumbers, plainNumbers, type StatedNumber, statedNumber } from './claims/numbers.ts';
import { type FigureUnit, type Measure, one, type Relation, type Rule } from './claims/rule.ts';
import { hasOtherNumbers, readSubject, startOfNote } from './claims/subject.ts';
import { type StatedUnit, statedUnit } from './claims/units.ts';
import { type KpiKey, kpiKeys, kpiRegistry } from './kpis.ts';

/** A figure beside what is claimed of it. */
export interface Finding extends Measure {
  /** In the unit of the figure; counts behind a share as counts. */
  readonly value: number;
  /** Of savings: what they are against, and for which service. */
  readonly against?: { readonly baseline: BeforeKind; readonly basis: ServiceLevel['basis'] };
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
/** Beyond the last bit of a division: 96 of 120 are 80 %. */
const hair = 1e-9;
/** Half of the last digit the screen shows: of two numbers that look the same there, none is more than the other. */
const shownHalfDigits: Partial<Readonly<Record<string, number>>> = {
  share: 0.0005,
  hour: 0.05,
  'yuan/parcel': 0.005,
};

interface Stated {
  /** null: a class or a text. */
  readonly number: StatedNumber | null;
  /** null: no figure of a plan is in it. */
  readonly unit: StatedUnit | null;
}

/** What stands between a number and its unit, or follows it, and is no part of it: 60 多个, 60 个以上, 24 小时内到村. */
const beforeUnit = /^(?:余|多|来|\+|以上|左右)\s*/;
const afterUnit = /(?:[(（]|及?以[上下内]|之内|内|左右|上下|余|多|\+|到村|送达|达| or ).*$/;

/** Number and unit of a claim. A unit in the cell of the number (85%, 24小时) is nearer to it than the column's. */
function statedBy({ value, valueText, unit, subject }: Claim): Stated {
  const plain: StatedNumber | null =
    value === undefined || value < 0
      ? null
      : { least: value, most: value, halfDigit: 0, unitText: '', hasMyriad: false };
  const number = statedNumber(valueText) ?? plain;
  const besideNumber = (number?.unitText || behindNumbers(valueText))
    .replace(beforeUnit, '')
    .replace(afterUnit, '');
  const column = unit.replace(afterUnit, '').trim();
  const own = number?.hasMyriad ? column.replace(/^[百千万亿]/, '') : column;
  const isPerDay = /日均|每日|每天|日处理|daily/.test(subject.toLowerCase());
  return {
    number,
    unit:
      statedUnit(besideNumber) ??
      statedUnit(own) ??
      (isPerDay ? statedUnit(`${own || besideNumber}/日`) : null),
  };
}

/** Chosen by a person: a statement that is to be held against nothing. */
export const notCompared = 'none';

/** Shares that are counts of villages too, for a statement that counts them. */
const countedShares: readonly KpiKey[] = ['villageCoverageShare', 'villageReachShare'];

/** The figures a person may hold a statement against: those its unit can be compared with. A bare number counts. */
export function comparableFigures(claim: Claim): readonly KpiKey[] {
  const { number, unit } = statedBy(claim);
  const isBare = claim.unit.trim() === '' && (number?.unitText ?? '') === '';
  const figureUnit: FigureUnit | null = isBare ? 'count' : (unit?.unit ?? null);
  return kpiKeys.filter(
    (key) => kpiRegistry[key].unit === figureUnit || (figureUnit === 'count' && countedShares.includes(key)),
  );
}

/** The figure a person has chosen; null where nothing is, or the statement has got another unit since. */
export const chosenFigure = (claim: Claim): KpiKey | null =>
  comparableFigures(claim).find((key) => key === claim.comparedWith) ?? null;

const relations = { higher: 'atLeast', lower: 'atMost', neither: 'equal' } as const;

/** What to hold a statement against: as a person has chosen, else by its words. */
function comparisonOf(
  claim: Claim,
  { number, unit }: Stated,
): Pick<Rule, 'relation' | 'measures' | 'isRest'> | null {
  if (claim.comparedWith === notCompared) return null;
  const kpi = chosenFigure(claim);
  if (kpi === null) {
    const subject = readSubject(claim);
    if (!unit || (number && hasOtherNumbers(subject, [number.least, number.most]))) return null;
    return ruleOf(subject, unit);
  }
  if (countedShares.includes(kpi) && unit?.unit !== 'share')
    return { relation: 'equal', measures: [{ kpi, part: 'numerator' }] };
  return { relation: relations[kpiRegistry[kpi].betterIs], measures: one(kpi) };
}

/** What is compared, in the unit of the figure. */
interface Comparison {
  readonly relation: Relation;
  readonly least: number;
  readonly most: number;
  readonly halfDigit: number;
}

function comparedBy(
  rule: Pick<Rule, 'isRest'>,
  relation: Relation,
  { number, unit }: Stated,
): Comparison | null {
  if (!number) return null;
  const scale = unit?.scale ?? 1;
  const [least, most] = [number.least * scale, number.most * scale];
  const halfDigit = number.halfDigit * scale;
  return rule.isRest
    ? { relation: oppositeOf(relation), least: 1 - most, most: 1 - least, halfDigit }
    : { relation, least, most, halfDigit };
}

function holds({ relation, least, most, halfDigit }: Comparison, value: number, unit: string): boolean {
  const isCount = unit === 'count';
  const room = relation.startsWith('about') || (relation === 'equal' && !isCount) ? tolerance : 0;
  const slack = Math.max(hair, Math.min(halfDigit, shownHalfDigits[unit] ?? 0));
  const isEnough = value >= least * (1 - room) - slack;
  const isNoMore = value <= most * (1 + room) + slack;
  if (relation === 'atLeast' || relation === 'aboutAtLeast') return isEnough;
  if (relation === 'atMost' || relation === 'aboutAtMost') return isNoMore;
  return isEnough && isNoMore;
}

/** The figures a measure is about; none where the plan does not speak of it. */
function figuresOf(
  { kpi, part }: Measure,
  kpis: readonly KpiRow[],
  savings: readonly Saving<BeforeKind>[],
): readonly Pick<Finding, 'value' | 'against'>[] {
  const rowOf = (key: KpiKey): KpiRow | undefined => kpis.find((row) => row.key === key);
  const row = rowOf(kpi);
  if (!row) return [];
  if (kpi === 'savingShare' && savings.length > 0)
    return savings
      .filter(
        ({ baseline, service, share }, index) =>
          savings.findIndex(
            (each) =>
              each.baseline === baseline && each.service.basis === service.basis && each.share === share,
          ) === index,
      )
      .map(({ baseline, service, share }) => ({ value: share, against: { baseline, basis: service.basis } }));
  if (part === 'withBranches') {
    const branches = rowOf('branchLineCount')?.value ?? 0;
    return branches === 0 ? [] : [{ value: row.value + branches }];
  }
  const value = part ? row[part] : row.value;
  // Nothing is carried, or nobody measured: there is no figure.
  return value === undefined || Number.isNaN(value) ? [] : [{ value }];
}

/** Without a single urban station, or any subsidy, a scenario does not speak of them. */
function isSpokenOf({ kpi }: Measure, value: number, kpis: readonly KpiRow[]): boolean {
  if (kpi === 'urbanStationCount' || kpi === 'branchLineCount') return value > 0;
  if (kpi !== 'yuanPerParcelAfterSubsidy') return true;
  return value !== kpis.find(({ key }) => key === 'yuanPerParcel')?.value;
}

/**
 * Whether a statement of a report holds in a plan, by the figures it speaks of or those a person has chosen for it. What
 * is claimed at most, or at least, may be better in the plan. `savings` are those against every "before", where they
 * have been worked out: a saving is then one by definition.
 */
export function judgeClaim(
  claim: Claim,
  kpis: readonly KpiRow[],
  savings: readonly Saving<BeforeKind>[] = [],
): JudgedClaim {
  const stated = statedBy(claim);
  const rule = comparisonOf(claim, stated);
  if (!rule) return { claim, verdict: 'noFigure', relation: null, findings: [] };
  const bound = boundOf(
    plainNumbers(`${claim.valueText} ${claim.unit}`),
    readSubject(claim).boundWords,
    startOfNote(claim.note),
  );
  const relation = relationWith(rule.relation, bound);
  const compared = comparedBy(rule, relation, stated);
  const findings = rule.measures.flatMap((measure): Finding[] => {
    const row = kpis.find(({ key }) => key === measure.kpi);
    const unit = measure.part ? 'count' : (row?.unit ?? '');
    return figuresOf(measure, kpis, savings)
      .filter(({ value }) => claim.comparedWith !== undefined || isSpokenOf(measure, value, kpis))
      .map((figure) => ({
        ...measure,
        ...figure,
        isEstimated: row?.isEstimated === true,
        holds: compared !== null && holds(compared, figure.value, unit),
      }));
  });
  return {
    claim,
    relation: compared?.relation ?? relation,
    findings,
    verdict: verdictOf(compared !== null, findings),
  };
}

function verdictOf(isNumber: boolean, findings: readonly Finding[]): ClaimVerdict {
  if (findings.length === 0) return 'noFigure';
  if (!isNumber) return 'noNumber';
  if (findings.every((finding) => finding.holds)) return 'holds';
  return findings.some((finding) => finding.holds) ? 'byDefinition' : 'fails';
}
