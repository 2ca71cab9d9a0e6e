import type { SavingSplit } from '../model/savingSplit.ts';
import { numberColumn, type TidyTable, textColumn, tidyTable } from './tidyTable.ts';

/** Who pays what by which rule, and what every coalition would cost: enough to check the rules by hand. */
export function splitTables({ partners, rules, coalitions }: SavingSplit): TidyTable[] {
  const rows = rules.flatMap(({ rule, paysYuanPerDay, leaving }) =>
    partners.map((partner, index) => ({
      ...partner,
      rule,
      paysYuanPerDay: paysYuanPerDay[index]!,
      wouldLeave: leaving?.courierIds.includes(partner.courierId) === true,
    })),
  );
  return [
    tidyTable('savingSplit', rows.length, [
      textColumn(rows, 'rule', (row) => row.rule),
      textColumn(rows, 'courierId', (row) => row.courierId),
      numberColumn(rows, 'parcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay),
      numberColumn(rows, 'aloneYuanPerDay', 'yuan/day', (row) => row.aloneYuanPerDay),
      numberColumn(rows, 'paysYuanPerDay', 'yuan/day', (row) => row.paysYuanPerDay),
      numberColumn(rows, 'paysYuanPerParcel', 'yuan/parcel', (row) =>
        row.parcelsPerDay > 0 ? row.paysYuanPerDay / row.parcelsPerDay : Number.NaN,
      ),
      textColumn(rows, 'wouldLeave', (row) => String(row.wouldLeave)),
    ]),
    tidyTable('coalitions', coalitions.length, [
      textColumn(coalitions, 'courierIds', (row) => row.courierIds.join('+')),
      numberColumn(coalitions, 'yuanPerDay', 'yuan/day', (row) => row.yuanPerDay),
    ]),
  ];
}
