/** Where a vehicle was and when, as a phone recorded it; a long day is some 40,000 fixes, so they are flat arrays. */
export interface TimedTrack {
  readonly fileName: string;
  /** Day of the first fix in China (UTC+8), as 2026-05-12. */
  readonly day: string;
  /** Degrees as the file has them. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** In China, after midnight of `day`; ascending, beyond 1440 on the days after. */
  readonly clockMin: Float64Array;
  /** 1 where a fix begins a track or segment of the file: nothing is known of the way to it. */
  readonly startsSegment: Uint8Array;
}
