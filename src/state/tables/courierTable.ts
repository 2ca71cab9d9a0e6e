import { withCouriers } from '../../core/model/couriers.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import {
  numberFrom,
  type Refusal,
  refuse,
  type TableWrite,
  type WriteCell,
  type WrittenTable,
  writeAll,
} from './tableEdit.ts';

/** The table of the couriers' shares, which always add up to 100 %. */

/** What a list of rounded percentages may miss 100 by. */
const roundingPercent = 0.5;

const writeName: WriteCell = (scenario, rowId, columnKey, text) => {
  if (columnKey !== 'name') return refuse('readOnly', text);
  if (text === '') return refuse('required', text);
  return {
    ...scenario,
    couriers: scenario.couriers.map((each) =>
      each.id === rowId ? { ...each, name: { zh: text, en: text } } : each,
    ),
  };
};

/**
 * Names one by one, shares in per cent together: couriers without a new share keep their proportions in what is left of
 * 100 %. Where there is no such courier, or nothing left for them, the new ones must add up to 100 % by themselves.
 */
export function writeCouriers(scenario: Scenario, writes: readonly TableWrite[]): WrittenTable {
  const isShare = ({ columnKey }: TableWrite): boolean => columnKey === 'share';
  const named = writeAll(
    scenario,
    writes.filter((each) => !isShare(each)),
    writeName,
  );
  const shared = writeShares(named.scenario, writes.filter(isShare));
  return {
    scenario: shared.scenario,
    written: named.written + shared.written,
    refused: [...named.refused, ...shared.refused],
  };
}

function writeShares(scenario: Scenario, writes: readonly TableWrite[]): WrittenTable {
  const percents = new Map<string, number>();
  const taken: TableWrite[] = [];
  const refused: (TableWrite & Refusal)[] = [];
  for (const each of writes) {
    const courier = scenario.couriers.find(({ id }) => id === each.rowId);
    if (!courier) continue;
    const before = 100 * courier.volumeShare.value;
    const percent = numberFrom(each.text.trim().replace(/[%％]$/, ''), before, { max: 100 });
    if (typeof percent === 'number') {
      percents.set(each.rowId, percent);
      taken.push(each);
    } else refused.push({ ...each, ...percent });
  }
  if (taken.length === 0) return { scenario, written: 0, refused };
  const total = [...percents.values()].reduce((sum, percent) => sum + percent, 0);
  const isWhole = percents.size === scenario.couriers.length;
  if (total > 100 + roundingPercent || (isWhole && total < 100 - roundingPercent)) {
    const refusal = refuse('notWhole', String(Number(total.toFixed(2))));
    return { scenario, written: 0, refused: [...refused, ...taken.map((each) => ({ ...each, ...refusal }))] };
  }
  return { scenario: withPercents(scenario, percents, total), written: taken.length, refused };
}

/** New shares for some; the others keep their proportions in what is left of 100 %. */
function withPercents(scenario: Scenario, percents: ReadonlyMap<string, number>, total: number): Scenario {
  const others = scenario.couriers.filter(({ id }) => !percents.has(id));
  const leftPercent = Math.max(0, 100 - total);
  const before = others.reduce((sum, { volumeShare }) => sum + volumeShare.value, 0);
  const shares = scenario.couriers.map(
    ({ id, volumeShare }) =>
      percents.get(id) ??
      (before > 0 ? (volumeShare.value * leftPercent) / before : leftPercent / others.length),
  );
  return withCouriers(scenario, shares);
}

/** One more courier, whose share in per cent the others give up in proportion. */
export function addCourier(
  scenario: Scenario,
  { name = '', share = '' }: Readonly<Record<string, string>>,
): { readonly scenario: Scenario; readonly rowId: string } | Refusal {
  if (name === '') return refuse('required', name);
  const { couriers } = scenario;
  if (couriers.some((courier) => courier.name.zh === name || courier.name.en === name))
    return refuse('nameTaken', name);
  const grown = withCouriers(scenario, [...couriers.map(({ volumeShare }) => volumeShare.value), 0]);
  const rowId: string = grown.couriers.at(-1)!.id;
  const { scenario: added, refused } = writeCouriers(grown, [
    { rowId, columnKey: 'name', text: name },
    { rowId, columnKey: 'share', text: share },
  ]);
  const [refusal] = refused;
  return refusal ? refuse(refusal.refusal, refusal.text) : { scenario: added, rowId };
}

/** Without a courier, whose share the others take over in proportion; the last one stays. */
export function removeCourier(scenario: Scenario, rowId: string): Scenario | Refusal {
  const { couriers } = scenario;
  const courier = couriers.find(({ id }) => id === rowId);
  if (!courier) return scenario;
  if (couriers.length === 1) return refuse('lastCourier', courier.name.zh);
  const left = couriers.filter((each) => each !== courier);
  return withCouriers(
    { ...scenario, couriers: left },
    left.map(({ volumeShare }) => volumeShare.value),
  );
}
