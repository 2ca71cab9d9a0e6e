import type { LineId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { ClockMin, Minutes } from '../../core/units.ts';
import { type TripTimes, tripTimes } from './tripTimes.ts';

/** A branch trip and the trunk trip whose parcels it takes on at the hub, on one day. */
export interface HandoverLink {
  readonly key: string;
  readonly day: number;
  readonly hubId: StationId;
  readonly trunkLineId: LineId;
  readonly trunkRoundIndex: number;
  readonly branchLineId: LineId;
  readonly branchRoundIndex: number;
  readonly arrivalClockMin: ClockMin;
  /** Unloaded and handed over. */
  readonly readyClockMin: ClockMin;
  readonly branchDepartureClockMin: ClockMin;
  /** To spare; below 0 the parcels of that trunk trip wait for the branch line's next day. */
  readonly slackMin: Minutes;
}

/**
 * For every branch trip the last trunk trip of the day that is handed over by then; where there is none, the first one
 * of the day, which it misses.
 */
export function handoverLinks(
  report: Report,
  days: readonly number[],
  times: TripTimes = tripTimes(report),
): HandoverLink[] {
  const { plan, scenario } = report;
  const handoverMin = scenario.serviceTimes.hubHandoverMin.value;
  const links: HandoverLink[] = [];
  for (const branch of plan.lines) {
    if (branch.originId === scenario.depot.id) continue;
    for (const day of days) {
      const arriving = plan.lines.flatMap((trunk) =>
        times.ofLine(trunk.id, day).flatMap((dated) => {
          const visit = dated.trip.visits.find((each) => each.stationId === branch.originId);
          return visit ? [{ dated, visit, readyClockMin: visit.departureClockMin + handoverMin }] : [];
        }),
      );
      arriving.sort((a, b) => a.readyClockMin - b.readyClockMin);
      for (const { trip, roundIndex } of times.ofLine(branch.id, day)) {
        const leaving = trip.departureClockMin;
        const met = arriving.findLast((each) => each.readyClockMin <= leaving + 1e-6) ?? arriving[0];
        if (!met) continue;
        links.push({
          key: `${branch.id}/${day}/${roundIndex}`,
          day,
          hubId: branch.originId,
          trunkLineId: met.dated.line.id,
          trunkRoundIndex: met.dated.roundIndex,
          branchLineId: branch.id,
          branchRoundIndex: roundIndex,
          arrivalClockMin: met.visit.arrivalClockMin,
          readyClockMin: met.readyClockMin,
          branchDepartureClockMin: leaving,
          slackMin: leaving - met.readyClockMin,
        });
      }
    }
  }
  return links;
}
