import { exponential, naturalLog } from '../deterministicMath.ts';

export interface CoolingSettings {
  /** First and last temperature as multiples of the mean cost of a leg in the start plan. */
  readonly startTemperature: number;
  readonly endTemperature: number;
  /** Rounds per task after which a long run is heated again. */
  readonly roundsPerTaskAndCycle: number;
  /** Runs of fewer rounds per task end warmer: the coldest rounds would find little. */
  readonly warmEndBelow: number;
  /** Runs of more rounds per task end warmer, too. */
  readonly warmEndAbove: number;
}

const fullHeatRoundsPerTask = 150;
const mostCycles = 5;
const mostWarmth = 6;
const longRunWarmth = 1.7;

/**
 * Temperature after `doneShare` of `rounds` on `n` tasks: geometric from first to last. Short runs start cooler (there
 * is no time to repair what a hot start breaks); long ones are heated again, half as much, to leave the first local
 * optimum. `cyclesWanted`: how often it is heated; 0 = by the length of the run.
 */
export function temperatureAt(
  settings: CoolingSettings,
  n: number,
  doneShare: number,
  rounds: number,
  cyclesWanted: number,
): number {
  const { startTemperature, roundsPerTaskAndCycle, warmEndBelow, warmEndAbove } = settings;
  const roundsPerTask = rounds / Math.max(1, n);
  const usual = Math.max(1, Math.min(mostCycles, Math.floor(roundsPerTask / roundsPerTaskAndCycle)));
  const cycles = cyclesWanted > 0 ? cyclesWanted : usual;
  const cycle = Math.min(cycles - 1, Math.floor(doneShare * cycles));
  const heat = Math.sqrt(Math.min(1, roundsPerTask / cycles / fullHeatRoundsPerTask));
  const warmth =
    roundsPerTask > warmEndAbove
      ? longRunWarmth
      : Math.sqrt(Math.max(1, Math.min(mostWarmth, warmEndBelow / Math.max(1, roundsPerTask))));
  const endTemperature = settings.endTemperature * warmth;
  const first = Math.max(2 * endTemperature, startTemperature * heat * (cycle === 0 ? 1 : 0.5));
  const share = doneShare * cycles - cycle;
  return first * exponential(naturalLog(endTemperature / first) * share);
}
