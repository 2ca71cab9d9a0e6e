import type { CountyShelf } from '../clients/counties.ts';
import type { PlannerPool } from '../clients/planner.ts';

/** Everything with an effect that the state needs; tests pass their own. */
export interface Ports {
  readonly planner: PlannerPool;
  readonly counties: CountyShelf;
  readonly nowMs: () => number;
}
