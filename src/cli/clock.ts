/** Asking for the time of the processor takes as long as ten rounds of a search. */
const askEveryMs = 4;

export interface ClockOptions {
  /** By the wall instead of by the processor's time of the whole process. */
  readonly isWall: boolean;
  /** Threads that share the processor's time; the clock goes by what each has. */
  readonly workers: number;
}

/** Seconds since the call. Between two questions to the system the processor's time is taken to go by as the wall's does. */
export function clockFromNow({ isWall, workers }: ClockOptions): () => number {
  const startMs = performance.now();
  if (isWall) return () => (performance.now() - startMs) / 1000;
  const start = process.cpuUsage();
  let askedMs = startMs;
  let cpuMs = 0;
  let lastMs = 0;
  return () => {
    const nowMs = performance.now();
    if (nowMs - askedMs >= askEveryMs) {
      const { user, system } = process.cpuUsage(start);
      cpuMs = (user + system) / 1000 / workers;
      askedMs = nowMs;
    }
    lastMs = Math.max(lastMs, cpuMs + nowMs - askedMs);
    return lastMs / 1000;
  };
}
