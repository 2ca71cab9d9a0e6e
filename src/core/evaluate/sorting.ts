import type { Scenario } from '../model/scenario.ts';
import type { ClockMin, Minutes, Parcels } from '../units.ts';

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

export function sortWaves(scenario: Scenario, deliveryParcelsPerDay: Parcels, rounds: number): SortedWave[] {
  let freeFromMin = Number.NEGATIVE_INFINITY;
  const parcelsPerDay = deliveryParcelsPerDay + (scenario.sorting.alsoSorts?.parcelsPerDay ?? 0);
  return [...scenario.waves]
    .sort((a, b) => a.arrivalClockMin - b.arrivalClockMin)
    .map((wave) => {
      const startMin = Math.max(wave.arrivalClockMin, freeFromMin);
      const sortedClockMin = startMin + sortingMin(wave.share * parcelsPerDay, rounds, scenario.sorting);
      freeFromMin = sortedClockMin;
      return { share: wave.share, arrivalClockMin: wave.arrivalClockMin, sortedClockMin };
    });
}
