import type { TableSystem } from '../crs/systems.ts';
import type { TableKind } from '../kinds.ts';
import { readClaimRows } from './readClaims.ts';
import type { ReadContext, Reading, SystemChoice } from './readContext.ts';
import { readBusRows, readLineRows } from './readLines.ts';
import { readRateRows } from './readRates.ts';
import { readStationRows } from './readStations.ts';
import { readVehicleRows } from './readVehicles.ts';
import { readVolumeRows } from './readVolumes.ts';
import type { RowTypes } from './rowTypes.ts';

type TypedRows = {
  readonly [Kind in TableKind]: { readonly kind: Kind; readonly rows: readonly RowTypes[Kind][] };
}[TableKind];
type System = TableSystem | 'mixed' | null;

export interface TypedTable {
  readonly typed: TypedRows;
  readonly choice: SystemChoice | null;
  readonly crs: System;
}

/** Where every row names its system, the one they agree on. */
function ownSystem(rows: readonly RowTypes['stations'][]): System {
  const systems = new Set(rows.flatMap(({ original }) => (original ? [original.system] : [])));
  return systems.size > 1 ? 'mixed' : ([...systems][0] ?? null);
}

const readers: { readonly [Kind in TableKind]: (context: ReadContext) => Generator<number, TypedTable> } = {
  *stations(context) {
    const { rows, choice, hasProjected } = yield* readStationRows(context);
    const isMixed =
      choice !== null &&
      (hasProjected || Object.values(choice.byTownship).some((system) => system !== choice.system));
    const crs = isMixed ? 'mixed' : (choice?.system ?? (hasProjected ? 'cgcs2000' : ownSystem(rows)));
    return { typed: { kind: 'stations', rows }, choice, crs };
  },
  lines: (context) => plain('lines', readLineRows(context)),
  vehicles: (context) => plain('vehicles', readVehicleRows(context)),
  volumes: (context) => plain('volumes', readVolumeRows(context)),
  buses: (context) => plain('buses', readBusRows(context)),
  rates: (context) => plain('rates', readRateRows(context)),
  claims: (context) => plain('claims', readClaimRows(context)),
};

function* plain<Kind extends TableKind>(
  kind: Kind,
  reading: Reading<RowTypes[Kind]>,
): Generator<number, TypedTable> {
  const rows = yield* reading;
  return { typed: { kind, rows } as unknown as TypedRows, choice: null, crs: null };
}

/** Rows of a table in the type of its kind; yields the number of rows done as a share of all. */
export function* readTyped(kind: TableKind, context: ReadContext): Generator<number, TypedTable> {
  const reading = readers[kind](context);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    yield step.value / Math.max(1, context.rows.length);
  }
}
