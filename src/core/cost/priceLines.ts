import type { CostBook, Duty } from '../model/evaluation.ts';
import type { LineId, VehicleTypeId } from '../model/ids.ts';
import type { PlannedDuty } from '../model/plan.ts';
import { type CostEntryKey, costEntryKeys, type Rates } from '../model/rates.ts';
import type { DutyRules, Station, VehicleType } from '../model/scenario.ts';
import type { Km, Parcels, Share, Yuan } from '../units.ts';
import {
  busCarriageYuanPerDay,
  distanceYuan,
  endDeliveryYuanPerDay,
  hubYuanPerDay,
  meanDutyYuan,
  overheadYuanPerDay,
  sortingYuanPerDay,
  stationFeeYuanPerDay,
  subsidyYuanPerDay,
  vehicleYuanPerDay,
} from './costBook.ts';

/** Parcels per day that a line hands over or takes at the stops themselves (not what a hub passes on). */
export interface HandledParcels {
  readonly parcelsPerDay: Parcels;
  readonly villageParcelsPerDay: Parcels;
  readonly urbanParcelsPerDay: Parcels;
  readonly endDeliveryParcelsPerDay: Parcels;
  /** Parcels that came or go through a hub. */
  readonly passedOnParcelsPerDay: Parcels;
  readonly villageStationCount: number;
}

export interface PricedLine {
  readonly lineId: LineId;
  readonly vehicleType: VehicleType;
  readonly lengthKmPerDay: Km;
  readonly handled: HandledParcels;
  /** Asked by the passenger line for every parcel aboard; 0 on vehicles of our own. */
  readonly busYuanPerParcel: Yuan;
}

export interface PriceInput {
  readonly rates: Rates;
  readonly dutyRules: DutyRules;
  readonly lines: readonly PricedLine[];
  readonly duties: readonly Duty[];
  /** Paid to drivers on days without a duty. */
  readonly standbyYuanPerDay: Yuan;
  readonly plannedDuties: readonly PlannedDuty[];
  readonly fleet: ReadonlyMap<VehicleTypeId, number>;
  readonly vehicleTypeOf: (id: VehicleTypeId) => VehicleType;
  /** Hubs in use. */
  readonly hubs: readonly Pick<Station, 'hub'>[];
}

export interface PricedPlan {
  readonly book: CostBook;
  /** By line; the entries of all lines add up to the book. */
  readonly lineBooks: ReadonlyMap<LineId, CostBook>;
}

type MutableBook = Record<CostEntryKey, Yuan>;
const emptyBook = (): MutableBook => {
  const book = {} as MutableBook;
  for (const key of costEntryKeys) book[key] = 0;
  return book;
};

/**
 * Prices every line so that the entries add up to the whole: kilometres where they are driven, a duty shared evenly by
 * its trips, kept vehicles in proportion to the duties of their type, parcels where they are handed over, and fixed
 * yuan per parcel.
 */
export function priceLines(input: PriceInput): PricedPlan {
  const { rates, lines } = input;
  const lineBooks = new Map<LineId, MutableBook>(lines.map((line) => [line.lineId, emptyBook()]));
  const parcelsPerDay = lines.reduce((sum, line) => sum + line.handled.parcelsPerDay, 0);
  const sum = (pick: (handled: HandledParcels) => number): number =>
    lines.reduce((total, line) => total + pick(line.handled), 0);
  const spreadByParcels = (entry: CostEntryKey, yuan: Yuan): void => {
    for (const line of lines) {
      const share: Share = parcelsPerDay > 0 ? line.handled.parcelsPerDay / parcelsPerDay : 1 / lines.length;
      lineBooks.get(line.lineId)![entry] += yuan * share;
    }
  };

  spreadByParcels('C1', sortingYuanPerDay(rates, parcelsPerDay));
  spreadByParcels('C9', overheadYuanPerDay(rates));
  spreadByParcels('C10', subsidyYuanPerDay(rates, parcelsPerDay));

  const dutyDaysByType = new Map<VehicleTypeId, number>();
  for (const duty of input.duties) {
    dutyDaysByType.set(duty.vehicleTypeId, (dutyDaysByType.get(duty.vehicleTypeId) ?? 0) + duty.dayShare);
  }
  const dutyDays = [...dutyDaysByType.values()].reduce((total, days) => total + days, 0);
  input.duties.forEach((duty, index) => {
    const type = input.vehicleTypeOf(duty.vehicleTypeId);
    const trips = input.plannedDuties[index]!.trips;
    const standbyYuan = (input.standbyYuanPerDay * duty.dayShare) / dutyDays;
    const wageYuan = meanDutyYuan(type, duty, input.dutyRules, rates) * duty.dayShare + standbyYuan;
    const fleetYuan =
      (vehicleYuanPerDay(type, input.fleet.get(duty.vehicleTypeId) ?? 0) * duty.dayShare) /
      dutyDaysByType.get(duty.vehicleTypeId)!;
    for (const trip of trips) {
      const book = lineBooks.get(trip.lineId)!;
      book.C4 += wageYuan / trips.length;
      book.C2 += fleetYuan / trips.length;
    }
  });

  const passedOn = sum((handled) => handled.passedOnParcelsPerDay);
  const hubYuan = hubYuanPerDay(rates, input.hubs, passedOn);
  for (const line of lines) {
    const book = lineBooks.get(line.lineId)!;
    book.C3 += distanceYuan(line.vehicleType, line.lengthKmPerDay);
    book.C5 +=
      passedOn > 0 ? (hubYuan * line.handled.passedOnParcelsPerDay) / passedOn : hubYuan / lines.length;
    book.C6 += stationFeeYuanPerDay(rates, line.handled);
    book.C8 += busCarriageYuanPerDay(line.busYuanPerParcel, line.handled.parcelsPerDay);
    book.C7 += endDeliveryYuanPerDay(rates, line.handled.endDeliveryParcelsPerDay);
  }

  const book = emptyBook();
  for (const lineBook of lineBooks.values()) {
    for (const key of costEntryKeys) book[key] += lineBook[key];
  }
  return { book, lineBooks };
}
