import type { CoolingSettings } from './cooling.ts';
import type { InsertionSettings } from './insertion.ts';
import type { OverrunSettings } from './overrun.ts';
import type { RuinSettings } from './ruin.ts';

export interface AnnealingSettings extends RuinSettings, InsertionSettings, CoolingSettings, OverrunSettings {
  /** One round in so many turns a piece of a line round or exchanges the ends of two lines. */
  readonly tailMoveOneIn: number;
  /** Whether rounds are spent under pressure on one line or duty less. */
  readonly pressesForFewerLines: boolean;
  /**
   * Share of a duty's fixed cost that a place on a line is charged by the time it takes there, where lines share
   * duties; the rest is charged for beginning a line.
   */
  readonly dutyShareByTime: number;
}
