import { runsOnDay } from '../evaluate/calendar.ts';
import type { ParcelStory, StoryRequest, StoryStep, WaitReason } from '../model/parcelStory.ts';
import type { TraceEntry } from '../model/simulation.ts';
import { type Minutes, minPerDay } from '../units.ts';
import { runReplication } from './runReplication.ts';
import type { SimulationModel } from './simulationModel.ts';

/**
 * The way of one parcel step by step, each with the reasons for its length. The replication is run again with the
 * station's parcels followed; of those that match the slowest is told. null when none was born.
 */
export function parcelStory(model: SimulationModel, request: StoryRequest): ParcelStory | null {
  const traced = { ...model, settings: { ...model.settings, traceStationId: request.stationId } };
  const { trace } = runReplication(traced, request.replication, { isTracing: true });
  const entries = trace.filter(
    ({ bornDay, waveIndex }) =>
      bornDay >= 0 &&
      bornDay < model.settings.days &&
      bornDay === (request.bornDay ?? bornDay) &&
      waveIndex === (request.waveIndex ?? waveIndex),
  );
  const last = slowest(model, entries);
  if (last === null) return null;
  const way = wayOf(entries, last);
  const { bornDay, waveIndex, parcels, step } = last;
  const bornMin = bornMinOf(model, last);
  return {
    stationId: request.stationId,
    replication: request.replication,
    bornDay,
    waveIndex,
    bornMin,
    availableMin: step === 'available' ? last.atMin : null,
    parcels,
    steps: storySteps(model, way),
  };
}

const bornMinOf = (model: SimulationModel, { bornDay, waveIndex }: TraceEntry): Minutes =>
  bornDay * minPerDay + model.waves[waveIndex]!.clockMin;

/** The last entry of the parcel that took longest; one that never arrived beats all. */
function slowest(model: SimulationModel, entries: readonly TraceEntry[]): TraceEntry | null {
  const lastOfLot = new Map<number, TraceEntry>();
  for (const entry of entries) lastOfLot.set(entry.lot, entry);
  let found: TraceEntry | null = null;
  let longestMin = -1;
  for (const entry of lastOfLot.values()) {
    const minutes =
      entry.step === 'available' ? entry.atMin - bornMinOf(model, entry) : Number.MAX_SAFE_INTEGER;
    if (minutes <= longestMin) continue;
    longestMin = minutes;
    found = entry;
  }
  return found;
}

/** Entries of a lot and, before it was split off, of the lots it came from, in order. */
function wayOf(entries: readonly TraceEntry[], last: TraceEntry): TraceEntry[] {
  const byLot = new Map<number, TraceEntry[]>();
  for (const entry of entries) {
    const known = byLot.get(entry.lot);
    if (known) known.push(entry);
    else byLot.set(entry.lot, [entry]);
  }
  const way: TraceEntry[] = [];
  let untilIndex = Number.POSITIVE_INFINITY;
  for (let lot: number | null = last.lot; lot !== null; ) {
    const own: TraceEntry[] = (byLot.get(lot) ?? []).filter((entry) => entries.indexOf(entry) < untilIndex);
    way.unshift(...own);
    const first: TraceEntry | undefined = byLot.get(lot)?.[0];
    if (!first) break;
    untilIndex = entries.indexOf(first);
    lot = first.splitFromLot;
  }
  return way;
}

/** Steps that end a stretch; the others say why it was long. */
const stretchEnds = new Set([
  'sorted',
  'left',
  'atHub',
  'readyAtHub',
  'keeperAbsent',
  'hubFull',
  'broughtBack',
  'available',
]);
const reasonOf: Partial<Record<TraceEntry['step'], WaitReason>> = {
  leftBehind: 'noRoom',
  lineClosed: 'lineClosed',
  noVehicle: 'noVehicle',
  crewNotBack: 'crewNotBack',
  brokenDown: 'brokenDown',
};

function storySteps(model: SimulationModel, way: readonly TraceEntry[]): StoryStep[] {
  const steps: StoryStep[] = [];
  let fromMin = way.length > 0 ? bornMinOf(model, way[0]!) : 0;
  let noted: WaitReason[] = [];
  let isMoving = false;
  way.forEach((entry, index) => {
    const reason = reasonOf[entry.step];
    if (reason) noted.push(reason);
    if (!stretchEnds.has(entry.step)) return;
    // The open hour of a station is known before it comes: the stretch before ends with the arrival.
    const arrivedMin = entry.step === 'available' ? (entry.arrivedMin ?? entry.atMin) : entry.atMin;
    const push = (toMin: Minutes, reasons: readonly WaitReason[]): void => {
      steps.push({
        step: entry.step,
        fromMin,
        atMin: toMin,
        minutes: toMin - fromMin,
        reasons: [...new Set(reasons)],
        lineId: entry.lineId,
      });
      fromMin = toMin;
    };
    if (isMoving) push(arrivedMin, ['driving', ...noted]);
    else push(arrivedMin, [...waitingReasons(model, entry, way[index - 1] ?? null, fromMin), ...noted]);
    if (entry.atMin > arrivedMin) push(entry.atMin, ['stationClosed']);
    const isTurnedAway = entry.step === 'keeperAbsent' || entry.step === 'hubFull';
    isMoving = entry.step === 'left' || isTurnedAway;
    noted = entry.step === 'keeperAbsent' || entry.step === 'hubFull' ? [entry.step] : [];
  });
  if (noted.length > 0) {
    const last = way.at(-1)!;
    steps.push({
      step: last.step,
      fromMin,
      atMin: last.atMin,
      minutes: last.atMin - fromMin,
      reasons: [...new Set(noted)],
      lineId: last.lineId,
    });
  }
  return steps;
}

/** What a parcel waited for that did not move. */
function waitingReasons(
  model: SimulationModel,
  entry: TraceEntry,
  before: TraceEntry | null,
  fromMin: Minutes,
): WaitReason[] {
  if (entry.step === 'sorted') return ['sorting'];
  if (entry.step === 'readyAtHub') return ['hubHandover'];
  if (entry.step !== 'left') return before === null ? [] : ['waitsForDeparture'];
  const planned = model.lines.find(({ line }) => line.id === entry.lineId)!.line;
  const reasons: WaitReason[] = [];
  const firstDay = Math.floor(fromMin / minPerDay);
  const lastDay = Math.floor(entry.atMin / minPerDay);
  for (let day = firstDay; day <= lastDay; day++) {
    if (model.isHoliday(day)) reasons.push('holiday');
    else if (!runsOnDay(planned.serviceDays, planned.phase, day + model.settings.firstWeekday))
      reasons.push('noServiceDay');
    else if (
      day === firstDay &&
      planned.departureClockMin.some((clockMin) => {
        const leavesMin = day * minPerDay + clockMin;
        return leavesMin < fromMin && leavesMin < entry.atMin;
      })
    )
      reasons.push('missedCutoff');
  }
  const isLate = !planned.departureClockMin.some(
    (clockMin) => Math.abs(entry.atMin - lastDay * minPerDay - clockMin) < 1e-6,
  );
  if (isLate) reasons.push('lateDeparture');
  return reasons.length > 0 ? reasons : ['waitsForDeparture'];
}
