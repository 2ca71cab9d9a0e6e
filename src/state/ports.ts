import type { ColumnMemory } from '../clients/columnMemory.ts';
import type { CountyShelf } from '../clients/counties.ts';
import type { DistanceDesk } from '../clients/distances.ts';
import type { DraftShelf } from '../clients/drafts.ts';
import type { FileDoor } from '../clients/files.ts';
import type { RoadImporter } from '../clients/importer.ts';
import type { PlannerPool } from '../clients/planner.ts';
import type { TableImporter } from '../clients/tables.ts';

/** Everything with an effect that the state needs; tests pass their own. */
export interface Ports {
  readonly planner: PlannerPool;
  readonly counties: CountyShelf;
  readonly roads: RoadImporter;
  readonly distances: DistanceDesk;
  readonly tables: TableImporter;
  readonly columnMemory: ColumnMemory;
  readonly files: FileDoor;
  readonly drafts: DraftShelf;
  /** Milliseconds since 1970. */
  readonly timeMs: () => number;
  readonly nowMs: () => number;
  /** Resolves when the screen has nothing more urgent to do. */
  readonly whenIdle: () => Promise<void>;
}
