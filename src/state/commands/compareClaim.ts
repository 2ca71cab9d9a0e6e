import type { Claim } from '../../core/model/county.ts';
import type { AppState } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { putClaims } from './editTables.ts';

/** Holds a claim against a figure a person has chosen, or against none; null = against what its words say. */
export function compareClaim(app: AppState, claim: Claim, comparedWith: string | null): void {
  const claims = activeDocument(app.documents.store.getState())?.county.claims ?? [];
  const { comparedWith: _before, ...rest } = claim;
  const next: Claim = comparedWith === null ? rest : { ...rest, comparedWith };
  putClaims(
    app,
    'compareClaim',
    claims.map((each) => (each === claim ? next : each)),
  );
}
