import { hoursOnDay, visitsWhileOpen } from '../model/openHours.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { SimulationSettings } from '../model/simulation.ts';
import type { Minutes, Share } from '../units.ts';
import type { SimLine } from './simulationModel.ts';

/**
 * What events read of stations, lines and settings, as plain numbers. The nouns they come from carry source, grade and
 * optional fields in many shapes, and reading a number out of such an object costs more than the event itself.
 */
export interface ModelNumbers {
  /** By station. */
  readonly isVillage: Uint8Array;
  readonly isUrban: Uint8Array;
  readonly isBehindHub: Uint8Array;
  readonly openClockMin: Float64Array;
  readonly closeClockMin: Float64Array;
  /** By station: vehicles that are early wait until it opens. */
  readonly isWaitedFor: Uint8Array;
  /** By line. */
  readonly isBus: Uint8Array;
  readonly handlingSecPerParcel: number;
  readonly hubHandoverMin: Minutes;
  readonly breakAfterDrivingMin: Minutes;
  readonly breakMin: Minutes;
  readonly keeperAbsentDayShare: Share;
  readonly hasStationClosures: boolean;
}

export function modelNumbers(
  scenario: Pick<Scenario, 'serviceTimes' | 'dutyRules' | 'policy'>,
  stations: readonly Station[],
  lines: readonly SimLine[],
  settings: SimulationSettings,
): ModelNumbers {
  const flags = (is: (station: Station) => boolean): Uint8Array =>
    Uint8Array.from(stations, (station) => (is(station) ? 1 : 0));
  const { serviceTimes, dutyRules } = scenario;
  const areVisitsWhileOpen = visitsWhileOpen(scenario);
  return {
    isVillage: flags(({ role }) => role === 'villageStation'),
    isUrban: flags(({ role }) => role === 'urbanStation'),
    isBehindHub: flags(({ hubId }) => hubId !== null),
    openClockMin: Float64Array.from(stations, (station) => station.openClockMin),
    closeClockMin: Float64Array.from(stations, (station) => station.closeClockMin),
    isWaitedFor: flags((station) => areVisitsWhileOpen && hoursOnDay(station, 0) !== null),
    isBus: Uint8Array.from(lines, ({ bus }) => (bus ? 1 : 0)),
    handlingSecPerParcel: serviceTimes.handlingSecPerParcel.value,
    hubHandoverMin: serviceTimes.hubHandoverMin.value,
    breakAfterDrivingMin: dutyRules.breakAfterDrivingMin.value,
    breakMin: dutyRules.breakMin.value,
    keeperAbsentDayShare: settings.keeperAbsentDayShare.value,
    hasStationClosures: settings.closures.some(({ kind }) => kind === 'station'),
  };
}
