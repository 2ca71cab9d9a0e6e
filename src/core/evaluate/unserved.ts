import type { Evaluation } from '../model/evaluation.ts';
import type { Plan } from '../model/plan.ts';
import type { LeftOut } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Parcels } from '../units.ts';

/** Sums in another order differ in their last bits: less than this share of what was asked for is nothing. */
const tolerance = 1e-6;

/** What is asked for and not carried; nothing where the two differ by rounding alone. */
export function parcelsLeft(asked: Parcels, carried: Parcels): Parcels {
  const left = asked - carried;
  return left > tolerance * (1 + asked) ? left : 0;
}

/**
 * What a plan does not serve: its stations without a line, or with lines for part of their parcels, and the parcels of
 * both directions on nobody's lines, those of places that no station serves among them.
 */
export function unservedBy(
  { demands }: Scenario,
  { unserved }: Plan,
  { parcelsPerDay: { delivery, pickup } }: Pick<Evaluation, 'parcelsPerDay'>,
): LeftOut {
  const asked = demands.reduce(
    (sum, demand) => sum + demand.deliveryParcelsPerDay + demand.pickupParcelsPerDay,
    0,
  );
  return {
    stationCount: new Set(unserved.map(({ stationId }) => stationId)).size,
    parcelsPerDay: parcelsLeft(asked, delivery + pickup),
  };
}

export const leavesNothing = ({ stationCount, parcelsPerDay }: LeftOut): boolean =>
  stationCount === 0 && parcelsPerDay === 0;
