import { invariant } from '../result.ts';
import { minPerDay } from '../units.ts';
import { dayBegins, handedOver, midnight, stationOpens, trunkLeaves, waveArrives } from './depotEvents.ts';
import { standOut } from './driveIn.ts';
import type { ReplicationOutcome } from './recorder.ts';
import {
  eventKind,
  kindOf,
  type ReplicationOptions,
  ReplicationState,
  subjectOf,
} from './replicationState.ts';
import type { SimulationModel } from './simulationModel.ts';
import { tripCalls } from './stopEvents.ts';
import { takeIn } from './takeIn.ts';
import { loadingBegins, tripLeaves, tripReturns } from './tripEvents.ts';

/**
 * One replication from the warm-up to the last parcel and the last trip of the horizon (or the end of the follow-up). Who runs many hands
 * the same `state` in again and again: it keeps its room.
 */
export function runReplication(
  model: SimulationModel,
  replication: number,
  options: ReplicationOptions = {},
  state = new ReplicationState(model, options),
): ReplicationOutcome {
  state.begin(replication);
  standOut(state);
  const isChecking = options.isChecking ?? false;
  const { settings } = model;
  const { events } = state;
  const endMin = (settings.days + settings.followUpDays) * minPerDay;
  const horizonEndMin = settings.days * minPerDay;
  state.schedule(-settings.warmUpDays * minPerDay - model.dayLeadMin, eventKind.dayBegins, 0);
  let eventCount = 0;
  for (let code = events.pop(); code >= 0; code = events.pop()) {
    if (events.timeMin > endMin) break;
    state.nowMin = events.timeMin;
    eventCount++;
    const subject = subjectOf(code);
    switch (kindOf(code)) {
      case eventKind.tripCalls:
        tripCalls(state, subject);
        break;
      case eventKind.tripLeaves:
        tripLeaves(state, subject);
        break;
      case eventKind.tripReturns:
        tripReturns(state, subject);
        break;
      case eventKind.drivenIn:
        takeIn(state, subject);
        break;
      case eventKind.loadingBegins:
        loadingBegins(state, subject);
        break;
      case eventKind.waveArrives:
        waveArrives(state, subject);
        break;
      case eventKind.handedOver:
        handedOver(state, subject);
        break;
      case eventKind.stationOpens:
        stationOpens(state, subject);
        break;
      case eventKind.trunkLeaves:
        trunkLeaves(state, subject);
        break;
      case eventKind.dayBegins:
        dayBegins(state, subject);
        break;
      default:
        midnight(state, subject);
    }
    if (isChecking) checkConservation(state);
    if (events.timeMin > horizonEndMin && state.outstanding < 1e-6 && state.horizonTripsLeft === 0) break;
  }
  return state.recorder.outcome(eventCount);
}

function checkConservation(state: ReplicationState): void {
  const inSystem = state.lots.total() + state.aside;
  const lost = state.created - state.delivered - inSystem;
  invariant(
    Math.abs(lost) <= 1e-9 * (1 + state.created),
    `${lost} parcels lost by minute ${state.nowMin} of ${state.created} created`,
  );
}
