import { townshipFinder } from '../assign/lineRules.ts';
import type { BusLine } from '../model/buses.ts';
import { asId, type BusLineId, type StationId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { type TravelMatrix, unreachable } from '../model/travel.ts';
import { usualBusYuanPerParcel, usualSpareParcelsPerRun } from '../model/usualBus.ts';

/** Working assumptions where a county's timetable is not loaded (domain defaults: a line to each township, 60 x 3 runs). */
const assumedRuns = [510, 720, 930];
/** A bus stops more often than a van. */
const slowerThanVan = 1.25;
/** A village lies on the way when calling there lengthens the ride by no more than this, and its keeper walks that far. */
const onTheWayMin = 6;

const assumedSource =
  '没有导入客车时刻: 每乡镇一条班线、每日三班, 各站时间按路程推算 / no timetable is loaded: one line to each township, three runs a day, minutes by the roads';

/**
 * One bus line to each township: from the county centre by the township's seat to its farthest village, past the
 * villages on the way. A stand-in for a timetable, marked as assumed.
 */
export function assumedBusLines(scenario: Scenario, matrix: TravelMatrix): BusLine[] {
  const rowOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  const minutes = (from: StationId, to: StationId): number => {
    const seconds = matrix.durationS[rowOf.get(from)! * matrix.stationIds.length + rowOf.get(to)!]!;
    return seconds >= unreachable ? Number.POSITIVE_INFINITY : seconds / 60;
  };
  const townshipOf = townshipFinder(scenario);
  const depotId = scenario.depot.id;
  return scenario.stations.flatMap((seat): BusLine[] => {
    if (seat.role !== 'townshipStation') return [];
    const villages = scenario.stations.filter(
      ({ id }) => townshipOf(id) === seat.placeId && Number.isFinite(minutes(depotId, id)),
    );
    const farthest = villages.reduce<StationId>(
      (best, { id }) => (minutes(depotId, id) > minutes(depotId, best) ? id : best),
      seat.id,
    );
    const calls = [seat, ...villages.filter(({ id }) => id !== seat.id)].flatMap(({ id }) => {
      const detourMin = minutes(depotId, id) + minutes(id, farthest) - minutes(depotId, farthest);
      if (detourMin > 2 * onTheWayMin) return [];
      const offsetMin = Math.round((minutes(depotId, id) - detourMin / 2) * slowerThanVan);
      return [{ stationId: id, offsetMin: Math.max(1, offsetMin), accessMin: Math.round(detourMin / 2) }];
    });
    calls.sort((a, b) => a.offsetMin - b.offsetMin);
    if (calls.length === 0) return [];
    return [
      {
        id: asId<BusLineId>(`assumed-${seat.id}`),
        name: `${seat.name} (推算)`,
        operator: '',
        calls,
        runs: assumedRuns.map((departureClockMin) => ({ departureClockMin })),
        serviceDays: { kind: 'daily' },
        timetable: { grade: 'assumption', source: assumedSource },
        spareParcelsPerRun: usualSpareParcelsPerRun,
        yuanPerParcel: usualBusYuanPerParcel,
      },
    ];
  });
}
