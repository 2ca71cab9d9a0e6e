import { endDeliveryYuanPerDay, stationFeeYuanPerDay } from '../cost/costBook.ts';
import type { CostBook, LineEvaluation, TripSchedule } from '../model/evaluation.ts';
import type { LineId, StationId } from '../model/ids.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import { type CostEntryKey, costEntryKeys } from '../model/rates.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import { suppliedBy } from '../model/suppliedBy.ts';
import type { Km, Minutes, Parcels, Yuan } from '../units.ts';
import { type StationDemand, stationDemand } from './stationDemand.ts';

export type Direction = 'delivery' | 'pickup';
const directions: readonly Direction[] = ['delivery', 'pickup'];

/** What one station's parcels of one direction cost on one line. Rows of a line add up to its book. */
export interface StopCost {
  readonly lineId: LineId;
  /** The station the parcels are for: on a trunk line also those behind its hub. */
  readonly stationId: StationId;
  readonly direction: Direction;
  readonly parcelsPerDay: Parcels;
  readonly yuanPerDay: CostBook;
}

/** What one leg, or one stop's dwell (`fromId` = `toId`), costs in vehicles, kilometres and duties. */
export interface LegCost {
  readonly lineId: LineId;
  readonly fromId: StationId;
  readonly toId: StationId;
  /** Of one trip, on average over the calendar. */
  readonly lengthKm: Km;
  readonly durationMin: Minutes;
  readonly yuanPerDay: Pick<CostBook, 'C2' | 'C3' | 'C4'>;
}

export interface CostAllocation {
  readonly stops: readonly StopCost[];
  readonly legs: readonly LegCost[];
}

type Book = Record<CostEntryKey, Yuan>;
const emptyBook = (): Book => Object.fromEntries(costEntryKeys.map((key) => [key, 0])) as Book;

/** Yuan of one line by final station and direction, while they are being added up. */
class LineLedger {
  private readonly rows = new Map<string, { stationId: StationId; direction: Direction; book: Book }>();

  add(stationId: StationId, direction: Direction, entry: CostEntryKey, yuan: Yuan): void {
    if (yuan === 0) return;
    const key = `${direction} ${stationId}`;
    let row = this.rows.get(key);
    if (!row) {
      row = { stationId, direction, book: emptyBook() };
      this.rows.set(key, row);
    }
    row.book[entry] += yuan;
  }

  toRows(lineId: LineId, parcels: (stationId: StationId, direction: Direction) => Parcels): StopCost[] {
    return [...this.rows.values()].map(({ stationId, direction, book }) => ({
      lineId,
      stationId,
      direction,
      parcelsPerDay: parcels(stationId, direction),
      yuanPerDay: book,
    }));
  }
}

/** Parcels with a share in something, by final station and direction. */
interface Sharer {
  readonly stationId: StationId;
  readonly direction: Direction;
  readonly parcels: Parcels;
}

/**
 * Cost by line, leg, stop, direction and parcel (an even split over the parcels of a row). Kilometres cost where they
 * are driven; vehicles and duties by the minutes of a leg or dwell. A leg is paid by the parcels aboard, the way back
 * of an empty vehicle by all parcels of its trip; prices per parcel by the parcels they are asked for.
 */
export function allocateCost(given: Scenario, plan: Plan, lines: readonly LineEvaluation[]): CostAllocation {
  const scenario = suppliedBy(given, plan);
  const context: Context = {
    scenario,
    demand: stationDemand(scenario),
    stationById: new Map(scenario.stations.map((station) => [station.id, station])),
  };
  const allocations = plan.lines.map((line, index) => allocateLine(context, line, lines[index]!));
  return {
    stops: allocations.flatMap(({ stops }) => stops),
    legs: allocations.flatMap(({ legs }) => legs),
  };
}

interface Context {
  readonly scenario: Scenario;
  readonly demand: ReadonlyMap<StationId, StationDemand>;
  readonly stationById: ReadonlyMap<StationId, Station>;
}

const amountOf = (demand: StationDemand, direction: Direction): Parcels =>
  direction === 'delivery' ? demand.deliveryParcelsPerDay : demand.pickupParcelsPerDay;

/** Parcels that pass a stop: its own, and on a line from the depot those of the stations behind it. */
function sharersAt(context: Context, line: PlannedLine, callIndex: number, direction: Direction): Sharer[] {
  const stationId = line.stopIds[callIndex]!;
  const share = line.stopShares?.[callIndex] ?? 1;
  const isFromDepot = line.originId === context.scenario.depot.id;
  const behind = context.scenario.stations.filter(
    (station) => station.id === stationId || (isFromDepot && station.hubId === stationId),
  );
  return behind.map((station) => ({
    stationId: station.id,
    direction,
    parcels: amountOf(context.demand.get(station.id)!, direction) * share,
  }));
}

function allocateLine(
  context: Context,
  line: PlannedLine,
  { costByEntry, trips }: LineEvaluation,
): { stops: StopCost[]; legs: LegCost[] } {
  const ledger = new LineLedger();
  const atStop = line.stopIds.map((_id, call) => ({
    delivery: sharersAt(context, line, call, 'delivery'),
    pickup: sharersAt(context, line, call, 'pickup'),
  }));
  const everything = atStop.flatMap(({ delivery, pickup }) => [...delivery, ...pickup]);
  /** Splits yuan over the parcels concerned; where there are none, over all the line's; where it has none, evenly. */
  const share = (entry: CostEntryKey, yuan: Yuan, sharers: readonly Sharer[]): void => {
    const hasParcels = sharers.some(({ parcels }) => parcels > 0);
    const used = hasParcels ? sharers : everything;
    const total = used.reduce((sum, { parcels }) => sum + parcels, 0);
    for (const { stationId, direction, parcels } of used)
      ledger.add(stationId, direction, entry, total > 0 ? (yuan * parcels) / total : yuan / used.length);
  };

  const own: Sharer[] = line.stopIds.flatMap((stationId, call) =>
    directions.map((direction) => ({
      stationId,
      direction,
      parcels: amountOf(context.demand.get(stationId)!, direction) * (line.stopShares?.[call] ?? 1),
    })),
  );
  const passedOn = own.filter(({ stationId }) => context.stationById.get(stationId)!.hubId !== null);
  for (const entry of ['C1', 'C8', 'C9', 'C10'] as const) share(entry, costByEntry[entry], own);
  share('C5', costByEntry.C5, passedOn);
  line.stopIds.forEach((stationId, call) => {
    const { role } = context.stationById.get(stationId)!;
    const parcels = own.filter((sharer) => sharer.stationId === stationId);
    const total = parcels.reduce((sum, sharer) => sum + sharer.parcels, 0);
    const callShare = line.stopShares?.[call] ?? 1;
    const { rates } = context.scenario;
    share(
      'C6',
      stationFeeYuanPerDay(rates, {
        villageParcelsPerDay: role === 'villageStation' ? total : 0,
        urbanParcelsPerDay: role === 'urbanStation' ? total : 0,
        villageStationCount: role === 'villageStation' ? callShare : 0,
      }),
      parcels,
    );
    const inbound = parcels.filter(({ direction }) => direction === 'delivery');
    if (role !== 'urbanStation')
      share(
        'C7',
        endDeliveryYuanPerDay(
          rates,
          inbound.reduce((sum, { parcels: n }) => sum + n, 0),
        ),
        inbound,
      );
  });

  const legs = legCosts(line, trips, costByEntry);
  legs.forEach((leg, index) => {
    // Legs and dwells alternate: leg 0, dwell at stop 0, leg 1, ... and the leg home.
    const call = index >> 1;
    const isDwell = index % 2 === 1;
    const sharers = isDwell
      ? [...atStop[call]!.delivery, ...atStop[call]!.pickup]
      : [
          ...atStop.slice(call).flatMap(({ delivery }) => delivery),
          ...atStop.slice(0, call).flatMap(({ pickup }) => pickup),
        ];
    for (const entry of ['C2', 'C3', 'C4'] as const) share(entry, leg.yuanPerDay[entry], sharers);
  });
  const parcelsOf = (stationId: StationId, direction: Direction): Parcels =>
    everything.reduce(
      (sum, sharer) =>
        sharer.stationId === stationId && sharer.direction === direction ? sum + sharer.parcels : sum,
      0,
    );
  return { stops: ledger.toRows(line.id, parcelsOf), legs };
}

/** The line's vehicle, distance and duty cost by leg and dwell, in the order driven. */
function legCosts(line: PlannedLine, trips: readonly TripSchedule[], book: CostBook): LegCost[] {
  const places = [line.originId, ...line.stopIds, line.originId];
  const parts = places.slice(1).flatMap((toId, leg) => {
    const driven = {
      fromId: places[leg]!,
      toId,
      km: trips.reduce((sum, trip) => sum + (trip.visits[leg]?.legKm ?? trip.returnLegKm), 0),
      min: trips.reduce((sum, trip) => sum + (trip.visits[leg]?.legMin ?? trip.returnLegMin), 0),
    };
    if (leg === line.stopIds.length) return [driven];
    const dwellMin = trips.reduce((sum, trip) => {
      const visit = trip.visits[leg]!;
      return sum + visit.departureClockMin - visit.arrivalClockMin;
    }, 0);
    return [driven, { fromId: toId, toId, km: 0, min: dwellMin }];
  });
  const totalKm = parts.reduce((sum, part) => sum + part.km, 0);
  const totalMin = parts.reduce((sum, part) => sum + part.min, 0);
  const perTrip = trips.length > 0 ? 1 / trips.length : 0;
  return parts.map(({ fromId, toId, km, min }) => {
    const ofKm = totalKm > 0 ? km / totalKm : 1 / parts.length;
    const ofMin = totalMin > 0 ? min / totalMin : 1 / parts.length;
    return {
      lineId: line.id,
      fromId,
      toId,
      lengthKm: km * perTrip,
      durationMin: min * perTrip,
      yuanPerDay: { C2: book.C2 * ofMin, C3: book.C3 * ofKm, C4: book.C4 * ofMin },
    };
  });
}
