/**
 * Inputs that mean nothing near 0, each with the least that does: no vehicle drives at 0 km/h, no road is shorter than
 * the straight line, a rest falls due after some driving. Every other input may be 0.
 */
const leastInputs: Readonly<Record<string, number>> = {
  detourFactor: 1,
  speedKmPerH: 1,
  parcelsPerHour: 1,
  // As tables of parameters call it.
  sortingParcelsPerHour: 1,
  shiftMin: 60,
  breakAfterDrivingMin: 10,
};

/** Least value of an input by the name of its field, with or without a road class behind it. */
export const leastInput = (name: string): number => leastInputs[name.split('.')[0]!] ?? 0;
