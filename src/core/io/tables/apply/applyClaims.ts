import type { Claim } from '../../../model/county.ts';
import type { ClaimRow } from '../read/rowTypes.ts';

/** The claims of a table beside those known; one with the id of a known claim takes its place. */
export function applyClaims(known: readonly Claim[], rows: readonly ClaimRow[]): readonly Claim[] {
  const claims = new Map(known.map((claim) => [claim.id, claim]));
  for (const { row: _, value, ...claim } of rows) {
    const before = claims.get(claim.id);
    // What a person has chosen for the same statement stays.
    const comparedWith = before?.subject === claim.subject ? before.comparedWith : undefined;
    claims.set(claim.id, {
      ...claim,
      ...(value === null ? {} : { value }),
      ...(comparedWith === undefined ? {} : { comparedWith }),
    });
  }
  return [...claims.values()];
}
