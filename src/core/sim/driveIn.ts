import { restsDue } from '../evaluate/schedule.ts';
import type { Minutes } from '../units.ts';
import { drawFactor } from './distributions.ts';
import { outboundMin } from './morningDrives.ts';
import { draws, eventKind, type ReplicationState } from './replicationState.ts';

/** Crews that live in a village have had their vehicles there since before the first day, as far as there are any. */
export function standOut(state: ReplicationState): void {
  const { model } = state;
  model.homeTripOf.forEach((homeTrip, duty) => {
    const typeIndex = model.dutyTypeIndex[duty]!;
    if (homeTrip < 0 || state.freeVehicles[typeIndex] === 0) return;
    state.freeVehicles[typeIndex]!--;
    state.dutyHasVehicle[duty] = 1;
    state.dutyIsOut[duty] = 1;
    state.tripDrivingMin[homeTrip] = outboundMin(model.lines[model.trips[homeTrip]!.lineIndex]!);
    state.tripBreakdownLeg[homeTrip] = -1;
    state.tripLoad[homeTrip] = 0;
  });
}

/** How much longer a way takes on a day than on average: chance of its own, and the weather of all. */
export function roadFactor(
  { model, streams }: ReplicationState,
  lineIndex: number,
  day: number,
  draw: number,
) {
  const { settings, entityOf } = model;
  let factor = 1;
  if (settings.tripTimeLogSd.value > 0)
    factor = drawFactor(model.tripFactors, streams.uniform(entityOf.line + lineIndex, day, draw));
  const badWeather = settings.badWeatherDayShare.value;
  if (badWeather > 0 && streams.uniform(entityOf.weather, day, draws.badWeather) < badWeather)
    factor /= settings.badWeatherSpeedFactor.value;
  return factor;
}

/** The crew drives in from its village to load for a trip; tells when it is there. */
export function driveIn(state: ReplicationState, tripIndex: number, day: number): Minutes {
  const { model, nowMin } = state;
  const { dutyIndex } = model.trips[tripIndex]!;
  const homeTrip = model.homeTripOf[dutyIndex]!;
  const { lineIndex, roundIndex } = model.trips[homeTrip]!;
  const { legMin, callCount } = model.lines[lineIndex]!;
  const { breakAfterDrivingMin, breakMin } = model.numbers;
  const factor = roadFactor(state, lineIndex, day, draws.morningTime + roundIndex * draws.perRound);
  const roadMin = legMin[callCount]! * factor;
  const outMin = state.tripDrivingMin[homeTrip]!;
  const rests = restsDue(outMin + roadMin, breakAfterDrivingMin) - restsDue(outMin, breakAfterDrivingMin);
  // The vehicle that was to break down on its way back does so now.
  const delayMin =
    state.tripBreakdownLeg[homeTrip] === callCount ? model.settings.breakdownDelayMin.value : 0;
  const inMin = nowMin + roadMin + rests * breakMin + delayMin;
  const load = state.tripLoad[homeTrip]!;
  state.dutyIsOut[dutyIndex] = 0;
  state.log?.driveIn(tripIndex, homeTrip, day, nowMin, inMin, load);
  if (state.isInHorizon(day)) state.recorder.onRoad(lineIndex, nowMin, inMin, load);
  state.schedule(inMin, eventKind.drivenIn, homeTrip);
  return inMin;
}
