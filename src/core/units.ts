/** Unit aliases. They are plain numbers; the unit is always repeated in the variable's name. */
export type Km = number;
export type Metres = number;
export type Minutes = number;
export type Hours = number;
export type Seconds = number;
export type Yuan = number;
export type Kg = number;
export type Parcels = number;
/** 0 to 1. */
export type Share = number;
/** Minutes after midnight of the day the clock belongs to; may exceed 1440 on the following days. */
export type ClockMin = number;

export const minPerHour = 60;
export const minPerDay = 1440;
export const daysPerYear = 365;

/** Minutes after midnight as HH:MM; a later day is written as +n: 1890 is "07:30 +1". */
export function formatClock(clockMin: ClockMin): string {
  const rounded = Math.round(clockMin);
  const day = Math.floor(rounded / minPerDay);
  const ofDay = rounded - day * minPerDay;
  const hh = String(Math.floor(ofDay / 60)).padStart(2, '0');
  const mm = String(ofDay % 60).padStart(2, '0');
  return day === 0 ? `${hh}:${mm}` : `${hh}:${mm} +${day}`;
}
