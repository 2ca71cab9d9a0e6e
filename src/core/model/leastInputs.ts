/**
 * Inputs that mean nothing near 0, each with the least that does: no vehicle drives at 0 km/h, no road is shorter than
 * the straight line, a rest falls due after some driving. Every other input may be 0.
 */
export const leastInputs = {
  detourFactor: 1,
  speedKmPerH: 1,
  sortingParcelsPerHour: 1,
  shiftMin: 60,
  breakAfterDrivingMin: 10,
} as const;
