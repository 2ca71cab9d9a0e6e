import type { Scenario } from '../model/scenario.ts';
import { type ClockMin, type Minutes, minPerDay, type Parcels } from '../units.ts';

/**
 * Rounds a sorting line needs: each round splits a pile into at most `chuteCount` piles, so r rounds separate
 * chuteCount^r destinations. 97 destinations over 48 chutes: 48 < 97 <= 48 x 48, two rounds.
 * No chutes (sorted by hand on the floor): one round.
 */
export function sortingRounds(destinationCount: number, chuteCount: number): number {
  if (chuteCount <= 1) return 1;
  let rounds = 1;
  for (let separable = chuteCount; separable < destinationCount; separable *= chuteCount) rounds++;
  return rounds;
}

/** Minutes to sort one wave: every round handles every parcel once, with a change-over between rounds. */
export function sortingMin(parcels: Parcels, rounds: number, sorting: Scenario['sorting']): Minutes {
  return (rounds * parcels * 60) / sorting.parcelsPerHour.value + (rounds - 1) * sorting.roundChangeMin.value;
}

/** Rounds for all destinations of the sorter, those of other scenarios included. */
export const scenarioSortingRounds = ({ stations, sorting }: Scenario): number =>
  sortingRounds(stations.length + (sorting.alsoSorts?.destinationCount ?? 0), sorting.chuteCount);

export interface SortedWave {
  readonly share: number;
  readonly arrivalClockMin: ClockMin;
  /** All parcels of the wave are sorted by then; a wave waits while an earlier one is still on the line. */
  readonly sortedClockMin: ClockMin;
}

/** Parcels on the sorter a day, those of other scenarios included. */
const sortedParcels = ({ sorting }: Scenario, deliveryParcelsPerDay: Parcels): Parcels =>
  deliveryParcelsPerDay + (sorting.alsoSorts?.parcelsPerDay ?? 0);

/** Minutes of work for the sorter a day; beyond a day and a night it falls behind for ever. */
export const sortingMinPerDay = (
  scenario: Scenario,
  deliveryParcelsPerDay: Parcels,
  rounds: number,
): Minutes =>
  scenario.waves.reduce(
    (sum, { share }) =>
      sum + sortingMin(share * sortedParcels(scenario, deliveryParcelsPerDay), rounds, scenario.sorting),
    0,
  );

/**
 * When each wave is sorted, on every day alike: what the evening brought may still be on the line in the morning. Where
 * that is more every day, it is the first morning's.
 */
export function sortWaves(scenario: Scenario, deliveryParcelsPerDay: Parcels, rounds: number): SortedWave[] {
  const parcelsPerDay = sortedParcels(scenario, deliveryParcelsPerDay);
  const waves = [...scenario.waves].sort((a, b) => a.arrivalClockMin - b.arrivalClockMin);
  const sortedFrom = (fromMin: ClockMin): SortedWave[] => {
    let freeFromMin = fromMin;
    return waves.map(({ share, arrivalClockMin }) => {
      const startMin = Math.max(arrivalClockMin, freeFromMin);
      freeFromMin = startMin + sortingMin(share * parcelsPerDay, rounds, scenario.sorting);
      return { share, arrivalClockMin, sortedClockMin: freeFromMin };
    });
  };
  // A day's work that fits into a day leaves the same for the next morning, however the day began.
  const fresh = sortedFrom(Number.NEGATIVE_INFINITY);
  const lastMin = fresh.at(-1)?.sortedClockMin ?? 0;
  return lastMin > minPerDay ? sortedFrom(lastMin - minPerDay) : fresh;
}
