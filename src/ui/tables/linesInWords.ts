import type { TFunction } from 'i18next';
import type { Plan } from '../../core/model/plan.ts';
import type { LineKind } from '../../core/model/scenario.ts';

const kinds: readonly LineKind[] = ['direct', 'trunk', 'urban', 'branch', 'bus'];

/** How many lines of each kind a plan has, of those it has: what a count of its lines is made of. */
export const lineKindCounts = ({ lines }: Pick<Plan, 'lines'>): { kind: LineKind; count: number }[] =>
  kinds
    .map((kind) => ({ kind, count: lines.filter((line) => line.kind === kind).length }))
    .filter(({ count }) => count > 0);

const kindsInWords = (counts: readonly { kind: LineKind; count: number }[], t: TFunction): string =>
  counts.map(({ kind, count }) => t(`lines.ofKind.${kind}`, { count })).join(t('lines.kindsSeparator'));

/** All lines of the plan with their parts: a single kind needs no parts. */
export function linesInWords(plan: Pick<Plan, 'lines'>, t: TFunction): string {
  const counts = lineKindCounts(plan);
  const all = t('lines.count', { count: plan.lines.length });
  return counts.length > 1 ? t('lines.countOf', { all, kinds: kindsInWords(counts, t) }) : all;
}

/** What the count of lines that leave the depot holds, and which lines stand beside it. */
export function depotLinesInWords(plan: Pick<Plan, 'lines'>, t: TFunction): string {
  const counts = lineKindCounts(plan);
  const kindsOf = (isBranch: boolean): string =>
    kindsInWords(
      counts.filter(({ kind }) => (kind === 'branch') === isBranch),
      t,
    );
  const branches = kindsOf(true);
  return t(branches === '' ? 'kpi.counted.lines' : 'kpi.counted.linesAndBranches', {
    kinds: kindsOf(false),
    branches,
  });
}
