import { splitPair } from '../../core/io/tables/cells/readAngle.ts';
import { readClock } from '../../core/io/tables/cells/readClock.ts';
import { readNumber } from '../../core/io/tables/cells/readNumber.ts';
import type { Scenario } from '../../core/model/scenario.ts';

/** Why a text was not taken; the words are `grids.refusals.KEY`. */
export interface Refusal {
  readonly refusal:
    | 'notANumber'
    | 'outOfRange'
    | 'outOfWholeRange'
    | 'outsideChina'
    | 'needsBoth'
    | 'unknownWord'
    | 'notAClock'
    | 'required'
    | 'readOnly'
    | 'noStation'
    | 'noVehicle'
    | 'notDays'
    | 'stopTwice'
    | 'otherHub'
    | 'hubOfHub'
    | 'notAsMany'
    | 'timesGoBack'
    | 'nameTaken'
    | 'locked'
    | 'lineLocked'
    | 'orderLocked'
    | 'ofBus'
    | 'noLinesYet'
    | 'lastOne'
    | 'lastCourier'
    | 'notWhole'
    | 'inUse';
  readonly text: string;
  /** The largest number there may be, where that is why. */
  readonly most?: number;
}

export const isRefusal = (value: object): value is Refusal => !Array.isArray(value) && 'refusal' in value;
export const refuse = (refusal: Refusal['refusal'], text: string): Refusal => ({ refusal, text });

/** Writes one text into one cell of a table held by a scenario, or by something else that has rows. */
export type WriteCellOf<Holder> = (
  holder: Holder,
  rowId: string,
  columnKey: string,
  text: string,
) => Holder | Refusal;
export type WriteCell = WriteCellOf<Scenario>;

interface Limits {
  readonly max?: number;
  readonly isInteger?: boolean;
}

/** Ten thousand million yuan or parcels are a slip of the finger; sums of much more are no longer numbers. */
const mostEver = 1e10;

/**
 * A number of at least 0 as people write it. "×1.2", "+5" and "-10%" change what is there: for many rows at once.
 */
export function numberFrom(text: string, before: number | null, limits: Limits = {}): number | Refusal {
  const change = /^([×*xX+]|[-−](?=.*%$))\s*(.+)$/.exec(text.trim());
  const isPercent = change !== null && change[2]!.endsWith('%');
  const reading = readNumber(change ? change[2]!.replace(/%$/, '') : text, 'none');
  if (reading.kind !== 'number') return refuse('notANumber', text);
  let { value } = reading;
  if (change && before !== null) {
    const sign = change[1]!;
    const share = value / 100;
    if (isPercent)
      value = before * (sign === '+' ? 1 + share : sign === '×' || sign === '*' ? share : 1 - share);
    else value = sign === '+' ? before + value : before * value;
    value = Number(value.toPrecision(12));
  }
  const { max = mostEver, isInteger } = limits;
  if (value >= 0 && value <= max && (!isInteger || Number.isInteger(value))) return value;
  return { refusal: isInteger ? 'outOfWholeRange' : 'outOfRange', text, most: max };
}

export function clockFrom(text: string): number | Refusal {
  const clockMin = readClock(text);
  return clockMin === null ? refuse('notAClock', text) : clockMin;
}

export interface TableWrite {
  readonly rowId: string;
  readonly columnKey: string;
  readonly text: string;
}

export interface WrittenTable<Holder = Scenario> {
  readonly scenario: Holder;
  readonly written: number;
  readonly refused: readonly (TableWrite & Refusal)[];
}

const isOneNumber = (text: string): boolean => text.trim() !== '' && splitPair(text) === null;

/** Longitude and latitude of one row are one point: written one after the other, the first would stand with the old second. */
function pointHalves(writes: readonly TableWrite[]): (write: TableWrite) => readonly TableWrite[] {
  const halves = new Map<string, TableWrite>();
  for (const each of writes)
    if ((each.columnKey === 'lon' || each.columnKey === 'lat') && isOneNumber(each.text))
      halves.set(`${each.columnKey} ${each.rowId}`, each);
  return (write) => {
    const lon = halves.get(`lon ${write.rowId}`);
    const lat = halves.get(`lat ${write.rowId}`);
    return lon && lat && (write === lon || write === lat) ? [lon, lat] : [write];
  };
}

/** All texts one after the other; those refused leave what they were for as it was. */
export function writeAll<Holder extends object>(
  holder: Holder,
  writes: readonly TableWrite[],
  write: WriteCellOf<Holder>,
): WrittenTable<Holder> {
  let next = holder;
  let written = 0;
  const refused: (TableWrite & Refusal)[] = [];
  const halvesOf = pointHalves(writes);
  const done = new Set<TableWrite>();
  for (const each of writes) {
    if (done.has(each)) continue;
    const halves = halvesOf(each);
    for (const half of halves) done.add(half);
    const text = halves.map((half) => half.text.trim()).join(',');
    const answer = write(next, each.rowId, each.columnKey, text);
    if (isRefusal(answer)) refused.push(...halves.map((half) => ({ ...half, ...answer })));
    else {
      next = answer;
      written += halves.length;
    }
  }
  return { scenario: next, written, refused };
}
