import { type Issue, issue } from '../../../issues.ts';
import type { Graded } from '../../../model/graded.ts';
import { type RateKey, rateRegistry } from '../../../model/rates.ts';
import type { Scenario } from '../../../model/scenario.ts';
import { halfWidth } from '../cells/plainText.ts';
import { rateKeys, rateNames, rateUnits } from '../rateWords.ts';
import type { RateRow } from '../read/rowTypes.ts';
import { userValue } from './userValue.ts';

/** A price one courier paid before, per parcel: what a saving is measured against. */
export interface ContractPrice {
  readonly courier: string;
  /** Empty: the whole county. */
  readonly township: string;
  readonly yuanPerParcel: number;
  readonly source: string;
}

export interface AppliedRates {
  readonly scenario: Scenario;
  readonly contractPrices: readonly ContractPrice[];
  readonly issues: readonly Issue[];
}

/** Words for each price, the more special ones first. */
const words: readonly (readonly [RegExp, RateKey])[] = [
  [/(各家|分散|单独|自行|整合前).*分拣|separate.*sort/i, 'separateSortingYuanPerParcel'],
  [/分拣.*(固定|场地|月租|每日|设备)/, 'sortingFixedYuanPerDay'],
  [/分拣|sorting/i, 'sortingYuanPerParcel'],
  [/社保|五险|social/i, 'socialChargeShare'],
  [/加班|overtime/i, 'overtimeWageFactor'],
  [/(乡镇|中转|镇站).*(租金|房租|场租|租)|hub.*rent/i, 'hubRentYuanPerDay'],
  [/(乡镇|中转|镇站).*(操作|处理|中转|装卸)|hub.*handl/i, 'hubHandlingYuanPerParcel'],
  [/(站长|站点|代办员|管理员).*(补贴|补助|工资|津贴)|keeper/i, 'keeperSubsidyYuanPerMonth'],
  [/城区.*(站|点|代收|驿站)|urban/i, 'urbanStationFeeYuanPerParcel'],
  [/(村|末端|服务)?(站点?|代收|代办|代投|驿站).*(费|佣金)|station.*fee/i, 'stationFeeYuanPerParcel'],
  [/派费|派送费|投递费|末端配送|派件费|delivery.*fee/i, 'endDeliveryFeeYuanPerParcel'],
  [/(政府|财政|快件|进村).*(补贴|补助)|subsid/i, 'subsidyYuanPerParcel'],
  [/管理费|办公|overhead/i, 'overheadYuanPerDay'],
  [/投资|investment/i, 'investmentYuan'],
  [/折旧年限|depreciation/i, 'depreciationYears'],
];

function keyOf(item: string): RateKey | null {
  const text = halfWidth(item).replace(/\s+/g, '');
  return (
    rateKeys.find((key) => [key.toLowerCase(), halfWidth(rateNames[key])].includes(text.toLowerCase())) ??
    words.find(([pattern]) => pattern.test(text))?.[1] ??
    null
  );
}

/** Value in the unit the cost book wants: a month has 30 days, a year 365; null where the units have nothing in common. */
function inUnit(value: number, unit: string, key: RateKey): number | null {
  const wanted = rateRegistry[key].unit;
  const text = halfWidth(unit).toLowerCase().replace(/\s+/g, '');
  if (text === '' || text === wanted || text === rateUnits[wanted]) return value;
  const perDay: readonly (readonly [RegExp, number])[] = [
    [/[日天]|day/, 1],
    [/月|month/, 1 / 30],
    [/年|year/, 1 / 365],
  ];
  const time = perDay.find(([pattern]) => pattern.test(text))?.[1];
  switch (wanted) {
    case 'yuan/day':
      return time === undefined ? null : value * time;
    case 'yuan/month':
      return time === undefined ? null : value * time * 30;
    case 'yuan/parcel':
      return /件|票|单|parcel/.test(text) ? value : null;
    case 'share':
      return /%|百分/.test(text) ? value / 100 : /share|占比|比例/.test(text) ? value : null;
    default:
      return value;
  }
}

/**
 * Prices of a table in place of the scenario's. A price that names a courier is what that courier pays under its contract
 * and goes to the contract prices. Rows that name no known price are told. Pure.
 */
export function applyRates(
  scenario: Scenario,
  rows: readonly RateRow[],
  { table, source }: { readonly table: string; readonly source: string },
): AppliedRates {
  const issues: Issue[] = [];
  const contractPrices: ContractPrice[] = [];
  const rates: Record<RateKey, Graded> = { ...scenario.rates };
  for (const row of rows) {
    const at = { table, row: row.row };
    const rowSource = row.source === '' ? source : row.source;
    if (row.courier !== '') {
      const { courier, township, value } = row;
      contractPrices.push({ courier, township, yuanPerParcel: value, source: rowSource });
      continue;
    }
    const key = keyOf(row.item);
    const value = key === null ? null : inUnit(row.value, row.unit, key);
    if (key === null || value === null) {
      issues.push(issue('rate.notPlaced', { item: row.item || row.township, unit: row.unit }, at));
      continue;
    }
    rates[key] = userValue(value, rates[key], rowSource);
  }
  const mean = meanContractYuan(contractPrices, scenario);
  if (mean !== null)
    issues.push(
      issue(
        'rate.contractPrices',
        { prices: contractPrices.length, yuan: Number(mean.toFixed(3)) },
        { table, row: 1 },
      ),
    );
  return { scenario: { ...scenario, rates }, contractPrices, issues };
}

/**
 * What a parcel cost before on average: the couriers' contract prices by their shares of the volume, those of unknown
 * couriers counting alike. null without a price.
 */
export function meanContractYuan(prices: readonly ContractPrice[], { couriers }: Scenario): number | null {
  const shareOf = (name: string): number | undefined =>
    couriers.find(
      ({ name: known }) => known.zh === name || known.zh.startsWith(name) || name.startsWith(known.zh),
    )?.volumeShare.value;
  const byCourier = new Map<string, number[]>();
  for (const { courier, yuanPerParcel } of prices)
    byCourier.set(courier, [...(byCourier.get(courier) ?? []), yuanPerParcel]);
  const areKnown = [...byCourier.keys()].every((courier) => shareOf(courier) !== undefined);
  let yuan = 0;
  let weight = 0;
  for (const [courier, own] of byCourier) {
    const share = areKnown ? shareOf(courier)! : 1;
    yuan += (share * own.reduce((sum, price) => sum + price, 0)) / own.length;
    weight += share;
  }
  return weight > 0 ? yuan / weight : null;
}
