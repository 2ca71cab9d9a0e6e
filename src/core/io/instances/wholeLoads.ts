/** Loads must be whole in a problem: the smallest of 1, 10, 100, 1000 that makes all of them whole (else 1000). */
export function loadUnits(loads: readonly number[]): number {
  for (const units of [1, 10, 100]) {
    const isWhole = loads.every((load) => Math.abs(load * units - Math.round(load * units)) < 1e-9);
    if (isWhole) return units;
  }
  return 1000;
}

/** Rounded up, so that no capacity is passed by rounding. */
export const loadOf = (load: number, units: number): number => Math.ceil(load * units - 1e-9);
/** Rounded down, for the same reason. */
export const roomOf = (capacity: number, units: number): number => Math.floor(capacity * units + 1e-9);
