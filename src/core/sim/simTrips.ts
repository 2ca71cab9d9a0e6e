import { morningClocks, tripKey } from '../model/openLines.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SimulationSettings } from '../model/simulation.ts';
import { invariant } from '../result.ts';
import type { SimLine, SimTrip } from './simulationModel.ts';

/** The trips of all duties, buses and extra trips behind them, each of these a duty of its own. */
export function tripsOf(
  scenario: Scenario,
  plan: Plan,
  lines: readonly SimLine[],
  settings: SimulationSettings,
): { trips: SimTrip[]; dutyTypeIndex: Int32Array; extraTripOf: Int32Array } {
  const typeIndexById = new Map(scenario.vehicleTypes.map((type, index) => [type.id, index]));
  const lineIndexById = new Map(lines.map(({ line }, index) => [line.id, index]));
  const mornings = morningClocks(scenario, plan);
  const trips = plan.duties.flatMap((duty, dutyIndex) =>
    duty.trips.map(({ lineId, roundIndex }): SimTrip => {
      const lineIndex = lineIndexById.get(lineId);
      invariant(lineIndex !== undefined, `a duty drives line ${lineId}, which the plan does not have`);
      return {
        roundIndex,
        lineIndex,
        clockMin: lines[lineIndex]!.line.departureClockMin[roundIndex]!,
        dutyIndex,
        isExtra: false,
        staysOut: mornings.has(tripKey({ lineId, roundIndex })),
      };
    }),
  );
  const dutyTypes = plan.duties.map((duty) => typeIndexById.get(duty.vehicleTypeId)!);
  lines.forEach(({ bus, line }, lineIndex) => {
    if (!bus) return;
    line.departureClockMin.forEach((clockMin, roundIndex) => {
      trips.push({
        roundIndex,
        lineIndex,
        clockMin,
        dutyIndex: dutyTypes.length,
        isExtra: false,
        staysOut: false,
      });
      dutyTypes.push(-1);
    });
  });
  const extraTripOf = new Int32Array(lines.length).fill(-1);
  if (settings.extraTripMinParcels.value > 0) {
    lines.forEach(({ bus, line }, lineIndex) => {
      if (bus) return;
      extraTripOf[lineIndex] = trips.length;
      const roundIndex = line.departureClockMin.length;
      trips.push({
        roundIndex,
        lineIndex,
        clockMin: 0,
        dutyIndex: dutyTypes.length,
        isExtra: true,
        staysOut: false,
      });
      dutyTypes.push(typeIndexById.get(line.vehicleTypeId)!);
    });
  }
  return { trips, dutyTypeIndex: Int32Array.from(dutyTypes), extraTripOf };
}
