import type { Handover } from '../model/evaluation.ts';
import { type Minutes, minPerDay } from '../units.ts';
import type { LineRun } from './cohorts.ts';

/**
 * Minutes to spare between trunk and branch lines at their hubs: branch departure less the last trunk trip handed over
 * by then; where none is, less the first one of the day (a negative slack). The tightest day of the cycle counts.
 */
export function handovers(runs: readonly LineRun[], hubHandoverMin: Minutes): Handover[] {
  const met: Handover[] = [];
  for (const branch of runs) {
    for (const trunk of runs) {
      const callIndex = trunk.line.stopIds.indexOf(branch.line.originId);
      if (callIndex < 0) continue;
      let tightest: Handover | null = null;
      for (const departure of branch.departures) {
        const readyMins = trunk.departures.flatMap((arriving, index) => {
          if (arriving.day !== departure.day) return [];
          const trip = trunk.trips[index]!;
          const unloadedClockMin = trip.visits[callIndex]!.departureClockMin;
          return [arriving.day * minPerDay + unloadedClockMin + hubHandoverMin];
        });
        if (readyMins.length === 0) continue;
        const inTime = readyMins.filter((readyMin) => readyMin <= departure.atMin);
        const readyMin = inTime.length > 0 ? Math.max(...inTime) : Math.min(...readyMins);
        const slackMin = departure.atMin - readyMin;
        if (tightest !== null && tightest.slackMin <= slackMin) continue;
        const midnight = departure.day * minPerDay;
        tightest = {
          hubId: branch.line.originId,
          trunkLineId: trunk.line.id,
          branchLineId: branch.line.id,
          readyClockMin: readyMin - midnight,
          branchDepartureClockMin: departure.atMin - midnight,
          slackMin,
        };
      }
      if (tightest !== null) met.push(tightest);
    }
  }
  return met;
}
