import type { VehicleTypeId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';

/** Vehicles of one type that the pooled network owns. */
export const setVehicleCount = (scenario: Scenario, id: VehicleTypeId, count: number): Scenario => ({
  ...scenario,
  vehicleTypes: scenario.vehicleTypes.map((type) => (type.id === id ? { ...type, count } : type)),
});
