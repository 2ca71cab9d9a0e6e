import { useMemo } from 'react';
import { type ClaimVerdict, type JudgedClaim, judgeClaim } from '../../core/kpi/judgeClaim.ts';
import type { County } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import { useShownCosts } from '../costs/useCosts.ts';

export interface JudgedClaims {
  readonly claims: readonly JudgedClaim[];
  readonly counts: Readonly<Record<'holds' | 'byDefinition' | 'fails' | 'rest', number>>;
}

/** The claims known of a county, held against a report's figures and its savings as far as known, and how many came out how. */
export function useJudgedClaims(county: County | null, report: Report | null): JudgedClaims | null {
  const { costs, isStale } = useShownCosts();
  const rows = costs && !isStale && costs.report.plan === report?.plan ? costs.befores.rows : null;
  return useMemo(() => {
    if (!county || !report) return null;
    const savings = rows?.map(({ saving }) => saving) ?? [];
    const claims = county.claims.map((claim) => judgeClaim(claim, report.kpis, savings));
    const of = (verdict: ClaimVerdict): number => claims.filter((each) => each.verdict === verdict).length;
    const [holds, byDefinition, fails] = [of('holds'), of('byDefinition'), of('fails')];
    return {
      claims,
      counts: { holds, byDefinition, fails, rest: claims.length - holds - byDefinition - fails },
    };
  }, [county, report, rows]);
}
