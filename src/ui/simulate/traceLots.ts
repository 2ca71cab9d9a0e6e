import type { TraceEntry, TraceStep } from '../../core/model/simulation.ts';
import { minPerDay, minPerHour } from '../../core/units.ts';

/** The parcels of one wave of one day for one village, followed to their shelf. */
export interface TracedLot {
  readonly key: string;
  readonly bornDay: number;
  readonly waveIndex: number;
  readonly parcels: number;
  readonly steps: readonly TracedStep[];
  /** From arrival at the depot until the last of them can be picked up; null = never in the time followed. */
  readonly hours: number | null;
  readonly calendarDays: number | null;
}

export interface TracedStep {
  readonly step: TraceStep;
  /** Minutes after the midnight that begins the horizon. */
  readonly atMin: number;
  /** Minutes since the step before. */
  readonly sinceMin: number;
  readonly parcels: number;
  readonly lineId: string | null;
}

/** Lots of the horizon in order of their arrival; the days that only filled the system are left out. */
export function tracedLots(entries: readonly TraceEntry[], days: number): TracedLot[] {
  const groups = new Map<string, TraceEntry[]>();
  for (const entry of entries) {
    if (entry.bornDay < 0 || entry.bornDay >= days) continue;
    const key = `${entry.bornDay}/${entry.waveIndex}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups]
    .map(([key, group]) => lotFrom(key, group))
    .sort((a, b) => a.bornDay - b.bornDay || a.waveIndex - b.waveIndex);
}

function lotFrom(key: string, group: readonly TraceEntry[]): TracedLot {
  // Entries come in the order of events; steps at the same minute stay in it.
  const ordered = [...group].sort((a, b) => a.atMin - b.atMin);
  const first = ordered[0]!;
  const sumOf = (step: TraceStep): number =>
    ordered.reduce((sum, entry) => (entry.step === step ? sum + entry.parcels : sum), 0);
  const parcels = sumOf('arrived');
  const last = ordered.findLast(({ step }) => step === 'available');
  const isThere = last !== undefined && sumOf('available') >= parcels - 1e-6;
  return {
    key,
    bornDay: first.bornDay,
    waveIndex: first.waveIndex,
    parcels,
    steps: ordered.map(({ step, atMin, parcels: moved, lineId }, index) => ({
      step,
      atMin,
      sinceMin: index === 0 ? 0 : atMin - ordered[index - 1]!.atMin,
      parcels: moved,
      lineId,
    })),
    hours: isThere ? (last.atMin - first.atMin) / minPerHour : null,
    calendarDays: isThere ? Math.floor(last.atMin / minPerDay) - Math.floor(first.atMin / minPerDay) : null,
  };
}

/** The lot that took longest; one that never arrived took longer than any. */
export const slowestLot = (lots: readonly TracedLot[]): TracedLot | null =>
  lots.reduce<TracedLot | null>(
    (slowest, lot) =>
      slowest === null ||
      (lot.hours ?? Number.POSITIVE_INFINITY) > (slowest.hours ?? Number.POSITIVE_INFINITY)
        ? lot
        : slowest,
    null,
  );
