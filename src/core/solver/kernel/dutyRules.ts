/** Overtime of so long a duty, a whole number. */
export function overtimeCost(shiftS: f64, overtimeCostPerHour: f64, durationS: f64): f64 {
  return durationS > shiftS ? Math.round(((durationS - shiftS) * overtimeCostPerHour) / 3600) : 0;
}

/** Longest duty of so many trips: shift and overtime, less what may pass between them. */
export function longestDutyS(withinS: f64, maxDurationS: f64, gapS: f64, trips: i32): f64 {
  return Math.min(withinS, maxDurationS - gapS * ((trips - 1) as f64));
}
