import { restsDue } from '../evaluate/schedule.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Minutes } from '../units.ts';
import type { SimLine, SimTrip, SimulationModel } from './simulationModel.ts';

/** Drives from villages in the morning, as long as the way back takes on average with the rests it brings. */
export function morningDrives(
  { dutyRules }: Scenario,
  lines: readonly SimLine[],
  trips: readonly SimTrip[],
  dutyCount: number,
): Pick<SimulationModel, 'homeTripOf' | 'tripLeadMin'> {
  const homeTripOf = new Int32Array(dutyCount).fill(-1);
  const tripLeadMin = new Float64Array(trips.length);
  trips.forEach(({ dutyIndex, lineIndex, staysOut }, trip) => {
    if (!staysOut) return;
    homeTripOf[dutyIndex] = trip;
    const { legMin, callCount } = lines[lineIndex]!;
    const outMin = outboundMin(lines[lineIndex]!);
    const limitMin = dutyRules.breakAfterDrivingMin.value;
    const rests = restsDue(outMin + legMin[callCount]!, limitMin) - restsDue(outMin, limitMin);
    const first = trips.findIndex((each) => each.dutyIndex === dutyIndex);
    tripLeadMin[first] = legMin[callCount]! + rests * dutyRules.breakMin.value;
  });
  return { homeTripOf, tripLeadMin };
}

/** Driving of a line from its start to its last stop, on average. */
export const outboundMin = ({ legMin, callCount }: SimLine): Minutes =>
  legMin.subarray(0, callCount).reduce((sum, min) => sum + min, 0);
